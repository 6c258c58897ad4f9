"""One run over a list of inputs: what is known is left out, the rest is read on the cluster, and what became of it is
counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from dateline.archive.clock import utc_now
from dateline.cluster.attempts import Attempts
from dateline.cluster.dataset import Dataset
from dateline.cluster.index import known_articles
from dateline.cluster.members import Receipt, Run
from dateline.cluster.packets import PLACES, Input, Unread
from dateline.cluster.parts import remove_drafts, write_unread
from dateline.cluster.session import session
from dateline.cluster.stages import Work, members_of, receipts
from dateline.errors import UnreadableSource
from dateline.knowledge.own_actors import OwnActors
from dateline.reading import reading_version
from dateline.sources import SourceOptions, find
from dateline.sources.walk import STANDARD_INPUT, Found

LARGEST = 256
"""Articles of a packet: a minute or two of reading, which is what the loss of a machine costs for each of its cores, and
parts of some megabytes."""
SMALLEST = 8
PACKETS_EACH = 8
"""Of a small pile, so that no member waits long for the last one."""


@dataclass(frozen=True, slots=True)
class Reader:
    """How articles are read, and on which cluster: the one at `address`, else one of this machine's cores. `packet` is how
    many are read together, None for as many as suit a pile of `expected` articles.
    """

    address: str | None = None
    model: bool = True
    actors: OwnActors | None = None
    expected: int | None = None
    packet: int | None = None

    @property
    def version(self) -> str:
        return reading_version(model=self.model, actors=self.actors)


@dataclass(slots=True)
class RunReport:
    """What a run did: articles read, how many were skipped as read before, the inputs that failed with their errors, the
    languages of those not in English, and how many articles each machine read.
    """

    added: set[str] = field(default_factory=set)
    skipped: int = 0
    failed: list[tuple[str, str]] = field(default_factory=list)
    languages: Counter[str] = field(default_factory=Counter)
    machines: Counter[str] = field(default_factory=Counter)
    interrupted: bool = False

    def take(self, receipt: Receipt) -> None:
        """Count what one packet brought; an article that two packets held was read twice and is counted once."""
        new = set(receipt.added) - self.added
        self.skipped += receipt.skipped + len(receipt.added) - len(new)
        self.added |= new
        self.failed += receipt.failed
        self.languages.update(receipt.languages)
        self.machines[receipt.machine] += len(receipt.added)


def read_into(
    dataset: Dataset,
    paths: Sequence[str],
    options: SourceOptions,
    reader: Reader,
    progress: Callable[[Receipt], None] = lambda receipt: None,
) -> RunReport:
    """Read files and folders into the dataset, passing over what this version has read. After Ctrl-C what has been written
    stays, and the report says `interrupted`; so it is when the program is killed, and the next run goes on.

    Raises MissingLibrary without Ray, ClusterError where the machines cannot be used.
    """
    inputs, unread = _inputs(paths)
    run = Run(dataset.root, utc_now().isoformat(), reader.version, reader.model, reader.actors)
    report = RunReport(failed=[(one.source, one.error) for one in unread])
    work = Work(inputs, options, known_articles(dataset, run.version), reader.packet or LARGEST)
    if options.metadata:
        rows = (options.metadata.lookup(one.found.name, one.found.root) for one in inputs)
        options.metadata.warn_of_unused(row for row in rows if row)
    try:
        with session(reader.address) as ray:
            remove_drafts(dataset)
            Attempts(dataset.root).forget()
            write_unread(dataset, run.began, run.version, unread)
            for receipt in receipts(ray, replace(work, size=_size(reader, members_of(ray))), run):
                report.take(receipt)
                progress(receipt)
    except KeyboardInterrupt:
        report.interrupted = True
    return report


def _size(reader: Reader, members: int) -> int:
    if reader.packet or reader.expected is None:
        return reader.packet or LARGEST
    return min(LARGEST, max(SMALLEST, -(-reader.expected // (members * PACKETS_EACH))))


def _inputs(paths: Sequence[str]) -> tuple[list[Input], list[Unread]]:
    """The files that the paths mean, numbered, and what is none."""
    inputs, unread = [], []
    for number, found in enumerate(find(paths)):
        if isinstance(found, Found) and found.name == STANDARD_INPUT:
            found = UnreadableSource(found.name, "other machines cannot read standard input", "name a file or a folder")
        if isinstance(found, Found):
            inputs.append(Input(number, found))
        else:
            unread.append(Unread(number << PLACES, found.source, str(found)))
    return inputs, unread
