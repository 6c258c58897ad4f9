"""How much of the time since 1990 the table of office holders covers, by office and state, and where terms overlap.

    python eval/holders.py            totals
    python eval/holders.py --gaps     every gap of more than a year, and every overlap

A state's time begins in 1990, or when it came into being, and ends on 30 June 2025. A term known to the month or year covers the
whole of it, so that coverage is an upper bound by days and exact by years.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from dateline.knowledge.holders import Holder, load_holders
from dateline.knowledge.states import load_states

FIRST = date(1990, 1, 1)
LAST = date(2025, 6, 30)
_YOUNGER = """
1990 LTU NAM
1991 ARM AZE BLR EST GEO KAZ KGZ LVA MDA RUS TJK TKM UKR UZB HRV SVN MKD SRB
1992 BIH
1993 CZE SVK ERI
1994 PLW
1996 PSE
2002 TLS
2006 MNE
2008 XKX
2011 SSD
"""
YOUNGER = {state: int(line[:4]) for line in _YOUNGER.split("\n") for state in line[5:].split()}
"""The year in which a state came into being, where later than 1989."""
HEADS = tuple(
    "president,prime minister,leader,king,queen,monarch,emir,sultan,emperor,supreme leader,chancellor,premier,taoiseach,pope,"
    "chief executive,acting president,chief adviser,chairman of the Council of Ministers,chairwoman of the Council of Ministers,"
    "chairman of the Sovereign Council,president of the Palestinian Authority,chairman of the Presidential Leadership Council,"
    "general secretary of the Communist Party,first secretary of the Communist Party,head of state,paramount leader,"
    "leader of the Polisario Front".split(",")
)
OFFICES: dict[str, tuple[str, ...]] = {
    "foreign minister": ("foreign minister", "foreign secretary", "secretary of state"),
    "defence minister": ("defence minister", "defense minister", "defense secretary", "defence secretary"),
    "national security adviser": (
        "national security adviser", "secretary of the Security Council", "secretary of the Supreme National Security Council",
        "secretary of the National Security and Defence Council", "foreign policy adviser to the chancellor",
    ),
    "ambassador to the United Nations": ("ambassador to the United Nations",),
    "opposition leader": ("opposition leader", "leader of the Communist Party", "party leader", "leader of the Houthis"),
}  # fmt: skip
WITHOUT = {
    "national security adviser": frozenset(
        "SYR CHN PRK FRA SAU LBY PSE EGY YEM CAN LBN JOR SGP MEX ITA AUS VNM QAT ARE VEN CUB POL KWT BEL CHE SOM TWN NLD OMN BRA "
        "MYS SWE GEO BHR FIN ESP SDN GRC NOR IDN DNK EST HUN ARG TUR".split()
    ),
    "opposition leader": frozenset("USA CHN PRK SAU QAT ARE KWT OMN CUB VNM JOR BHR CHE LBY AFG IRQ".split()),
    "ambassador to the United Nations": frozenset(["PSE", "TWN"]),
}
"""States without that office, or with one that has no name of its own in the news."""
AGENCIES = ("SPY", "COP")


@dataclass(frozen=True)
class Cover:
    """Days covered of an office, of how many, and the gaps between terms."""

    days: int
    of: int
    gaps: tuple[tuple[date, date], ...]


def bounds(holder: Holder) -> tuple[date, date]:
    """First and last day that the term may have."""
    end = holder.until or holder.as_of
    return (holder.since.earliest if holder.since else FIRST, end.latest if end else LAST)


def cover(terms: Iterable[Holder], first: date, last: date) -> Cover:
    """How much of the time from first to last somebody held the office."""
    free, gaps, covered = first, [], 0
    for start, end in sorted(bounds(term) for term in terms):
        start, end = max(start, first), min(end, last)
        if end < free:
            continue
        if start > free:
            gaps.append((free, start))
        covered += (end - max(start, free)).days + 1
        free = end + timedelta(days=1)
    if free <= last:
        gaps.append((free, last))
    return Cover(covered, (last - first).days + 1, tuple(gaps))


def overlaps(terms: Sequence[Holder]) -> list[tuple[Holder, Holder]]:
    """Pairs of different people in one office of one state at the same time for more than a month."""
    found = []
    for number, one in enumerate(terms):
        for other in terms[number + 1 :]:
            (a, b), (c, d) = certain(one), certain(other)
            if one.surname.casefold() != other.surname.casefold() and (min(b, d) - max(a, c)).days > 31:
                found.append((one, other))
    return found


def certain(holder: Holder) -> tuple[date, date]:
    """The days on which the term is certain: the last of a start known to the year, the first of such an end."""
    end = holder.until or holder.as_of
    return (holder.since.latest if holder.since else FIRST, end.earliest if end else LAST)


def by_state(holders: Iterable[Holder], offices: Iterable[str]) -> dict[str, list[Holder]]:
    """The terms in any of these offices, by state."""
    wanted, found = set(offices), defaultdict(list)
    for holder in holders:
        if holder.office in wanted:
            found[holder.country].append(holder)
    return found


def reported_states() -> list[str]:
    """The 60 states most reported."""
    lines = (Path(__file__).parent / "reported_states.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t")[0] for line in lines if not line.startswith("#")][1:]


def coverage(states: Iterable[str], offices: Iterable[str]) -> dict[str, Cover]:
    """The cover of an office in each state."""
    terms = by_state(load_holders(), offices)
    return {
        s: cover(terms.get(s, ()), max(FIRST, date(YOUNGER.get(s, 1990), 12 if s in YOUNGER else 1, 1)), LAST) for s in states
    }


def iso_states() -> list[str]:
    """The present states, disputed ones among them."""
    return [s.iso3 for s in load_states() if s.status in ("state", "disputed")]


def report(title: str, covers: dict[str, Cover], *, gaps: bool) -> None:
    """One line of totals, and with `gaps` the gaps of more than a year."""
    share = sum(c.days for c in covers.values()) / sum(c.of for c in covers.values())
    none = [state for state, c in covers.items() if c.days == 0]
    full = sum(c.days / c.of > 0.95 for c in covers.values())
    missing = " ".join(none) or "none"
    print(f"{title:<55}{share:6.1%} of the time; {full} of {len(covers)} states nearly whole; without any: {missing}")
    for state, c in covers.items() if gaps else ():
        for start, end in c.gaps:
            if (end - start).days > 366:
                print(f"    {state} {start}..{end}")


def report_bodies() -> None:
    """Heads of intergovernmental bodies and of agencies: office, number of people, first and last year."""
    terms = defaultdict(list)
    for holder in load_holders():
        if holder.country == "IGO" or holder.sector in AGENCIES:
            terms[holder.country, holder.office].append(holder)
    for (country, office), some in sorted(terms.items()):
        c = cover(some, FIRST, LAST)
        print(f"    {country} {office:<60}{len(some):3} people {c.days / c.of:7.1%}")


def main() -> None:
    """Print the coverage."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gaps", action="store_true", help="list gaps, overlaps and the heads of bodies")
    options = parser.parse_args()
    rows = load_holders()
    people, states = {(r.name, r.country) for r in rows}, {r.country for r in rows}
    print(f"{len(rows)} terms of {len(people)} people, of {len(states)} states and bodies")
    surnames, items = sum(r.surname_only for r in rows), sum(r.wikidata is not None for r in rows)
    print(f"{surnames} with the surname only; {items} with a Wikidata item")
    report("head of state or government, all states", coverage(iso_states(), HEADS), gaps=options.gaps)
    for office, names in OFFICES.items():
        having = [s for s in reported_states() if s not in WITHOUT.get(office, ())]
        report(f"{office}, {len(having)} of 60 states", coverage(having, names), gaps=options.gaps)
    doubles = [p for s in by_state(rows, ["president"]).values() for p in overlaps(s)]
    doubles += [p for s in by_state(rows, ["prime minister"]).values() for p in overlaps(s)]
    print(f"{len(doubles)} overlaps of presidents or prime ministers of one state")
    if options.gaps:
        for one, other in doubles:
            print(
                f"    {one.country} {one.office}: {one.name} {one.since}..{one.until}, {other.name} {other.since}..{other.until}"
            )
        report_bodies()


if __name__ == "__main__":
    main()
