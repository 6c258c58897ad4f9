from dataclasses import replace

from tests.corroboration.telling import ARMY, KEBEDE, MINISTRY, OFFICIALS, SUDAN, by_id, incident, outlet, told

from dateline.archive import CopyRelation
from dateline.corroboration.origins import Original, originals_of, origins_of, tree_of

REUTERS, BBC = outlet("Reuters"), outlet("BBC")


def origins(*readings, copies=None, **fields):
    originals = {copy: (Original(first),) for copy, first in (copies or {}).items()}
    return origins_of(incident(*readings, **fields), by_id(*readings), originals)


def test_an_outlet_that_tells_it_itself_is_an_origin_and_its_own_eyes_a_source():
    found = origins(told("Reuters", 10, "Ethiopia [shelled] a post."), told("BBC", 10, "Ethiopia [shelled] a Sudanese post."))
    assert found.origins == ("BBC", "Reuters") or found.origins == ("Reuters", "BBC")
    assert [source.kind for source in found.primary_sources] == ["own account", "own account"]


def test_who_only_passes_on_another_adds_none_and_the_one_passed_on_counts_without_an_article():
    found = origins(told("Daily Express", 11, "Ethiopia [shelled] a post, Reuters reports.", says=REUTERS))
    assert found.origins == ("Reuters",)
    assert found.testimonies[0].path == ("Daily Express", "Reuters")
    assert found.testimonies[0].how == "citation"


def test_names_of_one_outlet_are_one():
    found = origins(
        told("Associated Press", 10, "Ethiopia [shelled] a post."),
        told("Nile Post", 11, "Ethiopia [shelled] a post, AP said.", says=outlet("AP")),
        told("CNN (Web News)", 11, "Ethiopia [shelled] a post, the Associated Press said.", says=outlet("The Associated Press")),
    )
    assert found.origins == ("Associated Press",)


def test_a_chain_ends_at_the_outlet_nearest_to_the_facts():
    article = told("Daily Express", 11, "Ethiopia [shelled] a post.", says=KEBEDE, chain=("BBC", "Reuters"))
    assert origins(article).origins == ("Reuters",)
    assert origins(article).testimonies[0].path == ("Daily Express", "BBC", "Reuters")


def test_a_copy_passes_on_its_original():
    original = told("AFP", 11, "Ethiopia [shelled] a Sudanese border post at dawn.")
    copy = told("Nile Courier", 11, "Ethiopia [shelled] a Sudanese border post at dawn.")
    found = origins(original, copy, copies={copy.article.id: original.article.id})
    assert found.origins == ("AFP",)
    assert {t.how for t in found.testimonies} == {"first-hand", "copy"}


def test_a_paragraph_of_its_own_in_a_copy_is_the_copiers():
    original = told("AFP", 11, "Ethiopia [shelled] a Sudanese border post at dawn.")
    copy = told("Nile Courier", 11, "Our correspondent watched gunners [bombard] the garrison town of Gedaref through the night.")
    assert origins(original, copy, copies={copy.article.id: original.article.id}).origins == ("AFP", "Nile Courier")


def test_an_agencys_dateline_makes_the_text_the_agencys():
    article = told("Washington Times", 11, "CAIRO (AP) — Ethiopia [shelled] a post.")
    assert origins(article).origins == ("AP",)
    assert origins(article).testimonies[0].how == "credit"


def test_an_agencys_byline_does_too_and_a_contribution_does_not():
    by_line = told("Boston Herald", 11, "Ethiopia [shelled] a post.", byline="Associated Press")
    assert origins(by_line).origins == ("Associated Press",)
    helped = told("Fox News", 11, "Ethiopia [shelled] a post.\n\nThe Associated Press contributed to this report.")
    assert origins(helped).origins == ("Fox News",)
    assert origins(helped).testimonies[0].part == ("The Associated Press",)


def test_who_is_passed_on_and_only_passes_on_is_no_origin():
    found = origins(
        told("Nile Courier", 12, "Ethiopia [shelled] a post, the BBC said.", says=BBC),
        told("BBC", 11, "Ethiopia [shelled] a post, Reuters reported.", says=REUTERS),
    )
    assert found.origins == ("Reuters",)
    assert found.testimonies[0].path == ("Nile Courier", "BBC", "Reuters")


def test_what_an_outlet_passes_on_later_is_not_what_was_cited():
    found = origins(
        told("Nile Courier", 10, "Ethiopia [shelled] a post, the BBC said.", says=BBC),
        told("BBC", 14, "Ethiopia [shelled] a post, Reuters reported.", says=REUTERS),
    )
    assert set(found.origins) == {"BBC", "Reuters"}


def test_outlets_that_cite_each_other_are_one_origin_and_a_loop():
    found = origins(
        told("Nile Courier", 11, "Ethiopia [shelled] a post, the Khartoum Star said.", says=outlet("Khartoum Star")),
        told("Khartoum Star", 11, "Ethiopia [shelled] a post, the Nile Courier said.", says=outlet("Nile Courier")),
    )
    assert len(found.origins) == 1
    assert found.loops == (("khartoum star", "nile courier"),)


def test_a_loop_in_which_one_saw_it_is_none():
    found = origins(
        told("Nile Courier", 11, "Ethiopia [shelled] a post, the Khartoum Star said.", says=outlet("Khartoum Star")),
        told("Khartoum Star", 11, "Ethiopia [shelled] a post, the Nile Courier said.", says=outlet("Nile Courier")),
        told("Khartoum Star", 12, "Ethiopia [shelled] a post."),
    )
    assert (found.origins, found.loops) == (("Khartoum Star",), ())


def test_ten_papers_that_quote_one_spokesman_have_one_source():
    papers = [told(f"Paper {n}", 11, "Sudan [shelled] a post, Selamawit Kebede said.", says=KEBEDE) for n in "ABCDEFGHIJ"]
    found = origins(*papers)
    assert len(found.origins) == 10
    assert [source.name for source in found.primary_sources] == ["Selamawit Kebede"]


def test_unnamed_officials_of_one_outlet_are_one_source():
    found = origins(
        told("AFP", 10, "Ethiopia [shelled] a post, two officials said.", says=OFFICIALS),
        told("AFP", 11, "Ethiopia [shelled] a second post, two officials said.", says=OFFICIALS),
        told("BBC", 11, "Ethiopia [shelled] a post, two officials said.", says=OFFICIALS),
    )
    assert [source.kind for source in found.primary_sources] == ["anonymous", "anonymous"]


def test_a_ministry_is_no_source_beside_its_minister():
    found = origins(
        told("AFP", 10, "Sudan [shelled] a post, the water ministry said.", says=MINISTRY),
        told("BBC", 10, "Sudan [shelled] a post, the minister said.", says=KEBEDE),
    )
    assert [source.name for source in found.primary_sources] == ["Selamawit Kebede"]


def test_a_statement_on_paper_is_a_document():
    article = told("AFP", 10, "The army [shelled] a post, it said in a statement.", says=ARMY)
    statement = article.statements[0]
    at = article.article.text.index("said in")
    quoted = replace(statement, cue=(type(statement.content[0])(at, at + 4),))
    assert origins(replace(article, statements=(quoted,))).primary_sources[0].kind == "document"


def test_what_only_a_party_to_it_says_is_marked():
    army = told("AFP", 10, "Ethiopia [shelled] a post, the army said.", says=ARMY)
    assert origins(army).only_by_party == "SDN"
    assert origins(army, told("BBC", 10, "Ethiopia [shelled] a post.")).only_by_party is None
    assert origins(army, told("BBC", 10, "Ethiopia [shelled] a post.", says=MINISTRY)).only_by_party is None


def test_an_outlet_that_speaks_for_a_party_is_the_party():
    article = told("SUNA", 10, "Ethiopia [shelled] a post.")
    assert origins(article).only_by_party == "SDN"


def test_who_threatens_says_so_and_needs_no_other_witness():
    threat = told("AFP", 10, "Sudan [threatened] Ethiopia.", says=SUDAN, sources=("a_sdn",), factuality="actual", type="THREATEN")
    assert origins(threat, type="THREATEN").only_by_party is None


def test_who_denies_it_does_not_vouch_for_it():
    found = origins(
        told("AFP", 10, "Ethiopia [shelled] a post, the army said.", says=ARMY),
        told("BBC", 10, "Ethiopia had not [shelled] a post, the ministry said.", says=MINISTRY, factuality="denied"),
    )
    assert found.origins == ("AFP",)
    assert [source.name for t in found.testimonies if t.denies for source in t.sources] == ["Ethiopian water ministry"]
    assert not found.only_denied


def test_nameless_media_are_an_origin_only_where_nobody_else_is():
    media = told("Nile Post", 10, "Ethiopia [shelled] a post, local media reported.", says=outlet("local media"))
    assert origins(media).origins == ("local media",)
    assert origins(media, told("BBC", 10, "Ethiopia [shelled] a post.")).origins == ("BBC",)


def test_the_tree_has_each_outlet_under_the_one_it_has_it_from():
    original = told("AFP", 11, "Ethiopia [shelled] a Sudanese border post at dawn.")
    copy = told("Nile Courier", 11, "Ethiopia [shelled] a Sudanese border post at dawn.")
    echo = told("Daily Express", 12, "Ethiopia [shelled] a post, AFP said.", says=outlet("AFP"))
    (root,) = tree_of(origins(original, copy, echo, copies={copy.article.id: original.article.id}))
    assert root.outlet == "AFP"
    assert [branch.outlet for branch in root.passed_on_by] == ["Nile Courier", "Daily Express"]
    assert [source.name for source in root.sources] == ["AFP"]


def test_a_text_merged_from_two_has_each_part_from_its_own_original():
    afp = told("AFP", 11, "Ethiopia [shelled] a Sudanese border post at dawn on Sunday.")
    bbc = told("BBC", 11, "Raiders from Sudan [attacked] a farming village near the frontier early on Sunday.")
    merged = told(
        "Nile Courier",
        12,
        "Ethiopia shelled a Sudanese border post at dawn on Sunday.\n\n"
        "Raiders from Sudan [attacked] a farming village near the frontier early on Sunday.",
    )
    key = merged.article.id
    relations = [CopyRelation(key, afp.article.id, 0.5, "", "merged"), CopyRelation(key, bbc.article.id, 0.5, "", "merged")]
    found = origins_of(incident(merged), by_id(afp, bbc, merged), originals_of(relations))
    assert found.testimonies[0].path == ("Nile Courier", "BBC")


def test_state_media_without_a_name_are_the_states_outlet_that_has_one():
    media = told("Nile Post", 10, "Ethiopia [shelled] a post, Sudanese state media said.", says=outlet("Sudanese state media"))
    agency = told("Delta Daily", 10, "Ethiopia [shelled] a post, SUNA said.", says=outlet("SUNA"))
    assert origins(media).origins == ("Sudanese state media",)
    assert origins(media, agency).origins == ("SUNA",)
