"""The brief as one HTML file: style inside, no scripts, nothing fetched."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from dateline.views.brief import Brief
from dateline.views.brief_page import brief_page


def brief_html(brief: Brief) -> str:
    """A whole page."""
    return _template().render(page=brief_page(brief)) + "\n"


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("dateline.views"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("brief.html")
