"""Prove the sources: each article is known, is found in the law, has not changed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bot.core.knowledge import Article, Citation, Law, Problem
from bot.proving.citing import Use, touched, uses
from bot.proving.finding import error, listed, warning
from bot.proving.lockfile import LawText, LawTextError, Lock, print_of, read_law
from bot.proving.survey import Survey

LONGEST_KEY = 20
"""Characters of a law that may be quoted to find an article by."""

_ITEM = re.compile(r"（[一二三四五六七八九十百]+）")


def check_citations(
    survey: Survey, laws_dir: Path | None, lock: Lock | None
) -> Iterator[Problem]:
    """Return citations that are not known, not found, not locked, or changed."""
    known = {
        (law.name, number): article
        for law in survey.knowledge.laws.values()
        for number, article in law.articles
    }
    yield from _unknown_laws(survey)
    for use in uses(survey.knowledge):
        yield from _known(survey, use, known)
    yield from _keys(known)
    if laws_dir is not None:
        yield from _texts(survey, laws_dir, lock)
    elif lock is not None:
        yield from _locked(survey, lock)


def _known(
    survey: Survey, use: Use, known: dict[tuple[str, str], Article]
) -> Iterator[Problem]:
    cited = use.citation
    if cited.law in survey.knowledge.laws and (cited.law, cited.article) not in known:
        what = f"依据“{cited}”：laws 里的《{cited.law}》没有登记第{cited.article}条。"
        right = f"在那部法律的 articles 下写上 {cited.article}: {{gist: …, key: …}}。"
        yield error(use.place, "unknown-article", what, right)


def _unknown_laws(survey: Survey) -> Iterator[Problem]:
    """Tell each law that is cited but not held, at its first citation."""
    missing: dict[str, list[Use]] = {}
    for use in uses(survey.knowledge):
        if use.citation.law not in survey.knowledge.laws:
            missing.setdefault(use.citation.law, []).append(use)
    for law, used in missing.items():
        first = min(used, key=lambda use: use.place)
        also = f"另有{len(used) - 1}处也引用了它。" if len(used) > 1 else ""
        what = f"依据里的《{law}》不在 laws 里。{also}"
        yield error(first.place, "unknown-law", what, "改成已有的法律名，或者补上它。")


def _keys(known: dict[tuple[str, str], Article]) -> Iterator[Problem]:
    for (law, number), article in known.items():
        if len(article.key) > LONGEST_KEY:
            what = f"《{law}》第{number}条的 key 有{len(article.key)}个字。"
            right = f"key 不超过{LONGEST_KEY}个字，够认出这一条就行。"
            yield error(article.place, "long-key", what, right)
        if not article.key.strip():
            what = f"《{law}》第{number}条没有 key。"
            yield error(article.place, "no-key", what, "摘这一条里的几个字。")


def _locked(survey: Survey, lock: Lock) -> Iterator[Problem]:
    """Tell every article that stands in laws but has no row in the lock."""
    for law in survey.knowledge.laws.values():
        for number, article in law.articles:
            if (law.name, number) not in lock:
                yield _unlocked(law, number, article)


def _unlocked(law: Law, number: str, article: Article) -> Problem:
    what = f"《{law.name}》第{number}条还没有对照原文核过。"
    right = "运行 wenlu check --laws 条文文件夹，核对并写入 laws.lock。"
    return error(article.place, "unlocked", what, right)


def _texts(survey: Survey, laws_dir: Path, lock: Lock | None) -> Iterator[Problem]:
    resting = touched(survey.knowledge)
    texts: dict[str, LawText] = {}
    for law in survey.knowledge.laws.values():
        try:
            text = read_law(laws_dir, law.id)
        except LawTextError as wrong:
            yield error(law.place, "law-text", str(wrong), "换一份完整的条文文件。")
            continue
        if text is None:
            what = f"条文文件夹里没有《{law.name}》（{law.id}.json）。"
            yield error(law.place, "law-text", what, "补上这部法律的条文。")
            continue
        texts[law.name] = text
        yield from _currency(law, text)
        for number, article in law.articles:
            names = resting.get((law.name, number), ())
            entry = _Entry(law, number, article, names)
            yield from _found(entry, text)
            yield from _changed(entry, text, lock)
    yield from _parts(survey, texts)


@dataclass(frozen=True, slots=True)
class _Entry:
    """Keep one registered article with what rests on it."""

    law: Law
    number: str
    article: Article
    resting: tuple[str, ...]

    @property
    def name(self) -> str:
        return f"《{self.law.name}》第{self.number}条"

    @property
    def review(self) -> str:
        if not self.resting:
            return ""
        return f"受影响、待复核：{listed(list(self.resting), most=12)}。"


def _found(entry: _Entry, text: LawText) -> Iterator[Problem]:
    key, place = entry.article.key, entry.article.place
    body = text.articles.get(entry.number)
    where = [no for no, other in text.articles.items() if key and key in other]
    now = f"这几个字现在在第{'、'.join(where)}条。" if where else ""
    if body is None:
        what = f"{entry.name}在条文里找不到。{now}{entry.review}"
        yield error(place, "article-missing", what, "核对条号。")
    elif key not in body:
        what = f"{entry.name}里没有“{key}”这几个字。{now}{entry.review}"
        yield error(place, "key-missing", what, "核对条号和条文，改 key。")


def _changed(entry: _Entry, text: LawText, lock: Lock | None) -> Iterator[Problem]:
    """Tell an article whose text is no longer the one that was locked.

    An article without a row was looked up just now; its row may be written.
    """
    body = text.articles.get(entry.number)
    if lock is None or body is None:
        return
    locked = lock.get((entry.law.name, entry.number))
    if locked not in (None, print_of(body)):
        what = f"{entry.name}的条文变了。{entry.review}"
        mark = f"currency: {{status: amended, changed: [{entry.number}], …}}"
        right = (
            "读新条文，改好受影响的内容，再删掉 laws.lock 里这一条的一行；"
            f"没改好以前先写 {mark}，卡片会请群众核实"
        )
        yield error(entry.article.place, "law-changed", what, right)


def _currency(law: Law, text: LawText) -> Iterator[Problem]:
    if text.currency and law.currency != text.currency:
        what = f"《{law.name}》写的是“{law.currency}”，条文资料里是“{text.currency}”。"
        right = f"currency 的 status 改成 {text.currency}。"
        yield error(law.place, "currency", what, right)
    if text.version and law.version and law.version.isoformat() != text.version:
        what = f"《{law.name}》写的版本是{law.version}，条文资料里是{text.version}。"
        yield warning(law.place, "law-version", what, "核对版本。")


def _parts(survey: Survey, texts: dict[str, LawText]) -> Iterator[Problem]:
    """Tell paragraphs and items that the article does not have."""
    for use in uses(survey.knowledge):
        text = texts.get(use.citation.law)
        body = text.articles.get(use.citation.article) if text else None
        if body is not None and not _has_part(body, use.citation):
            what = f"依据“{use.citation}”：这一条没有这一款或者这一项。"
            yield error(use.place, "part-missing", what, "写成“法律名 条.款.项”。")


def _has_part(body: str, cited: Citation) -> bool:
    numbers = [int(part) for part in cited.part.split(".") if part]
    if not numbers:
        return True
    paragraphs = _paragraphs(body)
    if not 1 <= numbers[0] <= len(paragraphs):
        return False
    return len(numbers) == 1 or 1 <= numbers[1] <= paragraphs[numbers[0] - 1]


@cache
def _paragraphs(body: str) -> tuple[int, ...]:
    """Return how many items each paragraph of an article has."""
    counts: list[int] = []
    for line in body.split("\n"):
        if _ITEM.match(line.strip()) and counts:
            counts[-1] += 1
        elif line.strip():
            counts.append(0)
    return tuple(counts)
