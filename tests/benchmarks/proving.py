"""Measure the proof: of generated maps as they grow, of the real one after an edit.

Units: seconds of the processor, so that other work on the machine does not count.
Run: python -m tests.benchmarks.proving [most questions]
"""

import random
import resource
import sys
import time
from datetime import date

from bot.core.knowledge import (
    Advise,
    Advised,
    Agency,
    AgencyRule,
    Article,
    Ask,
    Block,
    Branch,
    Citation,
    Enter,
    Guide,
    Knowledge,
    Law,
    Length,
    Limit,
    Matter,
    Note,
    Option,
    Question,
    Remedy,
    Step,
    When,
    Year,
)
from bot.proving import prove
from bot.proving.survey import Survey
from bot.reading import knowledge_folder, load

TODAY = date(2026, 11, 24)
SIZES = (125, 250, 500, 1000, 2000)
ROAD = ("做什么", "到哪步", "在走的", "哪张纸", "谁作的")
"""Questions of the route map, five options each; advice and branches read them."""
MATTER_QUESTIONS = 3
GUIDE_MATTERS = 20
OPTIONS = 4
LAST = 8
"""The remedy that every advice ends with; nothing closes it."""
BASIS = (Citation("某法", "1"),)


def generated(questions: int, seed: int = 1) -> Knowledge:
    """Return a map of about so many questions, shaped as the real one is."""
    chance = random.Random(seed)
    steps: dict[str, Step] = {}
    asked: dict[str, Question] = {}
    _road(steps, asked)
    matters = {}
    for number in range((questions - len(ROAD) - 1) // MATTER_QUESTIONS):
        name = f"事{number}"
        _matter(name, steps, asked, chance)
        matters[name] = Matter(
            name,
            f"域{number // GUIDE_MATTERS}",
            f"{name}/问{name}0",
            says=tuple(f"{name}说{n}" for n in range(6)),
        )
    return Knowledge(
        "1",
        "路线图/做什么",
        steps,
        asked,
        matters,
        _guides(matters),
        _remedies(),
        agencies={"某局": Agency("某局")},
        laws={"某法": _law()},
        years={TODAY.year: Year(TODAY.year, frozenset(), frozenset())},
        clocks={f"途{n}期限": f"途{n}" for n in range(LAST + 1)},
    )


def _guides(matters: dict[str, Matter]) -> dict[str, Guide]:
    names: dict[str, list[str]] = {}
    for matter in matters.values():
        names.setdefault(matter.guide, []).append(matter.name)
    return {
        guide: Guide(guide, tuple(held), reviewed_on=TODAY)
        for guide, held in names.items()
    }


def _law() -> Law:
    article = Article("甲", "乙")
    return Law(
        "某法",
        "x",
        "某法",
        TODAY,
        TODAY,
        "no-change-known",
        TODAY,
        articles=(("1", article),),
    )


def _road(steps: dict[str, Step], asked: dict[str, Question]) -> None:
    names = [*ROAD, "收到日"]
    for name in ROAD:
        asked[name] = _choice(name, 5)
    asked["收到日"] = Question("收到日", "哪天收到的？", kind="day", event="received")
    for name, following in zip(names, [*names[1:], "进入"], strict=True):
        go = f"路线图/{following}"
        steps[f"路线图/{name}"] = Ask(f"路线图/{name}", name, (Branch((), go),))
    steps["路线图/进入"] = Enter("路线图/进入")


def _choice(name: str, options: int) -> Question:
    return Question(
        name,
        f"{name}是哪一种？",
        options=tuple(Option(f"{name}选{n}", f"{name}选{n}") for n in range(options)),
    )


def _matter(
    name: str, steps: dict[str, Step], asked: dict[str, Question], chance: random.Random
) -> None:
    ends = [f"{name}/果{n}" for n in range(3)]
    for number in range(MATTER_QUESTIONS):
        fact = f"问{name}{number}"
        asked[fact] = _choice(fact, OPTIONS)
        last = number + 1 == MATTER_QUESTIONS
        goes = [
            chance.choice(ends)
            if last or chance.random() < 0.3
            else f"{name}/问{name}{number + 1}"
            for _ in range(OPTIONS)
        ]
        if not last:
            goes[0] = f"{name}/问{name}{number + 1}"
        else:
            goes[:3] = ends
        branches = [
            Branch(_when(fact, f"{fact}选{n}"), go) for n, go in enumerate(goes)
        ]
        road = chance.choice(ROAD)
        if number == 1:
            branches.insert(0, Branch(_when(road, f"{road}选1"), ends[0]))
        steps[f"{name}/{fact}"] = Ask(
            f"{name}/{fact}", fact, (*branches, Branch((), ends[-1]))
        )
    for end in ends:
        steps[end] = Advise(
            end,
            (*_advised(name, chance), Advised(f"途{LAST}")),
            choose="二选一",
            notes=(Note("带齐材料。", _when("做什么", "做什么选2")),),
        )


def _advised(name: str, chance: random.Random) -> list[Advised]:
    clock, road = f"途{chance.randrange(8)}期限", chance.choice(ROAD)
    return [
        Advised("途0", _when(road, f"{road}选1", "不清楚"), f"{name}可以走。"),
        Advised(f"途{chance.randrange(1, 8)}", _when(clock, "未到", "不清楚")),
    ]


def _when(name: str, *values: str) -> When:
    return ((name, frozenset(values)),)


def _remedies() -> dict[str, Remedy]:
    return {f"途{n}": _remedy(n) for n in range(LAST + 1)}


def _remedy(number: int) -> Remedy:
    name = f"途{number}"
    limit = Limit(
        f"{name}期限", "您", Length(30 + number, "日"), ("received",), basis=BASIS
    )
    return Remedy(
        name,
        "X",
        "申请",
        agencies=(
            AgencyRule("某局", "某局", _when("谁作的", "谁作的选1")),
            AgencyRule("某局", "某局"),
        ),
        limits=(limit,),
        blocked=() if number == LAST else (_block(number),),
        excludes=(f"途{(number + 1) % 9}",),
        basis=BASIS,
    )


def _block(number: int) -> Block:
    return Block(_when("在走的", f"在走的选{number % 5}"), "已经在走。")


def main(most: int) -> None:
    """Print the table."""
    print("questions  steps  states  states apart      proof s  µs/question  MB")
    for size in (size for size in SIZES if size <= most):
        knowledge = generated(size)
        begun = time.process_time()
        problems = prove(knowledge, today=TODAY)
        seconds = time.process_time() - begun
        states = Survey(knowledge, TODAY).states
        megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        asked = len(knowledge.questions)
        print(
            f"{asked:9} {len(knowledge.steps):6} {len(states):7} {states.apart:13}"
            f" {seconds:12.2f} {seconds / asked * 1e6:12.0f} {megabytes:3}"
        )
        for problem in problems[:5]:
            print("   ", problem.rule, problem.what)
    _after_an_edit()


def _after_an_edit() -> None:
    """Print what staff wait for after one edit: reading all files, proving the map."""
    begun = time.process_time()
    knowledge = load(knowledge_folder()).knowledge
    assert knowledge is not None
    read = time.process_time()
    prove(knowledge, today=TODAY)
    proven = time.process_time()
    asked = len(knowledge.questions)
    print(f"\nthe real map, {asked} questions, after one edit:")
    print(f"read {read - begun:.2f} s + proven {proven - read:.2f} s")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else SIZES[-1])
