"""The reading step as stages of Ray Data: open inputs, read packets, gather receipts."""

from __future__ import annotations

import os
import pickle
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from types import ModuleType
from typing import Any

from dateline.cluster.members import Member, Receipt, Run
from dateline.cluster.opening import CARGO, Row, open_group
from dateline.cluster.packets import ArticleNumbers, Input, groups
from dateline.errors import ClusterError, DatelineError
from dateline.sources import SourceOptions

OPENERS = 4
"""Members that one process keeps in work which opens inputs: to take the text out of a page costs a small part of reading it."""


@dataclass(frozen=True, slots=True)
class Work:
    """What a run reads: inputs, how they are read, what need not be read again, and how many articles make a packet."""

    inputs: Sequence[Input]
    options: SourceOptions
    known: ArticleNumbers
    size: int


def members_of(ray: ModuleType) -> int:
    """How many members a cluster has room for: one a core."""
    return max(1, int(ray.cluster_resources().get("CPU", 1)))


def receipts(ray: ModuleType, work: Work, run: Run) -> Iterator[Receipt]:
    """Read it all on the cluster that `ray` is connected to; a receipt for each packet, in the order in which they are done.

    Whatever a lost machine had in hand is done again by others. Raises ClusterError where no machine can go on.
    """
    if not work.inputs:
        return
    context = ray.data.DataContext.get_current()
    context.enable_progress_bars = False
    context.print_on_execution_start = False
    # So that each packet is a block of its own, and goes to whichever member is free.
    context.target_max_block_size = 1
    try:
        for row in _pipeline(ray, work, run).iter_rows():
            yield pickle.loads(row[CARGO])
    except ray.exceptions.RayError as error:
        raise ClusterError(f"the machines could not go on: {_cause(error)}") from error


def _pipeline(ray: ModuleType, work: Work, run: Run) -> Any:
    opened = [{CARGO: pickle.dumps(group)} for group in groups(work.inputs, work.size)]
    shared = {"shared": ray.put((work.options, work.known)), "size": work.size, "folder": os.getcwd()}
    members = members_of(ray)
    pool = ray.data.ActorPoolStrategy(min_size=1, max_size=members, initial_size=members, max_tasks_in_flight_per_actor=2)
    # Opening asks for no core: members hold all of them, and would wait for it for ever.
    return (
        ray.data.from_items(opened, override_num_blocks=len(opened))
        .flat_map(open_group, fn_kwargs=shared, num_cpus=0, compute=ray.data.TaskPoolStrategy(size=max(1, members // OPENERS)))
        .map(_Member, fn_constructor_kwargs={"run": run}, num_cpus=1, compute=pool)
    )


class _Member:
    def __init__(self, run: Run) -> None:
        self._member = Member(run, import_module("ray").get_runtime_context().get_node_id())

    def __call__(self, row: Row) -> Row:
        return {CARGO: pickle.dumps(self._member.take(pickle.loads(row[CARGO])))}


def _cause(error: BaseException) -> str:
    """What went wrong on the other machine, without the trace that Ray adds."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, DatelineError):
            return str(cause)
        cause = getattr(cause, "cause", None) or cause.__cause__
    return str(error).strip().splitlines()[-1]
