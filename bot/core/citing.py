"""Write a citation as a citizen reads it, with what is known of its currency."""

from collections.abc import Iterable

from bot.core.knowledge import Basis, Citation, Knowledge, Law
from bot.core.phrases import say


def cite(knowledge: Knowledge, basis: Iterable[Citation]) -> str:
    """Return the sources in one line: 《信访工作条例》第22条."""
    return "；".join(_cite(knowledge, one) for one in basis)


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
        return say(knowledge, f"law_{law.currency}", law=law.name, note=law.note)
    text = f"《{law.name}》{spelt(citation)}"
    if doubtful(law, citation.article):
        text += say(knowledge, "law_check")
    return text


def spelt(citation: Citation) -> str:
    """Return the place in the law: 第120条之1, 第1条第2款第9项."""
    whole, _, added = citation.article.partition("-")
    numbers = [piece for piece in citation.part.split(".") if piece]
    parts = (f"第{n}{unit}" for n, unit in zip(numbers, ("款", "项"), strict=False))
    return f"第{whole}条" + (f"之{added}" if added else "") + "".join(parts)


def each_once(bases: Iterable[Basis]) -> Basis:
    """Return each citation once, in the order met."""
    return tuple(dict.fromkeys(one for basis in bases for one in basis))
