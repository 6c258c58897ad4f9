"""Moving an article to another story, and taking that back: recorded, and respected from then on."""

from __future__ import annotations

from dateline.archive.archive import Archive
from dateline.archive.decision import USER
from dateline.archive.stories import StoryArticle, StoryDecision
from dateline.corroboration.stories.profiles import Profile, restored
from dateline.corroboration.stories.settling import settle
from dateline.corroboration.stories.updating import place
from dateline.errors import ArchiveError
from dateline.records import content_id

NEW = "new"
"""Stands for a story of its own."""


def move(archive: Archive, article: str, story: str, because: str) -> StoryDecision:
    """Record a user's decision that an article belongs to this story, or with `new` to one of its own; ids or beginnings of ids.

    The program then never moves it again, nor joins the two stories. Raises ArchiveError where one is not known, or it stands
    there.
    """
    found = archive.find_article(article)
    target = content_id("story", found, "by a user") if story == NEW else archive.stories.find(story)
    before = archive.stories.of_articles([found]).get(found)
    if before == target:
        raise ArchiveError(f"{article} stands in the story {story} already (`dateline stories list` shows them)")
    if not because.strip():
        raise ArchiveError("a decision needs a reason (say why in a few words)")
    with archive.transaction():
        for old in archive.stories.decisions():
            if old.stands and old.article == found:
                archive.stories.take_back(old.number, USER)
        decision = archive.stories.enter(found, target, because.strip(), USER)
        archive.stories.place([StoryArticle(found, target, None, None, because.strip())])
        settle(archive, {target, before} if before else {target})
    return decision


def undo(archive: Archive, number: int) -> StoryDecision:
    """Take a decision back; the article goes where the program thinks it belongs.

    Raises ArchiveError where there is none of that number, or it was taken back before.
    """
    decision = next((one for one in archive.stories.decisions() if one.number == number), None)
    if decision is None:
        raise ArchiveError(f"no decision has the number {number} (`dateline stories decisions` lists them)")
    if not decision.stands:
        raise ArchiveError(f"decision {number} was taken back before, by {decision.undone_by}")
    with archive.transaction():
        archive.stories.take_back(number, USER)
        place(archive, [_profile(archive, decision.article)])
    return next(one for one in archive.stories.decisions() if one.number == number)


def _profile(archive: Archive, article: str) -> Profile:
    return restored(archive.story_profiles.get([article])[article])
