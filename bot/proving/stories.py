"""Prove the stories: each is named once and names what the map knows."""

from collections.abc import Iterable, Iterator

from bot.core.knowledge import Knowledge, Place, Problem
from bot.proving.finding import error
from bot.reading.nearest import nearest
from bot.reading.stories import CardExpectation, Story


def check_stories(knowledge: Knowledge, stories: Iterable[Story]) -> Iterator[Problem]:
    """Return the names in stories that nothing in the map bears."""
    seen: dict[str, Story] = {}
    for story in stories:
        other = seen.setdefault(story.name, story)
        if other is not story:
            what = f"对话样例“{story.name}”和{other.place}重名。"
            yield error(story.place, "same-story", what, "换一个名字。")
        for turn in story.talk:
            if turn.asks:
                named = (turn.asks, "问题", turn.place)
                yield from _unknown(named, knowledge.questions)
        for card in story.cards:
            yield from _of_card(knowledge, card)


def _of_card(knowledge: Knowledge, card: CardExpectation) -> Iterator[Problem]:
    if card.matter:
        yield from _unknown((card.matter, "事项", card.place), knowledge.matters)
    days = (name for name, _ in (*card.act_by, *card.surely_over))
    for name in dict.fromkeys((*card.remedies, *days)):
        yield from _unknown((name, "途径", card.place), knowledge.remedies)


def _unknown(named: tuple[str, str, Place], known: Iterable[str]) -> Iterator[Problem]:
    name, kind, place = named
    names = tuple(known)
    if name not in names:
        right = nearest(name, names)
        hint = f"是不是“{right}”？" if right else "换成资料里有的名字。"
        yield error(place, "story-name", f"没有叫“{name}”的{kind}。", hint)
