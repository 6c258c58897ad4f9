"""Archives to which articles are added one after another, and the news of each step."""

from dateline.analysis.news.finding import Asked, news_since_look
from dateline.analysis.news.state import State, from_json
from dateline.archive import open_archive
from dateline.ingest import add


def added(path, *readings):
    """The archive with these readings added, each article in a run of its own."""
    with open_archive(path) as archive:
        for reading in readings:
            report = add([reading.article], archive, version="test", read=lambda articles, one=reading: iter([one]))
            assert not report.failed, report.failed
    return path


class Looker:
    """Looks at an archive again and again; each look starts from what the last one kept."""

    def __init__(self, path, asked=None):
        self.path, self.asked, self.state = path, asked or Asked(), State()

    def look(self):
        with open_archive(self.path, read_only=True) as archive:
            news, state = news_since_look(archive, self.state, self.asked)
        self.state = from_json(state.to_json())
        return news

    def items(self, subject="incident"):
        return [(item.kind, item.deed, item.what) for item in self.look().items if item.subject == subject]
