"""What is kept of one state of the archive."""

import threading

from dateline.views.room.reader import Known


def test_what_nobody_asked_for_longest_goes_first():
    known = Known(2)
    for key in ("often", "seldom"):
        known.get(key, lambda key=key: key)
    known.get("often", lambda: "made again")
    known.get("new", lambda: "new")
    assert known.get("often", lambda: "made again") == "often"
    assert known.get("seldom", lambda: "made again") == "made again"


def test_two_who_ask_at_once_get_the_same():
    known, together, found = Known(), threading.Barrier(2, timeout=10), []

    def make():
        together.wait()
        return []

    threads = [threading.Thread(target=lambda: found.append(known.get("shared", make))) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(10)
    assert len(found) == 2
    assert found[0] is found[1]


def test_what_is_known_from_elsewhere_is_not_made():
    known = Known()
    known.put(names=("a",))
    assert known.get("names", tuple) == ("a",)


def test_of_what_is_large_less_is_kept():
    known = Known()
    for key in range(5):
        known.large("readings", 2).get(key, lambda key=key: key)
    known.get("small", lambda: "small")
    assert [known.large("readings", 2).get(key, lambda: "made again") for key in (4, 3, 2)] == [4, 3, "made again"]
    assert known.get("small", lambda: "made again") == "small"
