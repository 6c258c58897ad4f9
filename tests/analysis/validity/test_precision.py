"""Precision per type and field, of one coder and of two."""

import pytest

from dateline.analysis.validity.precision import ALL, WHOLE, CodedRecord, precision, whole_record


def coded(record, group, type_is, date_is=None, weight=1.0):
    codes = {name: code for name, code in (("type", type_is), ("date", date_is)) if code}
    return CodedRecord(record, group, group, weight, codes)


def rows(*coders):
    return {(row.group, row.field): row for row in precision(coders, ("type", "date"))}


def test_a_record_is_right_where_all_its_fields_are():
    assert whole_record({"type": "right", "date": "right"}, ("type", "date")) == "right"
    assert whole_record({"type": "wrong"}, ("type", "date")) == "wrong"
    assert whole_record({"type": "right", "date": "unclear"}, ("type", "date")) == "unclear"
    assert whole_record({"type": "right"}, ("type", "date")) is None


def test_shares_are_weighted_by_stratum():
    found = rows([coded("1", "ACCUSE", "right", "right", 9.0), coded("2", "AID", "wrong")])
    assert found[ALL, "type"].right.share == pytest.approx(0.9)
    assert found["AID", "type"].right.share == 0
    assert found[ALL, WHOLE].right.n == 2
    assert ("AID", "date") not in found
    assert found[ALL, "type"].agreement is None


def test_two_coders_count_half_each_and_together():
    one = [coded("1", "AID", "right"), coded("2", "AID", "right"), coded("3", "AID", "unclear")]
    other = [coded("1", "AID", "right"), coded("2", "AID", "wrong"), coded("3", "AID", "right")]
    row = rows(one, other)["AID", "type"]
    assert row.right.share == pytest.approx((1 + 0.5 + 1) / 3)
    assert row.right_for_all.share == pytest.approx(2 / 3)
    assert row.unclear == 1
    assert row.agreement.same == pytest.approx(1 / 3)


def test_blind_coders_agree_in_their_values_not_in_being_wrong():
    def blind(record, value):
        return CodedRecord(record, "AID", "", 1.0, {"type": "wrong"}, {"type": value})

    one, other = [blind("1", "assault"), blind("2", "accuse")], [blind("1", "assault"), blind("2", "reject")]
    assert rows(one, other)["AID", "type"].agreement.same == 0.5


def test_a_record_that_only_one_coded_counts_and_is_no_agreement():
    row = rows([coded("1", "AID", "right"), coded("2", "AID", "right")], [coded("1", "AID", "right")])["AID", "type"]
    assert (row.right.n, row.agreement.units) == (2, 1)


def test_what_a_judge_and_a_blind_coder_said_is_compared_as_right_or_wrong():
    judged = [coded(str(n), "AID", "right") for n in range(10)]
    blind = [CodedRecord(str(n), "AID", "", 1.0, {"type": "right"}, {"type": "meet"}) for n in range(10)]
    assert rows(judged, blind)["AID", "type"].agreement.same == 1
