"""Two versions differ exactly where some talk ends otherwise, and not by order."""

import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from shutil import copytree

import pytest

from bot.core.knowledge import Ask, Enter, Knowledge
from bot.proving import prove
from bot.proving.changes import Differences
from bot.proving.differences import UnwalkableError, differences
from bot.proving.joint import partings
from bot.proving.outline import Outline
from bot.proving.results import result_of
from bot.proving.states import MATTER
from bot.proving.survey import Survey
from bot.proving.talks import Talk, dated, play
from bot.reading import knowledge_folder, load
from tests.programmes.mutants import turned
from tests.proving.maps import chain
from tests.proving.planting import HERE, TODAY, Planting

GUIDE, REMEDIES, SHARED = "guides/labour.yaml", "remedies/all.yaml", "roads/shared.yaml"
ROUTE, QUESTIONS = "roads/route-map.yaml", "questions.yaml"

EDITS = {
    "去处": (
        GUIDE,
        "工地: {label: 工地、建筑工程, go: 工地欠薪,",
        "go: 工地欠薪",
        "go: 过了时效",
    ),
    "顺序": (
        GUIDE,
        "          - remedy: 劳动仲裁\n          - remedy: 劳动监察投诉\n",
        "          - remedy: 劳动仲裁\n",
        "          - remedy: 转人工\n          - remedy: 劳动仲裁\n",
    ),
    "日子": (REMEDIES, "length: 30\n", "30", "20"),
    "材料": (GUIDE, "bring: [工友的证言]", "工友的证言", "考勤表"),
    "出处": (SHARED, "basis: [试行复议法 2]", "2]", "2.1]"),
}
"""An edit by the side it changes: file, the spot, what there becomes what."""
LOOSE = frozenset({"unreached", "never-reached"})
"""Errors of a map that can be walked all the same."""
REORDERED = {
    "选项": (
        QUESTIONS,
        "      还没找过: {label: 还没找过谁}\n",
        "      已经信访: {label: 已经信访了}\n",
    ),
    "程序": (
        QUESTIONS,
        "      没有程序: {label: 没有程序在走}\n",
        "      正在诉讼: {label: 法院已经立案}\n",
    ),
}


@pytest.fixture
def old(tmp_path: Path) -> Knowledge:
    folder = tmp_path / "old"
    copytree(HERE / "map", folder)
    return Planting(folder).knowledge()


def edited(planting: Planting, file: str, *pairs: tuple[str, str]) -> Knowledge:
    path = planting.folder / file
    text = path.read_text("utf-8")
    for before, after in pairs:
        assert before in text
        text = text.replace(before, after, 1)
    path.write_text(text, "utf-8")
    return planting.knowledge()


def compared(old: Knowledge, new: Knowledge) -> Differences:
    return differences(old, new, TODAY)


@pytest.mark.parametrize("side", EDITS)
def test_an_edit_is_told_by_the_side_it_changes(
    old: Knowledge, planting: Planting, side: str
) -> None:
    file, spot, before, after = EDITS[side]
    new = edited(planting, file, (spot, spot.replace(before, after)))
    found = compared(old, new)
    assert side in {one.name for change in found.changes for one in change.aspects}
    assert found.words == () or side == "材料"
    assert found.vanished == ()


@pytest.mark.parametrize("side", EDITS)
def test_what_is_told_is_what_every_talk_shows(
    old: Knowledge, planting: Planting, side: str
) -> None:
    file, spot, before, after = EDITS[side]
    new = edited(planting, file, (spot, spot.replace(before, after)))
    surveys = Survey(old, TODAY), Survey(new, TODAY)
    shown = {_matter(t) for t in talks(*surveys) if parts(t, *surveys)}
    told = {change.whose for change in compared(old, new).changes}
    assert shown
    assert told == {matter or "路线图" for matter in shown} or told <= {
        "途径“信访复查”"
    }


@pytest.mark.parametrize("seed", range(6))
def test_a_change_at_random_is_told_if_and_only_if_a_talk_shows_it(
    old: Knowledge, seed: int
) -> None:
    new = sound_mutant(random.Random(seed), old)
    surveys = Survey(old, TODAY), Survey(new, TODAY)
    seen = any(parts(talk, *surveys) for talk in talks(*surveys))
    assert bool(compared(old, new).changes) == seen


def test_the_same_knowledge_shows_nothing(old: Knowledge) -> None:
    assert compared(old, old) == Differences((), (), (), ())


@pytest.mark.parametrize("name", REORDERED)
def test_reordering_shows_nothing(
    old: Knowledge, planting: Planting, name: str
) -> None:
    file, first, second = REORDERED[name]
    new = edited(planting, file, (first + second, second + first))
    assert new != old
    assert compared(old, new) == Differences((), (), (), ())


def test_matters_in_another_order_show_nothing(old: Knowledge) -> None:
    turned = replace(old, matters=dict(reversed(old.matters.items())))
    assert compared(old, turned) == Differences((), (), (), ())


def test_the_whole_knowledge_written_backwards_shows_nothing() -> None:
    knowledge = load(knowledge_folder()).knowledge
    assert knowledge is not None
    turned_round = replace(
        knowledge,
        steps=dict(reversed(knowledge.steps.items())),
        questions=dict(reversed(knowledge.questions.items())),
        matters=dict(reversed(knowledge.matters.items())),
        remedies=dict(reversed(knowledge.remedies.items())),
    )
    assert compared(knowledge, turned_round) == Differences((), (), (), ())


def test_the_same_branches_otherwise_written_show_nothing(
    old: Knowledge, planting: Planting
) -> None:
    branch = "    - {when: {走到哪一步了: 已经信访}, go: 信访/收到处理意见书的日子}\n"
    rest = "    - {go: 在走的程序}\n"
    other = "    - {when: {走到哪一步了: [还没找过, 不清楚]}, go: 在走的程序}\n"
    last = "    - {go: 信访/收到处理意见书的日子}\n"
    new = edited(planting, ROUTE, (branch + rest, other + last))
    assert compared(old, new).changes == ()


def test_other_words_alone_change_nobodys_way(
    old: Knowledge, planting: Planting
) -> None:
    new = edited(planting, GUIDE, ("欠您工资的是哪种情况？", "是哪一种欠您工钱？"))
    found = compared(old, new)
    assert found.changes == ()
    assert [(one.before, one.after) for one in found.words] == [
        ("欠您工资的是哪种情况？", "是哪一种欠您工钱？")
    ]


def test_a_new_name_that_knows_the_old_one_shows_nothing(
    old: Knowledge, planting: Planting
) -> None:
    new = edited(
        planting,
        GUIDE,
        ("工地: {label: 工地、建筑工程,", "建筑: {label: 工地、建筑工程, was: [工地],"),
        ("when: {谁欠的: 工地}", "when: {谁欠的: 建筑}"),
    )
    assert compared(old, new) == Differences((), (), (), ())


def test_a_name_that_is_gone_without_a_trace_is_told(
    old: Knowledge, planting: Planting
) -> None:
    new = edited(
        planting,
        GUIDE,
        ("工地: {label: 工地、建筑工程,", "建筑: {label: 工地、建筑工程,"),
        ("when: {谁欠的: 工地}", "when: {谁欠的: 建筑}"),
    )
    found = compared(old, new).vanished
    assert [(one.kind, one.name) for one in found] == [("选项", "谁欠的/工地")]


def test_a_map_that_leads_round_is_refused(old: Knowledge, planting: Planting) -> None:
    new = edited(planting, SHARED, ("- {go: 不服决定}", "- {go: 谁作的决定}"))
    with pytest.raises(UnwalkableError):
        compared(old, new)


def test_without_prints_of_what_is_below_a_change_would_go_unseen(
    old: Knowledge, planting: Planting, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, spot, before, after = EDITS["去处"]
    new = edited(planting, file, (spot, spot.replace(before, after)))
    blind = dict.fromkeys((*old.steps, *new.steps), "same")
    monkeypatch.setattr(Outline, "prints", blind)
    assert list(partings(*(Outline(Survey(k, TODAY)) for k in (old, new)))) == []


def test_a_question_more_on_the_way_parts_no_map_by_itself() -> None:
    assert compared(chain(3), chain(4)).changes == ()


def sound_mutant(dice: random.Random, knowledge: Knowledge) -> Knowledge:
    """Return the knowledge changed at random so that the proof would serve it."""
    while True:
        made = turned(dice, knowledge)
        found = (p for p in prove(made, today=TODAY) if p.severity == "error")
        if made.steps != knowledge.steps and all(p.rule in LOOSE for p in found):
            return made


def talks(*surveys: Survey) -> Iterator[Talk]:
    """Return every talk that both maps can have, with a few days."""
    waiting: list[tuple[tuple[str, str], ...]] = [()]
    while waiting:
        given = waiting.pop()
        asked = next((a for s in surveys if (a := _asked(s, given))), None)
        if asked is None:
            yield from dated(given, TODAY)
        else:
            values = [{*s.values.of.get(asked, s.knowledge.matters)} for s in surveys]
            both = sorted(values[0] & values[1])
            waiting += [(*given, (asked, value)) for value in both]


def _asked(survey: Survey, given: tuple[tuple[str, str], ...]) -> str | None:
    path = play(survey, next(dated(given, TODAY)))
    match path.here if path else None:
        case Ask(fact=fact):
            return fact
        case Enter():
            return MATTER
    return None


def parts(talk: Talk, old: Survey, new: Survey) -> bool:
    return result_of(old, talk) != result_of(new, talk)


def _matter(talk: Talk) -> str:
    return str(dict(talk.answers).get(MATTER, ""))
