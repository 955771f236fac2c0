"""A lawyer's signature holds for what was read, and lapses with any change of it."""

import pytest

from bot.core.knowledge import Guide
from bot.reading import knowledge_folder
from bot.reading.folder import bytes_of
from bot.reading.loading import load_files

GUIDE = "guides/tax.yaml"
REVIEWED = "reviewed: {on: 2026-11-24, by: 编写组, lawyer: null}"


def guide(*changes: tuple[str, str]) -> Guide:
    files = bytes_of(knowledge_folder())
    text = files[GUIDE].decode()
    for before, after in changes:
        assert before in text
        text = text.replace(before, after, 1)
    loaded = load_files({**files, GUIDE: text.encode()})
    assert loaded.knowledge is not None, loaded.problems
    return loaded.knowledge.guides["税务"]


def signed(digest: str) -> tuple[str, str]:
    by = f"by: 编写组, lawyer: 张三, print: {digest}"
    return REVIEWED, f"reviewed: {{on: 2026-11-24, {by}}}"


def test_a_guide_is_signed_off_by_the_print_of_what_it_says() -> None:
    assert not guide().signed_off
    assert guide(signed(guide().digest)).signed_off


@pytest.mark.parametrize(
    "change", [("guide: 税务", "guide: 税务\nlabel: 税"), ("？", "呢？")]
)
def test_any_change_lets_the_signature_lapse(change: tuple[str, str]) -> None:
    now = guide(signed(guide().digest), change)
    assert now.lawyer == "张三"
    assert not now.signed_off


@pytest.mark.parametrize(
    "change", [("\nguide:", "\n# 说明\nguide:"), ("\nmatters:", "\n\nmatters:")]
)
def test_remarks_and_layout_do_not_count(change: tuple[str, str]) -> None:
    assert guide(signed(guide().digest), change).signed_off


def test_a_name_without_a_print_is_no_signature() -> None:
    assert not guide((REVIEWED, REVIEWED.replace("null", "张三"))).signed_off
