"""Prove the options of every question: each can be chosen, by number and by words."""

from collections.abc import Iterable, Iterator

from bot.core.answers import UNSURE_WORDS, ordinal, plain
from bot.core.knowledge import UNSURE, Option, Problem, Question
from bot.proving.finding import error, warning
from bot.proving.survey import Survey


def check_options(survey: Survey) -> Iterator[Problem]:
    """Return the options that nobody can choose, or not by their own words."""
    for question in survey.knowledge.questions.values():
        if question.kind in ("choice", "number"):
            yield from _few(question)
            yield from _alike(question)
            yield from _bounds(question)
            for number, option in enumerate(question.options, 1):
                yield from _misleading(question, option, number)


def _few(question: Question) -> Iterator[Problem]:
    if not question.options:
        what = f"问题“{question.name}”没有选项，没法回答。"
        yield error(question.place, "no-options", what, "写上 options。")
    elif len(question.options) == 1:
        what = f"问题“{question.name}”只有一个选项，问了等于没问。"
        yield warning(question.place, "one-option", what, "再写一个选项，或者不问。")


def _alike(question: Question) -> Iterator[Problem]:
    """Tell options that share a name or a saying."""
    seen: dict[str, Option] = {}
    said: dict[str, Option] = {}
    for option in question.options:
        for name in _unique((option.id, option.label)):
            other = seen.setdefault(name, option)
            if other is not option:
                what = f"选项“{option.id}”和“{other.id}”都叫“{name}”，分不开。"
                yield error(option.place, "same-option", what, "改成不同的说法。")
        for words in _unique(option.says):
            other = said.setdefault(words, option)
            if other is not option:
                what = f"“{words}”同时写在选项“{other.id}”和“{option.id}”里。"
                yield warning(option.place, "same-says", what, "只留在一个选项里。")


def _unique(names: Iterable[str]) -> list[str]:
    return [name for name in dict.fromkeys(plain(one) for one in names) if name]


def _bounds(question: Question) -> Iterator[Problem]:
    """Tell number options whose bounds leave a later one no number."""
    if question.kind != "number":
        return
    highest: int | None = None
    for option in question.options[:-1]:
        if option.most is None or (highest is not None and option.most <= highest):
            what = f"数字选项“{option.id}”的上限 most 没有比前一个大，轮不到后面的数。"
            yield error(option.place, "bounds", what, "上限从小到大写，最后一个不写。")
        else:
            highest = option.most
    for option in question.options[-1:]:
        if option.most is not None:
            what = f"最后一个数字选项“{option.id}”还有上限，更大的数没处去。"
            yield error(option.place, "bounds", what, "最后一个选项不写 most。")


def _misleading(question: Question, option: Option, number: int) -> Iterator[Problem]:
    """Tell an option whose own words would be read as another answer."""
    for name in _unique((option.id, option.label)):
        read = ordinal(name)
        if name in UNSURE_WORDS:
            what = f"选项“{name}”会被听成“{UNSURE}”，谁也选不上。"
            right = "删掉它：每个问题已经有“不清楚”，去处写在 unsure 里。"
            yield error(option.place, "option-unsure", what, right)
        elif question.kind == "choice" and read is not None and read != number:
            what = f"打字回“{name}”会被当成选第{read}项。"
            yield error(option.place, "option-number", what, "换一个不像编号的说法。")
