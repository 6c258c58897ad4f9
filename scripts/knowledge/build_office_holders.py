"""Write office_holders.tsv: the terms of the two inputs, then those that only the published lists have.

Usage: build_office_holders.py LEADERS_FOLDER
"""

from __future__ import annotations

import re
import sys
import unicodedata
from difflib import SequenceMatcher
from pathlib import Path

from leader_sources import Term, country_info, current, reign, wikidata

from dateline.knowledge.partial_dates import PartialDate

HERE = Path(__file__).parent
DATA = HERE.parents[1] / "src/dateline/knowledge/data"
COLUMNS = [
    "name",
    "aliases",
    "country",
    "office",
    "sector",
    "since",
    "until",
    "as_of",
    "gender",
    "surname",
    "surname_only",
    "wikidata",
    "source",
]
HEAD = """# Terms in office. `until` empty: in office on `as_of`. Sources by row: general knowledge (public record);
# CountryInfo (facts from Schrodt's CountryInfo.txt, after rulers.org); REIGN (MIT); Wikidata (CC0);
# world-leaders-current (CC BY-SA 4.0)
"""
INPUTS = ("office_holders_input.txt", "further_offices_input.txt")
WRITTEN = "2025-06-30"
HEADS = ("president", "prime minister", "premier", "chancellor", "taoiseach", "supreme leader", "leader", "king", "queen",
         "emir", "sultan", "monarch", "emperor", "acting president", "chief executive", "head of state", "pope")  # fmt: skip
FAMILY_FIRST = {"CHN", "PRK", "KOR", "TWN", "HKG", "SGP"}
SUFFIXES = re.compile(r"(,? Jr\.?| [IVX]+)$")


def plain(text: str) -> str:
    """Lower case without accents and hyphens, to compare names of different lists."""
    text = unicodedata.normalize("NFKD", text.translate(str.maketrans("øØłŁđĐıəß", "oOlLdDies")))
    kept = "".join(c for c in text if not unicodedata.combining(c)).lower().replace("-", " ")
    return re.sub(r"[^a-z ]", "", kept).strip()


def written_terms() -> list[Term]:
    """The terms of office_holders_input.txt and further_offices_input.txt."""
    terms: list[Term] = []
    iso3 = office = sector = ""
    for line in (line for name in INPUTS for line in (HERE / name).read_text(encoding="utf-8").splitlines()):
        if line.startswith("@"):
            iso3, office, sector = line[1:].split(";")
        elif line and not line.startswith("#"):
            _add(terms, _written(line, iso3, office, sector))
    return terms


def _add(terms: list[Term], term: Term) -> None:
    """A term written twice stays once, with the names and the end of both."""
    names = {plain(name) for name in (term.name, *term.aliases)}
    for known in (t for t in terms if (t.iso3, t.office, t.since[:4]) == (term.iso3, term.office, term.since[:4])):
        if names & {plain(name) for name in (known.name, *known.aliases)}:
            known.aliases += [name for name in (term.name, *term.aliases) if name not in (known.name, *known.aliases)]
            known.until = known.until or term.until
            known.as_of = "" if known.until else known.as_of
            return
    terms.append(term)


def _written(line: str, iso3: str, office: str, sector: str) -> Term:
    names, since, until, gender = [*line.split(";"), "", ""][:4]
    # "Name/Surname|alias" and, for one name that is a whole name, "Name/|alias"
    first, *aliases = names.split("|")
    name, slash, surname = first.partition("/")
    aliases = [a.split("/")[0] for a in aliases if a.split("/")[0] != name]
    surname = surname or (name if slash else surname_of(name, iso3))
    as_of = "" if until else max(WRITTEN, since[:10])
    term = Term(iso3, name, office, since, until, "general knowledge", as_of, aliases, sector, surname)
    term.gender = gender or "m"
    return term


def surname_of(name: str, iso3: str) -> str:
    """The family name by the custom of the state: the first word in Chinese and Korean, else the last with its particle."""
    words = SUFFIXES.sub("", name).split()
    western = iso3 in {"TWN", "HKG", "SGP"} and "-" not in words[-1] and len(words) < 3
    if iso3 in FAMILY_FIRST and not western:
        return words[0]
    particle = len(words) > 2 and words[-2].lower() in {"de", "del", "von", "van", "bin", "al", "el", "le", "di", "dos"}
    return " ".join(words[-2:]) if particle else words[-1]


def same_person(one: Term, other: Term) -> bool:
    """Whether two terms are of the same person: one state, the family name of either within the full name of the other."""
    if one.iso3 != other.iso3:
        return False
    mine, theirs = set(plain(one.name).split()), set(plain(other.name).split())
    if plain(one.name).replace(" ", "") == plain(other.name).replace(" ", ""):
        return True
    if one.surname_only or other.surname_only:
        inside = mine <= theirs or theirs <= mine or _last(one) in theirs or _last(other) in mine
        return bool(mine and theirs) and (inside or SequenceMatcher(None, _last(one), _last(other)).ratio() >= 0.8)
    shared = len(mine & theirs) >= 2 and _alike(mine - theirs, theirs - mine)
    return shared or (_last(one) == _last(other) and plain(one.name)[0] == plain(other.name)[0])


def _alike(mine: set[str], theirs: set[str]) -> bool:
    """Whether what two names have of their own is one spelt differently: Kim Jong-il is not Kim Jong-un."""
    if not mine or not theirs:
        return True
    return SequenceMatcher(None, " ".join(sorted(mine)), " ".join(sorted(theirs))).ratio() >= 0.7


def same_start(one: Term, other: Term) -> bool:
    """Whether two heads of one state who took office in the same year or month are one, their names spelt differently."""
    length = min(len(one.since), len(other.since), 7)
    if one.iso3 != other.iso3 or one.since[:length] != other.since[:length]:
        return False
    mine, theirs = ([plain(n) for n in (t.name, *t.aliases)] for t in (one, other))
    return any(SequenceMatcher(None, a, b).ratio() >= 0.7 or a in b or b in a for a in mine for b in theirs)


def _last(term: Term) -> str:
    words = plain(SUFFIXES.sub("", term.surname or term.name)).split()
    return words[-1] if words else ""


def overlap(one: Term, other: Term) -> bool:
    """Whether two terms share a day, or lie within a year of one another at the end that a list may have late."""
    return one.since[:7] <= (other.until or "9999") and other.since[:7] <= (one.until or "9999")


def is_head(term: Term) -> bool:
    """Whether the office is that of a head of state or government."""
    return term.office in HEADS


def rank(office: str) -> str:
    """President and monarch count as heads of state, the others as heads of government; REIGN does not say which."""
    if office == "leader":
        return "any"
    return "government" if office in ("prime minister", "premier", "chancellor", "taoiseach") else "state"


def known(term: Term, terms: list[Term]) -> Term | None:
    """The term already listed that is this one in another list."""
    return next((other for other in terms if is_head(other) and _same_term(term, other)), None)


def _same_term(term: Term, other: Term) -> bool:
    ranks = {rank(term.office), rank(other.office)}
    if (len(ranks) == 2 and "any" not in ranks) or not overlap(term, other):
        return False
    if other.source.startswith("REIGN") and not (close(term.since, other.since) and close(term.until, other.until)):
        # REIGN follows who rules; the same person may hold several offices in that time.
        return False
    return same_person(term, other) or same_start(term, other)


def close(one: str, other: str) -> bool:
    """Whether two partial dates lie within 45 days of one another, or one of them is open."""
    if not one or not other:
        return True
    a, b = PartialDate.parse(one), PartialDate.parse(other)
    return max((a.earliest - b.latest).days, (b.earliest - a.latest).days) <= 45


def merge(lists: list[list[Term]]) -> list[Term]:
    """All terms; of a term in several lists the first stays, with the identifier and the latest `as_of` of the others."""
    merged: dict[str, list[Term]] = {}
    for term in lists[0]:
        merged.setdefault(term.iso3, []).append(term)
    for term in (term for terms in lists[1:] for term in terms):
        of_state = merged.setdefault(term.iso3, [])
        found = known(term, of_state)
        if found is None:
            of_state.append(term)
        else:
            _enrich(found, term)
    return [term for of_state in merged.values() for term in of_state]


def _enrich(found: Term, term: Term) -> None:
    found.wikidata = found.wikidata or term.wikidata
    found.gender = found.gender or term.gender
    if not found.until and not term.until:
        found.as_of = max(found.as_of, term.as_of)
    if found.surname_only and not term.surname_only:
        found.name, found.surname, found.surname_only = term.name, surname_of(term.name, term.iso3), False
    if found.office == "leader":
        found.office, found.source = term.office, f"{found.source}; {term.source}"
    if term.name != found.name and not term.surname_only and term.name not in found.aliases:
        found.aliases.append(term.name)


def spread_names(terms: list[Term]) -> None:
    """Give a term that has a surname only the full name that the same person bears in another term of that state."""
    by_state: dict[str, list[Term]] = {}
    for term in terms:
        by_state.setdefault(term.iso3, []).append(term)
    for term in (t for t in terms if t.surname_only):
        named = [t for t in by_state[term.iso3] if not t.surname_only and same_person(term, t) and _near(term, t)]
        if len({plain(t.name) for t in named}) == 1:
            term.name, term.surname, term.surname_only = named[0].name, named[0].surname, False
            term.source += "; name from another term"


def _near(one: Term, other: Term) -> bool:
    years = sorted(int(t[:4]) for t in (one.since, other.since))
    return years[1] - years[0] <= 15


def row(term: Term) -> str:
    """The term as a line of the table."""
    genders = dict(_genders())
    surname = term.surname or surname_of(term.name, term.iso3)
    gender = term.gender or genders.get(term.name.split()[0], "")
    cells = [term.name, "|".join(dict.fromkeys(term.aliases)), term.iso3, term.office, term.sector, term.since, term.until,
             term.as_of, gender, surname, "yes" if term.surname_only else "no", term.wikidata, term.source]  # fmt: skip
    return "\t".join(cells)


def _genders() -> list[tuple[str, str]]:
    lines = (DATA / "first_names.tsv").read_text(encoding="utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines if "\t" in line]  # type: ignore[misc]


def part_names(terms: list[Term]) -> None:
    """Take from the aliases of a term the name of somebody else of that state: a father's row bears not the son's name."""
    names: dict[str, set[str]] = {}
    for term in terms:
        names.setdefault(term.iso3, set()).add(plain(term.name))
    for term in terms:
        mine = plain(term.name)
        term.aliases = [a for a in term.aliases if plain(a) not in names[term.iso3] or _ratio(plain(a), mine) >= 0.8]


def _ratio(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other).ratio()


def corrected(terms: list[Term]) -> list[Term]:
    """The terms after corrections_input.txt; raises SystemExit for a correction that fits no term."""
    lines = (HERE / "corrections_input.txt").read_text(encoding="utf-8").splitlines()
    wrong = {tuple(line.split(";")[:4]): line.split(";")[4] for line in lines if line and not line.startswith("#")}
    kept = []
    for term in terms:
        office = wrong.pop((term.iso3, term.name, term.office, term.since), term.office)
        if office != "drop":
            term.office = office
            kept.append(term)
    if wrong:
        sys.exit(f"corrections_input.txt: no term for {'; '.join(map(str, wrong))} (correct the line or take it out)")
    return kept


def main() -> None:
    """Write the table."""
    folder = Path(sys.argv[1])
    lists = [written_terms(), current(folder), reign(folder), country_info(folder), wikidata(folder)]
    terms = [t for t in merge(lists) if t.since <= (t.until or "9999")]
    spread_names(terms)
    terms = corrected(terms)
    part_names(terms)
    lines = sorted(dict.fromkeys(row(t) for t in terms), key=lambda line: line.split("\t")[2])
    (DATA / "office_holders.tsv").write_text(HEAD + "\t".join(COLUMNS) + "\n" + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"office_holders.tsv: {len(lines)} rows, {sum(t.surname_only for t in terms)} of them surnames only")


if __name__ == "__main__":
    main()
