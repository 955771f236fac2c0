"""What others may not hear is known from the case."""

from dataclasses import replace

import pytest

from bot.core.casework import PURPOSE, PURPOSES
from bot.core.discretion import hushed
from bot.core.facts import Case, Fact
from bot.core.knowledge import Knowledge
from tests.core.conftest import small_map


def named(hush: str) -> tuple[Knowledge, str]:
    k = small_map()
    name = next(iter(k.matters))
    matter = replace(k.matters[name], hush=hush)
    return replace(k, matters={**k.matters, name: matter}), name


@pytest.mark.parametrize("hush", ["", "家暴", "健康", "未成年人"])
def test_a_matter_is_hushed_as_its_author_said(hush: str) -> None:
    k, name = named(hush)
    assert hushed(k, Case(name)) == hush


def test_an_accusation_is_hushed_whatever_its_matter_is() -> None:
    k, name = named("")
    case = Case(name).put(PURPOSE, Fact(PURPOSES["accuse"], "asked"))
    assert hushed(k, case) == "检举"


def test_a_case_without_a_matter_is_not_hushed() -> None:
    assert not hushed(small_map(), Case())
