"""Which proper names are people, and which mentions name the same person.

Every mention of a name votes for its type, so that one wrong label is outvoted by titles, appositions and other labels. A full
name groups with its parts: surname, a given name after Mr or Ms (as in Ethiopia), the first word in Korea and China.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from dateline.actors.columns import Columns
from dateline.actors.lexicon import Noun, longest_noun, name_endings
from dateline.actors.name_runs import GLUED_DIGITS, HONORIFICS, NICKNAME, Run
from dateline.knowledge.cues import verb_cues
from dateline.knowledge.discourse import discourse_nouns
from dateline.knowledge.holidays import holiday_names
from dateline.knowledge.nouns import gender_of_first_name
from dateline.knowledge.surnames import surnames_first

PERSON_MENTION = 2
"""Votes that one mention at least of a single word needs: a label alone is not enough ("Brexit")."""
PERSON_MULTIPLE, PERSON_SINGLE = 1, 3
"""Votes that a name of several words, and one of a single word, needs to be a person's."""
_LEADS = 6
"""Votes for the full name of who leads a state on the day."""
_LABELS = {"PERSON": 1, "GPE": -1, "LOC": -2, "FAC": -2, "EVENT": -2, "PRODUCT": -1, "NORP": -1, "LAW": -2}


@dataclass(frozen=True, slots=True)
class Witnesses:
    """What is known about names in general.

    `leaders` gives the last word of the office of a head of state or government of a surname: "President Trump" is he, although
    the article names Ivanka Trump in full. `gender` is that of the office holder of a full name.
    """

    first_names: frozenset[str]
    leaders: Callable[[str], str | None]
    gender: Callable[[str], str | None] = lambda name: None
    leader: Callable[[str], str | None] = lambda surname: None
    """The name in full of the head of state or government of a surname."""


_JUST_NAMED = 25
"""Tokens back at which another of the same surname still is the one meant."""
_CREDITS = frozenset(
    {"photo", "photos", "pool", "ap", "reuters", "afp", "getty", "images", "epa", "via", "file", "handout", "picture"}
)
_IMAGES = frozenset({"images", "photo", "pool", "test", "act", "treaty", "prize", "award", "bill", "doctrine"})
_ALSO = frozenset(
    {"aka", "a k a", "alias", "né", "née", "nicknamed", "also called", "real name", "born", "who goes by", "whose real name is"}
)
_BODIES = frozenset({"armed_group", "company", "intergovernmental", "government_body", "outlet"})
_GENERATIONS = frozenset({"jr", "sr", "ii", "iii"})
_PLACES_OF = frozenset("mayor governor city town village province port district region island suburb".split())
_LANDFORMS = frozenset(
    {"mount", "lake", "cape", "fort", "camp", "port", "river", "bay", "island", "hill", "point", "valley", "ford"}
)
"""With which the names of places open that end in somebody's surname, or open with one: Mount Mantap, Fort Meade."""
_SHIPS = frozenset({"uss", "usns", "hms", "hmcs", "hmas", "ins", "iris", "jds", "roks"})
"""With which the names of ships open."""
_GLUED = re.compile(r"(?!Mc|Mac|Mul|De|Le|La|Di|Du|Van|O)[A-Z][a-z]{3,}[A-Z][a-z]{2,}")
"""Two words that a page ran together: "PompeoProtests"."""
_MARKS = frozenset("\"'“”‘’")


@dataclass(slots=True)
class Person:
    """A name of the article that is a person's; `words` is the longest form, `shown` as the article writes it.

    `sure` says that a table of office holders or a "Mr" tells the gender, not the given name alone.
    """

    words: tuple[str, ...]
    shown: str
    runs: list[Run] = field(default_factory=list)
    gender: str | None = None
    known: bool = False
    sure: bool = False

    @property
    def surname_first(self) -> bool:
        return surname_first(self.words)

    @property
    def surname(self) -> str:
        if self.surname_first:
            return self.words[0]
        return self.words[-2] if len(self.words) > 1 and is_generation(self.words[-1]) else self.words[-1]


def is_generation(word: str) -> bool:
    """ "Jr.", "III": what tells a son from a father of the same name."""
    return word.strip(".,") in _GENERATIONS


def surname_first(words: Sequence[str]) -> bool:
    """Does the first word look like the surname ("Kim Jong-un", "Zhao Kerong")?"""
    if len(words) not in (2, 3) or words[0] not in surnames_first():
        return False
    return "-" in words[1] or len(words) == 3 or words[-1] not in surnames_first()


def people(cols: Columns, runs: Sequence[Run], known: Witnesses) -> list[Person]:
    """The people of the article with all runs that name them."""
    by_words: dict[tuple[str, ...], list[Run]] = {}
    for run in runs:
        glued = _GLUED.fullmatch(cols.words[run.end - 1])
        if not (run.titular or is_credit(cols, run) or glued or _is_day_or_ship(run) or _is_cut_off(cols, run)):
            by_words.setdefault(_plain(run.words), []).append(run)
    by_words = {words: found for words, found in by_words.items() if not _two_names(words, by_words)}
    given = known.first_names | surnames_first()
    for pair in [w for w in by_words if len(w) == 2 and (w[0],) in by_words and w[0] not in given]:
        by_words[pair] = [r for r in by_words[pair] if not _qualifies(cols, r)]
    by_words = {words: found for words, found in by_words.items() if found}
    found: list[Person] = []
    for words in sorted(by_words, key=lambda w: (-len(w), by_words[w][0].start)):
        _assign(cols, found, words, _led(cols, found, words, by_words[words], known), known)
    _claim_headline_names(cols, found, runs)
    _claim_titular_names(found, runs)
    return merge_aliases(cols, found)


def _is_day_or_ship(run: Run) -> bool:
    """ "Yom Kippur", "USS Porter"."""
    return run.words[0] in _SHIPS or " ".join(run.words) in holiday_names()


def _is_cut_off(cols: Columns, run: Run) -> bool:
    """ "George W." where "Bush administration" is a name of its own."""
    ends_in_initial = len(run.words) > 1 and len(run.words[-1]) < 5 and run.words[-1].endswith(".")
    return ends_in_initial and not is_generation(run.words[-1]) and cols.tag[run.end : run.end + 1] == ["NNP"]


def _qualifies(cols: Columns, run: Run) -> bool:
    """ "Trump Asia" in "Trump Asia tour": not a name but words before a noun."""
    return cols.dep[run.head] == "compound" and cols.head[run.head] >= run.end


def _two_names(words: tuple[str, ...], all_words: Collection[tuple[str, ...]]) -> bool:
    """ "Trump Kim Jong-un" in a caption: two names of the article side by side."""
    cuts = range(1, len(words))
    return len(words) > 2 and any(words[:c] in all_words and words[c:] in all_words for c in cuts)


def _led(cols: Columns, found: list[Person], words: tuple[str, ...], mentions: list[Run], known: Witnesses) -> list[Run]:
    """Take out the mentions of a leader by surname: of the one found with that title, else as a person of their own."""
    office = known.leaders(words[0]) if len(words) == 1 else None
    if office is None or not any(_titled(cols, r, office) for r in mentions):
        return mentions
    relatives = [p for p in found if p.surname == words[0] and not is_generation(p.words[-1])]
    leader = next((p for p in relatives if any(_titled(cols, r, office) for r in p.runs)), None)
    if not relatives or relatives == [leader]:
        return mentions
    mine = [r for r in mentions if not r.honorific or HONORIFICS[r.honorific] != "f"]
    if leader is not None:
        leader.runs.extend(mine)
    else:
        found.append(Person(words, _shown(cols, mine), mine, None))
    return [r for r in mentions if r not in mine]


def _titled(cols: Columns, run: Run, office: str) -> bool:
    return office in cols.lower[max(run.first - 2, 0) : run.start]


def _plain(words: tuple[str, ...]) -> tuple[str, ...]:
    """A name without initials: "Donald J. Trump" is "Donald Trump"."""
    kept = tuple(w for w in words if len(w.strip(".")) > 1)
    return kept if len(kept) > 1 else words


def _assign(cols: Columns, found: list[Person], words: tuple[str, ...], mentions: list[Run], known: Witnesses) -> None:
    rest: list[Run] = []
    for run in mentions:
        person = same_person(found, run, words, known)
        (person.runs if person else rest).append(run)
    if not rest:
        return
    single = len(words) == 1 and known.leaders(words[0]) is None
    credit = 2 if len(words) > 1 and words[0] in known.first_names else 1 if len(words) == 1 and not single else 0
    ballots = [votes(cols, r) + _LEADS * _leads(words, known) for r in rest]
    if single and max(ballots) < PERSON_MENTION:
        return
    if sum(ballots) + credit >= (PERSON_SINGLE if single else PERSON_MULTIPLE):
        shown = _shown(cols, rest)
        told = known.gender(shown) or courtesy(rest)
        found.append(Person(words, shown, rest, told or _by_given_name(words), sure=told is not None))


def _leads(words: tuple[str, ...], known: Witnesses) -> bool:
    """Is it the full name of a head of state or government: "the Kim Jong-un regime"?"""
    name = known.leader(words[0] if surname_first(words) else words[-1]) if len(words) > 1 else None
    return name is not None and _letters(words) == _letters(name.casefold().split())


def _shown(cols: Columns, mentions: Iterable[Run]) -> str:
    forms = Counter(cols.text(r.start, r.end) for r in mentions)
    mixed = [f for f in forms if not f.isupper()] or [max(forms, key=lambda f: forms[f]).title()]
    shown = max(mixed, key=lambda f: forms[f])
    return NICKNAME.sub("", GLUED_DIGITS.sub("", shown))


def courtesy(mentions: Iterable[Run]) -> str | None:
    """The gender that the honorifics of a name tell."""
    genders = Counter(HONORIFICS[r.honorific] for r in mentions if r.honorific)
    return next((g for g, _ in genders.most_common() if g), None)


def _by_given_name(words: tuple[str, ...]) -> str | None:
    return gender_of_first_name(words[0]) if len(words) > 1 and not surname_first(words) else None


def same_person(found: Sequence[Person], run: Run, words: tuple[str, ...], known: Witnesses) -> Person | None:
    """The person, among those known by a longer name, whom this shorter name means."""
    if len(words) > 1:
        return next((p for p in found if _same_full_name(p.words, words) and not _another_generation(p, words, known)), None)
    fitting = [p for p in found if words[0] in p.words] or [p for p in found if f"al-{words[0]}" in p.words]
    if run.honorific and HONORIFICS[run.honorific]:
        gender = HONORIFICS[run.honorific]
        fitting = [p for p in fitting if p.gender in (None, gender)] or [p for p in fitting if not p.sure]
    if known.leaders(words[0]) is not None:
        fitting = [p for p in fitting if not is_generation(p.words[-1])]
    by_surname = [p for p in fitting if p.surname == words[0]]
    return _leading(by_surname, run, known) or max(by_surname or fitting, key=lambda p: _prominence(p, run), default=None)


def _leading(fitting: Sequence[Person], run: Run, known: Witnesses) -> Person | None:
    """Of several Kims the one who leads a state, unless another has just been named."""
    name = known.leader(run.words[0]) if len(fitting) > 1 else None
    leader = next((p for p in fitting if name is not None and _letters(p.words) == _letters(name.casefold().split())), None)
    if leader is None:
        return None
    back = {_last_before(p, run): p for p in fitting if p.surname_first}
    nearest = max(back, default=-1)
    return back[nearest] if nearest >= 0 and run.start - nearest < _JUST_NAMED else leader


def _last_before(person: Person, run: Run) -> int:
    return max((r.start for r in person.runs if r.start < run.start), default=-1)


def _another_generation(person: Person, words: tuple[str, ...], known: Witnesses) -> bool:
    """Donald Trump and Donald Trump Jr., while the one without the suffix leads a state."""
    differs = is_generation(person.words[-1]) != is_generation(words[-1])
    return differs and known.leaders(person.surname) is not None


def _prominence(person: Person, run: Run) -> tuple[int, int]:
    """The nearest full mention before, then the number of mentions."""
    before = [r.start for r in person.runs if r.start < run.start and len(r.words) > 1]
    return (len(person.runs), max(before, default=-1))


def _same_full_name(full: tuple[str, ...], words: tuple[str, ...]) -> bool:
    if full == words or (full[0] == words[0] and full[-1] == words[-1]) or _letters(full) == _letters(words):
        return True
    return full[: len(words)] == words or full[-len(words) :] == words or tuple("".join(full).split("-")) == words


def _letters(words: Sequence[str]) -> str:
    """A name without its spaces and hyphens: "Kim Jong-un" and "Kim Jong Un" are one."""
    return "".join(words).replace("-", "")


def votes(cols: Columns, run: Run) -> int:
    """How strongly one mention says that its name is a person's; below nought for a place or a body."""
    score = _LABELS.get(cols.entity[run.head], 0)
    score += 3 * bool(run.honorific) + 2 * run.office + _human_neighbours(cols, run)
    score += 3 * _speaks_in_transcript(cols, run)
    score += cols.dep[run.head] == "nsubj" and cols.lemma[cols.head[run.head]] in verb_cues()
    if cols.dep[run.head] == "pobj" and cols.lower[cols.head[run.head]] in ("in", "at", "near", "into"):
        score -= 2
    score -= 3 * _governed_place(cols, run)
    if run.start > 0 and run.end < len(cols) and cols.words[run.start - 1] in _MARKS and cols.words[run.end] in _MARKS:
        score -= 3
    if run.first == run.start and run.start > 0 and cols.lower[run.start - 1] == "the" and cols.head[run.start - 1] == run.head:
        score -= 3
    score -= 3 * (apposed_body(cols, run) is not None)
    last = cols.lower[run.end - 1].strip(".")
    is_given = len(run.words) == 2 and cols.entity[run.head] == "PERSON" and gender_of_first_name(run.words[0]) is not None
    if is_given and last in name_endings():
        return score  # Samantha Power
    return score - 4 if last in name_endings() or last in discourse_nouns("place") or last in _IMAGES else score


def _governed_place(cols: Columns, run: Run) -> bool:
    """ "The mayor of San Juan", "the port of Santa Rosa"."""
    of = cols.head[run.head]
    return cols.dep[run.head] == "pobj" and cols.lower[of] == "of" and cols.lemma[cols.head[of]] in _PLACES_OF


def _human_neighbours(cols: Columns, run: Run) -> int:
    """A word for a person right before the name, in apposition to it, or "who" after it."""
    before = run.first - 1
    if before >= 0 and _human(cols, before) and cols.sentence[before] == cols.sentence[run.start]:
        return 2
    apposed = [k for k in cols.kids[run.head] if cols.dep[k] == "appos" and k > run.head]
    if cols.dep[run.head] == "appos":
        apposed.append(cols.head[run.head])
    if any(_human(cols, k) for k in apposed):
        return 2
    return 2 if run.end + 1 < len(cols) and cols.lower[run.end + 1] == "who" and cols.words[run.end] == "," else 0


def apposed_body(cols: Columns, run: Run) -> Noun | None:
    """ "The Azzam Brigades, a jihadist group": the noun for a body that explains the name."""
    for k in cols.kids[run.head]:
        if cols.dep[k] == "appos" and k > run.end and cols.tag[k] == "NN" and cols.kid(k, "det") is not None:
            noun = longest_noun(cols.lower[max(cols.left[k], k - 2) : k + 1])
            return noun if noun is not None and noun.kind in _BODIES else None
    return None


def _human(cols: Columns, token: int) -> bool:
    noun = longest_noun([cols.lower[token]])
    return noun is not None and noun.human


def _speaks_in_transcript(cols: Columns, run: Run) -> bool:
    """ "TOM ASHDOWN: Badly in public": a name in capitals that opens a paragraph and ends in a colon."""
    if run.end >= len(cols) or cols.words[run.end] != ":" or not cols.words[run.start].isupper():
        return False
    return run.first == 0 or cols.paragraph[run.first - 1] != cols.paragraph[run.first]


def _claim_headline_names(cols: Columns, found: Sequence[Person], runs: Sequence[Run]) -> None:
    """In a headline every word has a capital, so that a known name may stand within a longer run."""
    claimed = {id(r) for p in found for r in p.runs}
    for run in runs:
        if id(run) in claimed or len(run.words) < 2 or run.words[0] in _LANDFORMS:
            continue
        for person in found:
            part = _part(cols, run, person)
            if part is not None:
                person.runs.append(part)
                break


def _claim_titular_names(found: Sequence[Person], runs: Iterable[Run]) -> None:
    """ "King said", where the article has named an Angus King: the word of office is his surname."""
    for run in runs:
        person = next((p for p in found if len(p.words) > 1 and p.surname == run.words[0]), None) if run.titular else None
        if person is not None:
            person.runs.append(run)


def is_credit(cols: Columns, run: Run) -> bool:
    """ "AP Photo/Eugene Hoshiko", "Kim Kyung-Hoon/Pool Photo via AP", "Getty Images": who took a picture acts not in the text."""
    around = cols.lower[max(run.first - 3, 0) : run.end + 3]
    words = {part for word in around for part in word.split("/")}
    beside = {cols.words[i] for i in (run.first - 1, run.end) if 0 <= i < len(cols)}
    slashed = "/" in beside or any("/" in w for w in cols.words[run.first : run.end])
    return (slashed and bool(words & _CREDITS)) or set(run.words) <= _CREDITS


def _part(cols: Columns, run: Run, person: Person) -> Run | None:
    for size in (len(person.words), 1):
        wanted = person.words if size > 1 else (person.surname,)
        for start in range(run.start, run.end):
            end = _end_of(cols, start, run.end, wanted)
            if end is not None:
                return Run(start, start, end, end - 1, wanted, False, None, run.headline)
    return None


def _end_of(cols: Columns, start: int, stop: int, wanted: tuple[str, ...]) -> int | None:
    for end in range(start + 1, stop + 1):
        if tuple(cols.text(start, end).casefold().split()) == wanted:
            return end
    return None


def merge_aliases(cols: Columns, found: list[Person]) -> list[Person]:
    """One person for two names that the text itself equates: "Kim Sang Dok, also known as Tony Kim"."""
    owner = {id(r): p for p in found for r in p.runs}
    runs = sorted((r for p in found for r in p.runs), key=lambda r: r.start)
    gone: set[int] = set()
    for one, other in pairwise(runs):
        first, second = owner[id(one)], owner[id(other)]
        if first is second or not _equates(cols, one.end, other.first):
            continue
        first.runs.extend(second.runs)
        first.gender = first.gender or second.gender
        owner.update((id(r), first) for r in second.runs)
        gone.add(id(second))
    return [p for p in found if id(p) not in gone]


def _equates(cols: Columns, start: int, end: int) -> bool:
    """Do the words from `start` to `end` say that the next name is another name of the same person?"""
    between = [w.strip(".") for w in cols.lower[start:end] if w not in (",", "(", "-", "–")]
    text = " ".join(between)
    return text in _ALSO or (len(between) in (2, 3, 4) and text.endswith("known as"))
