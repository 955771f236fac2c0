"""Hear words that are about nothing: thanks, a greeting, an insult, a farewell."""

import re
from functools import lru_cache

from bot.understanding.normalising import HAN
from bot.understanding.spotting import Table, blanked, longest, spot, table_of

WORDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "insult",
        tuple(
            "你们都是一伙的 都是一伙的 一伙的 一丘之貉 官官相护 骗人 骗子 "
            "都是骗人的 骗老百姓 糊弄人 糊弄老百姓 忽悠 忽悠人 废物 饭桶 "
            "没用的东西 什么破 破机器 破机器人 垃圾 滚 滚蛋 傻逼 傻子 神经病 "
            "有病 去你的 放屁 狗屁 混蛋 王八蛋 他妈的 你妈的 妈的 不要脸 "
            "吃干饭的 吃白饭 白拿工资 没一个好东西 狼狈为奸 推三阻四".split()
        ),
    ),
    (
        "giving_up",
        tuple(
            "算了 算了吧 不告了 不办了 不问了 不弄了 不争了 不要了 不管了 "
            "我认了 认了 认命 认倒霉 自认倒霉 反正没用 没用 没啥用 没意义 "
            "说了也白说 告了也白告 白搭 随便吧 懒得弄了 放弃 我放弃".split()
        ),
    ),
    (
        "thanks",
        tuple(
            "谢谢 谢谢你 谢谢您 多谢 感谢 非常感谢 谢了 谢啦 麻烦您了 麻烦你了 "
            "辛苦了 好人一生平安 太感谢了 帮大忙了".split()
        ),
    ),
    (
        "goodbye",
        tuple(
            "再见 拜拜 拜 回头见 先这样 就这样吧 先走了 没事了 没别的事了 晚安".split()
        ),
    ),
    (
        "greeting",
        tuple(
            "你好 您好 你好呀 您好啊 早上好 上午好 下午好 晚上好 在吗 在不在 "
            "有人吗 有人在吗 喂 哈喽 hi hello 请问 打扰了 领导好 同志你好 同志".split()
        ),
    ),
)
"""Code → its words; an insult weighs more than thanks, thanks more than a greeting."""
REST = 2
"""汉字 that may stand beside such words."""
LONGEST = 40
"""Characters; a longer message is about something."""

_PARTICLES = re.compile(
    r"[啊呀吧呢嘛吗了哦噢哈啦嗯诶唉呗都也就是的你您们我这真太很反正还]"
)
_READABLE = re.compile(rf"[{HAN}a-z0-9]", re.IGNORECASE)


def small_talk(words: str) -> str:
    """Return the code of small talk when the words hold nothing else; else ''."""
    if len(words) > LONGEST:
        return ""
    table, codes = _table()
    lower = words.lower()
    hits = longest(spot(table, lower))
    if not hits:
        return ""
    rest = _PARTICLES.sub("", blanked(lower, hits))
    if len(_READABLE.findall(rest)) > REST:
        return ""
    said = {codes[hit.number] for hit in hits}
    return next(code for code, _ in WORDS if code in said)


@lru_cache(maxsize=1)
def _table() -> tuple[Table, tuple[str, ...]]:
    phrases = [(phrase, code) for code, more in WORDS for phrase in more]
    return table_of(phrase for phrase, _ in phrases), tuple(c for _, c in phrases)
