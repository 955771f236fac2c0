"""Say in plain words where libyaml gave up, and mend it where that is plain."""

import re

from bot.reading.events import SyntaxFault
from bot.reading.nodes import Mark
from bot.reading.sources import Found, Source

TOLD = (
    (
        "mapping values are not allowed",
        "一句话里有英文冒号加空格，被当成了键",
        "句子里的冒号改成“：”，或给整句加上引号",
    ),
    (
        "block sequence entries are not allowed",
        "列表的“- ”写在了键的同一行",
        "“- ”另起一行，或写成 [甲, 乙]",
    ),
    ("could not find expected ':'", "这一行缺少冒号，或者缩进不对", "写成 键: 值"),
    (
        "did not find expected '-' indicator",
        "列表里有一行没有对齐“- ”",
        "同一个列表的“-”要上下对齐",
    ),
    (
        "did not find expected ',' or",
        "从这里开始的括号里，逗号或收尾的括号不对",
        "用英文逗号分开，检查收尾的括号",
    ),
    ("did not find expected key", "这一组里有一行没有对齐", "同一组的键要上下对齐"),
    (
        "did not find expected node content",
        "这里少了内容，或者多了逗号、括号",
        "检查逗号和括号",
    ),
    ("found unexpected end of stream", "引号没有收尾", "补上收尾的引号"),
    ("found unexpected document indicator", "引号没有收尾", "补上收尾的引号"),
    (
        "found character that cannot start",
        "这里的符号不能放在开头",
        "给整句加上引号；缩进用空格",
    ),
    (
        "found unknown escape character",
        "双引号里的反斜杠“\\”有特别的意思",
        "改用单引号，或写成“\\\\”",
    ),
    ("tab character", "缩进用了制表符", "改成普通空格"),
    ("document start", "前面的内容已经结束，这里又多出一段", "检查缩进"),
    ("block scalar", "“|”或“>”后面还有字", "另起一行写，或给整句加上引号"),
    ("alphabetic or numeric", "“*”“&”不能放在开头", "给整句加上引号"),
    ("directive", "“%”不能放在行首", "给整句加上引号"),
    ("tag", "“!”不能放在开头", "给整句加上引号"),
)
BEGAN = (
    "alphabetic",
    "end of stream",
    "document indicator",
    "expected ':'",
    "',' or",
    "tag",
)
"""What libyaml notices only later than it began."""
QUOTABLE = ("cannot start", "alphabetic", "directive", "tag", "URI")
"""What quotes around the whole text would mend."""
VALUE = re.compile(
    r"(?P<before>[ ]*(?:-[ ]+)*(?:[^\s:'\"]+:[ ]+)?)"
    r"(?P<value>[^'\"\s](?:(?!:[ ]).)*?)[ ]*$"
)
COLON = re.compile(r":[ ]+|:$")


def told(source: Source, fault: SyntaxFault) -> Found:
    """Return the finding of a fault, at the spot where it began."""
    mark = fault.mark
    if fault.began is not None and any(one in fault.said for one in BEGAN):
        mark = fault.began
    mark = _inside(source, mark)
    for said, what, right in TOLD:
        if said in fault.said:
            return Found(mark, "syntax", what, right, _mended(source, fault, mark))
    return Found(mark, "syntax", "这里的写法读不懂", "检查缩进、冒号、引号和括号")


def _inside(source: Source, mark: Mark) -> Mark:
    """Return the mark, or the end of the last line when it lies past it."""
    if mark.line <= len(source.lines):
        return mark
    last = len(source.lines)
    return Mark(last, len(source.line(last)) + 1)


def _mended(source: Source, fault: SyntaxFault, mark: Mark) -> str:
    line = source.line(mark.line)
    if fault.said.startswith("mapping values"):
        before, after = line[: mark.column - 1], line[mark.column - 1 :]
        return before + COLON.sub("：", after, count=1)
    if "escape" in fault.said:
        return f"{line[: mark.column - 1]}\\{line[mark.column - 1 :]}"
    hit = VALUE.match(line)
    if hit is not None and any(one in fault.said for one in QUOTABLE):
        quoted = hit["value"].replace("'", "''")
        return f"{hit['before']}'{quoted}'"
    return ""
