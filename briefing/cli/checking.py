"""``briefing check``."""

from __future__ import annotations

from collections.abc import Collection

from briefing import paths, pipeline
from briefing.cli.building import check_seeds, library_of, standard_input
from briefing.cli.output import complain, say
from briefing.config.settings import Settings
from briefing.dossier.cards import counted
from briefing.knowledge import lint
from briefing.knowledge.loader import tables_with
from briefing.knowledge.shapes import ORGANISATION_TABLES
from briefing.library.store import Store

PROBLEM_FOUND = 1
LABEL_WIDTH = 11


def check_everything(settings: Settings) -> int:
    """Say what was read, complain of what is wrong, and return the exit code.

    Raises :class:`briefing.cli.output.Stop` where a seed is missing.
    """
    check_seeds(settings)
    problems = [*settings.notices, *_check_dashboard(settings)]
    problems += _check_knowledge(settings)
    library = library_of(settings)
    problems += _check_seeds(settings, library)
    library.close()
    problems += library.notices
    _say("library", str(library.file or "in memory only"))
    for problem in problems:
        complain(problem)
    say(f"{counted(len(problems), 'problem')} found" if problems else "all is well")
    return PROBLEM_FOUND if problems else 0


def _say(label: str, what: str) -> None:
    say(f"{label:<{LABEL_WIDTH}}{what}")


def _check_dashboard(settings: Settings) -> list[str]:
    from briefing.tui.keys import resolve  # noqa: PLC0415 - Textual is imported only where it is asked for
    from briefing.tui.themes import load_themes  # noqa: PLC0415

    own = (settings.user_file, settings.preferences_file)
    files = [paths.shipped_config(), *(file for file in own if file and paths.is_there(file))]
    _say("config", ", ".join(map(str, files)))
    themes = load_themes([paths.shipped_themes(), paths.user_themes()])
    _say("themes", ", ".join(themes.by_name))
    unknown = themes.problem_with(settings.theme)
    keymap = resolve(settings.keys, settings.origins)
    _say("keys", f"{counted(len(keymap.changed), 'command')} changed")
    asked = [f"{settings.origins['theme']}: {unknown}"] if unknown else []
    return [*themes.problems, *asked, *keymap.problems]


def _check_knowledge(settings: Settings) -> list[str]:
    tables = tables_with(paths.user_knowledge()).tables  # what does not fit is told with the seeds
    sizes = [(len(tables["states"]), "state"), (len(tables["instruments"]), "instrument")]
    bodies = {body for table in ORGANISATION_TABLES for body in tables[table]}
    sizes += [(len(bodies), "organisation"), (len(tables["office_holders"]), "office holder")]
    _say("knowledge", ", ".join(counted(size, word) for size, word in sizes))
    _say("disputes", ", ".join(dispute.id for dispute in settings.disputes))
    return [*lint.problems(tables), *_check_parties(settings, {*tables["states"], *bodies})]


def _check_parties(settings: Settings, known: Collection[str]) -> list[str]:
    return [
        f"{settings.origins[f'disputes.{dispute.id}']}: disputes.{dispute.id}.{key}: "
        f"expected the id of a state or organisation, found {party}"
        for dispute in settings.disputes
        for key, parties in (("parties", dispute.parties), ("sides", dispute.sides))
        for party in parties
        if party not in known
    ]


def _check_seeds(settings: Settings, library: Store) -> list[str]:
    briefing = pipeline.build(settings, library, standard_input=standard_input(settings))
    for seed in settings.seeds:
        _say("seeds", str(seed))
    for document in briefing.documents:
        published = f"{document.published}, {document.published_basis}" if document.published else "no date"
        _say("read", f"{document.path}: {document.title} ({published})")
    nothing = [] if briefing.documents else ["no article was read"]
    return [*(f"skipped {skipped.path}: {skipped.reason}" for skipped in briefing.skipped), *nothing]
