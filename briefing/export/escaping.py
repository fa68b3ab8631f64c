"""Text from articles made harmless in each format: what it says stays, what it would do does not."""

from __future__ import annotations

import html
import re

from briefing.untrusted.cleaning import REPLACEMENT, clean_text

_NONCHARACTERS = re.compile(
    "[\ufdd0-\ufdef" + "".join(chr(plane * 0x10000 + last) for plane in range(17) for last in (0xFFFE, 0xFFFF)) + "]"
)
_LINE_SEPARATORS = re.compile("[\n\t\u2028\u2029]")
_MARKDOWN_SIGNS = re.compile(r"([\\`*_{}\[\]<>#|~&$^=])")
_MARKDOWN_STARTS = re.compile(r"^(?:([-+:])|(\d+)([.)]))")
_LINK_SIGNS = re.compile(r"(?<=\w)(?:(:)(?=/)|(\.)(?=[a-z]{2}))")
_ADDRESS = re.compile(r"(?<=[\w.+-])@(?=\w)")
_WORD_JOINER = "\u2060"
_FORMULA = re.compile("[\\s\"']*[=+\\-@\uff1d\uff0b\uff0d\uff20]")


def plain_text(text: str) -> str:
    """Return a text without controls, bidirectional controls, lone surrogates and noncharacters, lines kept.

    HTML and XML allow none of these. Each becomes one U+FFFD.
    """
    return _NONCHARACTERS.sub(REPLACEMENT, clean_text(text))


def plain_line(text: str) -> str:
    """Return a text as :func:`plain_text` does and on one line, each line end or tab as one space."""
    return _LINE_SEPARATORS.sub(" ", plain_text(text))


def html_text(text: str) -> str:
    """Return a text for HTML, between tags or within a quoted attribute."""
    return html.escape(plain_line(text), quote=True)


def xml_text(text: str) -> str:
    """Return a text for XML, between tags or within a quoted attribute."""
    return html.escape(plain_line(text), quote=True)


def markdown_text(text: str) -> str:
    """Return a text for one line of Markdown in which nothing is markup, HTML or a link, written out or bare.

    Web addresses are kept from becoming links by a backslash, mail addresses by an invisible word joiner.
    """
    line = _MARKDOWN_SIGNS.sub(r"\\\1", plain_line(text).strip())
    line = _MARKDOWN_STARTS.sub(lambda found: f"{found[2] or ''}\\{found[1] or found[3]}", line)
    line = _LINK_SIGNS.sub(lambda found: f"\\{found[0]}", line)
    return _ADDRESS.sub(f"@{_WORD_JOINER}", line)


def ical_text(text: str) -> str:
    """Return a text as a value of type TEXT (RFC 5545, 3.3.11)."""
    escaped = plain_text(text).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return re.sub("[\n\u2028\u2029]", "\\\\n", escaped.replace("\t", " "))


def csv_cell(text: str) -> str:
    """Return a text for one cell, on one line.

    An apostrophe goes before what a spreadsheet would take for a formula.
    """
    line = plain_line(text)
    return f"'{line}" if _FORMULA.match(line) else line
