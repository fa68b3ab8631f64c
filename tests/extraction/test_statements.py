import pytest

from tests.extraction.reading import document_of, findings_of, only_statement, statements, words


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Russia said the launchers could fire.", ("rus", "state", "the launchers could fire")),
        ("Iran rejected the offer.", ("irn", "oppose", "the offer")),
        ("Japan urged China to stop the patrols.", ("jpn", "demand", "China to stop the patrols")),
        ("India welcomed the truce.", ("ind", "support", "the truce")),
        ("Israel denied that it had fired first.", ("isr", "deny", "that it had fired first")),
        ("France accused Mali of hiring mercenaries.", ("fra", "accuse", "Mali of hiring mercenaries")),
        ("North Korea threatened to end the talks.", ("prk", "threaten", "to end the talks")),
        ("Turkey offered to host the talks.", ("tur", "offer", "to host the talks")),
        ("Egypt agreed to open the crossing.", ("egy", "agree", "to open the crossing")),
        ("The talks will go on, Brazil said.", ("bra", "state", "The talks will go on")),
        ("According to Norway, the talks will go on.", ("nor", "state", "the talks will go on")),
        ("Chad is ready to send troops.", ("tcd", "offer", "to send troops")),
        ("Peru said Chile must pay.", ("per", "demand", "Chile must pay")),
        ("Peru said it would not accept the ruling.", ("per", "oppose", "the ruling")),
        ("Peru said the system is not directed at Chile.", ("per", "deny", "the system is not directed at Chile")),
        ("The Russians have said they will insist that limits be agreed.", ("rus", "demand", "that limits be agreed")),
        ("Top Kenyan officials said that it would go on.", ("ken", "state", "that it would go on")),
        ("Italy condemned the raid.", ("ita", "accuse", "the raid")),
        ("Norway holds hackers tied to Peru responsible for the leak.", ("nor", "accuse", "the leak")),
        ("Norway sanctioned two firms from Peru.", ("nor", "accuse", "two firms from Peru")),
        ("Norway expelled two Peruvian diplomats.", ("nor", "accuse", "expelled two Peruvian diplomats")),
        ("Norway's position is that Peru must leave.", ("nor", "demand", "that Peru must leave")),
        ("The Norwegian view is that Peru must leave.", ("nor", "demand", "that Peru must leave")),
        ("Norway has no intention of leaving.", ("nor", "oppose", "leaving")),
        ("Oslo, which hosted the talks, praised Peru. Norway left.", ("nor", "support", "Peru")),
        ("Norway, which praised the raid, denied any part in it.", ("nor", "support", "the raid")),
        ("Norway, which praised the raid, denied any part in it.", ("nor", "deny", "any part in it")),
        ("It was put off because Oslo and Lima had advised against it.", ("nor", "oppose", "it")),
        ("Norway and Peru declared themselves in favour of talks.", ("per", "support", "talks")),
        ("Authorities in Oslo maintain that Peru must leave. Norway left.", ("nor", "demand", "that Peru must leave")),
        ("Officials in Pyongyang warned of war. North Korea was silent.", ("prk", "threaten", "war")),
    ],
)  # fmt: skip
def test_an_actor_a_kind_and_the_words(sentence: str, expected: tuple[str, str, str]) -> None:
    assert expected in statements(sentence)


def test_a_quotation_is_the_content_without_its_marks() -> None:
    text = "“We will not sign,” Foreign Minister Kari Holmvik of Norway said."
    statement = only_statement(text)
    document = document_of(text)
    assert statement.quoted
    assert words(document, statement.content) == "We will not sign,"
    assert words(document, statement.source) == "Foreign Minister Kari Holmvik of Norway"
    assert words(document, statement.cue) == "said"


def test_a_split_quotation_is_in_two_pieces() -> None:
    text = '"The truce holds," said Kari Holmvik, "but it is weak."'
    (content,) = [c for _, _, c in statements(f"Norwegian envoy Kari Holmvik spoke. {text}")]
    assert content == "The truce holds, | but it is weak."


def test_a_quotation_of_several_sentences_is_whole() -> None:
    text = 'Norwegian envoy Kari Holmvik said: "The truce holds. It is weak. It may break."'
    ((_, _, content),) = statements(text)
    assert content == "The truce holds. It is weak. It may break."


def test_each_of_several_actors_makes_the_statement() -> None:
    found = statements("Russia and China opposed the wording.")
    assert [(actor, kind) for actor, kind, _ in found] == [("rus", "oppose"), ("chn", "oppose")]


def test_a_claim_about_another_is_not_the_others() -> None:
    found = statements("Kenya said that Uganda had threatened to close the border.")
    assert {actor for actor, _, _ in found} == {"ken"}


def test_what_is_denied_is_not_claimed() -> None:
    found = statements("Sudan denied supporting the rebels.")
    assert [(actor, kind) for actor, kind, _ in found] == [("sdn", "deny")]


def test_coordinated_verbs_part_their_contents() -> None:
    found = statements("Ghana condemned the coup and urged the army to yield.")
    assert found == [("gha", "accuse", "the coup"), ("gha", "demand", "the army to yield")]


def test_a_negated_cue_turns_the_kind_and_says_so() -> None:
    statement = only_statement("Hungary did not support the sanctions.")
    assert (statement.kind, statement.negated) == ("oppose", True)


def test_a_passive_has_its_agent() -> None:
    found = statements("Mali was accused by France of hiring mercenaries.")
    assert {(actor, kind) for actor, kind, _ in found} == {("fra", "accuse")}


def test_nobody_known_makes_a_statement_without_actor_and_no_position() -> None:
    found = findings_of("Analysts said the sanctions on Russia would fail.")
    assert [(s.actor, s.disputes) for s in found.statements] == [(None, ())]


def test_he_is_the_person_named_before() -> None:
    found = statements("Norwegian envoy Kari Holmvik arrived. She said that the truce would hold.")
    assert ("kari-holmvik", "state", "that the truce would hold") in found


def test_both_sides_are_the_states_set_side_by_side() -> None:
    found = statements("Armenia and Azerbaijan met in Brussels. The two sides agreed to exchange prisoners.")
    assert {actor for actor, kind, _ in found if kind == "agree"} == {"arm", "aze"}


def test_a_noun_that_looks_like_a_verb_is_none() -> None:
    assert statements("All states support claims of the other states.") == []


def test_evidence_lies_in_its_sentence() -> None:
    found = findings_of("Russia said the launchers could fire missiles. Poland rejected the claim as false.")
    for statement in found.statements:
        evidence = statement.evidence
        assert evidence.sentence.start <= evidence.start < evidence.end <= evidence.sentence.end


def test_she_goes_on_meaning_whom_she_meant() -> None:
    text = (
        "Norwegian envoy Kari Holmvik is in Seoul. On Friday she and South Korean envoy Kim Min-jae walked. "
        "On Sunday she said that the truce would hold."
    )
    assert [actor for actor, _, _ in statements(text)] == ["kari-holmvik"]


def test_a_noun_reports_what_its_possessor_claims() -> None:
    assert ("irn", "deny", "that it sought a bomb") in statements("Few believed Iran's denial that it sought a bomb.")
    assert ("tur", "demand", "more troops") in statements("The council discussed Turkey's call for more troops.")


def test_insisting_on_a_fact_asks_for_nothing() -> None:
    assert [k for _, k, _ in statements("Iran insisted that its programme was peaceful.")] == ["state"]
    assert [k for _, k, _ in statements("Iran insisted that all sanctions be lifted.")] == ["demand"]


def test_what_is_called_something_is_not_the_judgement() -> None:
    assert [k for _, k, _ in statements("The Kremlin called the step irresponsible.")] == ["accuse"]


def test_a_name_that_begins_like_a_pronoun_means_nobody_else() -> None:
    text = "Chinese spokesperson Guo Minsheng spoke. Chinese envoy He Weidong said that talks would go on."
    assert [actor for actor, _, _ in statements(text)] == ["he-weidong"]


@pytest.mark.parametrize(
    ("text", "actor", "kind"),
    [
        ("Japan voiced deep concern over the missile launch.", "jpn", "accuse"),
        ("Turkey repeated its call for a ceasefire in Syria.", "tur", "demand"),
        ("Tokyo lodged a strong protest with Beijing over the drills.", "jpn", "oppose"),
        ("Canada announced its support for the treaty.", "can", "support"),
        ("France gave its consent to the extension of the treaty.", "fra", "agree"),
    ],
)
def test_a_light_verb_and_a_noun_make_one_stance(text: str, actor: str, kind: str) -> None:
    assert [(who, what) for who, what, _ in statements(text)] == [(actor, kind)]


def test_a_stance_may_stand_without_saying_on_what() -> None:
    assert statements("Russia disagreed.") == [("rus", "oppose", "disagreed")]
    assert statements("Norway voiced deep disappointment.") == [("nor", "oppose", "voiced deep disappointment")]


def test_a_relative_clause_is_about_the_words_before_it() -> None:
    (made,) = statements("The United States dropped the label, which Beijing rejected in August.")
    assert made == ("chn", "oppose", "the label")


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Ethiopia promised on Monday to form a new commission.", "on Monday to form a new commission"),
        ("Kenya asked both sides with all urgency to keep the truce.", "both sides with all urgency to keep the truce"),
    ],
)
def test_an_infinitive_may_follow_behind_an_object_or_an_adjunct(text: str, content: str) -> None:
    (made,) = statements(text)
    assert made[2] == content


def test_to_sign_an_agreement_is_to_agree_and_to_sign_anything_else_is_not() -> None:
    assert statements("Sudan and Ethiopia signed a declaration on the dam.") == [
        ("sdn", "agree", "a declaration on the dam"),
        ("eth", "agree", "a declaration on the dam"),
    ]
    assert statements("Sudan signed the visitors' book in Addis Ababa.") == []


def test_officials_of_a_body_speak_for_it() -> None:
    (made,) = statements("The foreign ministers of the Group of Seven condemned the missile launch.")
    assert made[:2] == ("g7", "accuse")


def test_a_list_with_a_comma_before_and_is_one_source() -> None:
    text = "China, Russia, and Burkina Faso voted against the resolution."
    assert [who for who, _, _ in statements(text)] == ["chn", "rus", "bfa"]


@pytest.mark.parametrize(
    "text",
    [
        "Japan on Tuesday expressed strong dissatisfaction and firm opposition to the plan.",
        "Japan's ambassador rejected the plan.",
        "Japan - which has troops on the island - rejected the plan.",
        "Japan objected strongly to the plan.",
    ],
)
def test_times_adverbs_offices_and_dashes_do_not_hide_the_source(text: str) -> None:
    assert [(who, kind) for who, kind, _ in statements(text)] == [("jpn", "oppose")]


def test_an_infinitive_of_purpose_is_the_subjects() -> None:
    text = "Foreign Minister Sergey Lavrov flew to Tehran with his deputies to condemn the attack."
    assert [(who, kind) for who, kind, _ in statements(text)] == [("sergey-lavrov", "accuse")]


def test_a_speaker_who_tells_the_stance_of_their_own_side_takes_it() -> None:
    text = "Foreign Minister Sergey Lavrov said that Russia rejects the plan."
    assert [(who, kind) for who, kind, _ in statements(text)] == [("sergey-lavrov", "oppose")]


def test_the_two_are_the_persons_named_last() -> None:
    text = "President Joe Biden met President Vladimir Putin in Geneva. The two agreed to a truce."
    assert {who for who, kind, _ in statements(text) if kind == "agree"} == {"joe-biden", "vladimir-putin"}


def test_verbs_in_a_row_share_their_subject() -> None:
    text = "President Joe Biden condemned the launch, noted the progress, and urged Pyongyang to return to talks."
    assert [(who, kind) for who, kind, _ in statements(text)] == [
        ("joe-biden", "accuse"),
        ("joe-biden", "state"),
        ("joe-biden", "demand"),
    ]


@pytest.mark.parametrize(
    ("text", "actor", "kind"),
    [
        ("The administration of Donald Trump opposed the extension of the treaty.", "usa", "oppose"),
        ("The Chinese embassy in Manila rejected the report.", "chn", "oppose"),
        ("China's Taiwan Affairs Office rejected the report.", "taiwan-affairs-office", "oppose"),
    ],
)
def test_who_speaks_for_whom(text: str, actor: str, kind: str) -> None:
    assert [(who, what) for who, what, _ in statements(text)] == [(actor, kind)]


def test_a_quotation_of_another_clause_is_not_the_content() -> None:
    text = 'Antony Blinken called the step "unfortunate," while NATO Secretary General Jens Stoltenberg condemned it.'
    assert ("jens-stoltenberg", "accuse", "it") in statements(text)


def test_a_hyphenated_word_is_no_verb() -> None:
    assert statements("The hackers of Russia do both state-sponsored work and crime.") == []


def test_the_chief_of_a_body_is_the_person_who_heads_it() -> None:
    text = (
        "Antonio Guterres met his envoy for Sudan, Ramtane Lamamra, in New York. The UN chief condemned the attack.\n\n"
        "IAEA head Rafael Grossi spoke too. The agency's chief warned of delays."
    )
    assert statements(text)[0][:2] == ("antonio-guterres", "accuse")


def test_she_is_a_person_with_a_womans_name() -> None:
    text = "Donald Trump spoke after Hillary Clinton in Ohio. She rejected the charge."
    assert statements(text) == [("hillary-clinton", "oppose", "the charge")]


def test_what_is_only_asked_or_not_found_is_not_said() -> None:
    assert statements("Asked whether he would accept the deal, Joe Biden smiled.") == []
    assert [who for who, _, _ in statements("The FBI found no evidence that Russia had hacked the ministry.")] == []


def test_an_unnamed_spokesperson_goes_on_speaking_for_whom_they_spoke() -> None:
    text = (
        "A Chinese commerce ministry spokesperson criticized the tariffs.\n\n"
        "The American side was willing to talk.\n\nWashington must lift the tariffs, the spokesperson said."
    )
    assert ("chinese-commerce-ministry", "demand") in [(who, kind) for who, kind, _ in statements(text)]


def test_not_only_denies_nothing() -> None:
    text = "The Philippines said that the ships not only endangered the crew but also raised doubts about the talks."
    (made,) = statements(text)
    assert made[:2] == ("phl", "state")


def test_the_leader_of_a_state_is_the_person_named_as_such() -> None:
    text = "President Bashar al-Assad of Syria met Vladimir Putin in Sochi. The Syrian leader rejected the plan."
    assert [who for who, kind, _ in statements(text) if kind == "oppose"] == ["bashar-al-assad"]


def test_commas_inside_a_relative_clause_do_not_hide_the_source() -> None:
    text = "Senator John McCain, who is on a trip to Latvia, Georgia, and Montenegro, condemned the cyberattack."
    assert [(who, kind) for who, kind, _ in statements(text)] == [("john-mccain", "accuse")]


def test_the_ministers_are_all_who_came_together() -> None:
    text = (
        "Foreign Minister Anna Berg, Foreign Minister Luis Prado and Defense Minister Ana Mota met in Lisbon.\n\n"
        "The Ministers condemned the cyberattack."
    )
    assert {who for who, kind, _ in statements(text) if kind == "accuse"} == {"anna-berg", "luis-prado", "ana-mota"}


def test_words_quoted_may_begin_with_the_verb() -> None:
    text = 'Spokesperson Ned Price "commended the parties for the truce in Tigray."'
    assert [(who, kind) for who, kind, _ in statements(text)] == [("ned-price", "support")]


def test_a_paragraph_that_is_all_quotation_goes_on_with_the_speaker_before() -> None:
    text = (
        '"We condemn the attack," Foreign Minister Anna Berg said.\n\n'
        '"Russia must withdraw its troops from Ukraine at once."'
    )
    assert [who for who, _, _ in statements(text)] == ["anna-berg", "anna-berg"]


def test_who_does_one_thing_and_another_is_all_who_do_it() -> None:
    text = "Presidents Barack Obama and Dmitry Medvedev sat down in Prague and signed the arms treaty."
    assert [who for who, kind, _ in statements(text) if kind == "agree"] == ["barack-obama", "dmitry-medvedev"]


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("the truce is not enough", "oppose"),
        ("he was not persuaded by the truce", "state"),
        ("Hamas had not fired the rocket", "deny"),
    ],
)
def test_not_everything_that_is_negated_is_denied(said: str, kind: str) -> None:
    assert [made[1] for made in statements(f"Hamas said {said}.")] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "Turkey released a statement on the vote saying that the resolution was unacceptable.",
        "A statement on the Turkish government's web site said that the resolution was unacceptable.",
        "A claim that was strongly rejected by Turkey was made in the House.",
    ],
)
def test_a_paper_and_a_passive_in_a_clause_speak_for_whom_they_belong_to(text: str) -> None:
    assert ("tur", "oppose") in [(who, kind) for who, kind, _ in statements(text)]


def test_neither_of_two_says_nothing() -> None:
    assert statements("Neither Kenya nor Uganda had condemned the coup.") == []


def test_what_is_regarded_as_something_is_judged() -> None:
    assert statements("Turkey regards the core of the group as a terrorist organization.")[0][:2] == ("tur", "accuse")


def test_what_one_decides_to_do_is_the_stance() -> None:
    assert [made[1] for made in statements("The United States decided to abstain.")] == ["oppose"]


def test_who_does_likewise_makes_the_same_statement() -> None:
    found = statements("Norway praised the raid, and so did Peru.")
    assert found == [("nor", "support", "the raid"), ("per", "support", "the raid")]
    assert ("per", "oppose", "the wording") in statements("Norway opposed the wording, as did Peru.")


def test_a_quotation_behind_a_colon_is_the_subjects() -> None:
    ((actor, _, content),) = statements('Norwegian envoy Kari Holmvik was blunt: "There will be no truce."')
    assert (actor, content) == ("kari-holmvik", "There will be no truce.")


def test_a_body_named_after_a_title_is_no_bearer_of_it() -> None:
    text = "Secretary-General António Guterres spoke. The General Assembly condemned the raid."
    assert ("un-general-assembly", "accuse", "the raid") in statements(text)


def test_persons_joined_across_an_apposition_both_speak() -> None:
    text = "Kari Holmvik, the Norwegian envoy, and Luis Prado, who leads the Peruvian delegation, rejected the draft."
    assert {actor for actor, _, content in statements(text) if content == "the draft"} == {"kari-holmvik", "luis-prado"}


def test_both_sides_are_a_body_and_a_state_alike() -> None:
    text = "The European Union and Norway met. Both sides rejected the draft."
    assert {actor for actor, _, _ in statements(text)} == {"eu", "nor"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway imposed new sanctions on Peru.", ("nor", "accuse", "Peru")),
        ("Norway adopted a package of measures against Peru.", ("nor", "accuse", "Peru")),
        ("Oslo swiftly rejected the draft.", ("nor", "oppose", "the draft")),
        ("Countries including Norway and Peru rejected the draft.", ("nor", "oppose", "the draft")),
        ("Oslo called aid to Chad, Mali and Peru wrong.", ("nor", "oppose", "aid to Chad, Mali and Peru wrong")),
        ("U.N. experts said that Peru had fired. The panel said that Chad knew.", ("un", "state", "that Chad knew")),
        ("Oslo said in a letter that it left. The letter said that Mali knew.", ("nor", "state", "that Mali knew")),
        ("Norway left, with spokesman Ole Bakken saying that Chad knew.", ("ole-bakken", "state", "that Chad knew")),
    ],
)  # fmt: skip
def test_more_ways_to_take_a_stand(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in statements(text)


@pytest.mark.parametrize(
    "text",
    [
        "The decision of Norway to reject the draft came late.",
        "The NATO ambitions claimed by nobody are old.",
        "Norway has committed errors to please Peru.",
    ],
)
def test_what_nobody_says_is_no_statement(text: str) -> None:
    assert statements(text) == []


def test_a_joint_statement_speaks_for_the_states_that_its_headline_names() -> None:
    text = (
        "Joint Statement by President of France Emmanuel Macron and Chancellor of Germany Angela Merkel on Iran\n\n"
        "We urge Iran to return to the nuclear deal without delay."
    )
    assert {(actor, kind) for actor, kind, _ in statements(text)} == {("fra", "demand"), ("deu", "demand")}


def test_a_medium_takes_no_position() -> None:
    found = findings_of("Reuters reported that Ukraine had shelled Kharkiv after the invasion.").statements
    assert [(s.actor, s.disputes) for s in found] == [("reuters", ())]


def test_it_goes_on_with_the_body_that_was_quoted_in_the_sentence_before() -> None:
    text = "The UN said that Peru had fired on Chad. Chad was not at war, it said."
    assert [actor for actor, _, _ in statements(text)] == ["un", "un"]


def test_a_joint_statement_without_named_authors_is_whose_it_begins_with() -> None:
    text = "Joint Statement on Trade\n\nNorway and the European Union met again. We reject all tariffs on salmon."
    assert {(actor, kind) for actor, kind, _ in statements(text) if kind == "oppose"} == {
        ("nor", "oppose"),
        ("eu", "oppose"),
    }


def test_the_clause_of_a_second_verb_is_not_the_firsts() -> None:
    found = statements("Norway denies the raid and says that Peru is arming Chad.")
    assert found[0][1:] == ("deny", "the raid")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chad is unlikely to support the sanctions.", ("tcd", "oppose", "the sanctions")),
        ("Peru said it struck the camp at dawn.", ("per", "state", "it struck the camp at dawn")),
        ("Oslo, for its part, rejected the draft. Norway left.", ("nor", "oppose", "the draft")),
        ("Norway, meanwhile, insisted that Peru leave.", ("nor", "demand", "that Peru leave")),
        ("Peru's Foreign Ministry spokesman, Luis Prado, praised the draft.", ("luis-prado", "support", "the draft")),
        ("Norway's envoy to the UN, Kari Holmvik, praised the draft.", ("kari-holmvik", "support", "the draft")),
        ("The embassy of Norway said the claims were baseless.", ("nor", "deny", "the claims were baseless")),
        ("Norway vowed to stand with Peru.", ("nor", "support", "to stand with Peru")),
        ("Norway vowed to retaliate.", ("nor", "threaten", "to retaliate")),
        ("NATO allies agreed to send more troops.", ("nato", "agree", "to send more troops")),
        ("The sanctions, which Peru calls illegal, remain.", ("per", "accuse", "The sanctions | illegal")),
    ],
)
def test_asides_appositions_and_turns_of_phrase(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in statements(text)


@pytest.mark.parametrize("text", ["Norway declined to comment on the raid.", "Norway could agree to a truce."])
def test_what_is_only_possible_or_passed_over_is_no_stance(text: str) -> None:
    assert statements(text) == []


def test_what_is_added_behind_a_quotation_is_a_statement_of_its_own() -> None:
    text = '"The claims are old," the Norwegian foreign ministry said, adding that it would go on with its patrols.'
    assert [content for _, _, content in statements(text)] == [
        "The claims are old,",
        "that it would go on with its patrols",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A spokesman for the Peruvian army denied the raid.", ("per", "deny", "the raid")),
        ("Peru, which had blocked the plan, dropped its veto.", ("per", "oppose", "the plan")),
        ("Kenya says only the people of Kenya can decide.", ("ken", "state", "only the people of Kenya can decide")),
        ("Norway said it was prepared to impose new duties.", ("nor", "threaten", "to impose new duties")),
    ],
)  # fmt: skip
def test_spokesmen_vetoes_and_warnings(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in statements(text)


@pytest.mark.parametrize(
    ("text", "actor", "kind"),
    [
        ("Azerbaijan has since ruled out negotiations over Karabakh.", "aze", "oppose"),
        ("North Korea fired back that the United States had started the quarrel.", "prk", "accuse"),
        ("Russia reserved the right to respond to the sanctions.", "rus", "threaten"),
    ],
)
def test_answers_given_later(text: str, actor: str, kind: str) -> None:
    statement = only_statement(text)
    assert (statement.actor, statement.kind) == (actor, kind)
