"""Statements without a cue of their own: transcripts, issued statements, quotations that go on."""

from briefing.config.loading import shipped_settings
from briefing.extraction.extract import extract
from briefing.knowledge.loader import load
from briefing.model import Findings
from briefing.reading.documents import read_text
from tests.extraction.reading import DAY, document_of, findings_of, statements

ISSUED = """Statement on the Cyberattack

Alma Burrell, Secretary of State

July 19, 2021

The United States is gravely concerned about the attack. We call on Russia to stop these cyberattacks. Russia's
malicious cyberattacks undermine the security of all.
"""

TRANSCRIPT = """Remarks by Foreign Minister Kari Holmvik of Norway

Norwegian Foreign Minister Kari Holmvik met reporters in Oslo.

MS. HOLMVIK: Thank you. We condemn the cyberattack on our grid.

Q What will Norway do?

MS. HOLMVIK: Russia must stop these cyberattacks. That is all.

Q Thank you.
"""


def read(text: str) -> Findings:
    return extract(read_text(text, published=DAY, path="article.txt"), load(), shipped_settings().disputes)


def test_we_in_an_issued_statement_is_the_state_that_issued_it() -> None:
    found = [(s.actor, s.kind) for s in read(ISSUED).statements]
    assert ("usa", "demand") in found
    assert {actor for actor, _ in found} == {"usa"}


def test_an_issued_statement_speaks_in_its_own_voice() -> None:
    rules = {s.evidence.rule: s.kind for s in read(ISSUED).statements}
    assert rules["claim in an issued statement"] == "accuse"


def test_a_statement_of_an_office_of_a_body_is_the_bodys_and_not_of_whom_it_is_about() -> None:
    text = (
        "Statement by the High Representative Josep Borrell on the ceasefire in Syria\n\n"
        "We welcome the ceasefire in Syria. We call on all parties to the Syrian war to respect it.\n"
    )
    assert {(s.actor, s.kind) for s in read(text).statements} == {("eu", "support"), ("eu", "demand")}


def test_a_statement_by_somebody_unknown_is_of_the_state_that_is_we_in_it() -> None:
    text = (
        "Statement by Alma Burrell on the fighting in Sudan\n\n"
        "The war in Sudan must end at once. The United States will do all we can to stop the bloodshed in Sudan.\n"
    )
    assert {s.actor for s in read(text).statements} == {"usa"}


def test_the_text_of_a_deal_tells_what_each_party_agreed_to() -> None:
    text = (
        "Fact Sheet: A Deal on Tariffs with China\n\n"
        "China will suspend its tariffs on American corn. Additionally, the United States will lower its tariffs.\n\n"
        "The United States and China will hold further talks on tariffs.\n"
    )
    found = [(s.actor, s.kind) for s in read(text).statements]
    assert found == [("chn", "agree"), ("usa", "agree"), ("usa", "agree"), ("chn", "agree")]
    assert read(text.replace("Fact Sheet: A Deal on", "China and its")).statements == ()


def test_turns_of_a_transcript_belong_to_their_speaker() -> None:
    found = read(TRANSCRIPT).statements
    assert {s.actor for s in found} == {"kari-holmvik"}
    assert {"accuse", "demand"} <= {s.kind for s in found}


def test_a_question_is_nobodys_statement() -> None:
    text = read_text(TRANSCRIPT, path="article.txt").text
    asked = text.index("What will Norway do?")
    assert not any(s.evidence.start <= asked < s.evidence.end for s in read(TRANSCRIPT).statements)


def test_a_quotation_goes_on_in_the_next_sentence() -> None:
    text = 'Norwegian envoy Kari Holmvik said that the truce would hold. "We will see to it that it does," and left.'
    assert len([actor for actor, _, _ in statements(text) if actor == "kari-holmvik"]) == 2


def test_a_long_quotation_shows_each_of_its_sentences() -> None:
    text = 'Norwegian envoy Kari Holmvik said: "Russia attacked our grid. The cyberattack came at night. Nobody slept."'
    (statement,) = findings_of(text).statements
    document = document_of(text)
    shown = [document.text[e.sentence.start : e.sentence.end] for e in statement.further]
    assert shown == ["The cyberattack came at night."]


def test_what_something_is_called_is_a_stance() -> None:
    assert [(a, k) for a, k, _ in statements("The Kremlin called the sanctions a mistake.")] == [("rus", "oppose")]
    assert [(a, k) for a, k, _ in statements("India described the accord as a historic step.")] == [("ind", "support")]


def test_a_phone_call_is_no_statement() -> None:
    assert statements("President Marek Duda of Poland called Prime Minister Elena Sorin on Monday.") == []


def test_a_statement_that_an_office_is_told_to_have_released_is_its_states() -> None:
    text = (
        "Call with the Foreign Minister\n\nThe US Department of State released the following statement:\n\n"
        "We call on Russia to stop these cyberattacks.\n"
    )
    assert [(s.actor, s.kind) for s in read(text).statements if s.kind == "demand"] == [("usa", "demand")]


def test_a_label_of_a_transcript_names_its_speaker() -> None:
    text = (
        "Department Press Briefing\n\nQUESTION: What of Iran?\n\nMR PRICE: Iran must stop its nuclear program.\n\n"
        "QUESTION: When?\n\nMR PRICE: We call on Iran to return to the nuclear deal.\n"
    )
    found = read(text)
    assert [(s.actor, s.kind) for s in found.statements] == [("price", "demand"), ("price", "demand")]
    assert [(actor.name, actor.kind) for actor in found.actors if actor.kind == "person"] == [("PRICE", "person")]


def test_a_joint_statement_speaks_for_all_who_released_it() -> None:
    text = (
        "Joint Statement on the Missile Launch\n\nThe following joint statement was released by the Governments of the "
        "United States, Japan, and the Republic of Korea.\n\nWe strongly condemn the missile launch of North Korea.\n"
    )
    assert {s.actor for s in read(text).statements if s.kind == "accuse"} == {"jpn", "kor", "usa"}


def test_a_body_declares_in_its_own_voice() -> None:
    text = (
        "Declaration by the High Representative on behalf of the European Union on human rights in Hong Kong\n\n"
        "March 11, 2021\n\nThe human rights of the people of Hong Kong are undermined by this decision.\n"
    )
    assert {s.actor for s in read(text).statements} == {"eu"}


def test_a_communique_issued_by_the_members_of_a_body_is_its_own() -> None:
    text = (
        "Communiqué of the Summit\n\nIssued by the Heads of State and Government of NATO in Vilnius\n\n"
        "We condemn the war of Russia against Ukraine.\n"
    )
    assert [(s.actor, s.kind) for s in read(text).statements if s.kind == "accuse"] == [("nato", "accuse")]


def test_a_speech_with_one_label_is_its_speakers() -> None:
    text = (
        "President of Kenya Daniel Okello: Dear friends, I thank you for coming to this city.\n\n"
        "We see how the sanctions on our neighbour have failed, and I say so openly.\n\n"
        "The sanctions are illegal under every charter there is."
    )
    found = findings_of(text).statements
    assert {s.actor for s in found} == {"daniel-okello"}
    assert any(s.disputes == ("sanctions",) and s.kind == "accuse" for s in found)
    assert not any(s.disputes for s in found if s.kind == "support")


def test_a_headline_that_names_its_speaker_opens_no_speech() -> None:
    text = "President Daniel Okello: sanctions must end\n\nThe sanctions are illegal, Okello said on Monday in Nairobi."
    assert [s.evidence.rule for s in findings_of(text).statements if "turn" in s.evidence.rule] == []
