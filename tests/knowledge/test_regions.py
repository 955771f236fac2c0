"""The first places say only what is known; the rest is asked at 12345 (地区)."""

import pytest

from bot.core.knowledge import Knowledge
from bot.core.offices import KINDS, ON_CARDS, region_lines

PLACES = ("阳城县", "晋城市", "睢县", "许昌市", "陕州区")
KNOWN = {
    "阳城县": ("阳城县矛盾纠纷多元化解中心", "15个乡镇"),
    "晋城市": ("一名律师", "一名调解员", "6个县（市、区）", "待核，没有采用"),
    "睢县": ("20个乡镇", "《河南省信访条例》（2012年），待核，没有采用"),
    "许昌市": ("律师参与接访、复查复核和听证", "办理的部门管把事情解决"),
    "陕州区": ("甘棠街道", "七个领域"),
}


@pytest.mark.parametrize(("name", "words"), KNOWN.items())
def test_a_place_says_what_is_known_of_it(
    real: Knowledge, name: str, words: tuple[str, ...]
) -> None:
    text = "\n".join(region_lines(real, real.regions[name]))
    assert [word for word in words if word not in text] == []
    assert "请拨12345查询" in text


@pytest.mark.parametrize("name", PLACES)
def test_no_address_or_number_was_invented(real: Knowledge, name: str) -> None:
    doors = real.regions[name].doors
    assert [one for one in doors if one.address or one.tel] == []


def test_no_old_rule_is_switched_on(real: Knowledge) -> None:
    rules = [rule for one in real.regions.values() for rule in one.rules]
    assert rules
    assert [rule.name for rule in rules if rule.on] == []


def test_no_entry_on_the_web_is_given_before_it_is_verified(real: Knowledge) -> None:
    wanted = {
        "网上信访",
        "12309中国检察网",
        "人民法院在线服务",
        "根治欠薪线索平台",
    }
    assert wanted <= real.online.keys()
    assert [o.name for o in real.online.values() if o.address and not o.sure] == []


def test_cards_name_only_kinds_of_service_that_there_are() -> None:
    assert {kind for kinds in ON_CARDS.values() for kind in kinds} <= set(KINDS)
