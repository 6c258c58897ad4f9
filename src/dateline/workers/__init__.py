"""Reading in several processes of this machine, each with a parser and networks of its own.

    with ReadingWorkers(2) as workers:
        add(articles, archive, read=workers.read, ahead=workers.ahead)

Readings come back in order and are the same as those of one process. The archive is written by the caller alone.
"""

from dateline.workers.pool import ReadingWorkers
from dateline.workers.worker import ReaderOptions

__all__ = ["ReaderOptions", "ReadingWorkers"]
