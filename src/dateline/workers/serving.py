"""The worker process: reads what it is sent until its owner closes the pipe or is gone."""

from __future__ import annotations

import os
import pickle
import sys
import traceback
from collections.abc import Sequence
from typing import Any, BinaryIO

from dateline.errors import DatelineError
from dateline.reading import load_models, read_articles
from dateline.records import Article
from dateline.workers.worker import READY, Problem, ReaderOptions, Result


def main() -> None:
    """Serve on standard input and output; whatever else prints goes to standard error."""
    os.environ["OMP_NUM_THREADS"] = "1"  # one process a core: threads would only take the cores from each other
    given, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    serve(given, answers)


def serve(given: BinaryIO, answers: BinaryIO) -> None:
    """The first message says how to read, each later one holds articles; one answer a message."""
    options: ReaderOptions = pickle.load(given)
    try:
        if options.model:
            load_models()
    except DatelineError as error:
        _answer(answers, str(error))
        return
    _answer(answers, READY)
    while True:
        try:
            articles = pickle.load(given)
        except EOFError:
            return
        _answer(answers, read(articles, options))


def read(articles: Sequence[Article], options: ReaderOptions) -> list[Result]:
    """Together, and where that fails one by one, so that a bad article costs no other."""
    try:
        return list(read_articles(articles, model=options.model, actors=options.actors, threads=False))
    except Exception as error:
        if len(articles) == 1:
            return [_problem(error)]
        return [result for article in articles for result in read([article], options)]


def _problem(error: Exception) -> Problem:
    if isinstance(error, DatelineError):
        return Problem(str(error))
    return Problem(f"{type(error).__name__}: {error}", "".join(traceback.format_exception(error)))


def _answer(answers: BinaryIO, message: Any) -> None:
    pickle.dump(message, answers)
    answers.flush()


if __name__ == "__main__":
    main()
