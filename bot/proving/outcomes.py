"""Prove the advice: every way ends with a remedy, every piece can be shown."""

from collections.abc import Iterator

from bot.core.knowledge import Advise, Advised, Place, Problem, When
from bot.core.walking import Path
from bot.proving.branches import true, when_text
from bot.proving.finding import error, warning
from bot.proving.search import Spot, talk_where
from bot.proving.states import valuations
from bot.proving.survey import Survey
from bot.proving.talks import talk_to
from bot.proving.values import UNASKED, UNSURE_ONLY


def check_outcomes(survey: Survey) -> Iterator[Problem]:
    """Return advice that says nothing, or holds pieces that nobody can see."""
    for name in survey.graph.order:
        step = survey.knowledge.steps[name]
        if not isinstance(step, Advise) or not survey.states.at.get(name):
            continue
        yield from _empty(survey, step)
        yield from _closed(survey, step)
        yield from _never(survey, step)
        yield from _undated(survey, step)


def _empty(survey: Survey, step: Advise) -> Iterator[Problem]:
    """Tell a way that ends here with no remedy at all."""
    if step.then is not None or _sure(step):
        return
    others = (survey.knowledge.steps[name] for name in survey.graph.above(step.id))
    gathering = [one for one in others if isinstance(one, Advise)]
    sure = frozenset(one.id for one in gathering if _sure(one))
    names = {n for one in gathering for a in one.advised for n, _ in a.when}
    talk = talk_where(survey, Spot(step.id, _nothing, sure), names)
    if talk is not None:
        yield error(
            step.place,
            "no-remedy",
            f"这样走到头，一条途径也没有：{talk.text(survey.knowledge)}。",
            "加一条不带 when 的途径，例如“转人工”。",
        )


def _closed(survey: Survey, step: Advise) -> Iterator[Problem]:
    """Tell a way that ends where running procedures close every remedy."""
    remedies = survey.knowledge.remedies
    pairs = [
        (one.when, remedies[one.remedy].blocked)
        for one in step.advised
        if one.remedy in remedies
    ]
    if step.then or not _sure(step) or not all(blocks for _, blocks in pairs):
        return
    whens = [when for when, _ in pairs]
    whens += [block.when for _, blocks in pairs for block in blocks]
    names = frozenset(name for when in whens for name, _ in when)
    for state in survey.states.at[step.id]:
        for facts in valuations(survey.values, state, names):
            if not any(
                true(when, facts) and not any(true(b.when, facts) for b in blocks)
                for when, blocks in pairs
            ):
                talk = talk_to(survey, state).text(survey.knowledge)
                what = f"走到“{step.id}”时可能每条途径都被挡住，例如：{talk}。"
                right = "加一条不会被挡住的途径，例如“查询办理进度”或“转人工”。"
                yield error(step.place, "all-closed", what, right)
                return


def _sure(step: Advise) -> bool:
    return any(not advised.when for advised in step.advised)


def _nothing(path: Path) -> bool:
    return path.here is None and not path.gathered


def _never(survey: Survey, step: Advise) -> Iterator[Problem]:
    """Tell remedies and notes whose condition never holds at this step."""
    for advised in step.advised:
        what = f"途径“{advised.remedy}”"
        yield from _dead(survey, step, (what, advised.when, advised.place), fatal=True)
        for rule in advised.agencies:
            piece = ("这条部门规则", rule.when, rule.place)
            yield from _dead(survey, step, piece, fatal=False)
    for note in (*step.notes, *step.bring, *step.unhappy):
        piece = ("这句话", note.when, note.place)
        yield from _dead(survey, step, piece, fatal=False)


def _dead(
    survey: Survey, step: Advise, piece: tuple[str, When, Place], *, fatal: bool
) -> Iterator[Problem]:
    subject, when, place = piece
    if not when or possible(survey, step, when):
        return
    unasked = [name for name, _ in when if _unasked(survey, step, name)]
    tell = error if fatal or unasked else warning
    if unasked:
        what = f"{subject}要看“{'、'.join(unasked)}”，可是到这里的路都没问过它。"
        yield tell(place, "unasked-fact", what, "在前面先问，或者去掉这个条件。")
    else:
        what = f"走到“{step.id}”时，{subject}的条件从来不成立：{when_text(when)}。"
        yield tell(place, "never-holds", what, "改条件，或者删掉。")


def possible(survey: Survey, step: Advise, *whens: When) -> bool:
    """Return whether all these conditions may hold together at a step."""
    names = frozenset(name for when in whens for name, _ in when)
    return any(
        all(true(when, facts) for when in whens)
        for state in survey.states.at.get(step.id, ())
        for facts in valuations(survey.values, state, names)
    )


def _unasked(survey: Survey, step: Advise, name: str) -> bool:
    if name in survey.values.limits:
        return False
    return all(
        set(facts.values()) == {UNASKED}
        for state in survey.states.at.get(step.id, ())
        for facts in valuations(survey.values, state, frozenset((name,)))
    )


def _undated(survey: Survey, step: Advise) -> Iterator[Problem]:
    """Tell remedies that look at a clock whose day was not asked."""
    for advised in step.advised:
        for clock, _ in advised.when:
            if clock in survey.values.limits:
                yield from _clockless(survey, step, advised, clock)


def _clockless(
    survey: Survey, step: Advise, advised: Advised, clock: str
) -> Iterator[Problem]:
    spreads = [
        set(facts.values())
        for state in survey.states.at[step.id]
        for facts in valuations(survey.values, state, survey.values.days[clock])
    ]
    days = "、".join(sorted(survey.values.days[clock])) or "（没有）"
    right = f"在前面先问起算的日子：{days}。"
    if all(asked <= {UNASKED} for asked in spreads):
        what = f"“{clock}”从哪天起算，到“{step.id}”的路都没问过。"
        yield error(advised.place, "undated-clock", what, right)
    elif any(asked <= {UNASKED} for asked in spreads) and not _covered(step, clock):
        what = f"“{clock}”从哪天起算，到“{step.id}”有的路没问过，那时它读成“不清楚”。"
        yield warning(advised.place, "undated-clock", what, right)


def _covered(step: Advise, clock: str) -> bool:
    """Return whether the advice says what holds when the clock is unsure."""
    return any(
        name == clock and UNSURE_ONLY[0] in allowed
        for advised in step.advised
        for name, allowed in advised.when
    )
