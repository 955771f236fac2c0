"""No card cites as current what the law texts know to be gone (现行情况)."""

import json
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from bot.core.advice import Advice, Item
from bot.core.cards import write_card
from bot.core.citing import cite, doubts
from bot.core.facts import Case
from bot.core.knowledge import Citation, Knowledge
from bot.core.layout import card_text
from bot.core.walking import Path as Walked
from bot.proving.citing import uses

TODAY = date(2026, 11, 24)
INDEX = Path(__file__).parents[3] / "shared" / "laws" / "index.json"
GONE = {
    "环境保护法": "《生态环境法典》",
    "噪声污染防治法": "《生态环境法典》",
    "大气污染防治法": "《生态环境法典》",
    "水污染防治法": "《生态环境法典》",
    "治安管理处罚法": "2025年修订的新法",
    "仲裁法": "2025年修订的新法",
    "村民委员会组织法": "2025年修正的新法",
    "市场监管投诉举报办法": "《市场监督管理投诉举报处理办法》",
}
"""Law that is registered though gone → what a card says has taken its place."""
UNCITED = (
    "固体废物污染环境防治法",
    "环境影响评价法",
    "居民委员会组织法",
    "殡葬管理条例",
    "渔业法",
    "政府信息公开行政案件规定(2011)",
)
"""Laws that are gone and not even registered: nothing can cite them."""


def a_card_citing(k: Knowledge, law: str) -> str:
    """Return a card that rests on every article of the law that is registered."""
    basis = tuple(Citation(law, number) for number, _ in k.laws[law].articles)
    item = Item(k.remedies["提出信访事项"], "", basis, None, "", None)
    walked = Walked(None, (), {}, (), ())
    made = write_card(k, Case(), (walked, Advice((item,))), TODAY)
    return card_text(made)


@pytest.mark.parametrize(("law", "successor"), GONE.items())
def test_a_law_that_is_gone_says_what_took_its_place(
    real: Knowledge, law: str, successor: str
) -> None:
    text = a_card_citing(real, law)
    assert f"《{law}》该法已由{successor}取代，条号请向窗口核实" in text
    assert f"《{law}》第" not in text


@pytest.mark.parametrize("law", UNCITED)
def test_a_law_that_is_gone_is_not_cited_at_all(real: Knowledge, law: str) -> None:
    assert not [use for use in uses(real) if use.citation.law == law]


def test_a_law_taken_for_current_would_be_seen(real: Knowledge) -> None:
    law = replace(real.laws["仲裁法"], currency="no-change-known")
    k = replace(real, laws={**real.laws, "仲裁法": law})
    assert "《仲裁法》第" in a_card_citing(k, "仲裁法")


def test_only_the_amended_paragraph_is_doubted(real: Knowledge) -> None:
    kept, changed = (Citation("劳动争议解释(一)", number) for number in ("15", "32"))
    assert not list(doubts(real, (kept,)))
    assert cite(real, (changed,)).endswith("※")


@pytest.mark.skipif(not INDEX.exists(), reason="没有条文文件夹")
def test_no_law_is_called_better_than_the_texts_know(real: Knowledge) -> None:
    told = {law.id: law.currency for law in real.laws.values()}
    assert {name: told[name] for name in told} == {name: _known(name) for name in told}


@pytest.mark.skipif(not INDEX.exists(), reason="没有条文文件夹")
def test_every_law_that_is_gone_stands_in_the_tables(real: Knowledge) -> None:
    gone = {law.name for law in real.laws.values() if law.currency in _OLD}
    every = {str(one["short"]) for one in _index() if _status(one) in _OLD}
    assert gone == set(GONE)
    assert every == {*GONE, *UNCITED}


_OLD = ("replaced", "repealed")


@cache
def _index() -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(INDEX.read_text("utf-8"))
    return found


def _status(one: dict[str, object]) -> str:
    currency = one["currency"]
    assert isinstance(currency, dict)
    return str(currency["status"])


def _known(name: str) -> str:
    return next(_status(one) for one in _index() if one["id"] == name)
