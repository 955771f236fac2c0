"""Say what a state means: view() turns answers into words and choices."""

from dataclasses import dataclass, replace
from datetime import date
from typing import cast

from bot.core.advice import advise
from bot.core.answers import places_of
from bot.core.cards import Card, write_card
from bot.core.casework import PURPOSE, implied
from bot.core.citing import cite
from bot.core.days import WAYS
from bot.core.discretion import hushed
from bot.core.events import Event
from bot.core.facts import Case, Fact
from bot.core.handing import paper_page, paper_words
from bot.core.heard import Danger, Signal
from bot.core.knowledge import UNSURE, Ask, Enter, Knowledge, Question
from bot.core.listening import CHOICES, card_chosen
from bot.core.offices import (
    agency_lines,
    hotline_lines,
    region_lines,
    region_of,
)
from bot.core.phrases import say
from bot.core.resuming import resume_code
from bot.core.state import State
from bot.core.walking import Path, walk
from bot.core.wording import value_text

DANGER = "有危险"
"""The standing button for danger; it is on every view, and never asked."""
UNSURE_BEFORE_HUMAN = 2
"""Answers 不清楚 on one path, or misreads in a row, after which a human is offered."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Offer one thing to tap; tapping it says `says`."""

    says: str
    label: str
    help: str = ""


@dataclass(frozen=True, slots=True)
class View:
    """Hold what to say, free of any channel (what a citizen sees)."""

    heading: str = ""
    notices: tuple[str, ...] = ()
    understood: tuple[str, ...] = ()
    page: tuple[str, ...] = ()
    ask: str = ""
    fact: str = ""
    help: str = ""
    choices: tuple[Choice, ...] = ()
    card: Card | None = None
    full: bool = False
    standing: tuple[str, ...] = ()
    safety: bool = False
    hush: str = ""
    papers: str = ""
    """The page of papers in hand; a channel that carries files gives them with it."""


def view(knowledge: Knowledge, state: State, today: date) -> View:
    """Return what the state means in words."""
    return _Viewing(knowledge, state, today).run()


def safety_view(knowledge: Knowledge, danger: Danger, matter: str = "") -> View:
    """Return the calm card of a danger; it stands outside the talk.

    The matter, if one was heard, can be asked about later by its name.
    """
    family = knowledge.safety[danger.family]
    if danger.denied:
        return View(page=(say(knowledge, "safety_denied"),), safety=True)
    lines = (danger.other_person and family.others_card) or family.card
    numbers = tuple(
        line for number in family.hotlines for line in hotline_lines(knowledge, number)
    )
    later = (f"问{matter}",) if matter else ()
    told = (say(knowledge, "safety_later", matter=matter),) if matter else ()
    page = (*lines, *numbers, *told)
    return View(page=page, safety=True, standing=("继续", *later, "清除"))


def shown_instead(knowledge: Knowledge, state: State, event: Event) -> View | None:
    """Return the safety card an answer asks for in place of being an answer."""
    name = card_chosen(knowledge, state, event)
    if not name:
        return None
    signal = cast("Signal", knowledge.safety[name].signal)
    return safety_view(knowledge, Danger(name, signal))


def safety_page(knowledge: Knowledge) -> View:
    """Return what the standing button 「有危险或撑不住」 shows; it stores nothing."""
    lines = say(knowledge, "page_safety").splitlines()
    return View(page=tuple(lines), safety=True, standing=("继续", "清除"))


class _Viewing:
    """Keep what saying one state needs."""

    def __init__(self, knowledge: Knowledge, state: State, today: date) -> None:
        self.knowledge, self.state, self.today = knowledge, state, today
        self.path = walk(knowledge, state.case, today)

    def run(self) -> View:
        match self.state.menu:
            case ("start",):
                return self._start()
            case ("which" | "offer" | "more" as page, *names):
                return self._matters(page, tuple(names))
            case ("guides",):
                return self._guides()
            case ("guide", name):
                return self._guide(name)
            case ("change", fact):
                return self._asking(fact, changing=True)
            case () | ("card",):
                return self._here()
            case _:
                return self._paged(*self.state.menu[:2])

    def _paged(self, page: str, name: str = "") -> View:
        match page:
            case "answers":
                return self._beside(*self._answers())
            case "term":
                return self._beside(*self._term(name))
            case "letters" | "calendar" | "print" if self.path.here is None:
                return self._papers(page)
            case "law":
                return self._beside(*self._laws())
            case "region":
                return self._beside(*self._region())
            case "about":
                version = self.knowledge.version
                lines = say(self.knowledge, "page_about", version=version)
                return self._beside(*lines.splitlines())
            case "code":
                return self._beside(*self._code())
            case _:
                return self._beside(*say(self.knowledge, f"page_{page}").splitlines())

    def _here(self) -> View:
        match self.path.here:
            case Ask(fact=fact):
                return self._asking(fact)
            case Enter():
                return self._guides()
            case _:
                return self._card()

    # views

    def _start(self) -> View:
        lines = say(self.knowledge, "greeting").splitlines()
        return self._base(page=tuple(lines), standing=("选事项", "帮助", "人工"))

    def _asking(self, fact: str, *, changing: bool = False) -> View:
        question = self.knowledge.questions[fact]
        old = self.path.facts.get(fact)
        help_lines = question.help
        if changing and old is not None:
            help_lines = say(
                self.knowledge, "changing", old=value_text(question, old.value)
            )
        return self._base(
            ask=question.ask,
            fact=fact,
            help=help_lines,
            choices=choices_of(question, places_of(self.knowledge).proposed),
            standing=("先告诉我去哪", "返回", "我的回答", "人工"),
        )

    def _card(self) -> View:
        advice = advise(self.knowledge, self.path, self.today)
        card = write_card(
            self.knowledge, self.state.case, (self.path, advice), self.today
        )
        full = self.state.menu == ("card",)
        more = ("下一件",) if self._next_case() else ("再问一件",)
        first = () if full else ("看全部",)
        papers = paper_words(self.knowledge, (self.path, advice), self.today)
        return self._base(
            card=card,
            full=full,
            standing=(*first, *papers, "看条文", "我的回答", *more, "人工", "重来"),
        )

    def _papers(self, page: str) -> View:
        outcome = self.path, advise(self.knowledge, self.path, self.today)
        lines = paper_page(self.knowledge, page, outcome, self.today)
        under = self._card()
        standing = ("返回", *under.standing)
        return self._base(page=lines, card=under.card, papers=page, standing=standing)

    def _matters(self, page: str, names: tuple[str, ...]) -> View:
        k = self.knowledge
        if page == "offer":
            choices = (
                Choice("1", say(k, "offer_yes")),
                Choice("2", say(k, "offer_no")),
            )
            return self._base(
                ask=say(k, "offer", matter=names[0]),
                choices=choices,
                standing=("返回", "人工"),
            )
        names = tuple(name.partition("=")[0] for name in names[:CHOICES])
        listed = [Choice(str(n), name) for n, name in enumerate(names, 1)]
        listed.append(Choice(str(len(names) + 1), say(k, "none_of_these")))
        return self._base(
            ask=say(k, page),
            choices=tuple(listed) if names else (),
            standing=("选事项", "人工"),
        )

    def _guides(self) -> View:
        names = self.knowledge.guides
        return self._base(
            ask=say(self.knowledge, "guides"),
            choices=tuple(
                Choice(str(n), guide.label or guide.name)
                for n, guide in enumerate(names.values(), 1)
            ),
            standing=("人工", "返回"),
        )

    def _guide(self, name: str) -> View:
        guide = self.knowledge.guides.get(name)
        if guide is None:
            return self._guides()
        listed = [Choice(str(n), matter) for n, matter in enumerate(guide.matters, 1)]
        other = say(self.knowledge, "other_field")
        listed.append(Choice(str(len(listed) + 1), other))
        return self._base(
            ask=say(self.knowledge, "guide", guide=guide.label or name),
            choices=tuple(listed),
            standing=("返回", "人工"),
        )

    def _beside(self, *lines: str) -> View:
        """Show a page above the place where the talk stands."""
        under = self._here() if self.state.case.facts else self._base()
        if under.card is not None:
            return self._base(page=lines, standing=("返回", *under.standing))
        return self._base(
            page=lines,
            ask=under.ask,
            fact=under.fact,
            help=under.help,
            choices=under.choices,
            standing=under.standing or ("返回", "选事项", "人工"),
        )

    # pages

    def _answers(self) -> tuple[str, ...]:
        facts = self.path.facts
        if not facts:
            return (say(self.knowledge, "answers_none"),)
        lines = [
            f"{number}. {self._answer(name, fact)}"
            for number, (name, fact) in enumerate(facts.items(), 1)
        ]
        return (say(self.knowledge, "answers"), *lines)

    def _answer(self, name: str, fact: Fact) -> str:
        question = self.knowledge.questions[name]
        return f"{question.label or name}：{value_text(question, fact.value)}"

    def _term(self, name: str) -> tuple[str, ...]:
        term = self.knowledge.terms.get(name)
        if term is None:
            return tuple(agency_lines(self.knowledge, name)) or (
                say(self.knowledge, "no_term", term=name),
            )
        basis = cite(self.knowledge, term.basis)
        return (f"{term.name}：{term.plain}" + (f"（{basis}）" if basis else ""),)

    def _laws(self) -> tuple[str, ...]:
        advice = advise(self.knowledge, self.path, self.today)
        lines = []
        for item in advice.items:
            limit = item.deadline.basis if item.deadline else ()
            for one in (*item.basis, *limit):
                law = self.knowledge.laws.get(one.law)
                article = dict(law.articles).get(one.article) if law else None
                gist = article.gist if article else ""
                lines.append(f"{cite(self.knowledge, (one,))}：{gist}")
        return tuple(dict.fromkeys(lines)) or (say(self.knowledge, "no_law"),)

    def _region(self) -> tuple[str, ...]:
        region = region_of(self.knowledge, self.path.facts)
        if region is None:
            names = "、".join(self.knowledge.regions)
            return (say(self.knowledge, "region_none", names=names),)
        return tuple(region_lines(self.knowledge, region))

    def _code(self) -> tuple[str, ...]:
        if all(case == Case() for case in self.state.cases):
            return (say(self.knowledge, "code_none"),)
        return (say(self.knowledge, "page_code"), resume_code(self.state))

    # what stands around every view

    def _base(self, *, standing: tuple[str, ...] = (), **parts: object) -> View:
        return replace(
            View(
                standing=(*standing, *(() if DANGER in standing else (DANGER,))),
                heading=self._heading(),
                notices=self._notices(),
                understood=self._understood(),
                hush=hushed(self.knowledge, self.state.case),
            ),
            **parts,  # type: ignore[arg-type]
        )

    def _heading(self) -> str:
        cases = self.state.cases
        if len(cases) == 1 or self.state.case.matter is None:
            return ""
        return say(
            self.knowledge,
            "heading",
            number=self.state.at + 1,
            all=len(cases),
            matter=self.state.case.matter,
        )

    def _notices(self) -> tuple[str, ...]:
        lines = []
        for code in dict.fromkeys(self.state.notice):
            name, _, value = code.partition(":")
            if name == "dropped":
                question = self.knowledge.questions.get(value)
                value = (question.label or value) if question else value
            lines.append(say(self.knowledge, f"notice_{name}", value=value))
        unsure = sum(fact.value == UNSURE for fact in self.path.facts.values())
        stuck = len(self.state.notice) - len(set(self.state.notice)) + 1
        if (self.state.notice and stuck >= UNSURE_BEFORE_HUMAN) or (
            unsure == UNSURE_BEFORE_HUMAN and self.path.here is not None
        ):
            lines.append(say(self.knowledge, "offer_human"))
        return tuple(lines)

    def _understood(self) -> tuple[str, ...]:
        """Name what was passed without asking since the last answer."""
        if self.state.menu or self.path.here is None:
            return ()
        passed: list[str] = []
        matter = self.state.case.matter
        parts = [matter] if matter else []
        for name, fact in self.path.facts.items():
            if fact.how in ("asked", "skipped"):
                passed, parts = [], []
            elif name != PURPOSE and not implied(self.knowledge, self.state.case, name):
                passed.append(self._answer(name, fact))
        parts += passed
        if not parts:
            return ()
        return (say(self.knowledge, "understood", what="；".join(parts)),)

    def _next_case(self) -> bool:
        return len(self.state.cases) > 1


def choices_of(
    question: Question, proposed: tuple[str, ...] = ()
) -> tuple[Choice, ...]:
    """Return what to tap for a question, 不清楚 last; of places, those proposed."""
    if question.kind == "day":
        return tuple(Choice(str(n), way) for n, way in enumerate(WAYS, 1))
    if question.kind == "place":
        places = (*proposed, UNSURE)
        return tuple(Choice(str(n), place) for n, place in enumerate(places, 1))
    numbered = question.kind == "choice"
    listed = [
        Choice(str(n) if numbered else f"选{n}", option.label, option.help)
        for n, option in enumerate(question.options, 1)
    ]
    last = str(len(listed) + 1) if numbered else UNSURE
    return (*listed, Choice(last, UNSURE))


__all__ = ["Choice", "Path", "View", "choices_of", "safety_view", "view"]
