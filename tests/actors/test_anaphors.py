"""One person or group under several descriptions, and descriptions and pronouns that find the right one."""

from casts import Told


def test_one_of_a_group_is_the_person_named_beside() -> None:
    told = Told("One of the rescued sailors, Tomas Vega, said he was cold. He added that it was dark.")
    assert told.name("One of the rescued sailors") == "Tomas Vega"
    assert told.name("He") == "Tomas Vega"


def test_also_known_as_joins_two_names() -> None:
    told = Told("Kim Min Ok, also known as Anna Kim, was freed. Hector Luna, better known as Pedro Paz, was not.")
    assert {"Kim Min Ok", "Hector Luna"} <= told.names()
    assert not {"Anna Kim", "Pedro Paz"} & told.names()


def test_spellings_of_one_name_are_one_person() -> None:
    told = Told("Kim Jong-un spoke. Kim Jong Un then left. Bashar al-Assad stayed. Assad spoke.")
    assert len([a for a in told.cast.actors if a.kind == "person"]) == 2


def test_a_surname_that_is_an_office() -> None:
    told = Told("Senator Angus King of Maine, a Democrat, warned against it. King said on CNN that he was worried.")
    assert told.name("King", 1) == "Angus King"
    assert told.actor("Angus King").country == "USA"  # type: ignore[union-attr]


def test_an_office_before_the_name_without_a_comma() -> None:
    told = Told("The new chief of staff John Kelly left. “We saw [Secretary of State] Rex Tillerson,” said Mark Lane.")
    assert told.name("chief") == "John Kelly"
    assert told.name("Secretary") == "Rex Tillerson"


def test_an_unknown_noun_explained_by_a_name_is_the_person() -> None:
    told = Told("“They sang all night,” said the campanologist, Manolis Petrou.")
    assert told.name("the campanologist") == "Manolis Petrou"


def test_the_former_leader_is_a_president_of_the_past() -> None:
    told = Told("President Barack Obama signed the order. The former leader promised to explain. Mike Pompeo agreed.")
    assert told.name("The former leader") == "Barack Obama"


def test_an_office_of_a_named_country_is_its_holder_in_the_article() -> None:
    told = Told(
        "The US secretary of state warned Moscow. Rex Tillerson spoke on Monday. The Japanese leader, Shinzo Abe, agreed."
    )
    assert told.name("US secretary of state") == "Rex Tillerson"


def test_a_governor_by_his_state() -> None:
    told = Told("Gov. Rick Ramos (R) of Ohio spoke of North Korea. The Ohio governor praised the troops.")
    assert told.name("The Ohio governor") == "Rick Ramos"
    assert told.actor("Rick Ramos").code == "USA GOV"  # type: ignore[union-attr]


def test_the_president_of_a_company_is_of_no_government() -> None:
    told = Told("North Korea fired a rocket. Open Gates president Daniel Cury prayed for calm.")
    assert told.actor("Daniel Cury").country is None  # type: ignore[union-attr]


def test_the_diplomat_is_the_spokeswoman_but_no_head_of_state() -> None:
    told = Told("Larisa Orlova, the Russian Foreign Ministry spokeswoman, arrived. “We are ready,” the diplomat pointed out.")
    assert told.name("the diplomat") == "Larisa Orlova"
    told = Told("President Donald Trump left. The official said that he was tired.")
    assert told.name("The official") != "Donald Trump"


def test_the_same_number_of_people_is_the_same_people() -> None:
    told = Told("Three Canadians released from prison landed on Monday. The three men wept. The detainees were tired.")
    assert told.name("The three men") == told.name("The detainees") == "Three Canadians"


def test_leaders_lead() -> None:
    told = Told("Donald Trump called Kim Jong Un. Marta Rojas and Mike Pence were there. The two leaders will meet.")
    assert told.members("The two leaders") == {"Donald Trump", "Kim Jong Un"}


def test_both_sides_are_those_of_the_topic_and_no_territory() -> None:
    told = Told("North Korea threatened Guam. North Korea and the United States then talked. Guam slept. Both sides should wait.")
    assert told.members("Both sides") == {"North Korea", "United States"}


def test_the_alliance_and_the_bloc() -> None:
    told = Told("NATO and the European Union met. The EU was content. The alliance asked for time. The bloc agreed.")
    assert told.name("The alliance") == "North Atlantic Treaty Organization"
    assert told.name("The bloc") == "European Union"


def test_he_is_not_within_his_own_adjunct() -> None:
    told = Told(
        "Peter Novak flew to Rome on Sunday. After speaking to Mr Lavrov there, he said: “We differ.” He met Mr Lavrov again."
    )
    assert told.name("he", told.text[: told.text.index("he said")].count("he")) == "Peter Novak"
    assert told.name("He") == "Peter Novak"


def test_a_speaker_goes_on_through_whole_quotations() -> None:
    told = Told(
        "Peter Novak was angry. “They lied,” he said.\n\n“They lie today.”\n\n“They lied before.”\n\n“They always lie.”\n\n"
        "“Nobody trusts them,” he said of the board."
    )
    last = told.text[: told.text.rindex("he said")].count("he")
    assert told.name("he", last) == "Peter Novak"


def test_his_regime_beside_a_name() -> None:
    told = Told("Peter Novak praised Bashar al-Assad and his regime.")
    assert told.name("his") == "Bashar al-Assad"


def test_rivals_are_the_states_that_are_named() -> None:
    told = Told("Iran's regional rivals, Saudi Arabia and Israel, rejoiced. India's old enemy, Pakistan, did not.")
    assert told.members("rivals") == {"Saudi Arabia", "Israel"}
    assert told.name("enemy") == "Pakistan"


def test_allies_are_of_no_country() -> None:
    told = Told("European allies and longstanding US allies protested.")
    assert {(a.kind, a.country) for a in told.cast.actors if "allies" in a.name} == {("other", None)}


def test_an_office_before_its_holder_is_named() -> None:
    told = Told(
        "The national security adviser warned Iran that the White House would act. The warning came from Peter Rowan, the new "
        "national security adviser to President Trump."
    )
    assert told.name("The national security adviser") == "Peter Rowan"
    assert told.actor("Peter Rowan").country == "USA"  # type: ignore[union-attr]


def test_another_official_is_somebody_else() -> None:
    told = Told("A U.S. official said it failed. Another U.S. official said it flew. An officer fell. An officer ran.")
    assert told.actor("A U.S. official").id != told.actor("Another U.S. official").id  # type: ignore[union-attr]


def test_who_speaks_a_quotation_is_not_the_he_within() -> None:
    told = Told(
        "“He is a good and honest man,” Marcus Nolan said of Kim Jong Un. “What he wants is a deal with us all,” Nolan said."
    )
    assert told.name("he") == "Kim Jong Un"


def test_who_after_a_place_is_the_person_before() -> None:
    told = Told("They arrested the mayor of San Ramon, who had begged them to stop.")
    assert told.name("who") == "mayor of San Ramon"


def test_two_states_of_one_name() -> None:
    assert Told("The two Koreas agreed to talk.").members("The two Koreas") == {"North Korea", "South Korea"}


def test_a_name_that_a_page_repeats() -> None:
    told = Told("“It was fine,” Dan Sullivan Daniel Scott SullivanRomney told Nikki Haley Nimrata (Nikki) HaleyHaley on Monday.")
    assert {"Dan Sullivan", "Nikki Haley"} <= told.names()


def test_the_two_who_met() -> None:
    told = Told(
        "Kim Jong Un met with Chinese President Xi Jinping in China, and later with South Korean President Moon Jae-in. "
        "During the summit, the two discussed peace."
    )
    assert told.members("the two") == {"Kim Jong Un", "Moon Jae-in"}


def test_the_people_named_by_their_number_and_by_name() -> None:
    told = Told("Three Americans were freed. The Americans -- Kim Dong Chul, Kim Hak-song and Tony Kim -- were glad.")
    assert told.name("The Americans") == "Three Americans"
    assert told.actor("Tony Kim").country == "USA"  # type: ignore[union-attr]


def test_the_object_does_what_it_is_accused_of_and_urged_to_do() -> None:
    told = Told("Donald Trump accused Venezuela's leader, Nicolas Maduro, of starving his own people.")
    assert told.name("his") == "Nicolas Maduro"


def test_a_possessive_may_come_before_its_name() -> None:
    told = Told("Peter Brown left. After being briefed by his army, Shin Kyung-min asked what had happened.")
    assert told.name("his") == "Shin Kyung-min"


def test_a_rogue_regime_rules_and_is_no_set_of_rules():
    told = Told("Trump warned North Korea that the United States was ready. He urged the rogue regime's dictator to think.")
    assert told.actor("the rogue regime's dictator").country == "PRK"  # type: ignore[union-attr]
    told = Told("Trump warned North Korea. He praised the sanctions regime.")
    assert told.actor("sanctions regime") is None


def test_a_regime_named_after_its_leader_names_him():
    told = Told("Trump tightened the screws on the Xi Jinping regime. Moon Jae-in met Xi.")
    assert told.actor("Xi").country == "CHN"  # type: ignore[union-attr]


def test_an_administration_without_more_is_american_where_americans_rule():
    told = Told("A judge blocked President Trump's ban. The list adds Chad. Administration officials said that they were ready.")
    assert told.actor("Administration officials").country == "USA"  # type: ignore[union-attr]
    told = Told("The mayor of N'Djamena quit. Chad waited. Administration officials said that they were ready.")
    assert told.actor("Administration officials").country != "USA"  # type: ignore[union-attr]


def test_administration_officials_are_american() -> None:
    told = Told("The United States waited. Administration officials said that they were ready.")
    assert told.actor("Administration officials").country == "USA"  # type: ignore[union-attr]


def test_several_companies_are_not_the_one_named_last() -> None:
    told = Told(
        "Walmart and Amazon announced cuts. Walmart closed ten stores. The companies said they would pay. The company did."
    )
    assert told.name("The companies") not in ("Walmart", "Amazon")


def test_a_name_with_the_suffix_of_a_company_is_none_of_a_person() -> None:
    told = Told("Ormond Vale Inc said on Monday that it saw the ship. Acme Ltd. warned that prices would rise.")
    assert [told.actor(name).kind for name in ("Ormond Vale Inc", "Acme Ltd.")] == ["company", "company"]  # type: ignore[union-attr]


def test_a_thing_that_tells_is_nobody() -> None:
    told = Told("Satellite photographs suggest that the ship left.")
    assert [a.kind for a in told.cast.actors] == ["other"]


def test_a_title_before_a_possessive_is_whole() -> None:
    told = Told("Indian Prime Minister Rohan Mehta's Progress Party said it won.")
    assert told.actor("Rohan Mehta").role == "Prime Minister"  # type: ignore[union-attr]


def test_officials_of_one_body_are_not_those_of_another() -> None:
    told = Told("Two intelligence officials told Reuters so. Ann Reed spoke with Pentagon officials, who said it was wrong.")
    assert told.name("Pentagon officials") != told.name("Two intelligence officials")


def test_a_leader_among_relatives_keeps_his_surname() -> None:
    told = Told("President Trump spoke in Tokyo. First lady Melania Trump smiled. President-elect Donald Trump won. Trump left.")
    assert [told.name("Trump", n) for n in (0, 3)] == ["Donald Trump", "Donald Trump"]
    assert told.name("Melania Trump") == "Melania Trump"


def test_the_diplomat_of_a_state_is_the_minister_who_spoke() -> None:
    told = Told("Russian Foreign Minister Sergey Lavrov spoke in Oslo. By the time Lavrov left, the Russian diplomat was angry.")
    assert told.name("the Russian diplomat") == "Sergey Lavrov"


def test_one_of_those_told_of_before_is_of_their_state() -> None:
    told = Told("Peruvian sailors came home. One of the sailors spoke. One of the bakers spoke.")
    assert [a.country for a in (told.actor("One of the sailors"), told.actor("One of the bakers")) if a] == ["PER", None]


def test_militants_of_a_named_group_come_back_as_such() -> None:
    told = Told("Three Hamas militants fired at Hezbollah. The militants then fled.")
    assert told.name("The militants") == "three Hamas militants"


def test_militants_without_a_group_of_theirs_are_the_group_named_last() -> None:
    told = Told("Three militants fired at Hezbollah. The militants then fled.")
    assert told.name("The militants") == "Hezbollah"


def test_a_leader_of_something_else_is_not_the_leader_named_before() -> None:
    told = Told("Vladimir Putin left. Norway wrote to the leader of a choir. Norway wrote to the leader of Russia.")
    assert told.name("the leader") == "leader of a choir"
    assert told.name("the leader", 1) == "Vladimir Putin"


def test_they_are_not_the_state_after_what_it_made() -> None:
    told = Told("Norway will amend all the rules and they will become law. Norway hired sailors and they will leave.")
    assert told.name("they") is None
    assert told.name("they", 1) == "sailors"


def test_the_military_is_the_one_named_before_under_another_name() -> None:
    told = Told("Israel's military said the crowd came close. Troops fired after the Palestinians stayed, the military said.")
    assert told.name("the military") == "Israel Defense Forces"
