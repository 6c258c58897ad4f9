"""A worker that knows no models: what it does with an article stands in the article.

"die": ends, always. "die once FILE": ends unless FILE is there, and makes it. "stumble": an error. "slow": takes a while.
"""

import os
import signal
import sys
import time
from pathlib import Path

from dateline.records import Reading
from dateline.workers import serving


def read_articles(articles, *, model, actors, threads):
    for article in articles:
        if article.text == "die":
            os.kill(os.getpid(), signal.SIGKILL)
        if article.text.startswith("die once"):
            flag = Path(article.text.split()[-1])
            if not flag.exists():
                flag.touch()
                os.kill(os.getpid(), signal.SIGKILL)
        if article.text == "stumble":
            raise ZeroDivisionError("by zero")
        if article.text == "slow":
            time.sleep(0.03)
        yield Reading(article, version=str(os.getpid()))


if __name__ == "__main__":
    serving.read_articles = read_articles
    serving.load_models = lambda: None
    if sys.argv[1:] == ["--damaged"]:
        sys.exit(3)
    serving.main()
