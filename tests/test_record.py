"""A record is what a frozen, slotted dataclass is."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable, Mapping
from dataclasses import FrozenInstanceError, asdict, astuple, dataclass, field, fields, is_dataclass, replace
from typing import Any

import pytest

from briefing.record import record


@record(frozen=True, slots=True)
class Place:
    """A record that can be found by its name, as pickle wants it."""

    name: str
    near: tuple[str, ...] = ()
    notes: Mapping[str, str] = field(default_factory=dict)

    @property
    def loud(self) -> str:
        return self.name.upper()


@record(frozen=True, slots=True)
class Town(Place):
    """A record of more."""

    people: int = 0


@record(frozen=True, slots=True)
class One:
    """A record of one field."""

    only: str


@record(frozen=True, slots=True)
class Nothing:
    """A record of none."""


def as_dataclass(plain: type) -> Any:
    return dataclass(frozen=True, slots=True)(plain)


def twin(make: Callable[[type], Any]) -> Any:
    class Twin:
        """A type made in two ways."""

        first: int
        second: tuple[str, ...] = ("a",)
        third: dict[str, int] = field(default_factory=dict)

    return make(Twin)


def test_it_is_written_and_compared_as_a_dataclass_is() -> None:
    ours, theirs = twin(record(frozen=True, slots=True)), twin(as_dataclass)
    assert repr(ours(1, third={"x": 2})) == repr(theirs(1, third={"x": 2}))
    assert ours.__match_args__ == theirs.__match_args__
    assert ours.__slots__ == theirs.__slots__
    assert [each.name for each in fields(ours)] == [each.name for each in fields(theirs)]
    assert hash(Place("Geneva", ("Bern",), ())) == hash(("Geneva", ("Bern",), ()))  # type: ignore[arg-type]


def test_equal_are_two_of_the_same_type_with_equal_fields() -> None:
    assert Place("Geneva") == Place("Geneva")
    assert Place("Geneva") != Place("Bern")
    assert Place("Geneva") != Town("Geneva")
    assert One("a") == One("a") != One("b")
    assert {One("a"), One("a")} == {One("a")}
    assert Nothing() == Nothing()


def test_defaults_are_made_anew() -> None:
    assert Place("a").notes == {}
    assert Place("a").notes is not Place("b").notes
    assert Town("a", people=3) == Town("a", (), {}, 3)


@pytest.mark.parametrize("wrong", [Place, lambda: Place("a", nom="b"), lambda: Nothing(1)])  # type: ignore[call-arg]
def test_what_does_not_fit_is_refused(wrong: Callable[[], Any]) -> None:
    with pytest.raises(TypeError):
        wrong()


def test_nothing_can_be_changed() -> None:
    place = Place("a")
    with pytest.raises(FrozenInstanceError):
        place.name = "b"  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del place.near
    with pytest.raises(FrozenInstanceError):
        place.other = "b"  # type: ignore[attr-defined]
    assert not hasattr(place, "__dict__")


def test_the_tools_of_dataclasses_know_it() -> None:
    town = Town("Bern", people=1)
    assert is_dataclass(town)
    assert replace(town, people=2) == Town("Bern", people=2)
    assert astuple(town) == ("Bern", (), {}, 1)
    assert asdict(One("a")) == {"only": "a"}
    assert town.loud == "BERN"


@pytest.mark.parametrize("value", [Place("a", ("b",), {"c": "d"}), Town("a", people=2), One("a"), Nothing()], ids=repr)
def test_it_can_be_copied_and_sent(value: Any) -> None:
    assert copy.copy(value) == value
    assert copy.deepcopy(value) == value
    assert pickle.loads(pickle.dumps(value)) == value
