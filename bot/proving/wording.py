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
_DUTY = re.compile(
    r"(您|信访人|反映人|来访人|走访的?人)[^。；，、]{0,8}"
    r"(必须|不得|不准|不许|应当|应该|有义务|要遵守)"
)
_ORDER = re.compile(r"(?:^|[。；\n])(不得|不准|不许|严禁|禁止|必须)")
_RIGHT = re.compile(r"可以|有权|权利|也能|都能|随时")
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
        yield from _duty(text)


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
    if text.kind in ("ask", "label") and (found := _IDENTITY.search(text.text)):
        what = f"不问身份：“{found.group()}”。"
        yield error(text.place, "identity", what, "删掉这一问：指路不需要知道是谁。")


def _long(text: Text) -> Iterator[Problem]:
    for sentence in _SENTENCE_END.split(text.text):
        plain = _UNSEEN.sub("", sentence)
        if len(plain) > LONGEST_SENTENCE:
            what = f"这一句有{len(plain)}个字：{plain[:16]}…"
            right = f"一句不超过{LONGEST_SENTENCE}个字，用句号断开。"
            yield error(text.place, "long-sentence", what, right)


def _duty(text: Text) -> Iterator[Problem]:
    """Tell a citizen's duty without the right that belongs to it, or without law.

    Commands are looked for only on the petition road: elsewhere they bind offices.
    """
    found = _DUTY.search(text.text)
    if found is None and text.room in PETITION_ROOMS:
        found = _ORDER.search(text.text)
    if found is None or text.kind == "gist":
        return
    if not _RIGHT.search(text.text):
        what = f"只说了义务，没说对应的权利：{_around(text.text, found.group())}"
        right = "接着说他可以怎么办，例如“可以推选5名代表来说”。"
        yield error(text.place, "duty", what, right)
    elif text.kind == "card" and not text.basis:
        what = f"说了义务，没写依据：{_around(text.text, found.group())}"
        yield error(text.place, "duty", what, "写上 basis，或者去掉这句。")


def _around(text: str, found: str) -> str:
    at = text.index(found)
    return f"…{text[max(0, at - 8) : at + len(found) + 8]}…".replace("\n", " ")
