"""Write the card: three lines first, then all there is to know, in order."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bot.core.addresses import where_lines
from bot.core.advice import Advice, Item
from bot.core.casework import implied
from bot.core.citing import cite, doubts, each_once
from bot.core.codes import card_code
from bot.core.deadlines import Deadline
from bot.core.discretion import hushed
from bot.core.facts import Case, Fact
from bot.core.knowledge import Guide, Knowledge, Note
from bot.core.offices import agency_name
from bot.core.phrases import say
from bot.core.walking import Path
from bot.core.wording import day_text, length_text, plain_day, value_text
from bot.core.working_days import day_kind, working_before

HEAD_ROOM = 120
"""Characters that the first three lines may have together."""
KNEW = "knew"
"""The start that fits any case, to name where no day was asked: 知道那天."""
URGENT_DAYS = 7
"""Days left at which the card opens with what to do today."""


@dataclass(frozen=True, slots=True)
class Section:
    """Hold one headed part of the full card."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """Hold the outcome in words: the first screen and the rest (指引)."""

    matter: str
    head: tuple[str, str, str]
    today: tuple[str, ...]
    sections: tuple[Section, ...]
    code: str
    advice: Advice
    hush: str = ""


def write_card(
    knowledge: Knowledge, case: Case, outcome: tuple[Path, Advice], today: date
) -> Card:
    """Return the card of a case whose path has come to an advice."""
    return _Writing(knowledge, case, outcome, today).run()


class _Writing:
    """Keep what writing one card needs at every line."""

    def __init__(
        self,
        knowledge: Knowledge,
        case: Case,
        outcome: tuple[Path, Advice],
        today: date,
    ) -> None:
        self.knowledge, self.case, self.today = knowledge, case, today
        self.path, self.advice = outcome
        items = self.advice.items
        self.first = items[0] if items else None
        self.matter = knowledge.matters.get(case.matter or "")

    def run(self) -> Card:
        sections = (
            Section(say(self.knowledge, f"title_{name}"), tuple(lines))
            for name, lines in (
                ("where", self._where()),
                ("days", self._days()),
                ("why", self._why()),
                ("bring", self._bring()),
                ("say", self._say()),
                ("proof", self._proof()),
                ("how", self._how()),
                ("next", self._next()),
                ("rights", self._rights()),
                ("others", self._others()),
                ("sources", self._sources()),
            )
        )
        return Card(
            self.case.matter or "",
            self._head(),
            self._today(),
            tuple(section for section in sections if section.lines),
            card_code(self.knowledge, self.case, self.today),
            self.advice,
            hushed(self.knowledge, self.case),
        )

    # the first screen

    def _head(self) -> tuple[str, str, str]:
        k = self.knowledge
        if self.first is None:
            return say(k, "head_nobody"), say(k, "head_soon"), say(k, "head_bring_any")
        where = say(
            k,
            "head_where",
            agency=self._agency(self.first),
            remedy=self.first.remedy.label or self.first.remedy.name,
        )
        when = self._head_day()
        room = HEAD_ROOM - len(where) - len(when)
        return where, when, self._head_bring(room)

    def _head_day(self) -> str:
        """Say the earliest day still ahead; whose it is, if not the first remedy's.

        A day of another remedy must not pass for the day of the first office.
        """
        k, due = self.knowledge, self.advice.next_due(self.today)
        own = self.first.deadline if self.first and not self.first.expired else None
        if own is not None and own.act_by is not None and own.act_by < self.today:
            return say(k, "head_late", day=day_text(own.act_by, self.today))
        if due is not None and due.deadline and due.deadline.act_by:
            code = "head_day" if due is self.first else "head_day_other"
            day = day_text(due.deadline.act_by, self.today)
            return say(k, code, day=day, remedy=due.remedy.name)
        if own is not None:
            return say(k, "head_length", limit=self._limit(own))
        over = bool(self.first and self.first.expired)
        return say(k, "head_over" if over else "head_soon")

    def _head_bring(self, room: int) -> str:
        text = say(self.knowledge, "head_bring", papers="")
        for paper in self._papers():
            longer = text + ("、" if text[-1] not in "：:" else "") + _short(paper)
            if len(longer) > room:
                break
            text = longer
        return text if text[-1] not in "：:" else say(self.knowledge, "head_bring_any")

    def _today(self) -> tuple[str, ...]:
        act_by = self.advice.act_by
        if act_by is None or (act_by - self.today).days > URGENT_DAYS:
            return ()
        names = ("today_title", "today_write", "today_hand", "today_keep")
        return tuple(say(self.knowledge, name) for name in names)

    # the rest, in the order a citizen needs it

    def _where(self) -> Iterator[str]:
        if self.first is None:
            yield say(self.knowledge, "where_nobody")
            return
        yield from where_lines(self.knowledge, self.first, self.path.facts)

    def _days(self) -> Iterator[str]:
        for item in self.advice.items:
            if item.after is not None:
                yield say(
                    self.knowledge,
                    "day_after",
                    remedy=item.remedy.name,
                    first=item.after.remedy,
                )
            elif item.deadline is not None:
                yield from self._deadline(item, item.deadline)
            elif item.remedy.no_limit:
                yield f"{item.remedy.name}：{item.remedy.no_limit}"
            for watched in item.watched:
                yield self._watched(watched)

    def _deadline(self, item: Item, found: Deadline) -> Iterator[str]:
        k, name, limit = self.knowledge, item.remedy.name, self._limit(found)
        if found.act_by is None:
            code = "day_unknown" if item.asked else "day_not_asked"
            yield say(k, code, remedy=name, limit=limit)
        elif found.status == "expired":
            yield say(k, "day_expired", remedy=name, day=plain_day(found.surely_over))
            yield say(k, "day_expired_still")
        else:
            yield say(
                k,
                "day_open" if found.status == "open" else "day_maybe",
                remedy=name,
                day=day_text(found.act_by, self.today),
                limit=limit,
            )
            if day_kind(found.act_by, k.years) == "rest":
                open_day = working_before(found.act_by, k.years)
                yield say(k, "day_rest", day=plain_day(open_day))
            if found.surely_over and found.surely_over > found.act_by:
                yield say(k, "day_surely", day=plain_day(found.surely_over))
        yield from found.because if found.act_by else ()
        if found.limit.note:
            yield found.limit.note
        if found.basis:
            yield say(k, "day_basis", basis=cite(k, found.basis))

    def _watched(self, found: Deadline) -> str:
        code = {"expired": "watch_over", "open": "watch_open"}.get(found.status)
        return say(
            self.knowledge,
            code if code and found.surely_over else "watch_unknown",
            who=found.who,
            clock=found.clock,
            limit=self._limit(found),
            day=plain_day(found.surely_over),
        )

    def _why(self) -> Iterator[str]:
        k = self.knowledge
        answers = [
            self._answer(name, fact)
            for name, fact in self.path.facts.items()
            if not implied(k, self.case, name)
        ]
        if answers:
            yield say(k, "why_answers", answers="；".join(answers))
        for item in self.advice.items:
            reason = item.because or say(k, "why_default", remedy=item.remedy.name)
            basis = cite(k, item.basis)
            yield f"{item.remedy.name}：{reason}" + (f"（{basis}）" if basis else "")
        for closed in self.advice.closed:
            text = say(
                k, "why_closed", remedy=closed.remedy.name, because=closed.block.because
            )
            basis = cite(k, closed.block.basis)
            yield text + (f"（{basis}）" if basis else "")
        yield from self._notes(self.advice.notes)

    def _answer(self, name: str, fact: Fact) -> str:
        question = self.knowledge.questions[name]
        return f"{question.label or name}：{value_text(question, fact.value)}"

    def _papers(self) -> tuple[str, ...]:
        papers = self.first.remedy.papers if self.first else ()
        return tuple(dict.fromkeys((*self.advice.bring, *papers)))

    def _bring(self) -> Iterator[str]:
        yield from self._papers()
        if self._papers():
            yield say(self.knowledge, "bring_copies")

    def _say(self) -> Iterator[str]:
        words = self.advice.say or (self.first.remedy.say if self.first else "")
        if words:
            yield say(self.knowledge, "say_this", words=words.strip("「」“”"))

    def _proof(self) -> Iterator[str]:
        if self.first is None:
            return
        yield self.first.remedy.proof or say(self.knowledge, "proof_default")

    def _how(self) -> Iterator[str]:
        for item in self.advice.items[:2]:
            for note in item.how:
                yield f"{item.remedy.name}：{self._note(note)}"

    def _next(self) -> Iterator[str]:
        if self.first is None:
            return
        for following in self.first.remedy.next:
            basis = cite(self.knowledge, following.basis)
            tail = f"（{basis}）" if basis else ""
            yield f"{following.event}：{following.text}{tail}"
        yield from self._notes(self.advice.unhappy)

    def _rights(self) -> Iterator[str]:
        """Say what the law gives who goes this way, where a note does not say it."""
        family = self.first.remedy.family if self.first else ""
        for right in self.knowledge.rights.values():
            if family in right.families:
                basis = cite(self.knowledge, right.basis)
                yield right.plain + (f"（{basis}）" if basis else "")

    def _others(self) -> Iterator[str]:
        others = self.advice.items[1:]
        if others and others[0].choose and self.first and self.first.choose:
            yield say(self.knowledge, "others_choose", how=self.first.choose)
        for number, item in enumerate(others, 2):
            agency = self._agency(item)
            yield say(
                self.knowledge,
                "others_one",
                number=number,
                remedy=item.remedy.label or item.remedy.name,
                agency=agency,
            )
        if self.advice.unsure > 1 or not others:
            yield say(self.knowledge, "others_human")

    def _sources(self) -> Iterator[str]:
        k = self.knowledge
        bases = [i.basis for i in self.advice.items]
        bases += [i.deadline.basis for i in self.advice.items if i.deadline]
        bases += [c.block.basis for c in self.advice.closed]
        basis = each_once(bases)
        yield cite(k, basis)
        yield from doubts(k, basis)
        for note in k.notices:
            yield note.text
        guide = k.guides.get(self.matter.guide) if self.matter else None
        if guide is not None:
            yield say(
                k,
                "source_review",
                by=guide.reviewed_by,
                day=plain_day(guide.reviewed_on),
                lawyer=self._lawyer(guide),
            )
            if guide.stale(self.today):
                yield say(k, "source_stale")
        if self.matter is not None and self.matter.thin:
            yield say(k, "source_thin")
        yield say(k, "source_map")
        yield say(
            k,
            "source_code",
            version=k.version,
            card=card_code(k, self.case, self.today),
        )
        yield say(k, "source_not_advice")

    def _lawyer(self, guide: Guide) -> str:
        """Name the lawyer who saw what the guide says now, or say that none did."""
        code = "source_lawyer" if guide.signed_off else "source_no_lawyer"
        return say(self.knowledge, code, lawyer=guide.lawyer)

    # parts

    def _agency(self, item: Item) -> str:
        if item.agency is None:
            return say(self.knowledge, "agency_unknown")
        return agency_name(self.knowledge, item.agency.accepts)

    def _limit(self, found: Deadline) -> str:
        return length_text(self.knowledge, found.limit, self._start(found))

    def _start(self, found: Deadline) -> str:
        """Return the start to name: the known one, or the one that was asked for."""
        names = self.knowledge.questions
        asked = {name for fact in self.path.facts for name in (fact, names[fact].event)}
        starts = (start for start in found.limit.starts if start in asked)
        unasked = KNEW if KNEW in found.limit.starts else found.limit.starts[0]
        return found.start or next(starts, unasked)

    def _note(self, note: Note) -> str:
        basis = cite(self.knowledge, note.basis)
        return note.text + (f"（{basis}）" if basis else "")

    def _notes(self, notes: tuple[Note, ...]) -> Iterator[str]:
        return (self._note(note) for note in notes)


def _short(paper: str) -> str:
    return paper.partition("（")[0].strip()
