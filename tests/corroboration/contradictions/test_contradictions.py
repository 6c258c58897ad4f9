from datetime import date

from tests.corroboration.telling import ARMY, KEBEDE, MINISTRY, by_id, incident, outlet, told

from dateline.corroboration.contradictions import contradictions_of, corrections_in
from dateline.corroboration.origins import Original, origins_of
from dateline.records import DateInterval


def found(*readings, copies=None):
    one, every, copies = incident(*readings), by_id(*readings), copies or {}
    return contradictions_of(
        one,
        origins_of(one, every, {copy: (Original(first),) for copy, first in copies.items()}),
        every,
        corrections_in(every, copies),
    )


def killed(publisher, day, low, high, words, **fields):
    return told(publisher, day, f"A strike on a convoy [killed] {words} people on Sunday.", killed=(low, high, words), **fields)


def labels(contradiction):
    return [version.label for version in contradiction.versions]


def test_numbers_whose_bounds_do_not_overlap():
    (dispute,) = found(killed("Reuters", 10, 4, 4, "four"), killed("AFP", 10, 9, 9, "nine", says=KEBEDE))
    assert (dispute.point, dispute.about, labels(dispute), dispute.is_update) == (
        "number",
        "dead",
        ["four people", "nine people"],
        False,
    )
    (claim,) = dispute.versions[1].claims
    assert (claim.outlet, claim.speakers, claim.published) == ("AFP", ("Selamawit Kebede",), date(2025, 3, 10))


def test_at_least_a_dozen_and_14_agree():
    assert found(killed("Reuters", 10, 12, None, "at least a dozen"), killed("AFP", 10, 14, 14, "14")) == ()


def test_a_round_number_stands_for_those_around_it():
    assert found(killed("Reuters", 10, 2000, 2000, "2,000"), killed("AFP", 10, 1987, 1987, "1,987")) == ()
    assert found(killed("Reuters", 10, 20, 20, "about 20"), killed("AFP", 10, 18, 18, "18")) == ()
    assert len(found(killed("Reuters", 10, 10, 10, "10"), killed("AFP", 10, 14, 14, "14"))) == 1


def test_a_toll_that_grows_over_days_is_an_update():
    (dispute,) = found(killed("Reuters", 10, 4, 4, "four"), killed("AFP", 12, 9, 9, "nine"), killed("BBC", 14, 11, 11, "11"))
    assert dispute.is_update
    assert labels(dispute) == ["four people", "nine people", "11 people"]


def test_one_that_falls_is_none_and_the_open_number_goes_with_the_nearest():
    (dispute,) = found(
        killed("Reuters", 12, 4, 4, "four"), killed("AFP", 10, 9, 9, "nine"), killed("BBC", 12, 4, None, "at least four")
    )
    assert not dispute.is_update
    assert [[claim.outlet for claim in version.claims] for version in dispute.versions] == [["BBC", "Reuters"], ["AFP"]] or [
        sorted(claim.outlet for claim in version.claims) for version in dispute.versions
    ] == [["BBC", "Reuters"], ["AFP"]]


def test_soldiers_and_civilians_are_counted_apart():
    soldiers = killed("Reuters", 10, 5, 5, "five")
    event = soldiers.events[0]
    quantity = type(event.quantities[0])("dead", 5, 5, "soldiers", event.quantities[0].span)
    counted = type(event)(**{f: getattr(event, f) for f in event.__slots__} | {"quantities": (quantity,)})
    other = killed("AFP", 10, 2, 2, "two")
    militia = type(event)(
        **{f: getattr(other.events[0], f) for f in event.__slots__}
        | {"quantities": (type(quantity)("dead", 2, 2, "militiamen", other.events[0].quantities[0].span),)}
    )
    readings = [type(r)(r.article, r.actors, r.statements, (e,)) for r, e in ((soldiers, counted), (other, militia))]
    assert found(*readings) == ()


def test_what_is_corrected_counts_no_more_nor_what_others_have_from_it():
    first = killed("Reuters", 14, 14, 14, "14")
    note = "(This story has been corrected to say that four people were killed, not 14)\n\n"
    second = told("Reuters", 15, f"{note}A strike on a convoy [killed] four people on Sunday.", killed=(4, 4, "four"))
    echo = killed("Nile Courier", 14, 14, 14, "14", says=outlet("Reuters"))
    other = killed("AFP", 14, 9, 9, "nine")
    (dispute,) = found(first, second, echo, other, copies={second.article.id: first.article.id})
    assert labels(dispute) == ["four people", "nine people"]
    assert {claim.told_by for claim in dispute.taken_back} == {"Reuters", "Nile Courier"}
    assert all("corrected by Reuters" in (claim.taken_back or "") for claim in dispute.taken_back)


def test_told_and_denied_stand_side_by_side():
    (dispute,) = found(
        told("AFP", 10, "Ethiopia [shelled] a post, the army said.", says=ARMY),
        told("BBC", 10, "Ethiopia had not [shelled] a post, the ministry said.", says=MINISTRY, factuality="denied"),
    )
    assert (dispute.point, labels(dispute)) == ("factuality", ["it happened", "it did not happen"])
    assert dispute.versions[1].claims[0].speakers == ("Ethiopian water ministry",)


def test_who_did_it_to_whom():
    (dispute,) = found(
        told("AFP", 10, "Ethiopia [shelled] a post, the army said.", says=ARMY),
        told("BBC", 10, "Sudan [shelled] a post, the ministry said.", says=MINISTRY, sources=("a_sdn",), targets=("a_eth",)),
    )
    assert (dispute.point, set(labels(dispute))) == ("sides", {"Ethiopia", "Sudan"})


def test_days_further_apart_than_time_zones():
    later = DateInterval(date(2025, 3, 12), date(2025, 3, 12))
    next_day = DateInterval(date(2025, 3, 10), date(2025, 3, 10))
    text = "Ethiopia [shelled] a post."
    (dispute,) = found(told("AFP", 13, text), told("BBC", 13, text, date=later))
    assert (dispute.point, labels(dispute)) == ("date", ["2025-03-09", "2025-03-12"])
    assert found(told("AFP", 13, text), told("BBC", 13, text, date=next_day)) == ()
