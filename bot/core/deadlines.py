"""Find the two days of a time limit: act by then, surely over then (期限)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from bot.core.facts import Span
from bot.core.knowledge import PASSED, PENDING, UNSURE
from bot.core.law import Basis, Length, Limit, When, Year
from bot.core.lengths import calendar_end, hours_end
from bot.core.reasons import (
    cap_said,
    cap_unknown_said,
    hours_said,
    interrupted_said,
    last_day_said,
    may_be_interrupted_said,
    missing_year_said,
    moved_said,
    no_start_said,
    post_said,
    silent_said,
    start_said,
    too_late_said,
    working_days_said,
)
from bot.core.remedy import Remedy
from bot.core.working_days import (
    ONE_DAY,
    day_kind,
    first_working,
    unsure_years,
    working_before,
    working_day,
)

Status: TypeAlias = Literal["open", "expired", "unknown"]
Days: TypeAlias = Mapping[str, Span]
Years: TypeAlias = Mapping[int, Year]

CITIZEN = "您"
"""The `who` of a limit that binds the person who asks."""

COUNTABLE_YEARS = range(1900, 2101)
"""Days of other years are slips, not events: they count as not known."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """Hold the two days of a time limit, and why.

    `act_by` is the earliest day the limit can end, `surely_over` the latest; None is
    not known. `start` names the event counted from; `because` says how, plainly.
    """

    clock: str
    who: str
    act_by: date | None
    surely_over: date | None
    status: Status
    start: str
    because: tuple[str, ...]
    basis: Basis
    limit: Limit


def deadline(limit: Limit, days: Days, years: Years, today: date) -> Deadline:
    """Return the two days of a limit, from the days that are known.

    Units: `days` by kind of event and by question; `years` holds the notices.
    Source: 民法典 200–204; 民事诉讼法 85; the limit's own basis.
    """
    start = _known(limit.starts, days)
    if start is None:
        return Deadline(
            limit.clock,
            limit.who,
            act_by=None,
            surely_over=None,
            status="unknown",
            start="",
            because=(no_start_said(limit), *_post(limit)),
            basis=limit.basis,
            limit=limit,
        )
    count = _Count(limit, days, years)
    ends = count.capped(count.counted(days[start]))
    return Deadline(
        clock=limit.clock,
        who=limit.who,
        act_by=ends.act_by,
        surely_over=ends.surely_over,
        status=_status(ends, today),
        start=start,
        because=(start_said(limit, start, days[start]), *ends.because, *_post(limit)),
        basis=limit.basis,
        limit=limit,
    )


def remedy_deadline(
    remedy: Remedy,
    clock: str,
    days: Days,
    holds: Callable[[When], bool],
    calendar: tuple[Years, date],
) -> Deadline | None:
    """Return the two days of a remedy's clock; None when no limit of it applies.

    The first limit counts whose `when` holds and that is valid on its start day: the
    last day that can be, and today while it is not known. `calendar` is the notices
    and today.
    """
    years, today = calendar
    for limit in remedy.limits:
        start = _known(limit.starts, days)
        begun = today if start is None else days[start].last
        if limit.clock == clock and limit.valid.holds(begun) and holds(limit.when):
            return deadline(limit, days, years, today)
    return None


def clock_value(found: Deadline) -> str:
    """Return the deadline as the value of a fact: 未到, 已过 or 不清楚."""
    values = {"open": PENDING, "expired": PASSED, "unknown": UNSURE}
    return values[found.status]


@dataclass(frozen=True, slots=True)
class _Ends:
    """Keep the two ends while they are being found."""

    act_by: date
    surely_over: date | None
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Count:
    """Count one limit with the days and notices at hand."""

    limit: Limit
    days: Days
    years: Years

    def counted(self, start: Span) -> _Ends:
        """Return the ends of the length itself, counted anew if interrupted."""
        known = sorted(
            (name for name in self.limit.interrupted if _known((name,), self.days)),
            key=lambda name: self.days[name].last,
        )
        unknown = bool(self.limit.interrupted) and not known
        span, because = self._anew(start, known)
        length = self.limit.length
        if unknown:
            because = (may_be_interrupted_said(self.limit),)
        return _Ends(
            self._earliest(length, span.first),
            None if unknown else self._latest(length, span.last),
            (*because, *self._shift(span.first), *self._missing(length, span)),
        )

    def capped(self, ends: _Ends) -> _Ends:
        """Return the ends with the cap: act before either, over only after both.

        A cap stands where the length alone may not be the whole truth (someone not
        told of the right has longer), so only the later end is surely the end.
        """
        cap = self.limit.cap
        if cap is None:
            return ends
        start = _known(cap.starts, self.days)
        if start is None:
            said = cap_unknown_said(cap.length)
            return _Ends(ends.act_by, None, (*ends.because, said))
        span, over = self.days[start], ends.surely_over
        last = self._latest(cap.length, span.last)
        return _Ends(
            min(ends.act_by, self._earliest(cap.length, span.first)),
            None if over is None else max(over, last),
            (*ends.because, cap_said(cap.length, last)),
        )

    def _anew(self, start: Span, names: list[str]) -> tuple[Span, tuple[str, ...]]:
        """Return the days the count may begin anew after interruptions, and why.

        Of each kind only the last interruption is known. Within the limit it starts the
        count anew. After it, it revives nothing, but an earlier one may have kept the
        limit running up to it: urge by the old end, say over only after the new one.
        """
        first, last, because = start.first, start.last, list[str]()
        for name in names:
            anew, old_end = self.days[name], self._earliest(self.limit.length, first)
            if anew.last < first:
                continue
            last = max(anew.last, last)
            if anew.last <= old_end:
                first = max(anew.first, first)
                because.append(interrupted_said(name, anew))
            else:
                because.append(too_late_said(name, old_end))
        return Span(first, last), tuple(because)

    def _earliest(self, length: Length, start: date) -> date:
        """Return the earliest day the length may end on, for whom it binds."""
        if length.unit == "工作日":
            return working_day(start, length.amount, self.years, latest=False)
        if length.unit == "小时":
            return hours_end(start, length)
        end = calendar_end(start, length)
        if self.limit.moves:
            return _moved(end, self.years)
        if self.limit.moves is None and self.limit.who == CITIZEN:
            return max(working_before(end, self.years), start + ONE_DAY)
        return end

    def _latest(self, length: Length, start: date) -> date:
        """Return the latest day the length may end on; a silent article may move it."""
        if length.unit == "工作日":
            return working_day(start, length.amount, self.years, latest=True)
        if length.unit == "小时":
            end = hours_end(start, length, hour="last")
        else:
            end = calendar_end(start, length)
        if self.limit.moves is False:
            return end
        return first_working(end, self.years, latest=True)

    def _shift(self, start: date) -> tuple[str, ...]:
        """Say what a day of rest does to the last day."""
        length, limit = self.limit.length, self.limit
        if length.unit == "工作日":
            return (working_days_said(),)
        if length.unit == "小时":
            return (hours_said(),)
        end, act_by = calendar_end(start, length), self._earliest(length, start)
        if limit.moves is None and act_by < end:
            return (silent_said(end),)
        if act_by > end:
            return (moved_said(end, act_by),)
        return (last_day_said(end),)

    def _missing(self, length: Length, span: Span) -> tuple[str, ...]:
        """Say which years' holidays are not entered, where that matters."""
        found: set[int] = set()
        for start in {span.first, span.last}:
            early, late = self._earliest(length, start), self._latest(length, start)
            begun = start + ONE_DAY if length.unit == "工作日" else early
            found.update(unsure_years(begun, late, self.years))
            if self.limit.moves and early < late and early.year not in self.years:
                found.add(early.year)
        return tuple(missing_year_said(year) for year in sorted(found))


def _moved(day: date, years: Years) -> date:
    """Return the working day a day of rest moves to; no notice is not relied on."""
    while day.year in years and day_kind(day, years) == "rest":
        day += ONE_DAY
    return day


def _known(names: tuple[str, ...], days: Days) -> str | None:
    """Return the first name whose day is known and can be counted from."""
    return next((name for name in names if name in days and _sane(days[name])), None)


def _sane(span: Span) -> bool:
    return span.first.year in COUNTABLE_YEARS and span.last.year in COUNTABLE_YEARS


def _status(ends: _Ends, today: date) -> Status:
    if today <= ends.act_by:
        return "open"
    if ends.surely_over is not None and today > ends.surely_over:
        return "expired"
    return "unknown"


def _post(limit: Limit) -> tuple[str, ...]:
    """Say what posting does, to the one who posts."""
    return (post_said(limit),) if limit.who == CITIZEN else ()
