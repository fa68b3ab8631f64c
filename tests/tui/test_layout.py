import pytest

from briefing.tui.layout import lay_out


@pytest.mark.parametrize(
    ("size", "narrow", "wide", "tall", "block", "rows"),
    [
        ((80, 24), True, False, False, 78, 10),
        ((99, 36), True, False, True, 97, 14),
        ((100, 36), False, False, True, 98, 15),
        ((120, 36), False, False, True, 118, 15),
        ((159, 29), False, False, False, 157, 13),
        ((160, 30), False, True, True, 118, 13),
        ((200, 60), False, True, True, 118, 26),
    ],
)
def test_panes_stand_as_drawn(
    size: tuple[int, int], narrow: bool, wide: bool, tall: bool, block: int, rows: int
) -> None:
    layout = lay_out(*size)
    assert (layout.narrow, layout.wide, layout.tall) == (narrow, wide, tall)
    assert (layout.block_width, layout.list_rows) == (block, rows)


def test_a_terminal_below_forty_by_twelve_is_too_small() -> None:
    assert lay_out(39, 24).too_small
    assert lay_out(80, 11).too_small
    assert not lay_out(40, 12).too_small
