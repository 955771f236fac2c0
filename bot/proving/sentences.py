"""List every sentence of a piece of advice or a remedy with what it rests on."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.core.knowledge import Advise, AgencyRule, Basis, Note, Remedy, When
from bot.core.reasons import event_words, length_words


@dataclass(frozen=True, slots=True)
class Sentence:
    """Hold one sentence: what it is for, when it is said, what it rests on."""

    part: str
    text: str
    when: When = ()
    basis: Basis = ()


def of_advice(step: Advise) -> Iterator[Sentence]:
    """Return what a step says by itself, remedies first, as the card has them."""
    for one in step.advised:
        text = one.because or "（用途径自己的理由）"
        yield Sentence(f"途径 {one.remedy}", text, one.when, one.basis)
        yield from _agencies(one.agencies)
        if one.place_rule:
            yield Sentence("哪里的", one.place_rule, one.when, one.basis)
    yield from _notes("提示", step.notes)
    yield from _notes("带什么", step.bring)
    if step.say:
        yield Sentence("窗口这样说", step.say)
    yield from _notes("不满意时", step.unhappy)


def of_remedy(remedy: Remedy) -> Iterator[Sentence]:
    """Return what a remedy says wherever it is advised."""
    yield from _agencies(remedy.agencies)
    plain = (("谁能用", remedy.who), ("哪里的", remedy.place_rule))
    for part, text in (*plain, ("没有期限", remedy.no_limit)):
        if text:
            yield Sentence(part, text, (), remedy.basis)
    for limit in remedy.limits:
        starts = "或".join(event_words(start) for start in limit.starts)
        text = f"{limit.who}：从{starts}起{length_words(limit.length)}。{limit.note}"
        yield Sentence(f"期限 {limit.clock}", text, limit.when, limit.basis)
    yield from _notes("怎么办", remedy.how)
    yield from _notes("要多久", remedy.duration)
    yield from _notes("费用", remedy.fee)
    for block in remedy.blocked:
        yield Sentence("不能同时走", block.because, block.when, block.basis)
    for first in remedy.first:
        text = f"先走{first.remedy}。{first.because}"
        yield Sentence("前置", text, first.when, first.basis)
    for following in remedy.next:
        yield Sentence(following.event, following.text, (), following.basis)


def _agencies(rules: Iterable[AgencyRule]) -> Iterator[Sentence]:
    for rule in rules:
        same = rule.accepts == rule.decides
        text = rule.accepts if same else f"{rule.accepts}收件，{rule.decides}办理"
        yield Sentence("哪个部门", text, rule.when, rule.basis)


def _notes(part: str, notes: Iterable[Note]) -> Iterator[Sentence]:
    for note in notes:
        yield Sentence(part, note.text, note.when, note.basis)
