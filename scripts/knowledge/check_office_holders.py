"""Hold office_holders.tsv against the published lists: what agrees, what disagrees, and what rests on general knowledge alone.

    python scripts/knowledge/check_office_holders.py [LEADERS_FOLDER]           counts and disagreements
    python scripts/knowledge/check_office_holders.py --alone [LEADERS_FOLDER]   the rows that no list confirms

Heads of state and government are compared by date with REIGN, CountryInfo, the Wikidata heads of 2022 and those of August 2026.
For other offices CountryInfo and the Phoenix dictionaries say only that the person served that state; a row is confirmed where
they name the person under the state's code. Lists that are missing are passed over, with a word.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from build_office_holders import close, is_head, plain, same_person
from leader_sources import RECODED, Term, country_info, current, reign, wikidata

from dateline.knowledge.holders import Holder, load_holders

DEFAULT = Path(__file__).resolve().parents[3] / "shared" / "data" / "leaders"
LISTS: dict[str, tuple[str, Callable[[Path], list[Term]]]] = {
    "REIGN": ("reign_leaders.csv", reign),
    "CountryInfo": ("CountryInfo.txt", country_info),
    "Wikidata 2022": ("wikidata_heads_2022.csv", wikidata),
    "heads of 2026": ("current_2026", current),
}
DICTIONARIES = ("CountryInfo.txt", "Phoenix.Countries.actors.txt", "Phoenix.International.actors.txt")


@dataclass(frozen=True)
class Verdict:
    """What the lists say of one row: which confirm it, and one line for each that disagrees."""

    row: Holder
    agree: tuple[str, ...]
    disagree: tuple[str, ...]


def as_term(row: Holder) -> Term:
    """The row as the lists have it."""
    since, until = str(row.since or ""), str(row.until or "")
    return Term(row.country, row.name, row.office, since, until, row.source, aliases=list(row.aliases), surname=row.surname)


def judge(row: Holder, lists: dict[str, list[Term]]) -> Verdict:
    """Compare the row with the terms of that state in each list; of several of one person the nearest counts."""
    mine, agree, disagree = as_term(row), [], []
    for name, terms in lists.items():
        same = [t for t in terms if same_person(mine, t) and _touch(mine, t)]
        if any(close(mine.since, t.since) and close(mine.until, t.until) for t in same):
            agree.append(name)
        elif same:
            best = min(same, key=lambda t: abs(int(t.since[:4]) - int(mine.since[:4] or 0)))
            disagree.append(
                f"{row.country} {row.name}, {row.office}: {mine.since}..{mine.until} against {best.since}..{best.until} ({name})"
            )
    return Verdict(row, tuple(agree), tuple(disagree))


def _touch(one: Term, other: Term) -> bool:
    return one.since[:4] <= (other.until[:4] or "9999") and other.since[:4] <= (one.until[:4] or "9999")


def load_lists(folder: Path) -> dict[str, dict[str, list[Term]]]:
    """The terms of each list that is there, by state."""
    found: dict[str, dict[str, list[Term]]] = {}
    for name, (file, read) in LISTS.items():
        if not (folder / file).exists():
            print(f"{name}: {folder / file} is missing, passed over")
            continue
        found[name] = defaultdict(list)
        for term in read(folder):
            found[name][term.iso3].append(term)
    return found


def served(folder: Path) -> set[tuple[str, str]]:
    """State and plain name of everybody under a state's code in the dictionaries."""
    people: set[tuple[str, str]] = set()
    for file in (folder / name for name in DICTIONARIES):
        if not file.exists():
            print(f"{file} is missing, passed over")
            continue
        names: list[str] = []
        for line in file.read_text(encoding="utf-8", errors="replace").splitlines():
            codes = {RECODED.get(code, code) for code in re.findall(r"\[>?<?([A-Z]{3})", line)}
            found = re.findall(r"(?:^|[\s{+])\+?([A-Z][A-Z'._-]*_[A-Z'._-]+)", line.partition("[")[0])
            names = [*names, *found] if line.startswith(("+", "\t[", " ")) else found
            people |= {(code, " ".join(plain(name.replace("_", " ")).split())) for code in codes for name in names}
    return people


def report(verdicts: Iterable[Verdict], named: set[tuple[str, str]], *, alone: bool) -> None:
    """Counts, disagreements, and with `alone` the rows that nothing confirms."""
    verdicts = list(verdicts)
    agree = Counter(name for v in verdicts for name in v.agree)
    print(f"{len(verdicts)} rows; dates agree with: " + ", ".join(f"{n} {c}" for n, c in agree.items()))
    differing = [line for v in verdicts if not v.agree for line in v.disagree]
    if not alone:
        print("\n".join(differing))
    print(f"{len(differing)} disagreements of more than 45 days in rows that no list confirms")
    only = [v.row for v in verdicts if not v.agree and v.row.source.startswith("general knowledge") and not _named(v.row, named)]
    written = sum(v.row.source.startswith("general knowledge") for v in verdicts)
    print(f"{written} rows of general knowledge, of which {len(only)} rest on it alone")
    for row in only if alone else ():
        print(f"{row.country}\t{row.office}\t{row.name}\t{row.since}\t{row.until or ''}")


def _named(row: Holder, named: set[tuple[str, str]]) -> bool:
    return any((row.country, " ".join(plain(name).split())) in named for name in row.all_names)


def main() -> None:
    """Compare and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=DEFAULT)
    parser.add_argument("--alone", action="store_true", help="list the rows that no list confirms")
    options = parser.parse_args()
    lists = load_lists(options.folder)
    verdicts = []
    for row in load_holders():
        of_state = {name: terms.get(row.country, []) for name, terms in lists.items()} if is_head(as_term(row)) else {}
        verdicts.append(judge(row, of_state))
    report(verdicts, served(options.folder), alone=options.alone)


if __name__ == "__main__":
    main()
