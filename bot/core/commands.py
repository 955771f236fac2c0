"""Know the words that steer the talk, on every channel the same."""

from collections.abc import Callable
from datetime import date

from bot.core.answers import plain
from bot.core.events import (
    Added,
    Changing,
    Event,
    Restarted,
    Skipped,
    Switched,
    Turned,
    WentBack,
)
from bot.core.numbers import said_number

_WORDS: dict[str, Callable[[date], Event]] = {}


def command(text: str, today: date) -> Event | None:
    """Return the event of a steering word; None when the words are an answer."""
    words = plain(text).strip("“”「」《》/")
    if words.startswith("改") and len(words) <= 4:
        number = said_number(words[1:].strip("第个项条"))
        return None if number is None else Changing(number, today)
    found = _WORDS.get(words.lower())
    return None if found is None else found(today)


def _word(words: str, event: Callable[[date], Event]) -> None:
    _WORDS.update(dict.fromkeys(words.split(), event))


_word("返回 上一步 退回 后退 返回上一步 回去 back", WentBack)
_word("重来 重新开始 重新来 从头来 restart", Restarted)
_word("清除 清空 删除 全忘了 清除记录 删掉 clear", lambda d: Restarted(d, wiped=True))
_word("人工 转人工 找人工 人工服务 找人 找真人", lambda d: Turned("human", d))
_word("帮助 help 怎么用 菜单 ? h", lambda d: Turned("help", d))
_word("存 存一下 存起来 保存 续谈码 存码", lambda d: Turned("code", d))
_word("关于 关于你们 隐私 关于和隐私 版本", lambda d: Turned("about", d))
_word("我的回答 看回答 我答了什么 我的答案", lambda d: Turned("answers", d))
_word("先告诉我去哪 先告诉我去哪儿 先说去哪 直接告诉我 去哪 去哪里", Skipped)
_word("下一件 下一个 另一件 继续下一件", Switched)
_word("再问一件 再问 还有一件 再问一件事 还有事", Added)
_word("看全部 全部 详细 看详细 展开 完整", lambda d: Turned("card", d))
_word("看条文 条文 法条 依据", lambda d: Turned("law", d))
_word("写材料 写申请 写申请书 要申请书", lambda d: Turned("letters", d))
_word("存日历 日历 加到日历", lambda d: Turned("calendar", d))
_word("打印 打印出来 打出来", lambda d: Turned("print", d))
_word("选事项 分类 分类选择 带我选 看分类", lambda d: Turned("guides", d))
_word("地区 当地 当地窗口 本地窗口 附近窗口", lambda d: Turned("region", d))
_word("继续 接着 接着来", lambda d: Turned("start", d, "resume"))
