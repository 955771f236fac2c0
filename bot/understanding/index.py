"""Compile the words of the knowledge into one plain table that JSON can hold."""

import hashlib
import json
import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from itertools import pairwise
from typing import TypeAlias, TypedDict

from bot.core.knowledge import Ask, Knowledge, Matter, Question
from bot.understanding.normalising import HAN, normalise
from bot.understanding.sounds import sound_pairs
from bot.understanding.spotting import Table, table_of

FORM = 10
"""Raise it when the shape of the table or the way to weigh changes."""
SHORT_SAYING = 6
"""Characters up to which a way to put the matter counts as a keyword of it."""
SATURATION, LENGTH_SHARE = 1.2, 0.5
"""k1 and b of BM25, as measured in the study of real messages."""
GUIDE_LENGTH_SHARE = 0.0
"""b for a guide: one with many matters is no less likely to be meant."""
ANSWER_SHARE = 0.2
"""Weight of a pair in an option of a question, beside one said of the matter."""
LEAST_RARITY = 0.15
"""Share that a keyword keeps however common its characters are."""
EVERYDAY_SHARE = 0.3
"""Weight of two characters that stand in talk about anything (没给, 反映)."""
PARTICLE_SHARE = 0.5
"""Weight of a character beside a particle (货的)."""
LETTER_WORDS = tuple(
    "反映问题 反映情况 有关问题 相关问题 有关情况 有关部门 相关部门 政府部门 "
    "请求 要求 希望 投诉 咨询 建议 关于 尊敬的领导 领导您好 领导你好 市民 群众 "
    "百姓 居民 解决问题 处理问题 有关 无关 谢谢 恳请 恳求 能否 是否 如何 为何 "
    "何时 反应 一下 无缘无故 莫名其妙".split()
)
"""What any letter to an office may say, whatever it is about."""

Lines: TypeAlias = list[tuple[float, str]]
"""What describes a matter, with the weight of each line."""
Document: TypeAlias = dict[str, float]
"""Pair of characters or syllables → how often it stands there, weighed."""
Postings: TypeAlias = dict[str, tuple[list[int], list[float]]]
"""Pair of characters or syllables → numbers of matters, and its weight in each."""


class Index(TypedDict):
    """Hold what is looked up when somebody speaks."""

    form: int
    matters: list[str]
    pairs: Postings
    sounds: Postings
    guides: Postings
    guide_sounds: Postings
    """Pair of characters or syllables → numbers of guides, and its weight in each."""
    guide_of: list[int]
    """Number of a matter → number of its guide."""
    keywords: Table
    names: list[str]
    """Number of a keyword → the keyword."""
    owners: list[list[int]]
    """Number of a keyword → numbers of the matters it stands for."""
    weights: list[float]
    options: Table
    answers: list[tuple[str, str]]
    """Number of a saying → the question and the option that it tells."""
    askers: dict[str, str]
    """Question → the matter that alone asks it; a shared question is not in it."""


_RUN = re.compile(rf"[{HAN}]+")
_EVERYDAY = frozenset(
    "我你他她它您俺咱们的地得了着过是在有没不就都也还又再很太真把被给让叫跟和与到去来说"
    "要想会能可以这那哪个些什么怎样多少几一二三四五六七八九十两年月日天上下里外前后时候现"
    "已经因为所但如果吗呢吧啊呀嘛人家自己啥咋从对向用于及或等之其此该做办弄找问请谁回最"
    "只才刚次位点间第每别更先总老好大小用"
)
_PARTICLES = frozenset("的了着过地得吗呢吧啊也都就还又是")
_LETTER_PAIRS = frozenset(
    first + second for phrase in LETTER_WORDS for first, second in pairwise(phrase)
)
_EMPTY_LABELS = frozenset({"其他", "都不是", "都没有", "不是", "是"})


def compiled(knowledge: Knowledge) -> Index:
    """Return the table of the knowledge."""
    matters = list(knowledge.matters.values())
    own = _own_questions(knowledge)
    texts = [_texts(matter, own.get(matter.name, [])) for matter in matters]
    documents = [_document(lines, char_pairs) for lines in texts]
    pairs = _postings(documents)
    guides = list(dict.fromkeys(matter.guide for matter in matters))
    guide_of = [guides.index(matter.guide) for matter in matters]
    heard = [_document(lines, sound_pairs) for lines in texts]
    names, owners = _keywords(matters)
    answers = _answers(knowledge)
    return Index(
        form=FORM,
        matters=[matter.name for matter in matters],
        pairs=pairs,
        sounds=_postings(heard),
        guides=_postings(_joined(documents, guide_of), GUIDE_LENGTH_SHARE),
        guide_sounds=_postings(_joined(heard, guide_of), GUIDE_LENGTH_SHARE),
        guide_of=guide_of,
        keywords=table_of(names),
        names=names,
        owners=owners,
        weights=_weights(names, owners, pairs, len(matters)),
        options=table_of(says for says, _, _ in answers),
        answers=[(question, option) for _, question, option in answers],
        askers={one.name: matter for matter in own for one in own[matter]},
    )


def fingerprint(knowledge: Knowledge) -> str:
    """Return what the table depends on, in short: version and every word in it."""
    own = _own_questions(knowledge)
    words = [
        (matter.guide, _texts(matter, own.get(matter.name, [])), _keywords([matter])[0])
        for matter in knowledge.matters.values()
    ]
    whole = [FORM, knowledge.version, words, _answers(knowledge)]
    written = json.dumps(whole, ensure_ascii=False).encode("utf-8", "replace")
    return hashlib.sha256(written).hexdigest()


def char_pairs(words: str) -> list[str]:
    """Return each two 汉字 that follow each other."""
    return [a + b for run in _RUN.findall(words) for a, b in pairwise(run)]


def own_words(matter: Matter) -> list[str]:
    """Return the keywords of a matter: its names, and short ways to put it."""
    short = (says for says in matter.says if len(says) <= SHORT_SAYING)
    words = dict.fromkeys((matter.name, *matter.also, *short))
    return [word for word in words if len(word) > 1]


# what a matter is described by


def _own_questions(knowledge: Knowledge) -> Mapping[str, list[Question]]:
    """Return the questions that one matter alone asks, by the matter."""
    rooms: dict[str, set[str]] = {}
    for step in knowledge.steps.values():
        if isinstance(step, Ask) and step.fact in knowledge.questions:
            rooms.setdefault(step.fact, set()).add(step.id.rpartition("/")[0])
    own: dict[str, list[Question]] = {}
    for fact, names in rooms.items():
        if len(names) == 1 and names <= knowledge.matters.keys():
            own.setdefault(min(names), []).append(knowledge.questions[fact])
    return own


def _texts(matter: Matter, questions: Iterable[Question]) -> Lines:
    options = [option for question in questions for option in question.options]
    labels = [one.label for one in options if one.label not in _EMPTY_LABELS]
    answers = [says for option in options for says in option.says]
    own = [*_spoken_texts(matter), *_covered(matter)]
    return [
        *((1.0, line) for line in own),
        *((ANSWER_SHARE, line) for line in (*labels, *answers)),
    ]


def _spoken_texts(matter: Matter) -> list[str]:
    return [matter.name, matter.name, *matter.also, *matter.says]


def _covered(matter: Matter) -> list[str]:
    words = (word for row in matter.covers for word in row.split("/"))
    return [word for word in dict.fromkeys(words) if word not in _EMPTY_LABELS]


def _keywords(matters: Iterable[Matter]) -> tuple[list[str], list[list[int]]]:
    owners: dict[str, list[int]] = {}
    for number, matter in enumerate(matters):
        for word in own_words(matter):
            owners.setdefault(word, []).append(number)
    return list(owners), list(owners.values())


def _answers(knowledge: Knowledge) -> list[tuple[str, str, str]]:
    """Return each way to put an option with its question and the option."""
    return [
        (says, question.name, option.id)
        for question in knowledge.questions.values()
        for option in question.options
        for says in option.says
        if len(says) > 1
    ]


# weights


def _document(lines: Lines, split: Callable[[str], list[str]]) -> Document:
    document: Document = {}
    for weight, line in lines:
        for pair in split(normalise(line)):
            document[pair] = document.get(pair, 0.0) + weight
    return document


def _joined(documents: list[Document], groups: list[int]) -> list[Document]:
    joined: list[Document] = [{} for _ in range(max(groups, default=-1) + 1)]
    for document, group in zip(documents, groups, strict=True):
        for pair, times in document.items():
            joined[group][pair] = joined[group].get(pair, 0.0) + times
    return joined


def _postings(
    documents: list[Document], length_share: float = LENGTH_SHARE
) -> Postings:
    """Return the weight of each pair in each document by BM25."""
    count = len(documents)
    lengths = [sum(document.values()) for document in documents]
    mean = sum(lengths) / count if any(lengths) else 1
    spread = Counter(pair for document in documents for pair in document)
    postings: Postings = {}
    for number, document in enumerate(documents):
        share = 1 - length_share + length_share * lengths[number] / mean
        for pair, times in document.items():
            rarity = math.log(1 + (count - spread[pair] + 0.5) / (spread[pair] + 0.5))
            rarity *= _worth(pair)
            dense = times * (SATURATION + 1) / (times + SATURATION * share)
            numbers, weights = postings.setdefault(pair, ([], []))
            numbers.append(number)
            weights.append(round(rarity * dense, 3))
    return postings


def _worth(pair: str) -> float:
    """Return the share of its rarity that a pair keeps."""
    if pair in _LETTER_PAIRS or _EVERYDAY.issuperset(pair):
        return EVERYDAY_SHARE
    return 1.0 if _PARTICLES.isdisjoint(pair) else PARTICLE_SHARE


def _weights(
    names: list[str], owners: list[list[int]], pairs: Postings, count: int
) -> list[float]:
    """Return how much a keyword says: long, of few matters, of rare characters."""
    weights = []
    for name, numbers in zip(names, owners, strict=True):
        spread = [len(pairs[pair][0]) for pair in char_pairs(name) if pair in pairs]
        commonness = math.log(min(spread, default=1) + 1) / math.log(count + 2)
        rarity = max(LEAST_RARITY, 1 - commonness)
        weights.append(round(len(name) / len(numbers) * rarity, 3))
    return weights
