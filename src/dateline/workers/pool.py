"""The workers together: articles out a few at a time, results back in order, workers that have ended replaced."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from queue import SimpleQueue
from types import TracebackType

from dateline.errors import ReadingFailed
from dateline.language import BATCH
from dateline.records import Article, Reading
from dateline.workers.worker import PROGRAM, Problem, ReaderOptions, Result, Worker, WorkerEnded

logger = logging.getLogger(__name__)


class ReadingWorkers:
    """So many processes that read; a context. Raises WorkerError on entry where the models cannot be loaded."""

    def __init__(self, count: int, options: ReaderOptions | None = None, program: Sequence[str] = PROGRAM) -> None:
        self._count, self._options, self._program = count, options or ReaderOptions(), program
        self._workers: list[Worker] = []
        self._idle: SimpleQueue[Worker] = SimpleQueue()
        self._closed = False

    @property
    def ahead(self) -> int:
        """Batches that `ingest.add` should hand over before it waits for the first: the workers read while it writes."""
        return 1 + self._count // 4

    @property
    def process_ids(self) -> tuple[int, ...]:
        return tuple(worker.process_id for worker in self._workers)

    def __enter__(self) -> ReadingWorkers:
        self._threads = ThreadPoolExecutor(self._count, thread_name_prefix="worker")
        self._workers = [Worker(self._options, self._program) for _ in range(self._count)]
        try:
            for worker in self._workers:
                worker.wait_until_ready()
                self._idle.put(worker)
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """End the processes, whatever they do."""
        self._closed = True
        self._threads.shutdown(wait=False, cancel_futures=True)
        for worker in self._workers:
            worker.kill()
        self._threads.shutdown()
        for worker in self._workers:
            worker.close()

    def read(self, articles: Sequence[Article]) -> Iterator[Reading | ReadingFailed]:
        """One result for each article, in order. The articles are handed out at once, whenever the results are asked for."""
        chunks = [articles[k : k + BATCH] for k in range(0, len(articles), BATCH)]
        futures = [self._threads.submit(self._read_chunk, chunk) for chunk in chunks]
        return _collected(chunks, futures)

    def _read_chunk(self, articles: Sequence[Article]) -> list[Result]:
        """Together; where that ends the worker, each alone, and what ends its worker once more is given up."""
        worker = self._idle.get()
        try:
            found = self._try(worker, articles)
            if not isinstance(found, WorkerEnded):
                return found
            logger.warning("a worker process %s while it read %d articles; now one by one", found, len(articles))
            return [self._alone(worker, article) for article in articles]
        finally:
            self._idle.put(worker)

    def _alone(self, worker: Worker, article: Article) -> Result:
        found = self._try(worker, [article])
        if isinstance(found, WorkerEnded):
            return Problem(f"the process that read it {found}, twice (is it so long that memory runs out?)")
        return found[0]

    def _try(self, worker: Worker, articles: Sequence[Article]) -> list[Result] | WorkerEnded:
        try:
            return worker.read(articles)
        except WorkerEnded as ended:
            if self._closed:
                raise
            worker.replace()
            return ended


def _collected(chunks: Sequence[Sequence[Article]], futures: Sequence[Future[list[Result]]]) -> Iterator[Reading | ReadingFailed]:
    for chunk, future in zip(chunks, futures, strict=True):
        for article, result in zip(chunk, future.result(), strict=True):
            yield result if isinstance(result, Reading) else _failed(article, result)


def _failed(article: Article, problem: Problem) -> ReadingFailed:
    if problem.trace:
        logger.error("%s: unexpected error while it was read\n%s", article.source, problem.trace)
    return ReadingFailed(article.source, article.id, problem.message)
