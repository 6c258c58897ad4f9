from dateline.knowledge.outline import border_lines, country_areas, land_areas, outline_areas, outline_lines
from dateline.knowledge.states import load_states
from dateline.knowledge.tables import DATA

TOO_SMALL = {"TUV", "GIB", "BVT", "TKL", "UMI", "SJM", "CXR", "CCK", "GUF", "GLP", "MTQ", "REU", "MYT", "BES", "ATA", "MAC"}


def rings():
    return [ring for area in outline_areas() for ring in area.rings]


def test_rings_are_closed():
    lines = outline_lines()
    for ring in rings():
        ends = [(lines[n].points[[0, -1]] if n >= 0 else lines[~n].points[[-1, 0]]).tolist() for n in ring]
        for (_, end), (start, _) in zip(ends, ends[1:] + ends[:1], strict=True):
            assert (end[0] - start[0]) % 360 in (0, 360)
            assert end[1] == start[1]


def test_ends_of_lines_are_never_dropped():
    assert {int(line.levels[i]) for line in outline_lines() for i in (0, -1)} == {15}


def test_all_points_are_on_earth():
    for line in outline_lines():
        assert abs(line.points[:, 1]).max() <= 90
        assert abs(line.points[:, 0]).max() <= 200


def test_states_of_today_are_drawn():
    drawn = {area.iso3 for area in outline_areas()}
    assert {s.iso3 for s in load_states() if s.status in ("state", "disputed")} - drawn <= TOO_SMALL
    assert drawn - {""} <= {s.iso3 for s in load_states()}


def test_neighbours_share_a_border_and_islands_none():
    def lines(iso3):
        return {n if n >= 0 else ~n for area in country_areas(iso3) for ring in area.rings for n in ring}

    assert lines("PRK") & lines("KOR") & set(border_lines())
    assert not lines("ISL") & set(border_lines())


def test_crimea_counts_to_ukraine_and_its_border_is_contested():
    assert ("contested", "Crimea") in {(area.kind, area.name) for area in country_areas("UKR")}
    assert any(border_lines().values())


def test_no_code_is_no_country():
    assert country_areas("") == ()


def test_land_has_no_borders():
    on_land = {n if n >= 0 else ~n for area in land_areas() for ring in area.rings for n in ring}
    assert not on_land & set(border_lines())


def test_the_outline_is_light_and_says_whence_it_is():
    files = [DATA / "outline_lines.tsv", DATA / "outline_areas.tsv"]
    assert sum(path.stat().st_size for path in files) < 150_000
    assert all(path.read_text(encoding="utf-8").startswith("# source: Natural Earth") for path in files)
