"""The list for a lawyer holds all that is doubtful, each with its place."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bot.core.knowledge import Knowledge
from bot.papers.review import review_list
from bot.proving.currency import flagged
from bot.reading import knowledge_folder, load

TODAY = date(2026, 11, 24)


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    loaded = load(knowledge_folder())
    assert loaded.knowledge is not None
    return loaded.knowledge


def part(text: str, title: str) -> str:
    return text.partition(f"\n## {title}\n")[2].partition("\n## ")[0]


def test_every_doubtful_article_is_listed(knowledge: Knowledge) -> None:
    laws = part(review_list(knowledge, TODAY), "可能变了的法律，和靠着它的内容")
    flags = flagged(knowledge)
    assert flags
    assert all(f"第{flag.article}条：" in laws and flag.by in laws for flag in flags)


def test_every_guide_no_lawyer_saw_is_listed(knowledge: Knowledge) -> None:
    guides = part(review_list(knowledge, TODAY), "法律审核")
    assert guides.count("- [ ] ") == len(knowledge.guides)


def test_a_guide_a_lawyer_saw_is_not_listed(knowledge: Knowledge) -> None:
    seen = replace(knowledge.guides["税务"], lawyer="张三", signed="a1", digest="a1")
    knowledge = replace(knowledge, guides={**knowledge.guides, "税务": seen})
    assert "税务（" not in part(review_list(knowledge, TODAY), "法律审核")


@pytest.mark.parametrize("number", ["12366", "12386"])
def test_a_number_nobody_verified_is_listed(knowledge: Knowledge, number: str) -> None:
    assert f"- [ ] {number}：" in review_list(knowledge, TODAY)


def test_a_number_looked_at_too_long_ago_is_listed(knowledge: Knowledge) -> None:
    later = date(TODAY.year + 2, 1, 1)
    assert "- [ ] 12345：" not in review_list(knowledge, TODAY)
    assert "- [ ] 12345：" in review_list(knowledge, later)


def test_a_limit_whose_article_is_silent_is_listed(knowledge: Knowledge) -> None:
    text = part(review_list(knowledge, TODAY), "条文没写、我们按最稳妥处理的期限")
    assert "信访复查期限：寄出那天算不算、最后一天放假顺延不顺延" in text


@pytest.mark.parametrize(
    "words",
    [
        "请拨12378核实。（remedies/market-finance.yaml:",
        "只在一处地方答复中见过，待核实（hotlines.yaml:",
        "旧条文：村务一般每季公布；新规定请核实（laws/cunweihui-fa.yaml:",
    ],
)
def test_what_says_that_it_must_be_verified_is_listed_with_its_place(
    knowledge: Knowledge, words: str
) -> None:
    assert words in part(review_list(knowledge, TODAY), "写着待核、请核实的地方")


def test_every_thing_that_bears_the_mark_is_listed(
    knowledge: Knowledge, root: Path
) -> None:
    listed = part(review_list(knowledge, TODAY), "写着待核、请核实的地方")
    for file, line in marked_lines(root / "knowledge"):
        at = [int(n) for n in re.findall(rf"{re.escape(file)}:(\d+):", listed)]
        assert any(line - THING_LINES <= n <= line for n in at), (file, line)


THING_LINES = 8
"""Lines that one thing takes in its file at most, up to its mark."""


def marked_lines(folder: Path) -> Iterator[tuple[str, int]]:
    for path in sorted(folder.rglob("*.yaml")):
        file = path.relative_to(folder).as_posix()
        if not file.startswith(("stories/", "phrases")):
            for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
                if "待核" in line.partition("#")[0]:
                    yield file, number


def test_the_head_counts_what_is_below(knowledge: Knowledge) -> None:
    text = review_list(knowledge, TODAY)
    thin = part(text, "还在完善的事项").count("- [ ] ")
    assert f"- 还在完善的事项：{thin} 处" in text
