"""Who said what: source, cue and content; speaker; nested statements and the chain of outlets."""

from dateline.statements.assembly import assemble
from dateline.statements.draft import Draft
from dateline.statements.drafting import draft_statements

__all__ = ["Draft", "assemble", "draft_statements"]
