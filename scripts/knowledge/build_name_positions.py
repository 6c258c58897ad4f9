"""Write where names stand in the tables of actors and office holders, so that dateline need not read these as a whole.

To be run after any change of a table of names; a test compares its files with what the tables give.

    python scripts/knowledge/build_name_positions.py
"""

from __future__ import annotations

from dateline.actors import known
from dateline.knowledge import holders
from dateline.knowledge.name_positions import positions_text
from dateline.knowledge.tables import DATA

SOURCE = "{}; written by scripts/knowledge/build_name_positions.py"


def texts() -> dict[str, str]:
    """What each file should hold, by its name."""
    names, source = holders.positions_by_name(holders.table_names()), SOURCE.format(holders.TABLE)
    return {
        known.NAMES: positions_text(SOURCE.format("the tables of known actors"), known.positions_by_name()),
        holders.NAMES: positions_text(source, names),
        holders.SPELLINGS: positions_text(source, holders.positions_by_spelling(names)),
    }


def main() -> None:
    """Write all files."""
    for name, text in texts().items():
        (DATA / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
