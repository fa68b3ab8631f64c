"""Names and sentences -> ranked hits, in any spelling; knows nothing of the rest of the program.

>>> Index(["Wendy Sherman", "Sergey Ryabkov"]).search("Рябков")[0].position
1
"""

from __future__ import annotations

from briefing.search.hit import Hit
from briefing.search.index import Index
from briefing.search.sentences import SentenceIndex
from briefing.search.storage import DamagedIndexError

__all__ = ["DamagedIndexError", "Hit", "Index", "SentenceIndex"]
