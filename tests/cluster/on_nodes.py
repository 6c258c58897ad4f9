"""A cluster of node processes on this machine that reads a folder: `on_nodes.py FOLDER DATASET NODES PACKET KILLED`.

Each node but the head, which reads nothing, has one core. After the first packet the node that read it is killed with all its
processes, and so on, KILLED of them. Written at the end, as one line of JSON, is what the run says of itself. A program of its own, so
that no thread and no warning of Ray's is left in the tests.
"""

from __future__ import annotations

import json
import sys
from importlib import import_module
from pathlib import Path

from dateline.cluster.dataset import make_dataset
from dateline.cluster.members import Receipt
from dateline.cluster.reading_run import Reader, read_into
from dateline.cluster.session import installed
from dateline.sources import SourceOptions, load_metadata

STORE = 80 * 1024 * 1024
NODE = {"include_dashboard": False, "include_log_monitor": False, "object_store_memory": STORE}
SOON = {"health_check_initial_delay_ms": 500, "health_check_period_ms": 500, "health_check_failure_threshold": 4}
"""A node that is lost is missed after two seconds, not half a minute."""


def main(folder: str, dataset: str, nodes: int, packet: int, killed: int) -> None:
    """Read the folder and tell."""
    installed()
    cluster = import_module("ray.cluster_utils").Cluster(
        initialize_head=True, head_node_args={**NODE, "num_cpus": 0, "_system_config": SOON}
    )
    working = {node.node_id: node for node in (cluster.add_node(**NODE, num_cpus=1) for _ in range(nodes))}
    lost: list[str] = []

    def progress(receipt: Receipt) -> None:
        if len(lost) < killed and receipt.machine in working:
            lost.append(receipt.machine)
            cluster.remove_node(working.pop(receipt.machine), allow_graceful=False)

    try:
        metadata = Path(folder) / "metadata.csv"
        options = SourceOptions(metadata=load_metadata(metadata) if metadata.is_file() else None, any_language=False)
        reader = Reader(cluster.address, packet=packet)
        report = read_into(make_dataset(Path(dataset)), [folder], options, reader, progress)
    finally:
        cluster.shutdown()
    told = {"added": len(report.added), "skipped": report.skipped, "failed": report.failed, "languages": report.languages}
    sys.stdout.write(json.dumps(told | {"machines": report.machines, "lost": lost}) + "\n")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], *map(int, sys.argv[3:]))
