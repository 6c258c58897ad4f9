"""The tree of origins as SVG: sources to the left, the outlets that have it from them, and to the right who passes it on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from dateline.corroboration.origins import Branch, Testimony
from dateline.views.origin_tree.rows import Teller, Voice, tellers_of, voices_of
from dateline.views.svg import Point, counted, cut, drawing, element, group, link, number, shown, text, width_of

ROW, TOP, BOTTOM = 27.0, 30.0, 30.0
SIZE, BOLD, SMALL = 12.5, 13.2, 11.0
"""Of letters; bold ones take as much room as plain ones of that size."""
NAMES, REACH = 176.0, 74.0
"""Room for the names of sources, left of their diamonds, and how far the lines from there to the outlets run."""
NARROW = 0.7
"""What is left of both where outlets pass on what others have passed on."""
DATES, EACH_DATE, YEAR = 4, 44.0, 30.0
"""Articles of one outlet that have a date of their own in the drawing at most; how wide a date is, and a year after it."""
DASHES = {"first-hand": None, "citation": None, "credit": "5 3", "copy": "1.5 3"}
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

Href = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the names of sources end, where the outlets of each depth begin, how far apart they are; the years of the tree."""

    names: float
    first: float
    step: float
    years: tuple[int, ...]

    def at(self, teller: Teller) -> Point:
        """The disc of a teller."""
        return self.first + teller.depth * self.step, _y(teller.row)

    def day(self, told: Testimony) -> str:
        """When it was published, with the year where the tree has several."""
        when = told.published
        if not when:
            return "undated"
        return f"{when.day} {MONTHS[when.month - 1]}{f' {when.year}' if len(self.years) > 1 else ''}"

    def width(self, articles: Sequence[Testimony]) -> float:
        """How wide their days are, one after the other."""
        return sum(width_of(self.day(told), SMALL) + 7 for told in articles)

    def room(self, teller: Teller) -> float:
        """How wide its words may be."""
        return self.step - 38 - (16 if len(teller.articles) > 1 else 0)

    def dated(self, teller: Teller) -> tuple[Testimony, ...]:
        """Those of its articles whose date there is room for beside its name: the first at least."""
        room = self.room(teller) - min(width_of(teller.branch.outlet, BOLD), self.step * 0.55)
        each = EACH_DATE if len(self.years) < 2 else EACH_DATE + YEAR
        return teller.articles[: max(1, min(DATES, int(room / each)))]


def tree_svg(tree: Sequence[Branch], href: Href, width: int = 720, *, label: str = "Who has it from whom") -> Markup:
    """The tree from left to right, the earliest teller at the top; `href` makes an article's address from its id."""
    tellers = tellers_of(tree)
    rows = max((teller.row for teller in tellers), default=0) + 1
    voices = voices_of(tellers, rows)
    columns = _columns(width, tellers, bool(voices))
    height = TOP + ROW * max(rows, len(voices)) + BOTTOM
    body = (
        group(_captions(columns, bool(voices), any(teller.giver for teller in tellers)), class_="legend"),
        group(_voice_lines(voices, columns), class_="tree-lines"),
        group(_passing_lines(tellers, columns), class_="tree-lines"),
        group((_voice(voice, columns.names) for voice in voices), class_="tree-voices"),
        group((_teller(teller, columns, href) for teller in tellers), class_="tree-tellers"),
        group(_legend(tellers, height - 10), class_="legend", aria_hidden="true"),
    )
    return drawing((width, height), label, *body, class_="origins")


def _columns(width: int, tellers: Sequence[Teller], has_voices: bool) -> Columns:
    depth = max((teller.depth for teller in tellers), default=0)
    years = {told.published.year for teller in tellers for told in teller.branch.told if told.published}
    share = NARROW if depth > 1 else 1.0
    first = (NAMES + REACH) * share if has_voices else 34.0
    return Columns(NAMES * share, first, (width - first) / (depth + 1), tuple(sorted(years)))


def _y(row: float) -> float:
    return TOP + ROW * (row + 0.5)


def _captions(columns: Columns, has_voices: bool, is_passed_on: bool) -> Iterator[Markup]:
    years = f" ({columns.years[0]})" if len(columns.years) == 1 else ""
    if has_voices:
        yield text((columns.names, 16), "source", text_anchor="end")
    yield text((columns.first - 5, 16), f"told on its own by{years}")
    if is_passed_on:
        yield text((columns.first + columns.step - 5, 16), "passed on by")


def _voice_lines(voices: Sequence[Voice], columns: Columns) -> Iterator[Markup]:
    for voice in voices:
        for teller in voice.tellers:
            x, y = columns.at(teller)
            yield element("path", d=_curve((columns.names + 14, _y(voice.row)), (x - 7, y)), class_="tree-line")


def _passing_lines(tellers: Sequence[Teller], columns: Columns) -> Iterator[Markup]:
    for teller in tellers:
        if teller.giver:
            start, end = columns.at(teller.giver), columns.at(teller)
            how = teller.branch.told[0].how if teller.branch.told else "citation"
            if start[1] == end[1]:
                start = (min(start[0] + _taken(teller.giver, columns), end[0] - 20), start[1])
            line = _curve(start, (end[0] - 7, end[1])) if start[1] == end[1] else _elbow(start, (end[0] - 7, end[1]))
            yield element("path", d=line, stroke_dasharray=DASHES[how], class_="tree-line tree-passed")


def _taken(teller: Teller, columns: Columns) -> float:
    """How far the words of a teller run from its disc."""
    dated = columns.dated(teller)
    dates = columns.width(dated) + (22 if len(dated) < len(teller.articles) else 0)
    return 22 + min(width_of(teller.branch.outlet, BOLD), columns.room(teller) - dates) + dates


def _curve(start: Point, end: Point) -> str:
    half = (end[0] - start[0]) / 2
    return f"M{_pair(start)}C{_pair((start[0] + half, start[1]))} {_pair((end[0] - half, end[1]))} {_pair(end)}"


def _elbow(start: Point, end: Point) -> str:
    """Down from the disc, then across, so that the line runs under no words."""
    down = end[1] - start[1] - 13
    return f"M{_pair((start[0], start[1] + 5))}v{number(down)}q0 8 8 8H{number(end[0])}"


def _pair(point: Point) -> str:
    return f"{number(point[0])} {number(point[1])}"


def _voice(voice: Voice, x: float) -> Markup:
    y = _y(voice.row)
    source = voice.source
    told = counted(len(voice.tellers), "outlet", "outlets")
    words = f"{source.name}{f', {source.office}' if source.office else ''} ({source.kind}), behind {told}"
    name = text((x, y + 4), cut(source.name, SIZE, x - 8), text_anchor="end", font_size=SIZE)
    kind = "tree-unnamed" if source.kind == "anonymous" else "tree-source"
    return group((element("title", shown(words)), name, _diamond((x + 9, y), 5, kind)))


def _diamond(at: Point, half: float, kind: str) -> Markup:
    h = number(half)
    return element("path", d=f"M{number(at[0] - half)} {number(at[1])}l{h}-{h} {h} {h}-{h} {h}z", class_=kind)


def _teller(teller: Teller, columns: Columns, href: Href) -> Markup:
    return group(_teller_parts(teller, columns, href), class_="tree-denies" if teller.denies else None)


def _teller_parts(teller: Teller, columns: Columns, href: Href) -> Iterator[Markup]:
    at = columns.at(teller)
    articles = teller.articles
    if teller.saw_it:
        yield _diamond((at[0] - 13, at[1]), 4, "tree-own")
    first = columns.day(articles[0]) if articles else ""
    name = cut(teller.branch.outlet, BOLD, columns.room(teller) - columns.width(columns.dated(teller)))
    words = _name((at[0] + 10, at[1] + 4), name, first)
    if not articles:
        absent = f"{teller.branch.outlet}: none of its articles is in the archive"
        yield group((element("title", shown(absent)), *_disc(at, teller), words))
        return
    end = at[0] + 16 + width_of(name, BOLD) + width_of(first, SMALL)
    mark = element("rect", x=at[0] - 8, y=at[1] - 11, width=end - at[0] + 11, height=22, rx=4, class_="hit")
    yield link(href(articles[0].article), _told_words(articles[0]), mark, *_disc(at, teller), words)
    yield from _further(teller, columns, (end + 8, at[1]), href)


def _name(at: Point, name: str, day: str) -> Markup:
    """The outlet's name and right after it a day, however wide the name turns out to be."""
    words = element("tspan", shown(name), font_size=SIZE, class_="tree-name")
    when = element("tspan", day, dx=6, font_size=SMALL, class_="tree-day") if day else Markup("")
    return element("text", words, when, x=at[0], y=at[1], class_="halo")


def _disc(at: Point, teller: Teller) -> tuple[Markup, ...]:
    kind = "tree-told" if teller.branch.told else "tree-absent"
    disc = element("circle", cx=at[0], cy=at[1], r=5, class_=kind)
    if not teller.denies:
        return (disc,)
    return (disc, element("path", d=_cross(at), class_="tree-cross"))


def _further(teller: Teller, columns: Columns, start: Point, href: Href) -> Iterator[Markup]:
    """Dates of the articles after the first, each a link, and how many are not shown."""
    x, dated = start[0], columns.dated(teller)
    for told in dated[1:]:
        day = text((x, start[1] + 4), columns.day(told), font_size=SMALL, class_="halo tree-day")
        wide = width_of(columns.day(told), SMALL)
        mark = element("rect", x=x - 2, y=start[1] - 11, width=wide + 4, height=22, rx=4, class_="hit")
        yield link(href(told.article), _told_words(told), mark, day)
        x += wide + 7
    if len(teller.articles) > len(dated):
        yield text((x, start[1] + 4), f"+{len(teller.articles) - len(dated)}", font_size=SMALL, class_="halo tree-day")


def _told_words(told: Testimony) -> str:
    when = f", {told.published.day} {MONTHS[told.published.month - 1]} {told.published.year}" if told.published else ""
    return f"{told.outlet}{when}: {told.how}{', denies it' if told.denies else ''}. {told.reason}"


def _legend(tellers: Sequence[Teller], y: float) -> Iterator[Markup]:
    """Only what occurs in this tree."""
    x = 8.0
    for words, mark in _legend_marks(tellers):
        yield mark((x + 6, y - 4))
        yield text((x + 18, y), words)
        x += 18 + width_of(words, SMALL) + 14


def _legend_marks(tellers: Sequence[Teller]) -> Iterator[tuple[str, Callable[[Point], Markup]]]:
    ways = {teller.branch.told[0].how for teller in tellers if teller.giver and teller.branch.told}
    if any(teller.saw_it for teller in tellers):
        yield "own account", lambda at: _diamond(at, 4, "tree-own")
    if any(not teller.branch.told for teller in tellers):
        yield "no article of it in the archive", lambda at: element("circle", cx=at[0], cy=at[1], r=5, class_="tree-absent")
    if any(teller.denies for teller in tellers):
        yield "denies it", lambda at: element("path", d=_cross(at), class_="tree-cross")
    if "citation" in ways:
        yield "cites", lambda at: _sample(at, "citation")
    if "credit" in ways:
        yield "credits", lambda at: _sample(at, "credit")
    if "copy" in ways:
        yield "copies", lambda at: _sample(at, "copy")


def _sample(at: Point, how: str) -> Markup:
    line = f"M{number(at[0] - 8)} {number(at[1])}h16"
    return element("path", d=line, stroke_dasharray=DASHES[how], class_="tree-line tree-passed")


def _cross(at: Point) -> str:
    return f"M{number(at[0] - 5)} {number(at[1] - 5)}l10 10m0-10l-10 10"
