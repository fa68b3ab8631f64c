"""``make quality``: how well the program reads the annotated articles."""

from __future__ import annotations

import json
import sys

import click

from tests.quality import floors
from tests.quality.articles import FOLDERS, Annotated, articles_in, extra_articles
from tests.quality.report import report
from tests.quality.running import score


@click.command()
@click.option("--misses", is_flag=True, help="Show each article's figures and what was missed or false in it.")
@click.option("--dated", is_flag=True, help="Tell the program each article's real day, and score dates by it.")
@click.option("--only", metavar="NAME", default="", help="Only articles whose names begin with this.")
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
@click.option("--raise-floors", is_flag=True, help="Raise floors.yaml to the figures of now; no floor is lowered.")
def main(misses: bool, dated: bool, only: str, as_json: bool, raise_floors: bool) -> None:
    """Score what the program finds in the annotated articles: precision, recall and F1 a category, in per cent.

    The sets are the sample articles of seeds/, those of tests/quality/articles/, and the folder that
    BRIEFING_QUALITY_EXTRA names, which holds articles/ and gold/.
    """
    if raise_floors:
        floors.save(floors.raised(floors.floors(), floors.measured()))
        return
    sets: dict[str, list[Annotated]] = {name: articles_in(folder) for name, folder in FOLDERS.items()}
    try:
        extra = extra_articles()
    except FileNotFoundError as error:
        raise click.ClickException(str(error)) from None
    if extra is not None:
        sets[f"extra: {extra[0]}"] = extra[1]
    problems: list[str] = []
    figures = {}
    for name, articles in sets.items():
        chosen = [article for article in articles if article.name.startswith(only)]
        if not chosen:
            continue
        result = score(chosen, dated)
        problems += result.problems
        figures[name] = result.total.figures() | {"articles": len(chosen)}
        if not as_json:
            click.echo("\n".join(report(name, result, misses)) + "\n")
    if as_json:
        click.echo(json.dumps({"figures": figures, "evidence_problems": problems}, indent=1))
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
