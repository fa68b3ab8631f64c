from datetime import date
from pathlib import Path

import pytest

from briefing import extract, read_text
from briefing.knowledge.lint import problems
from briefing.knowledge.loader import load, load_with, shipped_table, tables_with
from briefing.knowledge.tables import Knowledge
from briefing.knowledge.tokens import tokenize


def write(folder: Path, **tables: str) -> Path:
    for name, text in tables.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def known(folder: Path) -> Knowledge:
    knowledge, problems = load_with(folder)
    assert problems == ()
    return knowledge


def problem(folder: Path) -> str:
    (found,) = load_with(folder).problems
    return str(found).removeprefix(f"{folder}/").removeprefix(f"{folder}\\")


def test_a_folder_that_is_missing_or_empty_adds_nothing(tmp_path: Path) -> None:
    assert known(tmp_path / "nowhere") is load()
    assert known(tmp_path) is load()
    write(tmp_path, states="# nothing yet\n")
    (tmp_path / "README.md").write_text("mine", encoding="utf-8")
    assert known(tmp_path).states == load().states
    (tmp_path / "states.yaml").unlink()
    assert known(tmp_path) is load()


def test_a_row_is_added(tmp_path: Path) -> None:
    write(tmp_path, government_bodies="strelsau: {name: Chancery of Strelsau, kind: government, country: fra}\n")
    knowledge = known(tmp_path)
    assert knowledge.organisations["strelsau"].country == "fra"
    assert len(knowledge.organisations) == len(load().organisations) + 1
    (match,) = knowledge.matcher.match(tokenize("the Chancery of Strelsau"))
    assert match.entries[0].id == "strelsau"


def test_a_row_of_ours_is_changed_and_its_lists_grow(tmp_path: Path) -> None:
    write(tmp_path, states="cze:\n  name: Czechia\n  names: [Czechia, Bohemian Realm]\n")
    state, ours = known(tmp_path).states["cze"], load().states["cze"]
    assert state.name == "Czechia"
    assert state.names == (*ours.names, "Bohemian Realm")
    assert state.capitals == ours.capitals
    assert load().states["cze"].name == "Czech Republic"


def test_null_takes_away(tmp_path: Path) -> None:
    write(tmp_path, states="cze: {names: null}\n", media="ynet:\n")
    knowledge = known(tmp_path)
    assert knowledge.states["cze"].names == ()
    assert "ynet" in load().organisations
    assert "ynet" not in knowledge.organisations


@pytest.mark.parametrize("table", ["offices", "grammar", "naming", "speech", "events", "words"])
def test_every_group_of_words_may_be_taken_away(tmp_path: Path, table: str) -> None:
    write(tmp_path, **{table: "".join(f"{group}: null\n" for group in shipped_table(table))})
    knowledge = known(tmp_path)
    assert all(line.startswith("ambiguous: ") for line in problems(tables_with(tmp_path).tables))
    document = read_text("Talks\n\nGENEVA — The two sides must sign by Friday, Foreign Minister Sergey Lavrov said.\n")
    assert extract(document, knowledge=knowledge).document == document.id


def test_a_group_of_words_that_is_taken_away_is_empty(tmp_path: Path) -> None:
    knowledge = known(write(tmp_path, speech="verbs: null\n", grammar="prepositions: null\n", events="objects: null\n"))
    assert knowledge.speech.verbs == {}
    assert knowledge.grammar.prepositions == frozenset()
    assert knowledge.events.objects["treaty"] == frozenset()


def test_an_office_holder_is_added_with_dates(tmp_path: Path) -> None:
    write(
        tmp_path,
        office_holders="- name: Rudolf Elphberg\n  country: fra\n"
        "  offices: [{title: King, from: 1894-07-01, to: null}]\n",
    )
    term = known(tmp_path).holders["rudolf-elphberg"].terms[0]
    assert (term.title, term.valid_from, term.valid_to) == ("King", date(1894, 7, 1), None)


def test_an_office_holder_is_taken_away_by_id(tmp_path: Path) -> None:
    key = next(iter(load().holders))
    assert key not in known(write(tmp_path, office_holders=f"{key}: null\n")).holders


def test_plain_lists_groups_and_verbs_grow(tmp_path: Path) -> None:
    write(
        tmp_path,
        ministries="[Ministry of Silly Walks]",
        words="mine: [Elphberg]",
        places="fra: [Strelsau]",
        offices="titles: {any: [Lord High Everything]}\nhonorifics: [Highness]",
        given_names="mine: [Rassendyll]",
        naming="body_heads: [Zenda]",
        speech="verbs: {thunder: threaten quote that}",
        events="nouns: {meeting: [moot]}",
    )
    knowledge = known(tmp_path)
    assert knowledge.ministry_matcher.match(tokenize("the Ministry of Silly Walks"))
    assert "Elphberg" in knowledge.capitalised_words
    assert knowledge.places["Strelsau"].country == "fra"
    assert "Lord High Everything" in knowledge.offices
    assert "Highness" in knowledge.honorifics
    assert "Rassendyll" in knowledge.given_names
    assert "Zenda" in knowledge.naming.body_heads
    assert knowledge.speech.verbs["thundered"][0][0].kind == "threaten"
    assert "moot" in knowledge.events.nouns


def test_a_user_may_name_a_state_that_ours_lack(tmp_path: Path) -> None:
    write(tmp_path, states="xaa: {name: Ruritania, capitals: [Strelsau]}\n", places="xaa: [Zenda]\n")
    knowledge = known(tmp_path)
    assert knowledge.states["xaa"].short == "Ruritania"
    assert knowledge.places["Zenda"].country == "xaa"


def test_a_form_that_two_entries_share_is_decided(tmp_path: Path) -> None:
    write(
        tmp_path,
        states="fra: {names: [Gaul]}\ndeu: {names: [Gaul]}\n",
        ambiguous="Gaul: {reading: fra, why: The Romans meant it}\n",
    )
    (match,) = known(tmp_path).matcher.match(tokenize("Gaul"))
    assert [entry.id for entry in match.entries] == ["fra"]


@pytest.mark.parametrize(
    ("table", "text", "expected"),
    [
        ("states", "fra:\n  names: Gaul\n", 'states.yaml:2: fra.names: expected a list, found "Gaul"'),
        ("states", "fra:\n  nmes: [Gaul]\n", "states.yaml:2: fra.nmes: expected one of name, short"),
        ("states", "xaa:\n  short: R\n", "states.yaml:1: xaa: expected a key name"),
        ("states", "fra:\n  name: null\n", "states.yaml:1: fra: expected a key name"),
        ("states", "France: {name: France}\n", "states.yaml:1: France: expected an ISO 3166-1 alpha-3 code"),
        ("states", "xaa: null\n", "states.yaml:1: xaa: expected one of ours, to take it away"),
        ("states", "- fra\n", "states.yaml:1: expected keys with values, found a list"),
        ("states", "- {fra: x}\n", "states.yaml:1: expected keys with values, found a list"),
        ("states", "fra: [\n", "states.yaml:2: "),
        ("states", "fra: &a {name: F}\n", "states.yaml:1: anchors and aliases are not allowed"),
        ("states", "fra", 'states.yaml:1: expected keys with values, found "fra"'),
        ("media", "\nx:\n  name: X\n  kind: mediun\n", "media.yaml:4: x.kind: expected one of international"),
        ("media", "x: {name: X, kind: mediun}\n", "(did you mean medium?)"),
        ("media", "x: {name: X, kind: medium, country: frb}\n", 'x.country: expected the id of a state, found "frb"'),
        ("places", "frb: [Zenda]\n", "places.yaml:1: frb: expected the id of a state, or none"),
        ("places", "fra:\n- Zenda\n- 'Zenda '\n", "places.yaml:3: fra.1: expected a text"),
        ("speech", "verbs:\n  thunder: shout quote\n", "speech.yaml:2: verbs.thunder: expected a kind of statement"),
        ("speech", "verb: {}\n", "speech.yaml:1: verb: expected one of verbs"),
        ("events", "nouns:\n  moot: [moot]\n", "events.yaml:2: nouns.moot: expected a kind of agenda item"),
        (
            "office_holders",
            "- name: Sergei Ryabkov\n- name: R\n  country: fra\n  offices:\n  - {title: K, from: 2021-02-30}\n",
            'office_holders.yaml:5: r.offices.0.from: expected a date as YYYY-MM-DD, or nothing, found "2021-02-30"',
        ),
        ("office_holders", "- country: fra\n  offices: []\n", "office_holders.yaml:1: row-1: expected a key name"),
        ("office_holders", "- R\n", "office_holders.yaml:1: row-1: expected keys with values"),
    ],
)
def test_what_does_not_fit_is_named_with_file_line_and_key(
    tmp_path: Path, table: str, text: str, expected: str
) -> None:
    assert expected in problem(write(tmp_path, **{table: text}))


def test_a_file_that_is_no_table_is_named_with_the_nearest(tmp_path: Path) -> None:
    assert problem(write(tmp_path, state="")).endswith("expected the name of a table (did you mean states.yaml?)")


def test_a_file_that_is_no_text_is_named(tmp_path: Path) -> None:
    (tmp_path / "states.yaml").write_bytes(b"fra: \xff\xfe")
    assert problem(tmp_path) == "states.yaml: expected UTF-8 text"


def test_a_table_stands_in_one_file(tmp_path: Path) -> None:
    write(tmp_path, states="fra: {names: [Gaul]}\n")
    (tmp_path / "states.yml").write_text("deu: {names: [Almain]}\n", encoding="utf-8")
    assert problem(tmp_path) == "states.yml: expected one file a table, found states.yaml too"


def test_the_lint_reads_a_users_tables_too(tmp_path: Path) -> None:
    write(tmp_path, states="xaa: {name: Ruritania}\n")
    assert problems(tables_with(tmp_path).tables) == []
    write(tmp_path, states="xaa: {name: Borduria, names: [France]}\n")
    assert "'France' is ambiguous" in problems(tables_with(tmp_path).tables)[0]


def test_all_problems_of_all_files_are_told(tmp_path: Path) -> None:
    write(tmp_path, states="frb: {}\nfr: {}\n", media="x: []\n")
    assert len(load_with(tmp_path).problems) == 3


def test_what_others_need_cannot_be_taken_away(tmp_path: Path) -> None:
    write(tmp_path, states="mmr: null\n")
    knowledge, found = load_with(tmp_path)
    assert all("states.yaml: taken away, but " in str(problem) for problem in found)
    assert any("places.yaml needs it: mmr: expected" in str(problem) for problem in found)
    assert "mmr" in knowledge.states


def test_a_file_that_does_not_fit_leaves_the_others_in_force(tmp_path: Path) -> None:
    write(tmp_path, media="x: {name: X, kind: mediun}\n", states="xaa: {name: Ruritania}\n", places="fra: [\n")
    knowledge, found = load_with(tmp_path)
    assert [problem.place for problem in found] == [str(tmp_path / "places.yaml:2"), str(tmp_path / "media.yaml:1")]
    assert knowledge.states["xaa"].name == "Ruritania"
    assert knowledge.organisations == load().organisations


def test_a_file_that_rests_on_one_that_does_not_fit_is_left_out_with_it(tmp_path: Path) -> None:
    write(tmp_path, states="xaa: {nme: Ruritania}\n", places="xaa: [Zenda]\n", ministries="[Ministry of Silly Walks]\n")
    knowledge, found = load_with(tmp_path)
    assert [problem.message.split(":")[0] for problem in found] == ["xaa.nme", "xaa", "xaa"]
    assert "Zenda" not in knowledge.places
    assert knowledge.ministry_matcher.match(tokenize("the Ministry of Silly Walks"))


def test_tables_are_compiled_anew_when_a_file_changes(tmp_path: Path) -> None:
    write(tmp_path, states="xaa: {name: Ruritania}\n")
    first = known(tmp_path)
    assert known(tmp_path) is first
    write(tmp_path, states="xaa: {name: Borduria, short: B}\n")
    assert known(tmp_path).states["xaa"].name == "Borduria"


def test_hostile_text_is_cleaned_and_bounded(tmp_path: Path) -> None:
    write(tmp_path, states='"\\e]52;c;x\\a": {name: X}\n')
    assert "\x1b" not in problem(tmp_path)
    write(tmp_path, states="[" * 5_000)
    assert "nested too deeply" in problem(tmp_path)
