"""Cutting text into sentences.

A sentence ends at a run of full stops, question or exclamation marks with the quotes and brackets that close behind it,
where white space and something that can begin a sentence follow. What stands before a full stop (an initial, an
abbreviation, a number) and after it (a lower-case word, a name, a word that mostly begins sentences) decides whether
the stop ends anything. Every look to either side is bounded, so that the time is linear in the text whatever it holds.
"""

from __future__ import annotations

import re

from briefing.model import Span

MAX_LENGTH = 2_000
"""Bound on the length of a sentence, in code points."""

_CLOSERS = "\"'”’»›)\\]"
_OPENERS = "\"'“‘„«‹(\\[¿¡"

_END = re.compile(
    rf"""
    (?<![.!?…]) (?P<stop>[.!?…]++) (?P<closers>[{_CLOSERS}]*+ (?:\[\d{{1,3}}\])*+) (?P<gap>\s++)
  | \n[^\S\n]*+\n\s*+                                  # an empty line
    """,
    re.VERBOSE,
)
_GLUED = re.compile(r"(?<=[a-z]{3})[.!?][”\"]?(?=[“\"]?[A-Z][a-z]+[ ,])")
"""A full stop without a blank after it: ``the talks.The minister``."""

_BEFORE = re.compile(r"(?:(?<![^\W\d_])[^\W\d_]\.[ \n\u00a0]?)*(?P<word>[\w’'-]*)\Z")
_LOOK_BACK = 32
_NEXT = re.compile(rf"[{_OPENERS}]{{0,3}}(?P<word>[\w’'-]{{1,40}})?(?P<sign>\S)?")
_ATTRIBUTION = re.compile(
    r"(?:[A-Z][\w.’'-]{0,30}\s){1,4}"
    r"(?:said|asked|added|wrote|told|tweeted|declared|replied|continued|exclaimed|warned|demanded)\b"
)


def _words(*lines: str) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split())


_BEFORE_NAME = _words(
    "Mr Mrs Ms Mx Dr Prof Gen Lt Col Maj Capt Cmdr Cpl Sgt Adm Brig Gov Sen Sens Rep Reps Rev Hon Amb Fr Pres Sec Min",
    "Ste Mt Ft Msgr Pvt Supt Insp Messrs Mme Mlle Eng Atty vs cf viz ca approx incl",
)
"""Abbreviations that never end a sentence: a name or the like follows them."""

_BEFORE_NUMBER = _words(
    "No Nos Art Arts Res Sec Secs Vol Fig Figs Ch Para Paras Reg p pp par para art no nos ch vol fig",
    "Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec",
)
"""Abbreviations that end no sentence where a number follows."""

_MAY_END = _words(
    "Inc Corp Co Ltd Bros Jr Sr Esq etc al est Dept Univ Assn St Ave Blvd Rd Bldg min hrs hr",
    "Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Mass Md Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa",
    "Tenn Tex Va Vt Wash Wis Wyo Ont Que",
)
"""Abbreviations that end a sentence only before a word that mostly begins one."""

_STARTERS = _words(
    "The A An This That These Those There Here It Its He His She Her They Their We Our You Your",
    "In On At By For From With Without Within Among Between Against Across Through Throughout Under Over After Before",
    "Since Until During Despite Of To While When Where If As Although Though Because But And Or Nor So Yet However",
    "Moreover Meanwhile Earlier Later Last Next Now Then Also Still Instead Both Some Many Most Several Another Other",
    "Such Even Only Once Not No Asked What Who Why How Which",
)
"""Words that mostly begin a sentence where they are written with a capital."""

BLANKS = (
    " \t\n\f\v\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u2028\u2029\u3000"
    "\u200b\u200e\u200f\ufeff"
)
"""White space and invisible marks that stand around sentences."""

_WORD = re.compile(r"[^\W_]")


def split(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Return the sentences of ``text[start:end]`` in order, without the white space around them.

    A piece without a letter or digit is no sentence. None is longer than :data:`MAX_LENGTH`: a longer one is cut at
    a sign or blank.
    """
    end = len(text) if end is None else end
    sentences: list[Span] = []
    for first, last in _pieces(text, start, end):
        sentences.extend(_bounded(text, first, last))
    return sentences


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    cuts = {found.end() for found in _END.finditer(text, start, end) if _ends_sentence(text, found, start, end)}
    cuts.update(found.end() for found in _GLUED.finditer(text, start, end))
    inner = sorted(cut for cut in cuts if start < cut < end)
    return list(zip([start, *inner], [*inner, end], strict=True))


def _ends_sentence(text: str, found: re.Match[str], start: int, end: int) -> bool:
    if found["stop"] is None:
        return True
    following = _NEXT.match(text, found.end(), end)
    assert following is not None  # every part of the pattern may be empty
    word, sign = following["word"] or "", following["sign"] or ""
    if not word:
        return bool(sign) and sign not in "—–-―,;:/&" and not _is_dotted(found, text, start)
    if not _can_begin(word):
        return False
    if found["stop"] != ".":
        return not _goes_on(text, found, word, end)
    if found["closers"]:
        return True
    return _full_stop_ends(text, found.start(), start, following)


def _can_begin(word: str) -> bool:
    """Tell whether a word can begin a sentence: one without a small first letter, or a name such as al-Assad."""
    if not word[0].islower():
        return True
    head, _, rest = word.partition("-")
    return head in {"al", "el", "ash", "as"} and rest[:1].isupper()


def _goes_on(text: str, found: re.Match[str], word: str, end: int) -> bool:
    """Tell whether a sentence goes on behind an ellipsis, a question or an exclamation mark."""
    stop = found["stop"]
    if "!" in stop or "?" in stop:
        return bool(found["closers"]) and _ATTRIBUTION.match(text, found.end(), end) is not None
    return not found["closers"] and word in {"I", "I’m", "I'm"}


def _is_dotted(found: re.Match[str], text: str, start: int) -> bool:
    return found["stop"] == "." and _word_before(text, found.start(), start)[1]


def _word_before(text: str, stop: int, start: int) -> tuple[str, bool]:
    """Return the word before a full stop, and whether it is the last letter of ``U.S``, ``U. N`` or ``p.m``."""
    before = _BEFORE.search(text, max(start, stop - _LOOK_BACK), stop)
    assert before is not None
    word = before["word"]
    return word, len(word) == 1 and before.start() < before.start("word")


def _full_stop_ends(text: str, stop: int, start: int, following: re.Match[str]) -> bool:
    word, dotted = _word_before(text, stop, start)
    after = following["word"]
    begins = after in _STARTERS or following.start() < following.start("word")
    if (
        word in _BEFORE_NAME
        or (word.isupper() and word.capitalize() in _BEFORE_NAME and after[0].isupper())
        or (word in _BEFORE_NUMBER and after[0].isdigit())
    ):
        return False
    if len(word) == 1 and len(after) == 1 and following["sign"] == ".":
        return False
    if dotted or word in _MAY_END:
        return begins
    if len(word) == 1 and word.isupper():
        return begins or (word == "I" and text[max(start, stop - 3) : stop - 2].islower())
    return not (word.isdigit() and len(word) <= 2 and _at_line_start(text, stop - len(word), start))


def _at_line_start(text: str, offset: int, start: int) -> bool:
    """Tell whether only blanks stand between an offset and the line or piece in which it stands."""
    before = text[max(start, offset - _LOOK_BACK) : offset].rstrip(" \t\u00a0")
    return not before or before[-1] == "\n"


def _bounded(text: str, first: int, last: int) -> list[Span]:
    sentences = []
    while first < last:
        whole = text[first : min(last, first + MAX_LENGTH)]
        if last - first > MAX_LENGTH:
            whole = whole[: _cut(whole)]
        inner = whole.strip(BLANKS)
        if _WORD.search(inner):
            begin = first + len(whole) - len(whole.lstrip(BLANKS))
            sentences.append(Span(begin, begin + len(inner)))
        first += len(whole)
    return sentences


def _cut(whole: str) -> int:
    """Return where to cut an overlong sentence: behind a semicolon, comma or blank of its second half, if any."""
    for sign in ("\n", "; ", ", ", " "):
        position = whole.rfind(sign, len(whole) // 2)
        if position >= 0:
            return position + len(sign)
    return len(whole)
