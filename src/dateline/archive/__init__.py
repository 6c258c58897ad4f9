"""The archive: one DuckDB file that keeps every reading, as tables for SQL and as the contract's own lines."""

from dateline.archive.actor_decisions import ActorDecision
from dateline.archive.actor_identities import ActorIdentities
from dateline.archive.archive import Archive, open_archive
from dateline.archive.copy_relation import CopyRelation
from dateline.archive.filters import About, Filters
from dateline.archive.ledger import LedgerEntry
from dateline.archive.proposal_identities import KnownProposal, ProposalIdentities, ProposalNaming

__all__ = [
    "About", "ActorDecision", "ActorIdentities", "Archive", "CopyRelation", "Filters", "KnownProposal", "LedgerEntry",
    "ProposalIdentities", "ProposalNaming", "open_archive",
]  # fmt: skip
