"""How much of what is told people have confirmed, edited or rejected, and who."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from dateline.archive.corrections import Correction
from dateline.archive.corrections.actor_records import actor_subjects
from dateline.archive.corrections.correction import ACTOR, DONE, subjects


@dataclass(frozen=True, slots=True)
class Reviewed:
    """Numbers of records by what was last said of them, of links, and of corrections that fit nothing now.

    `marks` say of each record that is shown who vouches for it: "corrected by A. Smith".
    """

    confirmed: int = 0
    edited: int = 0
    rejected: int = 0
    links: int = 0
    lost: int = 0
    people: tuple[str, ...] = ()
    marks: Mapping[str, str] = field(default_factory=dict)

    @property
    def total(self) -> int:
        """Corrections that are in force."""
        return self.confirmed + self.edited + self.rejected + self.links


def reviewed(corrections: Iterable[Correction], articles: Collection[str]) -> Reviewed:
    """What was said about records of these articles, about actors, and about links between articles."""
    made = [one for one in corrections if one.stands and (one.is_link or one.kind == ACTOR or one.article in articles)]
    about = subjects(one for one in made if one.in_force)
    numbers = Counter("edit" if _edited(one.corrections) else one.last.action for one in about)
    numbers.update("edit" if _edited(one.corrections) else "confirm" for one in actor_subjects(made))
    used = [one for one in made if one.in_force]
    return Reviewed(
        confirmed=numbers["confirm"],
        edited=numbers["edit"],
        rejected=numbers["reject"],
        links=sum(one.is_link for one in used),
        lost=len(made) - len(used),
        people=tuple(sorted({one.decided_by for one in used})),
        marks={
            one.last.record_now: f"{DONE[one.last.action]} by {one.last.decided_by}"
            for one in about
            if one.last.record_now and one.last.action != "reject"
        },
    )


def _edited(corrections: Iterable[Correction]) -> bool:
    """Whether it is there, with values of a person."""
    actions = [one.action for one in corrections]
    return actions[-1] != "reject" and "edit" in actions
