"""Describe the letters that citizens file as staff write them."""

from bot.reading.remedies_schema import FAMILIES
from bot.reading.shapes import (
    BASIS_KEY,
    NOTES,
    TEXT,
    TEXTS,
    WHEN_KEY,
    Choice,
    Many,
    Name,
    Named,
    Record,
    Truth,
    Whole,
    may,
    need,
)

BLANKS = "【问题名】换成群众的回答，____ 是手写的空"
PART = Record(
    "一段",
    {
        "title": need(TEXT, "小标题"),
        "lines": may(NOTES, "写好的话", BLANKS),
        "rows": may(Whole(1), "留几行手写"),
        "hint": may(TEXT, "这里写什么", "小字，一句不超过40字"),
        "basis": BASIS_KEY,
    },
)
LETTER = Record(
    "材料",
    {
        "title": need(TEXT, "标题"),
        "for": may(Many(Name("remedy", "途径")), "用在哪些途径"),
        "with": may(
            Many(Choice(tuple(FAMILIES))), "和哪些类的途径一起用", "排在正式材料后面"
        ),
        "when": WHEN_KEY,
        "to": may(TEXT, "写给谁", "不写就是办理的部门"),
        "parts": need(Many(PART, "段的列表", least=1), "正文"),
        "attach": may(NOTES, "附哪些材料"),
        "sign": need(TEXTS, "签名处"),
        "copies": may(TEXT, "一共几份"),
        "how": may(NOTES, "怎么交", "印在虚线下面，不交"),
        "bare": may(Truth(), "不留来处", "检举控告用：没有地点、版本、页脚"),
        "follow": may(Many(Name("clock", "期限")), "交了以后等哪些期限"),
        "basis": BASIS_KEY,
    },
)
LETTERS_FILE = Record(
    "材料表", {"letters": need(Named(LETTER, "材料", "letter"), "材料")}
)
