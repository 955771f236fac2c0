"""Describe places, numbers, entries on the web and rights as staff write them."""

from bot.core.offices import KINDS
from bot.reading.shapes import (
    BASIS_KEY,
    NOTES,
    TEXT,
    TEXTS,
    VALID_KEY,
    WORDS,
    Choice,
    Day,
    Many,
    Name,
    Named,
    Record,
    Text,
    Truth,
    Whole,
    may,
    need,
    void,
)

STATUS = Choice(
    ("在用", "双号并行", "并入12345", "已取消", "各地不同", "待核"), "现在的状态"
)
SURE = need(Truth(), "核实过没有", "false 时先请人拨12345核实")
SOURCE = void(TEXT, "从哪里知道的")
VERIFIED = void(Day(), "哪天核实的")
UNTOLD = "不知道就不写，不能编"

HOTLINES_FILE = Record(
    "电话表",
    {
        "hotlines": need(
            Named(
                Record(
                    "电话",
                    {
                        "for": need(TEXT, "干什么用"),
                        "sure": SURE,
                        "hours": may(TEXT, "什么时间"),
                        "region": may(TEXT, "哪里能打", "不写就是全国"),
                        "status": may(STATUS, "现在的状态"),
                        "source": may(TEXT, "从哪里知道的"),
                        "verified_on": VERIFIED,
                        "valid": VALID_KEY,
                    },
                ),
                "电话",
                "hotline",
                key=Text("号码", form=r"[0-9-]{3,}", like='"12345"'),
            ),
            "电话",
        )
    },
)
ONLINE_FILE = Record(
    "线上入口表",
    {
        "online": need(
            Named(
                Record(
                    "线上入口",
                    {
                        "for": need(TEXT, "干什么用"),
                        "sure": SURE,
                        "does": may(WORDS, "能办什么", "如 [提交, 查询, 评价]"),
                        "address": void(TEXT, "网址", UNTOLD),
                        "status": need(STATUS, "现在的状态"),
                        "source": need(TEXT, "从哪里知道的"),
                        "verified_on": VERIFIED,
                    },
                ),
                "线上入口",
                "online",
            ),
            "线上入口",
        )
    },
)
RIGHTS_FILE = Record(
    "权利表",
    {
        "rights": need(
            Named(
                Record(
                    "权利",
                    {
                        "plain": need(TEXT, "大白话", "一句不超过40字"),
                        "families": may(WORDS, "写在哪几类途径的卡片上"),
                        "basis": BASIS_KEY,
                    },
                ),
                "权利",
                "right",
            ),
            "权利",
        )
    },
)
OFFICE = Record(
    "窗口",
    {
        "agency": need(Name("agency", "部门"), "哪个部门"),
        "name": need(TEXT, "窗口的名字"),
        "address": void(TEXT, "地址", UNTOLD),
        "hours": void(TEXT, "什么时间"),
        "tel": void(TEXT, "电话", "加引号"),
        "source": SOURCE,
        "verified_on": VERIFIED,
    },
)
SERVICE = Record(
    "当地的服务",
    {
        "kind": need(Choice(KINDS, "哪一种服务"), "哪一种"),
        "name": need(TEXT, "叫什么"),
        "township": void(TEXT, "哪个乡镇、街道"),
        "desks": may(WORDS, "里面有哪些窗口", "如 [复议受理, 法律援助]"),
        "address": void(TEXT, "地址", UNTOLD),
        "hours": void(TEXT, "哪天、几点"),
        "tel": void(TEXT, "电话", "加引号"),
        "post": void(TEXT, "寄到哪里", UNTOLD),
        "how": may(NOTES, "怎么去、怎么请"),
        "source": SOURCE,
        "verified_on": VERIFIED,
    },
)
LOCAL_HOTLINE = Record(
    "当地的电话",
    {
        "number": need(Name("hotline", "电话"), "号码", '加引号，如 "12336"'),
        "status": need(STATUS, "在当地的状态"),
        "source": SOURCE,
        "verified_on": VERIFIED,
    },
)
LOCAL_RULE = Record(
    "当地的规定",
    {
        "name": need(TEXT, "规定的名字"),
        "year": need(Whole(1949), "哪一年的"),
        "on": need(Truth(), "打开没有", "2022年以前的，核实以后才能打开"),
        "says": may(NOTES, "打开以后卡片上说什么"),
        "note": void(TEXT, "说明"),
        "source": SOURCE,
        "verified_on": VERIFIED,
    },
)
REGION_FILE = Record(
    "地区",
    {
        "region": need(TEXT, "地区的名字"),
        "also": may(WORDS, "别的叫法"),
        "within": may(TEXT, "属于哪个市、省"),
        "level": may(Choice(("县级", "市级", "省级"), "哪一级"), "哪一级"),
        "here": may(Truth(), "是不是装在这里", "true：问地方时先提出它，群众可以不选"),
        "townships": may(TEXTS, "乡镇、街道"),
        "offices": may(Many(OFFICE), "窗口"),
        "services": may(Many(SERVICE), "中心、接待日、值班、听证这样的服务"),
        "hotlines": may(Many(LOCAL_HOTLINE), "电话在当地的状态"),
        "rules": may(Many(LOCAL_RULE), "省里、市里的规定"),
        "notes": may(NOTES, "提示"),
        "source": SOURCE,
        "verified_on": VERIFIED,
    },
)
