"""Charts as Vega-Lite specifications with their data, each beside the table that says the same."""

from dateline.views.charts.chart import Chart
from dateline.views.charts.sparkline import sparkline
from dateline.views.charts.statements import statements_chart
from dateline.views.charts.stories import stories_chart
from dateline.views.charts.tension import tension_chart
from dateline.views.charts.themes import theme, themed
from dateline.views.charts.volume import volume_chart

__all__ = ["Chart", "sparkline", "statements_chart", "stories_chart", "tension_chart", "theme", "themed", "volume_chart"]
