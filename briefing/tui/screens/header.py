"""What the header says of a briefing."""

from __future__ import annotations

from briefing.dossier.catalogue import Catalogue, Item
from briefing.dossier.dates import as_of_day, period_of
from briefing.tui.widgets.bars import HeaderState


def header_state(
    catalogue: Catalogue | None,
    progress: tuple[int, int] | None,
    focus: Item | None,
    focus_hint: str,
    view: str = "",
    remark: str = "",
) -> HeaderState:
    """Return the header for a briefing: while it is read, with a focus, or in a view of its own name with a remark."""
    if catalogue is None:
        return HeaderState(reading=progress, as_of="not known yet" if progress else "?", view=view)
    briefing = catalogue.briefing
    unknown = "not known yet" if progress else as_of_day(None)
    return HeaderState(
        view=view,
        remark=remark,
        focus=catalogue.title(focus) if focus else "",
        focus_hint=focus_hint,
        documents=len(briefing.documents),
        period=period_of(document.published for document in briefing.documents),
        reading=progress,
        as_of=unknown if briefing.as_of is None else as_of_day(briefing.as_of),
        basis=briefing.as_of_basis if briefing.as_of is not None else "",
        narrowed=", ".join(briefing.narrowed),
    )
