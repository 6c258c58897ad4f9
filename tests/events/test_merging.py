def test_headline_lead_and_body_tell_one_event(coded):
    article = coded(
        "Finland recalled its ambassador to Hungary on Monday.\n\nThe weather was mild.\n\nHelsinki had recalled its ambassador once before.",
        "Finland recalls ambassador from Hungary",
    )
    first = next(e for e in article.events if e.type == "SANCTION")
    assert len(first.mentions) >= 2
    assert first.in_headline
    assert first.trigger in first.mentions
    assert first.date is not None


def test_different_dates_are_different_events(coded):
    article = coded("Mali expelled a French officer on Monday.\n\nMali expelled a French officer on Thursday.")
    assert len([e for e in article.events if e.type == "SANCTION"]) == 2


def test_attack_and_its_dead_are_one_event(coded):
    article = coded("Gunmen from Sudan ambushed a Chadian patrol on Sunday, killing six soldiers.")
    event = article.only("ASSAULT")
    assert [(q.what, q.low) for q in event.quantities] == [("dead", 6)]
    assert len(event.mentions) == 2


def test_a_denied_deed_is_not_merged_with_a_done_one(coded):
    article = coded(
        "Mali bombed a Mauritanian airfield on Monday.\n\nMali denied that it had bombed a Mauritanian airfield on Thursday."
    )
    assert {e.factuality for e in article.events if e.type == "ASSAULT"} == {"actual", "denied"}


def test_attacks_in_two_countries_are_two(coded):
    article = coded("The army struck a base in Syria on Monday. Last year the army struck a base in Somalia.")
    assert len([e for e in article.events if e.type == "ASSAULT"]) == 2
