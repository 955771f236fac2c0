"""A place says what is known of it, and what is to be asked at 12345."""

from dataclasses import replace

import pytest

from bot.core.facts import Fact
from bot.core.knowledge import (
    Agency,
    Citation,
    Knowledge,
    LocalHotline,
    LocalRule,
    Note,
    Online,
    Region,
    Remedy,
    Right,
    Service,
)
from bot.core.layout import card_text
from bot.core.offices import KINDS, agency_lines, office_lines, region_lines
from tests.core.conftest import DAY
from tests.core.test_cards import SITE, card

LAWYER = Service("律师值班", "大厅的律师", hours="周三", how=(Note("先登记。"),))
CENTRE = Service("多元化解中心", "县中心", desks=("公证",), address="一号路")
BODY = Service("复查复核机关", "县政府", post="县政府信访联络处")
RULE = LocalRule("某省条例", 2012, on=False, says=(Note("省里这样写。"),))
PLACE = Region(
    "阳城县",
    within="晋城市",
    townships=("城关镇",),
    services=(LAWYER, CENTRE, BODY),
    hotlines=(LocalHotline("12333", "并入12345"),),
    rules=(RULE,),
    notes=(Note("慢慢说。", basis=(Citation("民事诉讼法", "171"),)),),
    source="公开报道",
    verified_on=DAY,
)
UNKNOWN = [
    kind for kind in KINDS if kind not in ("律师值班", "多元化解中心", "复查复核机关")
]
HERE = {"事情在哪": Fact("阳城县", "asked")}


def placed(k: Knowledge, region: Region) -> Knowledge:
    return replace(k, regions={"阳城县": region})


def told(k: Knowledge, region: Region, name: str, family: str) -> list[str]:
    remedy = Remedy(name, "X", family, hotline="12333")
    return list(office_lines(placed(k, region), None, HERE, remedy))


def test_a_place_says_everything_that_staff_wrote_of_it(knowledge: Knowledge) -> None:
    lines = list(region_lines(placed(knowledge, PLACE), PLACE))
    assert lines == [
        "region_head 阳城县 晋城市",
        "region_townships 城关镇",
        "where_call",
        "region_village",
        "多元化解中心：县中心；service_desks 公证；地址：一号路；时间、电话where_empty",
        "复查复核机关：县政府；寄到：县政府信访联络处；收件地址、电话where_empty",
        "律师值班：大厅的律师；哪天：周三；地点where_empty",
        "先登记。",
        f"region_unknown {'、'.join(UNKNOWN)}",
        "region_hotline 12333 并入12345",
        "region_rule_off 某省条例 2012",
        "慢慢说。（《民事诉讼法》第171条）",
        "region_source 公开报道 2026年11月24日",
    ]


def test_a_place_with_offices_and_every_service_needs_no_call(
    knowledge: Knowledge,
) -> None:
    every = tuple(Service(kind, "有") for kind in KINDS)
    region = replace(knowledge.regions["阳城县"], services=every)
    lines = list(region_lines(placed(knowledge, region), region))
    assert "where_office 县人社局 where_empty where_empty where_empty" in lines
    assert not any(line.startswith(("where_call", "region_unknown")) for line in lines)


def test_a_rule_that_staff_switched_on_speaks_on_cards(knowledge: Knowledge) -> None:
    on = replace(PLACE, rules=(replace(RULE, on=True),))
    assert "省里这样写。" in told(knowledge, on, "提出信访事项", "信访")
    assert "省里这样写。" in list(region_lines(placed(knowledge, on), on))


def test_a_rule_that_is_off_never_speaks(knowledge: Knowledge) -> None:
    assert "省里这样写。" not in told(knowledge, PLACE, "提出信访事项", "信访")
    assert "省里这样写。" not in list(region_lines(placed(knowledge, PLACE), PLACE))


@pytest.mark.parametrize(
    ("name", "family", "kinds"),
    [
        ("信访复查", "信访", {"复查复核机关", "多元化解中心", "律师值班"}),
        ("提出信访事项", "信访", {"多元化解中心", "律师值班"}),
        ("人民调解", "调解", {"多元化解中心"}),
        ("民事诉讼", "诉讼", set()),
    ],
)
def test_a_card_names_the_local_services_that_help_its_remedy(
    knowledge: Knowledge, name: str, family: str, kinds: set[str]
) -> None:
    lines = told(knowledge, PLACE, name, family)
    assert {line.partition("：")[0] for line in lines} & set(KINDS) == kinds


def test_a_hotline_that_a_place_merged_is_not_given(knowledge: Knowledge) -> None:
    assert "where_hotline_merged 人社咨询" in told(knowledge, PLACE, "x", "投诉")
    kept = replace(PLACE, hotlines=(LocalHotline("12333", "在用"),))
    line = "where_hotline 12333 人社咨询 2026年11月24日"
    assert line in told(knowledge, kept, "x", "投诉")


@pytest.mark.parametrize(
    ("online", "line"),
    [
        (
            Online("网上信访", "办事", sure=True, address="www"),
            "where_online 网上信访 办事 www",
        ),
        (
            Online("网上信访", "办事", sure=False, does=("提交", "查询")),
            "where_online_unsure 网上信访 提交、查询 ",
        ),
    ],
)
def test_an_entry_on_the_web_is_offered_as_sure_as_it_is(
    knowledge: Knowledge, online: Online, line: str
) -> None:
    k = replace(knowledge, online={"网上信访": online})
    remedy = Remedy("x", "X", "信访", online="网上信访")
    assert line in list(office_lines(k, None, {}, remedy))


def test_a_card_says_the_rights_of_its_kind_with_their_source(
    knowledge: Knowledge,
) -> None:
    basis = (Citation("民事诉讼法", "171"),)
    family = knowledge.remedies["劳动保障监察投诉"].family
    rights = {
        "这里": Right("这里", "不得报复。", (family,), basis),
        "别处": Right("别处", "别处的话。", ("没有这类",)),
        "没写": Right("没写", "没有依据的话。", (family,)),
    }
    text = card_text(card(replace(knowledge, rights=rights), SITE))
    assert "不得报复。（《民事诉讼法》第171条）" in text
    assert "没有依据的话。" in text
    assert "别处的话。" not in text


def test_an_agency_says_what_it_was_called_and_does(knowledge: Knowledge) -> None:
    named = replace(
        knowledge.agencies["县级人社局"],
        also=("劳动局",),
        hotline="12333",
        does="管工资",
    )
    k = replace(knowledge, agencies={"县级人社局": named, "法院": Agency("法院")})
    assert list(agency_lines(k, "县级人社局")) == [
        "agency_is 县人力资源和社会保障局 管工资",
        "agency_also 劳动局",
        "where_hotline 12333 人社咨询 2026年11月24日",
    ]
    assert list(agency_lines(k, "法院")) == ["agency_is 法院 "]
    assert list(agency_lines(k, "没有")) == []
