"""In which language a text is: English by its function words, others by py3langid (Lui and Baldwin 2012).

An English article must not be lost for its foreign names and quotations, so another language needs both: hardly any English
function words, and a classifier that is sure.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from dateline.knowledge.function_words import function_words

ENGLISH = "en"
_SURELY_ENGLISH = 0.25
_ENGLISH = 0.2
"""Running English has 29 to 50 in 100 of its words among the function words, lists of names and results still 17."""
_SURE = 0.99
_HARDLY_ENGLISH, _LIKELY = 0.05, 0.5
"""Where even this share is not reached the classifier need only be right about the language not being English."""
_FEWEST_LETTERS = 60
"""Of fewer letters one cannot be sure."""
_LOOKED_AT = 20_000
_WORD = re.compile(r"[^\W\d_]+")


def language_of(text: str) -> str | None:
    """ISO 639-1 code of the language, or None: too little text, or too little certainty."""
    text = text[:_LOOKED_AT]
    words = _WORD.findall(text.lower())
    share = sum(word in function_words() for word in words) / len(words) if words else 0.0
    if share >= _SURELY_ENGLISH:
        return ENGLISH
    if sum(map(len, words)) >= _FEWEST_LETTERS:
        # The classifier goes by pairs of letters; capitals, figures and addresses lead it astray.
        code, probability = _classifier().classify(" ".join(words))
        if code == ENGLISH:
            return ENGLISH
        if share < _ENGLISH and probability >= (_LIKELY if share < _HARDLY_ENGLISH else _SURE):
            return str(code)
    return ENGLISH if share >= _ENGLISH else None


@cache
def _classifier() -> Any:
    # Loaded only for texts that are not plainly English.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # type: ignore[import-untyped]

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
