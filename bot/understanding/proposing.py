"""Propose words for matters, and find the words that several matters share (词)."""

import io
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import jieba

from bot.core.knowledge import Knowledge, Matter
from bot.understanding.cache import index_for
from bot.understanding.index import char_pairs, own_words
from bot.understanding.matters import score
from bot.understanding.normalising import normalise
from bot.understanding.spotting import spot, table_of
from bot.understanding.verdict import verdict

LEAST_LETTERS, MOST_LETTERS = 2, 6
"""Characters of a word that is proposed."""
MOST_PROPOSED = 8
"""Words proposed for one matter."""
LEAST_TIMES = 2
"""Times from which a word is proposed; what is said once may be cut wrongly."""
COMMON = 6
"""Matters whose sentences hold a word, from which it tells nothing."""
FREQUENCY = 50
"""Weight of every word of the knowledge in the dictionary for cutting."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """Hold a word that would help a matter to be found, and how often it was said."""

    word: str
    times: int


def shared_words(knowledge: Knowledge) -> Mapping[str, tuple[Matter, ...]]:
    """Return every word that stands in the words of several matters, owners first."""
    matters = list(knowledge.matters.values())
    table = table_of(names := [word for one in matters for word in own_words(one)])
    owners: defaultdict[str, dict[str, Matter]] = defaultdict(dict)
    for matter in matters:
        for word in own_words(matter):
            owners[normalise(word)][matter.name] = matter
    for matter in matters:
        for line in (matter.name, *matter.also, *matter.says):
            for hit in spot(table, normalise(line)):
                owners[normalise(names[hit.number])].setdefault(matter.name, matter)
    shared = ((word, tuple(some.values())) for word, some in owners.items())
    several = [(word, some) for word, some in shared if len(some) > 1]
    return dict(sorted(several, key=lambda pair: -len(pair[1])))


def proposed(knowledge: Knowledge) -> Mapping[str, list[Proposal]]:
    """Return words in the sentences of a matter that are not yet words of any."""
    said = {name: matter.says for name, matter in knowledge.matters.items()}
    return _proposals(knowledge, said)


def proposed_from(
    knowledge: Knowledge, sentences: Iterable[str]
) -> Mapping[str, list[Proposal]]:
    """Return words of sentences, for the matter that each sentence surely means."""
    index = index_for(knowledge)
    said: defaultdict[str, list[str]] = defaultdict(list)
    for sentence in sentences:
        words = normalise(sentence)
        scores = score(index, words)
        if verdict(index, words, scores) in {"clear", "close"}:
            said[index["matters"][scores.best()[0]]].append(words)
    return _proposals(knowledge, said)


def _proposals(
    knowledge: Knowledge, said: Mapping[str, Iterable[str]]
) -> dict[str, list[Proposal]]:
    cutter = _cutter(knowledge)
    known = {word for one in knowledge.matters.values() for word in own_words(one)}
    spread = Counter(
        word
        for matter in knowledge.matters.values()
        for word in {*_words(cutter, matter.says)}
    )
    proposals: dict[str, list[Proposal]] = {}
    for name, sentences in said.items():
        counted = Counter(_words(cutter, sentences))
        fresh = [
            Proposal(word, times)
            for word, times in counted.most_common()
            if times >= LEAST_TIMES and word not in known and spread[word] < COMMON
        ]
        if fresh:
            proposals[name] = fresh[:MOST_PROPOSED]
    return proposals


def _words(cutter: jieba.Tokenizer, sentences: Iterable[str]) -> Iterator[str]:
    for sentence in sentences:
        for word in cutter.cut(normalise(sentence)):
            whole = len(char_pairs(word)) == len(word) - 1
            if LEAST_LETTERS <= len(word) <= MOST_LETTERS and whole:
                yield word


def _cutter(knowledge: Knowledge) -> jieba.Tokenizer:
    """Return a cutter whose only dictionary is the knowledge, held in memory."""
    words = {word for one in knowledge.matters.values() for word in own_words(one)}
    lines = "\n".join(
        f"{word} {FREQUENCY}" for word in sorted(words) if " " not in word
    )
    cutter = jieba.Tokenizer()
    cutter.FREQ, cutter.total = cutter.gen_pfdict(io.BytesIO(lines.encode()))
    cutter.initialized = True
    return cutter
