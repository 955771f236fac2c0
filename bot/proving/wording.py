"""Prove the wording: neutral, plain, short, and asking nobody who he is."""

import re
from collections.abc import Iterator

from bot.core.knowledge import Problem
from bot.proving.finding import error
from bot.proving.survey import Survey
from bot.proving.texts import Text, texts

LONGEST_SENTENCE = 40
"""Characters of a sentence that one who finished primary school reads at once."""
BANNED = (
    "上访户",
    "缠访",
    "闹访",
    "非访",
    "越级访",
    "越级上访",
    "稳控",
    "劝返",
    "重点人员",
    "刁民",
    "三级终结",
)
PETITION_ROOMS = frozenset({"信访", "路线图", "检举"})
"""Roads, and the family of remedies, in which no penalty is ever named."""
PENALTIES = (
    "拘留",
    "罚款",
    "判刑",
    "坐牢",
    "追究刑事责任",
    "追究法律责任",
    "承担法律责任",
    "治安处罚",
    "从严处理",
    "从重处罚",
)
OWN_OFFICE = "本单位"
"""The answer that says: what I complain of is this very office."""
HAND_IN_HERE = ("本窗口", "交给我们", "交到这里")

_BANNED = re.compile("|".join((*BANNED, "打击(?!报复)")))
_PENALTY = re.compile("|".join(PENALTIES))
_THREAT = re.compile(
    r"(否则|不然)[^。；，]{0,12}(处罚|拘留|罚款|追究|判刑)"
    r"|您[^。；]{0,16}(会|将)被[^。；]{0,6}(处罚|拘留|罚款|追究|判刑)"
    r"|(会|将)(依法)?(追究|处罚|拘留)您"
)
_IDENTITY = re.compile(
    r"您?的?(姓名|名字)是?(什么)?[？?]|姓名是|您的姓名|您贵姓|叫什么名字"
    r"|身份证号|(您的)?(手机号|电话号码)|您的电话|联系电话是"
)
_SENTENCE_END = re.compile(r"[。！？；!?;\n]")
_UNSEEN = re.compile(r"\s|\{[a-z_]+\}")


def check_wording(survey: Survey) -> Iterator[Problem]:
    """Return texts that a citizen should not have to read."""
    for text in texts(survey.knowledge):
        yield from _banned(text)
        yield from _penalty(text)
        yield from _identity(text)
        yield from _long(text)
        yield from _own_office(text)


def _banned(text: Text) -> Iterator[Problem]:
    for found in dict.fromkeys(_BANNED.findall(text.text)):
        what = f"不能对群众说“{found}”：{_around(text.text, found)}"
        yield error(text.place, "banned-word", what, "换成中性的说法。")


def _penalty(text: Text) -> Iterator[Problem]:
    found = _THREAT.search(text.text)
    if found is None and text.room in PETITION_ROOMS:
        found = _PENALTY.search(text.text)
    if found is not None:
        what = f"不用处罚吓人：{_around(text.text, found.group())}"
        right = "只说可以怎么办；涉及义务时同时说对应的权利。"
        yield error(text.place, "penalty", what, right)


def _identity(text: Text) -> Iterator[Problem]:
    if text.kind == "ask" and (found := _IDENTITY.search(text.text)):
        what = f"不问身份：“{found.group()}”。"
        yield error(text.place, "identity", what, "删掉这一问：指路不需要知道是谁。")


def _long(text: Text) -> Iterator[Problem]:
    for sentence in _SENTENCE_END.split(text.text):
        plain = _UNSEEN.sub("", sentence)
        if len(plain) > LONGEST_SENTENCE:
            what = f"这一句有{len(plain)}个字：{plain[:16]}…"
            right = f"一句不超过{LONGEST_SENTENCE}个字，用句号断开。"
            yield error(text.place, "long-sentence", what, right)


def _own_office(text: Text) -> Iterator[Problem]:
    """Tell a text that sends a complaint about this office to this office."""
    accused = any(OWN_OFFICE in value for _, some in text.when for value in some)
    found = next((words for words in HAND_IN_HERE if words in text.text), None)
    if accused and found:
        what = f"反映的就是本单位，却让人交到“{found}”。"
        yield error(text.place, "own-office", what, "改成交给上一级或纪检监察机关。")


def _around(text: str, found: str) -> str:
    at = text.index(found)
    return f"…{text[max(0, at - 8) : at + len(found) + 8]}…".replace("\n", " ")
