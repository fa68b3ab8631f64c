import pytest

from briefing.knowledge.loader import load
from briefing.reading.dateline import PartialDate, find_dateline, partial_date


@pytest.mark.parametrize(
    ("beginning", "place", "agency"),
    [
        ("WASHINGTON, D.C. — ", "WASHINGTON, D.C.", None),
        ("GENEVA (Reuters) - ", "GENEVA", "Reuters"),
        ("LVIV, Ukraine (AP) — ", "LVIV, Ukraine", "AP"),
        ("MOSCOW, July 23 (Xinhua) -- ", "MOSCOW", "Xinhua"),
        ("MOSCOW, July 23. /TASS/. ", "MOSCOW", "TASS"),
        ("MOSCOW. July 23 (Interfax) - ", "MOSCOW", "Interfax"),
        ("Washington (CNN) — ", "Washington", "CNN"),
        ("(CNN)", None, "CNN"),
        ("July 23 (Reuters) - ", None, "Reuters"),
        ("GENEVA (23 July 2021) – ", "GENEVA", None),
        ("TEHRAN, IRNA – ", "TEHRAN", "IRNA"),
        ("SEOUL/TOKYO (Reuters) - ", "SEOUL/TOKYO", "Reuters"),
        ("ST. PETERSBURG, Russia (AP) — ", "ST. PETERSBURG, Russia", "AP"),
        ("PORT-AU-PRINCE, Haiti (AP) _ ", "PORT-AU-PRINCE, Haiti", "AP"),
        ("N’DJAMENA, Chad — ", "N’DJAMENA, Chad", None),
        ("ABOARD AIR FORCE ONE (AP) — ", "ABOARD AIR FORCE ONE", "AP"),
        ("UNITED NATIONS — ", "UNITED NATIONS", None),
        ("BEIJING (XYZ) – ", "BEIJING", "XYZ"),
        ("GENEVA (Switzerland) – ", "GENEVA", None),
        ("Geneva – ", "Geneva", None),
        ("WASHINGTON--", "WASHINGTON", None),
        ("KYIV,\nUkraine (AP) — ", "KYIV,\nUkraine", "AP"),
    ],
)
def test_datelines(beginning: str, place: str | None, agency: str | None) -> None:
    text = f"Headline.\n\n{beginning}The talks failed - again."
    start = text.index(beginning)
    found = find_dateline(text, start, len(text), load())
    assert found is not None
    assert (found.place, found.agency) == (place, agency)
    assert text[found.end :] == "The talks failed - again."


@pytest.mark.parametrize(
    "text",
    [
        "Diplomacy — the art of the possible — failed.",
        "EXCLUSIVE — The talks failed.",
        "NATO — the alliance — met.",
        "THE VICE PRESIDENT: It’s — it’s being here.",
        "Biden — who is ill — said so.",
        "Russia – the biggest country – declined.",
        "The U.S. – China talks failed.",
        "President Biden (left) – and his guest.",
        "At the U.N. (United Nations) The delegates met.",
        "Q — what now?",
        "The president said (on Friday) - that he knew.",
        "They met.",
        "",
    ],
)
def test_what_is_no_dateline(text: str) -> None:
    assert find_dateline(text, 0, len(text), load()) is None


def test_a_dateline_may_stand_alone() -> None:
    text = "MOSCOW (AP) —"
    found = find_dateline(text, 0, len(text), load())
    assert found is not None
    assert found.end == len(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("July 23", PartialDate(7, 23, None, None)),
        ("Friday, July 23", PartialDate(7, 23, None, 4)),
        ("23 July 2021", PartialDate(7, 23, 2021, None)),
        ("Jul. 23rd, 2021", PartialDate(7, 23, 2021, None)),
        ("until July 23", None),
        ("July", None),
    ],
)
def test_partial_dates(text: str, expected: PartialDate | None) -> None:
    assert partial_date(text) == expected


def test_a_partial_date_in_a_year() -> None:
    assert str(PartialDate(7, 23, None, 4).in_year(2021)) == "2021-07-23"
    assert PartialDate(7, 23, None, 4).in_year(2020) is None
    assert PartialDate(2, 29, None, None).in_year(2021) is None
