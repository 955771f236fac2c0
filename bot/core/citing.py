"""Write a citation as a citizen reads it, with what is known of its currency."""

from collections.abc import Iterable, Iterator

from bot.core.knowledge import Basis, Citation, Knowledge, Law
from bot.core.phrases import say

DOUBT = "※"
"""Marks an article that may no longer read as we hold it; the card explains it."""


def cite(knowledge: Knowledge, basis: Iterable[Citation]) -> str:
    """Return the sources in one line: 《信访工作条例》第22条."""
    return "；".join(_cite(knowledge, one) for one in basis)


def doubts(knowledge: Knowledge, basis: Iterable[Citation]) -> Iterator[str]:
    """Yield what is known of each cited law that may no longer read so, once."""
    told: set[str] = set()
    for one in basis:
        law = knowledge.laws.get(one.law)
        if law is None or law.name in told or not doubtful(law, one.article):
            continue
        told.add(law.name)
        code = "doubt_old" if law.currency in ("replaced", "repealed") else "doubt"
        yield say(knowledge, code, law=law.name, note=law.note)


def doubtful(law: Law, article: str) -> bool:
    """Return whether the article may no longer read as we hold it."""
    match law.currency:
        case "no-change-known":
            return False
        case "amended":
            return not law.changed or article in law.changed
        case _:
            return True


def _cite(knowledge: Knowledge, citation: Citation) -> str:
    law = knowledge.laws.get(citation.law)
    if law is None:
        return f"《{citation.law}》{spelt(citation)}"
    if law.currency in ("replaced", "repealed"):
        return say(
            knowledge,
            f"law_{law.currency}",
            law=law.name,
            by=law.successor or say(knowledge, "law_successor"),
        )
    text = f"《{law.name}》{spelt(citation)}"
    return text + (DOUBT if doubtful(law, citation.article) else "")


def spelt(citation: Citation) -> str:
    """Return the place in the law: 第120条之一, 第1条第2款第9项."""
    whole, _, added = citation.article.partition("-")
    numbers = [piece for piece in citation.part.split(".") if piece]
    parts = (f"第{n}{unit}" for n, unit in zip(numbers, ("款", "项"), strict=False))
    turn = f"之{'零一二三四五六七八九'[int(added)]}" if added else ""
    return f"第{whole}条{turn}" + "".join(parts)


def each_once(bases: Iterable[Basis]) -> Basis:
    """Return each citation once, in the order met."""
    return tuple(dict.fromkeys(one for basis in bases for one in basis))
