"""Time one step of a long talk beside a bare dictionary walk of the same length.

Run: python tests/benchmarks/step.py
Prints steps a second, p50 and p99, with 12 answers in the case, and the ratio to the
yardstick: looking twelve answers up in a dictionary and copying the state.
"""

import gc
import time
from dataclasses import replace
from datetime import date
from statistics import median

from bot.core.dialogue import State, step
from bot.core.events import Chose, Event, WentBack
from bot.core.facts import Case, Fact, Span, Value
from bot.core.knowledge import UNSURE, Ask, Knowledge
from bot.core.walking import walk
from bot.reading import knowledge_folder, load

ANSWERS = 12
ROUNDS = 4000
TODAY = date(2026, 11, 24)


def longest(knowledge: Knowledge) -> tuple[str, Case]:
    """Return the matter whose talk asks most, with all its questions answered."""
    best: tuple[int, str, Case] = (0, "", Case())
    for matter in knowledge.matters:
        case = filled(knowledge, Case(matter))
        best = max(best, (len(case.facts), matter, case), key=lambda one: one[0])
    return best[1], best[2]


def filled(knowledge: Knowledge, case: Case) -> Case:
    """Answer each question with the option that keeps the talk going longest."""
    while isinstance(here := walk(knowledge, case, TODAY).here, Ask):
        question = knowledge.questions[here.fact]
        values: list[Value] = [option.id for option in question.options]
        if question.kind in ("day", "place"):
            values = [Span(TODAY, TODAY) if question.kind == "day" else UNSURE]
        tries = [case.put(here.fact, Fact(value, "asked")) for value in values]
        case = max(tries, key=lambda one: left(knowledge, one))
    return case


def left(knowledge: Knowledge, case: Case) -> int:
    """Return how many facts may still be asked."""
    here = walk(knowledge, case, TODAY).here
    return len(knowledge.downstream.get(here.id, ())) if here else -1


def timed(run: "list[Event]", knowledge: Knowledge, state: State) -> list[float]:
    """Return the seconds of every step."""
    seconds = []
    for number in range(ROUNDS):
        event = run[number % len(run)]
        begun = time.perf_counter()
        state = step(knowledge, state, event)
        seconds.append(time.perf_counter() - begun)
    return seconds


def yardstick(facts: dict[str, Fact]) -> list[float]:
    """Return the seconds of the least that any dialogue of this length does."""
    seconds, state = [], State("v")
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        _ = [facts[name] for name in tuple(facts)]
        state = replace(state, at=0)
        seconds.append(time.perf_counter() - begun)
    return seconds


def main() -> None:
    """Print the table."""
    knowledge = load(knowledge_folder()).knowledge
    assert knowledge is not None
    gc.freeze()  # as the commands do once the knowledge is read
    matter, case = longest(knowledge)
    last, fact = case.facts[-1]
    again: list[Event] = [WentBack(TODAY), Chose(last, fact.value, TODAY)]
    padded = case
    spare = [n for n in knowledge.questions if n not in case.known()]
    for name in spare[: max(0, ANSWERS - len(case.facts))]:
        padded = padded.put(name, Fact(UNSURE, "told"))
    state = State(knowledge.version, (padded,), menu=())
    steps, bare = timed(again, knowledge, state), yardstick(padded.known())
    print(f"事项 {matter}，{len(padded.facts)} 个回答，{ROUNDS} 步")
    print(f"{'':14}{'中位 µs':>10}{'p99 µs':>10}{'步/秒':>12}")
    for name, row in (("step()", steps), ("字典+复制", bare)):
        p99 = sorted(row)[int(len(row) * 0.99)]
        rate = 1 / median(row)
        print(f"{name:14}{median(row) * 1e6:10.1f}{p99 * 1e6:10.1f}{rate:12.0f}")
    print(f"比值（中位）{median(steps) / median(bare):.1f}")


if __name__ == "__main__":
    main()
