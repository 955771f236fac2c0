"""Take a citizen's words: an answer first, then whatever else they may be."""

from dataclasses import replace
from datetime import date

from bot.core.answers import (
    NO_WORDS,
    UNSURE_WORDS,
    YES_WORDS,
    Misread,
    ordinal,
    places_of,
    plain,
    read_answer,
)
from bot.core.casework import answered, opened, picked, skipped, told
from bot.core.events import Chose, Event, Said
from bot.core.facts import Fact
from bot.core.heard import Heard
from bot.core.knowledge import Ask, Knowledge
from bot.core.state import MOST_CASES, State, added
from bot.core.walking import walk

MOST_RANKED = 10
"""Matters that a first turn leaves behind, with their scores; never its words."""
CHOICES = 3
"""Matters offered when the words fit several."""
NONE_OF_THESE = frozenset({"都不是", "不是", "都不对", "没有", "不对"})


def listened(knowledge: Knowledge, state: State, event: Said) -> State:
    """Return the state after words."""
    if not plain(event.text):
        return state.noticing("empty")
    if state.menu:
        after = _page_answered(knowledge, state, event)
        if after is not None:
            return after
    path = walk(knowledge, state.case, event.today)
    match path.here:
        case Ask(fact=fact) if state.menu != ("start",) and _asks(state):
            return _question_answered(knowledge, state, fact, event)
        case None:
            return _after_card(knowledge, state, event)
        case _:
            return _first_words(knowledge, state, event)


def card_chosen(knowledge: Knowledge, state: State, event: Event) -> str:
    """Return the safety card that an answer asks for by its option's `show`.

    Such an answer shows the card and stores nothing.
    """
    here = walk(knowledge, state.case, event.today).here
    if not isinstance(here, Ask) or state.menu:
        return ""
    question = knowledge.questions[here.fact]
    match event:
        case Said(text, today):
            value = read_answer(question, text, today, places_of(knowledge))
        case Chose(fact, value) if fact == here.fact:
            pass
        case _:
            return ""
    return next((o.show for o in question.options if o.id == value), "")


def _asks(state: State) -> bool:
    """Return whether the question of the talk stands, not a page that hides it."""
    return state.menu[:1] not in (("which",), ("more",), ("guides",), ("guide",))


# pages beside the talk


def _page_answered(knowledge: Knowledge, state: State, event: Said) -> State | None:
    """Answer the page beside the talk; None when the words mean the talk."""
    match state.menu:
        case ("change", fact):
            return _question_answered(knowledge, state, fact, event)
        case ("which", *names):
            return _which(knowledge, state, tuple(names), event)
        case ("more", *scores):
            names = [score.rpartition("=")[0] for score in scores[:CHOICES]]
            return _which(knowledge, state, tuple(names), event)
        case ("offer", matter):
            return _offer(knowledge, state, matter, event)
        case ("guides",):
            return _guides(knowledge, state, event)
        case ("guide", name) if name in knowledge.guides:
            return _guide(knowledge, state, name, event)
        case _:
            return None


def _which(
    knowledge: Knowledge, state: State, names: tuple[str, ...], event: Said
) -> State | None:
    words, number = plain(event.text), ordinal(plain(event.text))
    if number is not None and number <= len(names):
        return picked(knowledge, state, names[number - 1], event.today)
    if number is not None or words in NONE_OF_THESE | UNSURE_WORDS:
        return state.turned("guides")
    if words in names:
        return picked(knowledge, state, words, event.today)
    return None if _says_more(state, event.heard) else state.noticing("not_offered")


def _says_more(state: State, heard: Heard | None) -> bool:
    """Return whether words say more than the matters offered; else those stay."""
    if heard is None or state.menu[0] == "more":
        return True
    return heard.verdict in ("clear", "close") or bool(heard.term or heard.talk)


def _offer(
    knowledge: Knowledge, state: State, matter: str, event: Said
) -> State | None:
    words, number = plain(event.text), ordinal(plain(event.text))
    if number == 1 or words in YES_WORDS:
        return picked(knowledge, added(state), matter, event.today)
    if number is not None or words in NO_WORDS:
        return state.turned()
    return None


def _guides(knowledge: Knowledge, state: State, event: Said) -> State | None:
    words, number = plain(event.text), ordinal(plain(event.text))
    names = list(knowledge.guides)
    if number is not None and 1 <= number <= len(names):
        return state.turned("guide", names[number - 1])
    if words in names:
        return state.turned("guide", words)
    return None if number is None else state.noticing("not_offered")


def _guide(knowledge: Knowledge, state: State, name: str, event: Said) -> State | None:
    words, number = plain(event.text), ordinal(plain(event.text))
    matters = knowledge.guides[name].matters
    if words in matters:
        return picked(knowledge, state, words, event.today)
    if number is not None and 1 <= number <= len(matters):
        return picked(knowledge, state, matters[number - 1], event.today)
    if number is not None or words in NONE_OF_THESE:
        return state.turned("guides")
    return None


# the question that stands


def _question_answered(
    knowledge: Knowledge, state: State, fact: str, event: Said
) -> State:
    question = knowledge.questions[fact]
    value = read_answer(question, event.text, event.today, places_of(knowledge))
    if isinstance(value, Misread):
        return _aside(knowledge, state, event, value)
    state = state.with_case(told(knowledge, state.case, event.heard, fact))
    after = answered(knowledge, state, (fact, value), event.today)
    return after if question.kind == "day" else _dated(knowledge, after, event)


def _aside(knowledge: Knowledge, state: State, event: Said, misread: Misread) -> State:
    """Take words that do not answer: a term, small talk, a fact, another matter."""
    if event.heard is None:
        return state.noticing(misread.why)
    taken = _beside_the_point(state, event.heard)
    if taken is not None:
        return taken
    after = _dated(
        knowledge, state.with_case(told(knowledge, state.case, event.heard)), event
    )
    if after.case != state.case:
        return after
    return _another_matter(state, event.heard) or state.noticing(misread.why)


def _dated(knowledge: Knowledge, state: State, event: Said) -> State:
    """Tie days said beside an answer to the one question ahead that asks for them."""
    for kind, span in event.heard.days if event.heard else ():
        known = state.case.known()
        ahead = skipped(knowledge, state, event.today).case
        asking = [
            name
            for name in walk(knowledge, ahead, event.today).facts
            if name not in known and knowledge.questions[name].event == kind
        ]
        if len(asking) == 1:
            case = state.case.put(asking[0], Fact(span, "told"))
            state = state.with_case(case)
    return state


def _beside_the_point(state: State, heard: Heard) -> State | None:
    if heard.term:
        return state.turned("term", heard.term)
    if heard.talk and not heard.matters:
        return state.noticing(f"talk_{heard.talk}")
    return None


def _another_matter(state: State, heard: Heard) -> State | None:
    best = heard.matters[0].matter if heard.matters else ""
    known = [case.matter for case in state.cases]
    if best and best not in known and heard.verdict == "clear":
        return state.turned("offer", best)
    return None


def _after_card(knowledge: Knowledge, state: State, event: Said) -> State:
    if plain(event.text) in ("1", "一"):
        return state.turned("card")
    heard = event.heard
    if heard is None:
        return state.noticing("after_card")
    taken = _beside_the_point(state, heard) or _another_matter(state, heard)
    if taken is not None:
        return taken
    del knowledge
    return state.noticing(f"talk_{heard.talk}" if heard.talk else "after_card")


# the words that tell what the talk is about


def _first_words(knowledge: Knowledge, state: State, event: Said) -> State:
    heard = event.heard
    if heard is None:
        return state.noticing("say_more")
    if plain(event.text) in UNSURE_WORDS:
        return state.turned("guides")
    taken = _beside_the_point(state, heard)
    if taken is not None:
        return taken
    return _by_verdict(knowledge, state, heard, event.today)


def _by_verdict(knowledge: Knowledge, state: State, heard: Heard, today: date) -> State:
    ranked = _ranked(state, heard)
    first_time = state.menu[:1] != ("more",)
    if heard.verdict == "clear":
        return _clear(knowledge, state, heard, today)
    if heard.verdict == "close" and ranked:
        return _telling_all(knowledge, state, heard).turned("which", *ranked[:CHOICES])
    if heard.verdict == "thin" and first_time:
        scores = (f"{r.matter}={r.score:.2f}" for r in heard.matters[:MOST_RANKED])
        return _telling_all(knowledge, state, heard).turned("more", *scores)
    if ranked:
        return _telling_all(knowledge, state, heard).turned("which", *ranked[:CHOICES])
    return state.turned("guides").noticing("not_understood")


def _telling_all(knowledge: Knowledge, state: State, heard: Heard) -> State:
    return state.with_case(told(knowledge, state.case, heard))


def _clear(knowledge: Knowledge, state: State, heard: Heard, today: date) -> State:
    matter = heard.matters[0].matter
    fresh = opened(knowledge, matter, heard)
    for name, fact in state.case.facts:
        fresh = fresh.put(name, fact) if name not in fresh.known() else fresh
    state = picked(knowledge, state.with_case(fresh), matter, today)
    if heard.second and len(state.cases) < MOST_CASES:
        second = opened(knowledge, heard.second, heard)
        state = replace(state, cases=(*state.cases, second))
        return state.noticing("two_cases")
    return state


def _ranked(state: State, heard: Heard) -> tuple[str, ...]:
    """Return matters best first, what an earlier thin turn left counted in."""
    scores = {ranked.matter: ranked.score for ranked in heard.matters}
    if state.menu[:1] == ("more",):
        for left in state.menu[1:]:
            name, _, score = left.rpartition("=")
            scores[name] = scores.get(name, 0.0) + float(score) / 2
    return tuple(sorted(scores, key=lambda name: -scores[name]))
