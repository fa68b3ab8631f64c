"""From the text of a YAML document to plain data, by PyYAML's loaders up to the node tree."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Any

import yaml

from briefing.untrusted.cleaning import clean_text, unify_line_ends
from briefing.untrusted.yaml_loader import LoadedYaml, Path, Plain, UntrustedYamlError

_NULLS = frozenset({"", "~", "null"})
_BOOLEANS = {"true": True, "True": True, "false": False, "False": False}
_INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})")
_FLOAT = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})\.[0-9]{1,18}(?:[eE][-+]?[0-9]{1,2})?")


class _BoundedLoader(yaml.SafeLoader):
    """SafeLoader that refuses anchors, aliases, tags and deep nesting while it builds the node tree."""

    def __init__(self, text: str, max_depth: int) -> None:
        self._room = max_depth
        super().__init__(text)

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        event = self.peek_event()  # type: ignore[no-untyped-call]
        if isinstance(event, yaml.AliasEvent) or event.anchor is not None:
            raise yaml.MarkedYAMLError(problem="anchors and aliases are not allowed", problem_mark=event.start_mark)
        if event.tag is not None:
            problem = f"tags are not allowed: {event.tag.replace('tag:yaml.org,2002:', '!!')}"
            raise yaml.MarkedYAMLError(problem=problem, problem_mark=event.start_mark)
        if self._room == 0:
            raise yaml.MarkedYAMLError(problem="nested too deeply", problem_mark=event.start_mark)
        self._room -= 1
        node = super().compose_node(parent, index)
        self._room += 1
        return node


class _Reader:
    """Turns a node tree into plain data and notes the lines."""

    def __init__(self, text: str, strings_only: bool) -> None:
        self._starts = [0, *(found.end() for found in re.finditer("\n", text))]
        self._strings_only = strings_only
        self.lines: dict[Path, int] = {}

    def line_at(self, offset: int) -> int:
        """Return the line of an offset; the marks of PyYAML also count U+2028, which no editor does."""
        return bisect_right(self._starts, offset)

    def value(self, node: yaml.Node, path: Path) -> Plain:
        """Return the plain data of a node, noting the lines of all that is in it."""
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            for position, entry in enumerate(node.value):
                self.lines[*path, position] = self.line_at(entry.start_mark.index)
            return [self.value(entry, (*path, position)) for position, entry in enumerate(node.value)]
        assert isinstance(node, yaml.ScalarNode)
        return self._scalar(node)

    def _mapping(self, node: yaml.MappingNode, path: Path) -> dict[str, Any]:
        data: dict[str, Any] = {}
        for key_node, value_node in node.value:
            line = self.line_at(key_node.start_mark.index)
            if not isinstance(key_node, yaml.ScalarNode):
                raise UntrustedYamlError("a key must be plain text", line)
            key = clean_text(key_node.value)
            if key in data:
                raise UntrustedYamlError(f"key given twice: {key}", line, key)
            self.lines[*path, key] = line
            data[key] = self.value(value_node, (*path, key))
        return data

    def _scalar(self, node: yaml.ScalarNode) -> Plain:
        text: str = node.value
        if not node.style:
            if text in _NULLS:
                return None
            if not self._strings_only:
                if text in _BOOLEANS:
                    return _BOOLEANS[text]
                if _INTEGER.fullmatch(text):
                    return int(text)
                if _FLOAT.fullmatch(text):
                    return float(text)
        return clean_text(text)


def parse(text: str, max_depth: int, *, strings_only: bool, ours: bool) -> LoadedYaml:
    """Return the plain data of one document, as :func:`briefing.untrusted.yaml_loader.load_yaml` says."""
    text = unify_line_ends(text)
    reader = _Reader(text, strings_only)
    try:
        loader = yaml.CSafeLoader(text) if ours and yaml.__with_libyaml__ else _BoundedLoader(text, max_depth)
    except yaml.reader.ReaderError as error:
        raise UntrustedYamlError("a character that YAML does not allow", reader.line_at(error.position)) from None
    try:
        node = loader.get_single_node()
        data = None if node is None else reader.value(node, ())
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        message = error.problem or "not understood"
        if message.startswith("but "):
            message = f"{error.context}, {message}"
        raise UntrustedYamlError(message, reader.line_at(mark.index) if mark else 1) from None
    except UntrustedYamlError:
        raise
    except (ValueError, OverflowError):  # an escape beyond Unicode, a version number of thousands of digits
        raise UntrustedYamlError("a number out of range", reader.line_at(getattr(loader, "index", 0))) from None
    finally:
        loader.dispose()
    return LoadedYaml(data, reader.lines)
