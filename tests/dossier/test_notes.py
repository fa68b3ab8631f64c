from dataclasses import replace

from briefing.dossier.catalogue import Catalogue
from briefing.dossier.notes import notes_of, speaker_of
from tests import factories


def test_notes_stand_in_the_order_of_reading() -> None:
    catalogue = Catalogue(factories.briefing())
    notes = notes_of(catalogue, catalogue.briefing.documents[0].id)
    assert [note.start for note in notes] == sorted(note.start for note in notes)
    assert (notes[0].category, notes[0].text) == ("agenda", "Wed 28 Jul · Geneva")
    assert ("statement", "US · Arms control") in [(note.category, note.text) for note in notes]


def test_a_note_keeps_what_qualifies_its_claim() -> None:
    briefing = factories.briefing()
    statements = tuple(replace(said, negated=True, reported_by="usa") for said in briefing.statements)
    catalogue = Catalogue(replace(briefing, statements=statements))
    notes = [note for note in notes_of(catalogue, briefing.documents[0].id) if note.category == "statement"]
    assert all(note.negated and note.reported_by == "US" for note in notes)


def test_a_source_that_is_nobody_known_speaks_in_its_own_words() -> None:
    catalogue = Catalogue(factories.briefing())
    statement = catalogue.positions_on("missile_defense")[0]
    assert speaker_of(catalogue, replace(statement, actor=None)) == "Moscow"
    assert speaker_of(catalogue, replace(statement, actor=None, source=())) == "?"
    assert speaker_of(catalogue, statement) == "Russia"
