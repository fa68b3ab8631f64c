"""Subjects: whose words a cue gives where its own sentence does not tell it alone."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.extraction.annotations import Annotations, Reference, SentenceTokens
from briefing.extraction.claims import Draft
from briefing.extraction.contents import behind_dateline
from briefing.extraction.cues import VerbGroup
from briefing.extraction.phrases import QUOTE_SIGNS
from briefing.extraction.quotes import Quotation
from briefing.extraction.sources import PAPERS, PRONOUNS, Source, source_of
from briefing.extraction.voices import Voices

_MOST_BEFORE_SUBJECT = 4
_LONGEST_UNNAMED = 4
_JOINING = frozenset({"and", "but", "or", ",", "then", "while"})
"""Before a verb these tell that it shares the subject of the verb before it."""
_ACCUSING_PAPERS = frozenset({"indictment", "complaint", "lawsuit", "resolution", "statement", "letter"})
_FIRST_PERSON = frozenset({"we", "i"})


class Subjects:
    """Finds the sources of cues, and keeps who spoke last and whom officials without a name spoke for."""

    def __init__(self, annotations: Annotations, voices: Voices) -> None:
        self.annotations = annotations
        self.voices = voices
        self.last: Draft | None = None
        self.unnamed: dict[str, tuple[str, ...]] = {}

    def remember(self, found: Sequence[Draft]) -> None:
        """Keep what the statements of a sentence tell of who speaks."""
        self.last = found[-1] if found else self.last
        for draft in found:
            self._remember_unnamed(draft.source)
            self._remember_paper(draft)

    def source(
        self, sentence: SentenceTokens, group: VerbGroup, last: Source | None, quotation: Quotation | None
    ) -> Source | None:
        """Return whose words a cue gives, in and outside the sentence; ``last`` is the source of the cue before."""
        before = self.annotations.lowers[group.first - 1] if group.first > sentence.first else ""
        if before in _FIRST_PERSON and quotation is None:
            speakers = self.voices.speaking_at(sentence.span.start)
            return Source(group.first - 1, group.first, speakers) if speakers else None
        if self.annotations.lowers[group.first] == "to" and sentence.block != "headline":
            return self.of_sentence(sentence) if self._encounter_before(sentence, group) else None
        found = source_of(self.annotations, sentence, group)
        if found is not None and self._goes_on_telling(group, found):
            return found._replace(actors=self.last.source.actors if self.last else ())
        if found is not None and not found.actors and self._shares_subject(group, found, last):
            return last
        if found is None and group.inflection == "ing" and self._paper_before(sentence, group):
            return self.of_sentence(sentence)
        if found is not None and not found.actors:
            return self._same_unnamed(found)
        if found is not None:
            return found
        joined = before in _JOINING and not group.passive
        infinitive = group.inflection == "base" and "to" in self.annotations.lowers[group.first : group.verb]
        threatening = group.inflection == "ing" and group.cue.kind == "threaten"
        if not joined or infinitive or threatening:
            return None
        if last is not None and group.inflection == "base" and group.first == group.verb and before == "and":
            return None  # "said that they must leave and guarantee that ...": a verb of the clause reported
        return last or self.of_sentence(sentence)

    def _goes_on_telling(self, group: VerbGroup, found: Source) -> bool:
        """Tell whether ``it said`` goes on with who was quoted in the sentence before, and no person."""
        if self.annotations.lowers[found.first : found.last] != ["it"] or "quote" not in group.cue.takes:
            return False
        if self.last is None or not self.last.source.actors or not self.last.groups:
            return False
        begin = self.annotations.tokens[group.verb].start
        sentence = self.annotations.sentence_at(begin)
        if found.first > sentence.first and self.annotations.words[found.first - 1] not in {",", *QUOTE_SIGNS}:
            return False
        between = self.annotations.sentences_in(self.last.sentence.span.end, begin)
        persons = any(self.annotations.actors[actor].kind == "person" for actor in self.last.source.actors)
        return not persons and len(between) <= 1

    def _paper_before(self, sentence: SentenceTokens, group: VerbGroup) -> bool:
        """Tell whether a gerund tells what a paper of the subject says: ``released a statement saying that``."""
        before = self.annotations.lowers[sentence.first : group.first]
        if not _ACCUSING_PAPERS.isdisjoint(before[-1:]):
            return True
        return group.cue.lemma in {"say", "announce", "state"} and not PAPERS.isdisjoint(before)

    def _encounter_before(self, sentence: SentenceTokens, group: VerbGroup) -> bool:
        """Tell whether an infinitive is what somebody met, called or travelled for: ``flew to Kyiv to reject``."""
        before = self.annotations.lowers[sentence.first : group.first]
        return not self.annotations.knowledge.speech.encounters.isdisjoint(before)

    def _shares_subject(self, group: VerbGroup, found: Source, last: Source | None) -> bool:
        """Tell whether a verb after a comma goes on with the subject before: ``raised X, noted Y``."""
        comma = group.first > 0 and self.annotations.words[group.first - 1] == ","
        return comma and last is not None and last.last <= found.first < group.first

    def _same_unnamed(self, source: Source) -> Source:
        """Give ``the spokesperson``, ``the official`` the actors of the one who was quoted under that noun before."""
        noun = self.annotations.lowers[source.last - 1]
        if noun in {"he", "she"} and self.last is not None and self.last.source.actors in self.unnamed.values():
            return source._replace(actors=self.last.source.actors)
        if self.annotations.lowers[source.first] != "the" or source.last - source.first > _LONGEST_UNNAMED:
            return source
        return source._replace(actors=self.unnamed.get(noun) or self._just_quoted(source))

    def _just_quoted(self, source: Source) -> tuple[str, ...]:
        """Return the actors of the unnamed official quoted last in the paragraph, whatever noun he goes by."""
        if self.last is None or self.last.source.actors not in self.unnamed.values():
            return ()
        start = self.annotations.tokens[self.last.source.first].start
        between = self.annotations.document.text[start : self.annotations.tokens[source.first].start]
        return () if "\n\n" in between else self.last.source.actors

    def _remember_unnamed(self, source: Source) -> None:
        """Keep for whom an official without a name spoke: ``a Chinese commerce ministry spokesperson``."""
        naming = self.annotations.knowledge.naming
        kinds = {self.annotations.actors[actor].kind for actor in source.actors}
        if not kinds or "person" in kinds:
            return
        nouns = set(self.annotations.lowers[source.first : source.last])
        for noun in nouns & (naming.person_nouns | naming.government_nouns):
            self.unnamed[noun] = source.actors
        if nouns & naming.inquiry_nouns:
            self.unnamed |= dict.fromkeys(naming.inquiry_nouns, source.actors)

    def _remember_paper(self, draft: Draft) -> None:
        """Keep whose statement or report it is that is quoted from later: ``the ministry said in a statement``."""
        words = self.annotations.lowers[draft.source.first : draft.sentence.last]
        for paper in PAPERS & set(words) if draft.source.actors else ():
            article = words[words.index(paper) - 1] if words.index(paper) else ""
            if article in {"a", "an", "joint", "written", "'s"}:
                self.unnamed[paper] = draft.source.actors

    def of_sentence(self, sentence: SentenceTokens) -> Source | None:
        """Return the subject of a sentence, for a verb that shares it: ``They met and agreed``, ``..., saying``."""
        first = behind_dateline(self.annotations, sentence)
        if self.annotations.lowers[first] in PRONOUNS and not self._means(first):
            return None
        near = self.annotations.references_in(self.annotations.tokens[first].start, sentence.span.end)
        if len(near) > 1 and self._belongs_to_title(*near[:2]):
            near = near[1:]
        if not near or self.annotations.token_at(near[0].start) - first > _MOST_BEFORE_SUBJECT:
            return None
        index = self.annotations.token_at(near[0].start)
        together = [near[0]]
        for reference in near[1:]:
            between = self.annotations.document.text[together[-1].end : reference.start]
            if reference.start != near[0].start and between.strip() not in {"and", ",", ", and"}:
                break
            together.append(reference)
        return Source(
            index, self.annotations.token_at(together[-1].end), tuple(dict.fromkeys(r.actor for r in together))
        )

    def _belongs_to_title(self, one: Reference, other: Reference) -> bool:
        """Tell whether a state's adjective only opens a person's title: ``Norwegian envoy N``."""
        between = self.annotations.document.text[one.end : other.start].split()
        title = one.rule == "adjective of a state" and other.kind == "person"
        return title and len(between) < _MOST_BEFORE_SUBJECT and all(word.isalpha() for word in between)

    def _means(self, index: int) -> bool:
        """Tell whether it is known whom a pronoun means."""
        token = self.annotations.tokens[index]
        return bool(self.annotations.references_in(token.start, token.end))
