import numpy

from dateline.language.parsing import ParseCache
from dateline.language.parsing.cache import OVERHEAD

MARKS = numpy.zeros((10, 5), dtype=numpy.int16)
COST = MARKS.nbytes + OVERHEAD


def test_what_was_put_is_found_and_counted():
    kept = ParseCache()
    kept.put(b"a", MARKS)
    assert kept.get(b"a", 10) is not None
    assert kept.get(b"b", 7) is None
    assert (kept.use().taken, kept.use().missing, kept.use().size) == (10, 7, COST)


def test_never_larger_than_its_limit_and_the_longest_unused_goes_first():
    kept = ParseCache(3 * COST)
    for key in (b"a", b"b", b"c"):
        kept.put(key, MARKS)
    kept.get(b"a", 10)
    kept.put(b"d", MARKS)
    assert [kept.get(key, 10) is not None for key in (b"a", b"b", b"c", b"d")] == [True, False, True, True]
    assert kept.use().size <= 3 * COST


def test_the_same_key_is_kept_once():
    kept = ParseCache()
    kept.put(b"a", MARKS)
    kept.put(b"a", MARKS)
    assert (len(kept), kept.use().size) == (1, COST)


def test_a_limit_of_nothing_keeps_nothing():
    kept = ParseCache(0)
    kept.put(b"a", MARKS)
    assert len(kept) == 0


def test_a_part_of_a_large_array_does_not_keep_the_whole():
    kept = ParseCache()
    kept.put(b"a", numpy.zeros((10_000, 5), dtype=numpy.int16)[:10])
    assert kept.get(b"a", 10).base is None
