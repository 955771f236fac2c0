"""Prove the letters: each rests on law, opens some way, and names what there is."""

from collections.abc import Iterator

from bot.core.blanks import AGENCY, MATTER, WHERE, marks
from bot.core.knowledge import Letter, Problem
from bot.core.reasons import EVENTS
from bot.proving.finding import error
from bot.proving.survey import Survey

MOST_WIDE = 72
"""Half-widths that a line of a letter has on A4, with room to spare."""
LAST_NARROW = 0x7F


def check_letters(survey: Survey) -> Iterator[Problem]:
    """Return what keeps a letter from being filed, or from keeping silent."""
    known = {AGENCY, MATTER, WHERE, *EVENTS, *survey.knowledge.questions}
    for letter in survey.knowledge.letters.values():
        yield from _lacking(letter)
        yield from _wide(letter)
        yield from _marks(letter, known)


def _lacking(letter: Letter) -> Iterator[Problem]:
    if not letter.basis:
        what = f"材料“{letter.name}”没写依据。"
        yield error(letter.place, "letter-basis", what, "写上 basis: [法律名 条号]。")
    if not letter.remedies and not letter.families:
        what = f"材料“{letter.name}”没写用在哪条途径上，谁也看不到它。"
        yield error(letter.place, "letter-unused", what, "写上 for 或者 with。")
    for part in letter.parts:
        if not part.lines and not part.rows:
            what = f"“{part.title}”这一段什么也没有。"
            yield error(
                part.place, "letter-empty", what, "写 lines，或者 rows 留几行。"
            )


def _wide(letter: Letter) -> Iterator[Problem]:
    """Tell lines with blanks that would break in two on A4."""
    lines = (line for part in letter.parts for line in part.lines)
    for line in lines:
        wide = sum(2 if ord(sign) > LAST_NARROW else 1 for sign in line.text)
        if "__" in line.text and wide > MOST_WIDE:
            what = f"这一行太宽（{wide}），手写的空会折到下一行。"
            right = f"一个汉字算2，一个 _ 算1，不超过{MOST_WIDE}。"
            yield error(line.place, "letter-wide", what, right)


def _marks(letter: Letter, known: set[str]) -> Iterator[Problem]:
    """Tell marks that nothing can fill, and any mark in a letter that keeps silent."""
    lines = [(line.text, line.place) for part in letter.parts for line in part.lines]
    for text, place in (*lines, (letter.to, letter.place)):
        for name in marks(text):
            if letter.bare:
                what = f"“{letter.name}”不留来处，却要填“【{name}】”。"
                yield error(place, "letter-mark", what, "改成手写的空 ____。")
            elif name not in known:
                what = f"“【{name}】”不知道填什么。"
                right = f"写一个问题的名字，或者 {AGENCY}、{MATTER}、{WHERE}。"
                yield error(place, "letter-mark", what, right)
