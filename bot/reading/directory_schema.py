"""Describe agencies, papers, numbers, places, words and stories as staff write them."""

from bot.reading.rules import stories_differ
from bot.reading.shapes import (
    BASIS_KEY,
    NOTES,
    TEXT,
    TEXTS,
    WORDS,
    Cases,
    Choice,
    Day,
    Days,
    Many,
    Name,
    Named,
    Pairs,
    Record,
    Whole,
    may,
    need,
    void,
)
from bot.reading.word_groups import groups_known

HOTLINE_NAME = Name("hotline", "电话")
DOCUMENTS_FILE = Record(
    "文书表",
    {
        "documents": need(
            Named(
                Record(
                    "文书",
                    {
                        "title": need(TEXT, "标题"),
                        "also": may(WORDS, "别的叫法"),
                        "seal": may(TEXT, "盖什么章"),
                        "look": may(TEXTS, "怎么认"),
                        "day": may(Name("day", "问日子的问题"), "问收到日的问题"),
                    },
                ),
                "文书",
                "document",
            ),
            "文书",
        )
    },
)
AGENCIES_FILE = Record(
    "部门表",
    {
        "agencies": need(
            Named(
                Record(
                    "部门",
                    {
                        "label": may(TEXT, "显示的名字"),
                        "also": may(WORDS, "别的叫法"),
                        "level": may(TEXT, "级别"),
                        "does": may(TEXT, "管什么"),
                        "hotline": may(HOTLINE_NAME, "电话", '加引号，如 "12333"'),
                    },
                ),
                "部门",
                "agency",
            ),
            "部门",
        )
    },
)
YEAR = Record(
    "年份",
    {
        "source": may(TEXT, "依据哪个通知"),
        "verified_on": void(Day(), "哪天核实的"),
        "rests": may(Many(Days(), "日期的列表"), "放假的日子", "可写一段：首日..末日"),
        "works": may(Many(Days(), "日期的列表"), "调休上班的日子"),
    },
)
HOLIDAYS_FILE = Record(
    "放假表", {"years": need(Named(YEAR, "年份", "year", key=Whole(1949)), "年份")}
)
PHRASES_FILE = Record(
    "用语表",
    {
        "phrases": need(Named(TEXT, "用语", "phrase"), "机器人说的话"),
        "notices": may(NOTES, "声明"),
    },
)
TERM = Record(
    "名词",
    {
        "plain": need(TEXT, "大白话"),
        "also": may(WORDS, "别的叫法"),
        "basis": BASIS_KEY,
    },
)
GLOSSARY_FILE = Record("名词表", {"terms": need(Named(TERM, "名词", "term"), "名词")})
SIGNALS = Choice(("emergency", "crisis", "scam", "minor", "violence"), "哪一种危险")
FAMILY = Record(
    "安全词",
    {
        "signal": need(SIGNALS, "哪一种危险"),
        "says": need(WORDS, "听到什么", "可以写词组：〈家里人〉…打我"),
        "hints": may(WORDS, "拿不准的说法", "旁边说是过去的事，就不算"),
        "denials": may(WORDS, "只对这一种的否定", "如“没人”打我"),
        "card": may(TEXTS, "卡片上的话"),
        "others_card": may(TEXTS, "说的是别人时的话"),
        "hotlines": may(Many(HOTLINE_NAME), "电话", '加引号，如 ["110"]'),
    },
)
SAFETY_FILE = Record(
    "安全词表",
    {
        "groups": may(Named(WORDS, "词组", "group"), "词组", "说法里写〈名字〉来用"),
        "idioms": may(WORDS, "只是口头话", "如“急死了”，盖住里面的词"),
        "denials": may(WORDS, "否定", "写在危险前面的，如“没有”"),
        "retractions": may(WORDS, "收回的话", "写在危险后面的，如“是气话”"),
        "others": may(WORDS, "说的是别人", "如“我邻居”"),
        "over": may(WORDS, "过去的事", "旁边有它，拿不准的说法不算"),
        "now": may(WORDS, "正在发生", "旁边有它，拿不准的说法还是算"),
        "families": need(Named(FAMILY, "安全词", "family"), "安全词"),
    },
    (groups_known,),
)
PAUSE = Record(
    "停用",
    {
        "matter": need(Name("matter", "事项"), "哪个事项"),
        "because": need(TEXT, "为什么", "群众看得到，一句不超过40字"),
        "on": need(Day(), "哪天停的"),
        "until": void(Day(), "哪天恢复的", "还停着就不写"),
    },
)
PAUSED_FILE = Record("停用表", {"paused": need(Many(PAUSE), "停用的事项")})
TURN = Record(
    "一句话",
    {
        "asks": may(Name("question", "问题"), "说之前机器人正在问什么"),
        "say": need(TEXT, "群众说什么"),
        "must": may(TEXTS, "机器人接着应当说到"),
        "must_not": may(TEXTS, "机器人接着不应当说"),
    },
)
DAYS_BY_REMEDY = Pairs(Name("remedy", "途径"), Day(), "途径和日子")
CARD = Record(
    "卡片",
    {
        "matter": may(Name("matter", "事项"), "哪个事项"),
        "remedies": may(Many(Name("remedy", "途径")), "途径，按卡片的顺序"),
        "act_by": may(DAYS_BY_REMEDY, "最稳妥的最后一天"),
        "surely_over": may(DAYS_BY_REMEDY, "这天以后肯定过期"),
        "must": may(TEXTS, "卡片应当说到"),
        "must_not": may(TEXTS, "卡片不应当说"),
    },
)
STORY = Record(
    "样例",
    {
        "story": need(TEXT, "样例的名字"),
        "date": need(Day(), "当作哪一天"),
        "utterance": may(Whole(), "对应的说法编号"),
        "talk": need(
            Many(
                Cases("一句话", text=TEXT, records=(("say", TURN),)),
                "一句一条的列表",
                least=1,
            ),
            "对话",
        ),
        "cards": may(Many(CARD), "最后的卡片，一件事一张"),
    },
)
STORIES_FILE = Record(
    "样例表",
    {"stories": need(Many(STORY, "样例的列表", rules=(stories_differ,)), "样例")},
)
