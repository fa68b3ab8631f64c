import pickle
from datetime import date

import briefing
from briefing import extract, read_text
from briefing.model import DisputeDefinition

TEXT = "Talks\n\nRussia warned Spain of a trade war over olives, the Spanish Foreign Ministry said.\n"


def test_text_becomes_a_document_and_a_document_findings() -> None:
    document = read_text(TEXT, published=date(2021, 7, 23), path="wire/talks.txt")
    assert (document.published, document.published_basis) == (date(2021, 7, 23), "given")
    assert next(document.text[span.start : span.end] for span in document.sentences) == "Talks"
    findings = extract(document)
    assert findings.document == document.id
    assert {"rus", "esp"} <= {actor.id for actor in findings.actors}
    for mention in findings.mentions:
        assert document.text[mention.start : mention.end]
        assert mention.actor in {actor.id for actor in findings.actors}
    assert {dispute.id for dispute in findings.disputes} == {"trade"}


def test_disputes_can_be_given() -> None:
    olives = DisputeDefinition("olives", "Olives", ("olive",))
    findings = extract(read_text(TEXT), disputes=[olives])
    assert {dispute.id for dispute in findings.disputes} == {"olives"}


def test_findings_can_be_sent_to_another_process() -> None:
    findings = extract(read_text(TEXT))
    assert pickle.loads(pickle.dumps(findings)) == findings


def test_package_has_no_other_doors() -> None:
    assert briefing.__all__ == ["extract", "read_text"]
    assert not hasattr(briefing, "no_such_name")
