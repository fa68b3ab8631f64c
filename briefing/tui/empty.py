"""What a pane says where it has nothing to show: one sentence, then what helps."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.tui.paint import Piece, Pieces

Paragraphs = Sequence[Pieces]


def _say(sentence: str, *helps: str) -> list[Pieces]:
    return [(), (Piece(sentence),), *((Piece(text, "muted"),) for text in helps)]


def key_line(key: str, does: str) -> Pieces:
    """Return a line that names a key and what it does."""
    return (Piece(key, "key"), Piece(f"  {does}", "muted"))


def reading() -> Paragraphs:
    """Say that reading goes on."""
    return [(Piece("still reading", "label"),)]


def nothing_read(seeds: Sequence[str], reload_key: str) -> Paragraphs:
    """Say that there is no article, where they are looked for, and which key looks again."""
    places = ", ".join(seeds)
    text = f"Put .txt or .md files into {places}." if places else "Name files or folders: briefing PATH."
    return [*_say("No article to read.", text), key_line(reload_key, "reads again")]


def nothing_readable(skipped: int, why_key: str, reload_key: str) -> Paragraphs:
    """Say that of what there is nothing could be read, and which keys tell why and look again."""
    files = "The one file" if skipped == 1 else f"None of {skipped:,} files"
    said = _say(f"{files} could {'not ' if skipped == 1 else ''}be read.")
    return [*said, key_line(why_key, "shows why"), key_line(reload_key, "reads again")]


def nothing_fits(filters: Sequence[str], filter_key: str) -> Paragraphs:
    """Say that the filters leave no article, and which key changes them."""
    return [*_say(f"No article {', '.join(filters)}."), key_line(filter_key, "changes the filter")]


def no_actors() -> Paragraphs:
    """Say that nobody is named."""
    return _say("Nobody is named in these documents.", "A person, a state or an organisation would stand here.")


def no_disputes() -> Paragraphs:
    """Say that no dispute was found, and where disputes are defined."""
    return _say("No dispute found in these documents.", "Disputes are defined in config.yaml: an id and terms each.")


def no_positions() -> Paragraphs:
    """Say that nobody takes a position."""
    return _say(
        "No position found in these documents.",
        "What a known actor says, wants or denies on a dispute would stand here.",
    )


def no_agenda() -> Paragraphs:
    """Say that no date was found, and what relative dates need."""
    return _say(
        "No date found in these documents.",
        "Relative dates such as “Wednesday” need the day the article appeared. "
        "Give it as published: in the front matter, or in the file name.",
    )


def nothing_tied(name: str, back_key: str) -> Paragraphs:
    """Say that the focus leaves nothing here, and which key shows all."""
    return [*_say(f"Nothing here is tied to {name}."), key_line(back_key, "shows all")]
