"""The shares of `knowledge/data/statement_evidence.tsv`, counted on PolNeAR dev.

For each family of rules: how many drafts the network marks too (agreed) and how many not (alone, outside of other reported
words), and the share of each that is right as in `reliability.py`, before the decision changes their spans. Families of fewer
than 20 are shrunk in the table towards all. PolNeAR lies outside the project, in ../shared; where it is missing, this says
so and exits 0.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator

from attributions import documents
from reliability import FOLDER, outcomes_of

from dateline.knowledge.statement_evidence import evidence_for
from dateline.language import Document
from dateline.models import load_attribution_network
from dateline.statements import draft_statements, tag, words_of
from dateline.statements.deciding import partners, within
from dateline.statements.tagging.marks import marks


def main() -> int:
    """Print one row a family."""
    if not FOLDER.is_dir():
        print("evidence: skipped, PolNeAR is not here (looked for ../shared/data/polnear/dev)")
        return 0
    counted: dict[tuple[str, str], list[bool]] = defaultdict(list)
    for document in documents(FOLDER):
        for family, voice, right in verdicts(document):
            counted[family, voice].append(right)
            counted["all", voice].append(right)
    for (family, voice), outcomes in sorted(counted.items()):
        print(f"{family:12} {voice:7} {len(outcomes):5d}  right {sum(outcomes) / len(outcomes):.2f}")
    return 0


def verdicts(document: Document) -> Iterator[tuple[str, str, bool]]:
    """Family, `agreed` or `alone`, and outcome of each draft of the rules."""
    right = outcomes_of(document.article)
    drafts = draft_statements(document)
    found = list(marks(document, tag(words_of(document), load_attribution_network())))
    agreed = partners(drafts, found)
    for k, draft in enumerate(drafts):
        if k in agreed or not any(within(draft, other) for other in drafts):
            voice = "agreed" if k in agreed else "alone"
            yield evidence_for(draft.rule).family, voice, right(draft.content, draft.source_spans)


if __name__ == "__main__":
    sys.exit(main())
