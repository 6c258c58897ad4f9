"""What is kept from collection while articles are added, and that nothing is afterwards."""

import gc
import weakref

from dateline.archive.collection import LOOKED_THROUGH, kept_from_collection


class Circle:
    def __init__(self):
        self.self = self


def test_what_is_in_memory_is_exempt_until_the_end():
    with kept_from_collection() as exempt:
        before = gc.get_freeze_count()
        exempt()
        assert gc.get_freeze_count() > before
    assert gc.get_freeze_count() == before


def test_garbage_is_collected_before_the_rest_is_exempted():
    with kept_from_collection() as exempt:
        watched = weakref.ref(Circle())
        exempt()
        assert watched() is None


def test_what_became_garbage_after_it_was_exempted_is_collected_in_the_end():
    with kept_from_collection() as exempt:
        circle = Circle()
        watched = weakref.ref(circle)
        exempt()
        del circle
        exempt()
        assert watched() is not None
        for _ in range(LOOKED_THROUGH):
            exempt()
        assert watched() is None


def test_what_others_exempted_stays_exempt():
    gc.freeze()
    try:
        with kept_from_collection() as exempt:
            exempt()
        assert gc.get_freeze_count() > 0
    finally:
        gc.unfreeze()


def test_garbage_is_looked_for_as_often_as_before_afterwards():
    before = gc.get_threshold()
    with kept_from_collection():
        assert gc.get_threshold()[0] > before[0]
    assert gc.get_threshold() == before
