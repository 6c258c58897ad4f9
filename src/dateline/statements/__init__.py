"""Who said what: source, cue and content; speaker; nested statements and the chain of outlets."""

from dateline.statements.assembly import assemble
from dateline.statements.deciding import decide, uttered
from dateline.statements.draft import Draft
from dateline.statements.drafting import draft_statements
from dateline.statements.tagging.features import words_of
from dateline.statements.tagging.tagging import Tagged, tag

__all__ = ["Draft", "Tagged", "assemble", "decide", "draft_statements", "tag", "uttered", "words_of"]
