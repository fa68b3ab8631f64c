from dataclasses import replace

import pytest

from briefing.dossier.catalogue import Catalogue, Item
from briefing.dossier.matrix import Matrix, MatrixColumn, matrix_of
from briefing.model import Actor, Briefing
from tests import factories


def speaking(**actors: str) -> Briefing:
    """Return the briefing with other actors in the place of those who speak, by the id of the one before."""
    briefing = factories.briefing()
    statements = tuple(replace(one, actor=actors.get(str(one.actor), one.actor)) for one in briefing.statements)
    return replace(briefing, statements=statements)


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue(factories.briefing())


def names(matrix: Matrix) -> list[str]:
    return [column.name for column in matrix.columns]


def kinds(matrix: Matrix, dispute: str, party: str) -> list[str]:
    cell = matrix.cell(dispute, party)
    return [one.kind for one in cell.statements] if cell else []


def column(matrix: Matrix, party: str) -> MatrixColumn:
    return next(each for each in matrix.columns if each.id == party)


def test_disputes_down_and_parties_across_states_first(catalogue: Catalogue) -> None:
    matrix = matrix_of(catalogue)
    assert [row.name for row in matrix.rows] == ["Arms control", "Missile defense", "Ukraine", "Cyber"]
    assert names(matrix) == ["Russia", "United States", "Ukraine", "NATO", "Jens Stoltenberg"]
    assert [each.kind for each in matrix.columns] == ["state", "state", "state", "organisation", "person"]


def test_a_cell_has_its_statements_newest_first_and_most_pairs_have_none(catalogue: Catalogue) -> None:
    matrix = matrix_of(catalogue)
    cell = matrix.cell("missile_defense", "rus")
    assert cell is not None
    numbers = [catalogue.order(one.evidence) for one in cell.statements]
    assert numbers == sorted(numbers)
    assert cell.newest is cell.statements[0]
    assert cell.kind == "demand"
    assert matrix.cell("missile_defense", "ukr") is None


def test_every_position_stands_in_the_column_of_its_side(catalogue: Catalogue) -> None:
    matrix = matrix_of(catalogue)
    placed = {(dispute, one.id) for (dispute, _), cell in matrix.cells.items() for one in cell.statements}
    assert placed == {
        (dispute.id, one.id) for dispute in catalogue.briefing.disputes for one in catalogue.positions_on(dispute.id)
    }


def test_people_and_bodies_fold_into_their_state_and_open_beside_it() -> None:
    catalogue = Catalogue(speaking(rus="sergey-ryabkov", nato="russian-foreign-ministry"))
    folded = matrix_of(catalogue)
    assert "Sergey Ryabkov" not in names(folded)
    assert column(folded, "rus").can_open
    assert kinds(folded, "missile_defense", "rus") == ["demand", "accuse", "deny"]
    opened = matrix_of(catalogue, opened=frozenset({"rus"}))
    place = names(opened).index("Russia")
    assert names(opened)[place : place + 3] == ["Russia", "Sergey Ryabkov", "Russian Foreign Ministry"]
    assert kinds(opened, "missile_defense", "rus") == kinds(folded, "missile_defense", "rus")
    assert kinds(opened, "missile_defense", "sergey-ryabkov") == ["demand", "accuse"]
    assert column(opened, "sergey-ryabkov").state == "rus"


def test_a_state_that_speaks_for_itself_alone_has_nobody_to_open(catalogue: Catalogue) -> None:
    assert not column(matrix_of(catalogue), "rus").can_open
    assert names(matrix_of(catalogue, opened=frozenset({"rus"}))) == names(matrix_of(catalogue))


def test_a_state_that_no_document_names_has_its_name_from_the_table() -> None:
    briefing = speaking(rus="emmanuel")
    actor = Actor("emmanuel", "person", "Emmanuel", country="FRA")
    matrix = matrix_of(Catalogue(replace(briefing, actors=(*briefing.actors, actor))))
    assert column(matrix, "fra").name == "France"
    assert column(matrix, "fra").can_open


def test_rows_and_columns_are_sorted_alike(catalogue: Catalogue) -> None:
    by_name = matrix_of(catalogue, "name")
    assert [row.name for row in by_name.rows] == ["Arms control", "Missile defense", "Ukraine", "Cyber"]
    assert names(by_name) == ["Russia", "Ukraine", "United States", "NATO", "Jens Stoltenberg"]
    newest = matrix_of(catalogue, "newest")
    assert [row.name for row in newest.rows] == ["Arms control", "Missile defense", "Ukraine", "Cyber"]
    assert newest.rows[-1].statements == 0


def test_a_statement_on_two_disputes_counts_once_for_its_party() -> None:
    briefing = factories.briefing()
    statements = tuple(replace(one, disputes=("cyber", "ukraine")) for one in briefing.statements)
    matrix = matrix_of(Catalogue(replace(briefing, statements=statements)))
    told = [one for one in statements if one.actor == "rus"]
    assert column(matrix, "rus").statements == len(told)
    assert len(kinds(matrix, "cyber", "rus")) == len(kinds(matrix, "ukraine", "rus")) == len(told)


def test_a_focus_leaves_the_disputes_on_which_it_speaks_and_who_speaks_on_them(catalogue: Catalogue) -> None:
    matrix = matrix_of(catalogue, focus=Item("actor", "nato"))
    assert [row.id for row in matrix.rows] == ["missile_defense"]
    assert names(matrix) == ["Russia", "NATO"]
    assert [row.id for row in matrix_of(catalogue, focus=Item("dispute", "ukraine")).rows] == ["ukraine"]
    assert matrix_of(catalogue, focus=Item("actor", "chn")) == Matrix((), (), {})


def test_an_agenda_item_in_focus_leaves_the_disputes_that_share_a_sentence_with_it() -> None:
    briefing = factories.briefing()
    position = next(one for one in briefing.statements if "ukraine" in one.disputes)
    item = replace(briefing.agenda[0], evidence=(position.evidence,))
    catalogue = Catalogue(replace(briefing, agenda=(item,)))
    matrix = matrix_of(catalogue, focus=Item("agenda", item.id))
    assert [row.id for row in matrix.rows] == ["ukraine"]
