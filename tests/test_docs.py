"""What the documents say of the project holds."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from briefing import read_text
from briefing.config.loading import load_settings
from briefing.knowledge import lint
from briefing.knowledge.loader import load_with, shipped_table, tables_with

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
PAGES.append(ROOT / "tests" / "quality" / "README.md")

every_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))


def blocks(page: Path, language: str = "") -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


@every_page
def test_links_within_the_project_lead_somewhere(page: Path) -> None:
    targets = re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
    local = [target for target in targets if not target.startswith("https://")]
    assert [target for target in local if not (page.parent / target).exists()] == []


def test_the_readme_begins_with_the_two_commands() -> None:
    assert blocks(ROOT / "README.md")[0].split("\n")[:2] == ["make run", "make test"]


def test_the_dispute_of_the_readme_can_be_configured(tmp_path: Path) -> None:
    example = next(block for block in blocks(ROOT / "README.md", "yaml") if block.startswith("disputes:"))
    file = tmp_path / "config.yaml"
    file.write_text(example, encoding="utf-8")
    settings = load_settings({}, config=file)
    assert settings.disputes[-1].name == "Grain corridor"
    assert settings.notices == ()


def test_the_front_matter_of_the_readme_is_read() -> None:
    example = next(block for block in blocks(ROOT / "README.md", "yaml") if block.startswith("---"))
    document = read_text(f"{example}\nBody of the article.\n", path="a.md")
    assert document.title == "Kremlin dismisses U.S. report"
    assert (str(document.published), document.published_basis) == ("2021-03-17", "front matter")
    assert (document.publisher, document.tags) == ("Name of the publisher", ("Russia", "elections"))


def test_the_python_of_the_readme_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (example,) = blocks(ROOT / "README.md", "python")
    text = "Moscow says no\n\nMOSCOW — Russia rejected the sanctions on Friday.\n"
    (tmp_path / "article.txt").write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    exec(example, {})
    assert "rus oppose" in capsys.readouterr().out


def test_the_architecture_names_the_rooms_in_the_order_of_the_import_contract() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    layers = [set(layer.split(" | ")) for layer in contracts[0]["layers"]]
    rows = re.findall(
        r"^\| (`[^|]+`) \| (?!meaning)", (ROOT / "docs/architecture.md").read_text(encoding="utf-8"), re.M
    )
    assert [set(re.findall(r"`(\w+)`", row)) for row in rows] == layers


@pytest.mark.parametrize("table", ["offices", "naming", "grammar", "speech", "events"])
def test_every_group_of_words_is_explained(table: str) -> None:
    page = (ROOT / "docs" / "knowledge.md").read_text(encoding="utf-8")
    begin = page.index(f" of `{table}.yaml` |")
    rows = page[begin : page.index("\n\n", begin)].splitlines()[2:]
    explained = [group for row in rows for group in re.findall(r"`(\w+)`", row.split("|")[1])]
    assert sorted(explained) == sorted(shipped_table(table))


def test_the_tables_of_the_documentation_are_merged(tmp_path: Path) -> None:
    (example,) = [
        block for block in blocks(ROOT / "docs" / "knowledge.md", "yaml") if block.startswith("# states.yaml")
    ]
    for part in example.split("\n\n"):
        name, _, text = part.removeprefix("# ").partition("\n")
        (tmp_path / name).write_text(text, encoding="utf-8")
    knowledge, problems = load_with(tmp_path)
    assert problems == ()
    assert knowledge.states["tur"].short == "Türkiye"
    assert "the-harbour-post" in knowledge.organisations
    assert "ynet" not in knowledge.organisations
    assert lint.problems(tables_with(tmp_path).tables) == []


def test_the_line_of_the_documentation_is_what_is_said(tmp_path: Path) -> None:
    (line,) = blocks(ROOT / "docs" / "knowledge.md", "text")
    file = tmp_path / "media.yaml"
    file.write_text("\nthe-harbour-post:\n  name: The Harbour Post\n  kind: mediun\n", encoding="utf-8")
    (problem,) = load_with(tmp_path).problems
    assert line.strip().endswith(str(problem).removeprefix(str(tmp_path)))


def test_the_examples_of_the_manual_can_be_configured(tmp_path: Path) -> None:
    for number, example in enumerate(blocks(ROOT / "docs" / "manual" / "configuration.md", "yaml")):
        file = tmp_path / f"{number}.yaml"
        file.write_text(example, encoding="utf-8")
        assert load_settings({}, config=file).notices == ()


def test_the_tables_of_the_manual_are_merged(tmp_path: Path) -> None:
    holder, body = blocks(ROOT / "docs" / "manual" / "knowledge.md", "yaml")
    (tmp_path / "office_holders.yaml").write_text(holder, encoding="utf-8")
    (tmp_path / "media.yaml").write_text(body, encoding="utf-8")
    assert load_with(tmp_path)[1] == ()
    assert lint.problems(tables_with(tmp_path).tables) == []


def test_every_page_of_the_manual_is_in_its_contents() -> None:
    contents = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    pages = [page.relative_to(ROOT / "docs").as_posix() for page in (ROOT / "docs").rglob("*.md")]
    assert [page for page in pages if f": {page}\n" not in contents] == []
