"""Turn a talk into a story that plays the same talk again."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from bot.core.advice import advise
from bot.core.facts import Case
from bot.core.knowledge import Knowledge
from bot.core.walking import walk
from bot.proving.playing import Talking
from bot.reading.stories import CardExpectation, Story, Turn
from bot.understanding.turning import Endangered, turn_for

NAME_LENGTH = 24
"""Characters of the first words that a story is named after."""
_PLAIN = re.compile(r"(?!null$)[\w？。！、；：（）…“”《》—·]+")


def recorded(
    knowledge: Knowledge, said: Iterable[str], today: date, name: str = ""
) -> Story:
    """Return the story of what was said; its cards are those of today's knowledge.

    Words that tell of a danger are left out: they are never kept.
    """
    talking, turns = Talking(knowledge, today), []
    for words in said:
        if isinstance(turn_for(words, knowledge, today), Endangered):
            continue
        asked = talking.view.fact
        talking.say(words)
        turns.append(Turn(words, asked))
    cards = tuple(_cards(knowledge, talking.state.cases, today))
    first = turns[0].say[:NAME_LENGTH] if turns else "空的一段"
    return Story(name or f"录的：{first}", today, tuple(turns), cards)


def story_text(stories: Sequence[Story]) -> str:
    """Return stories as the items of a file of stories."""
    return "".join(f"{line}\n" for story in stories for line in _lines(story))


def _cards(
    knowledge: Knowledge, cases: Iterable[Case], today: date
) -> Iterator[CardExpectation]:
    """Return what each case came to; one that is not at its end expects nothing."""
    for case in cases:
        path = walk(knowledge, case, today)
        if path.here is not None:
            return
        items = advise(knowledge, path, today).items
        yield CardExpectation(
            case.matter or "",
            tuple(item.remedy.name for item in items),
            tuple(
                (item.remedy.name, item.deadline.act_by)
                for item in items
                if item.deadline and item.deadline.act_by
            ),
        )


def _lines(story: Story) -> Iterator[str]:
    yield f"  - story: {_scalar(story.name)}"
    yield f"    date: {story.date.isoformat()}"
    yield "    talk:"
    for turn in story.talk:
        say = _scalar(turn.say)
        asks = f"{{asks: {_scalar(turn.asks)}, say: {say}}}"
        yield f"      - {asks if turn.asks else say}"
    if story.cards:
        yield "    cards:"
    for card in story.cards:
        matter = [f"matter: {_scalar(card.matter)}"] if card.matter else []
        parts = [*matter, f"remedies: [{', '.join(map(_scalar, card.remedies))}]"]
        if card.act_by:
            days = (f"{_scalar(name)}: {day.isoformat()}" for name, day in card.act_by)
            parts.append(f"act_by: {{{', '.join(days)}}}")
        yield from _item(parts)


def _item(parts: Sequence[str]) -> Iterator[str]:
    for number, part in enumerate(parts):
        yield f"      {' ' if number else '-'} {part}"


def _scalar(text: str) -> str:
    """Return a text as YAML holds it, in quotes where a sign could mislead."""
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)
