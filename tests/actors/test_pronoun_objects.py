"""The object of a verb joined to another: "arrested X and beat him"."""

import dateline


def test_both_verbs_have_one_object():
    text = "President Obama signed the act after Russia arrested lawyer Sergei Magnitsky and beat him to death."
    reading = dateline.read(text, published="2018-08-11", model=False)
    him = text.index("him")
    assert [a.name for a in reading.actors if any(m.start == him for m in a.mentions)] == ["Sergei Magnitsky"]


def test_it_is_not_the_state_named_as_its_own_object():
    text = "Israel may go to war with Iran to stop it attacking Israel."
    reading = dateline.read(text, published="2018-08-11", model=False)
    it = text.index("it ")
    assert [a.name for a in reading.actors if any(m.start == it for m in a.mentions)] != ["Israel"]
