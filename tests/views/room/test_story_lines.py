"""Running stories, and one of them."""

import pytest

from dateline.errors import ArchiveError
from dateline.views.room.story_lines import story_lines, story_list, story_page


def test_stories_of_several_articles_the_largest_first(reader):
    stories = story_list(reader).stories
    assert stories
    assert [one.articles for one in stories] == sorted((one.articles for one in stories), reverse=True)
    assert all(one.articles > 1 for one in stories)


def test_a_story_tells_its_articles_and_incidents_in_order(reader):
    line = story_list(reader).stories[0]
    page = story_page(reader, line.id)
    assert page.line == line
    assert len(page.articles) == line.articles
    assert len({one.outlet for one in page.articles}) == line.outlets
    for days in ([one.published for one in page.articles], [one.day for one in page.incidents if one.day]):
        assert days == sorted(days)
    assert all(one.reason for one in page.articles)


def test_lines_in_the_order_asked(reader):
    ids = [one.id for one in story_list(reader).stories][::-1]
    assert [one.id for one in story_lines(reader, [*ids, "none"])] == ids
    assert story_lines(reader, []) == ()


def test_what_is_not_there(reader):
    with pytest.raises(ArchiveError):
        story_page(reader, "none")
