"""Keys: the registry's commands as bindings, and the keys a person has changed, checked.

Textual takes unknown ids and impossible keys in silence, and a key given twice drops one of the two.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from functools import cache

from textual.binding import Binding, BindingType
from textual.keys import format_key

from briefing.record import record
from briefing.tui.commands import COMMANDS, TOGETHER, Command, Context
from briefing.untrusted.cleaning import clean_line

UNBOUND = "unbound"
"""The name of a key that no keyboard has, for a command whose key was taken away."""

_RUSSIAN = dict(zip("qwertyuiopasdfghjklzxcvbnm", "йцукенгшщзфывапролдячсмить", strict=True))
_CYRILLIC = {
    **{latin: (letter,) for latin, letter in _RUSSIAN.items()},
    **{latin.upper(): (letter.upper(),) for latin, letter in _RUSSIAN.items()},
    "s": ("ы", "і"),
    "S": ("Ы", "І"),
    "left_square_bracket": ("х",),
    "right_square_bracket": ("ъ", "ї"),
    "comma": ("б",),
    "full_stop": ("ю",),
    "less_than_sign": ("Б",),
    "greater_than_sign": ("Ю",),
    "colon": ("Ж",),
}
"""The letters that a key types on a Russian layout, and on a Ukrainian one where that differs."""

_NAMED = frozenset(
    {
        *("up", "down", "left", "right", "home", "end", "pageup", "pagedown", "insert", "delete"),
        *("enter", "escape", "tab", "shift+tab", "space", "backspace"),
        *(f"f{number}" for number in range(1, 13)),
    }
)
_ARROWS = frozenset({"up", "down", "left", "right", "home", "end"})
_SAME_AS = {
    "ctrl+i": "tab",
    "ctrl+j": "enter",
    "ctrl+m": "enter",
    "ctrl+h": "backspace",
    "ctrl+left_square_bracket": "escape",
}
"""Keys that a terminal cannot tell from another."""

_SHOWN = {
    "escape": "esc",
    "pageup": "pgup",
    "pagedown": "pgdn",
    "shift+tab": "S-tab",
}


@record(frozen=True, slots=True)
class Keymap:
    """The keys of every command, those that a person changed, and a line for each change that was not taken."""

    keys: Mapping[str, tuple[str, ...]]
    changed: Mapping[str, str]
    problems: tuple[str, ...] = ()

    def shown(self, command: str) -> str:
        """Return the first key of a command as it is shown; nothing where it has none."""
        keys = self.keys[command]
        return shown(keys[0]) if keys else ""


@cache
def by_id() -> Mapping[str, Command]:
    """Return the commands by id."""
    return {command.id: command for command in COMMANDS}


def bindings(context: Context) -> list[BindingType]:
    """Return the bindings of one context, each with its command's id, for a class that belongs to it."""
    return [
        Binding(_with_cyrillic(command.keys), command.action, show=False, id=command.id)
        for command in COMMANDS
        if context in command.contexts
    ]


def _with_cyrillic(keys: tuple[str, ...]) -> str:
    return ",".join((*keys, *(letter for key in keys for letter in _CYRILLIC.get(key, ()))))


def shown(key: str) -> str:
    """Return a key as it is shown: ``?`` for ``question_mark``, ``esc`` for ``escape``."""
    return _SHOWN.get(key) or (key if key in _NAMED else format_key(key))


def resolve(asked: Mapping[str, str], origins: Mapping[str, str] | None = None) -> Keymap:
    """Return the keys that result from a person's changes: command ids and their keys, parted by commas.

    An empty text takes the key away. What names no command, no possible key, or a key that is taken, is left out and
    gets a line; ``origins`` (``keys.help``) says where it stands.
    """
    keys = {command.id: command.keys for command in COMMANDS}
    problems: list[str] = []
    changed: dict[str, tuple[str, ...]] = {}
    for command, text in asked.items():
        try:
            new = _parse(command, text)
        except ValueError as error:
            problems.append(_line(command, str(error), origins))
        else:
            if new != keys[command]:
                changed[command] = new
    keys |= changed
    while (clash := _first_clash(changed, keys)) is not None:
        command, other, key = clash
        problems.append(_line(command, f"{shown(key)} is the key of {other}", origins))
        keys[command] = by_id()[command].keys
        del changed[command]
    texts = {command: _with_cyrillic(new) if new else UNBOUND for command, new in changed.items()}
    return Keymap(keys, texts, tuple(problems))


def _line(command: str, problem: str, origins: Mapping[str, str] | None) -> str:
    place = (origins or {}).get(f"keys.{command}")
    return clean_line(f"{place + ': ' if place else ''}keys: {command}: {problem}", 300)


def _parse(command: str, text: str) -> tuple[str, ...]:
    if command not in by_id():
        near = get_close_matches(command, by_id(), n=1)
        raise ValueError(f"no such command{f', nearest is {near[0]}' if near else ''}")
    parts = [","] if text.strip() == "," else [part.strip() for part in text.split(",")]
    return tuple(dict.fromkeys(_parse_key(part) for part in parts if part))


def _parse_key(text: str) -> str:
    key = _key_of(text) if len(text) == 1 else text if text in _NAMED else text.lower()
    if len(text) == 1 and text.isprintable():
        return key
    if key in _SAME_AS:
        raise ValueError(f"{text}: a terminal cannot tell it from {_SAME_AS[key]}")
    modifier, plus, rest = key.rpartition("+")
    possible = (
        key in _NAMED
        or _is_sign_name(key)
        or (plus and modifier == "ctrl" and len(rest) == 1 and rest.isascii() and rest.isalpha())
        or (plus and modifier in {"ctrl", "shift", "alt"} and rest in _ARROWS)
        or (plus and modifier == "alt" and len(rest) == 1)
    )
    if not possible:
        raise ValueError(f"{text}: no key that a terminal can send")
    return key


def _key_of(character: str) -> str:
    """Return Textual's name of the key that types a character."""
    (binding,) = Binding.make_bindings([("space" if character in " ," else character, "")])
    return "comma" if character == "," else binding.key


def _is_sign_name(key: str) -> bool:
    sign = format_key(key)
    return len(sign) == 1 and len(key) > 1 and _key_of(sign) == key


def _first_clash(changed: Iterable[str], keys: Mapping[str, tuple[str, ...]]) -> tuple[str, str, str] | None:
    """Return a changed command, another that has one of its keys where both work, and that key."""
    for command in changed:
        contexts = by_id()[command].contexts
        reachable = {context for group in TOGETHER if not group.isdisjoint(contexts) for context in group}
        for other in COMMANDS:
            if other.id == command or reachable.isdisjoint(other.contexts):
                continue
            for key in keys[command]:
                if key in keys[other.id] and key not in by_id()[command].keys:
                    return (command, other.id, key)
    return None
