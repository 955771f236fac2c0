"""Know the Chinese words that staff write for our English keys."""

from collections.abc import Mapping
from functools import cache

from bot.reading.shapes import Key

WORDS = {
    "accepts": "收件 收件的",
    "act_by": "哪天前 最后一天",
    "address": "地址",
    "advise": "指引 推荐 建议 途径",
    "agencies": "部门",
    "agency": "部门 找谁",
    "also": "别名 又叫 也叫 俗称",
    "articles": "条文",
    "ask": "问 提问 问题 问话",
    "asks": "正在问 在问",
    "basis": "依据 法律依据 法条 根据",
    "because": "理由 原因 因为",
    "blocked": "走不了",
    "bring": "带 携带 材料 带上",
    "by": "谁 核对人",
    "cap": "最长",
    "cards": "卡片 结果",
    "choose": "选择 怎么选",
    "code": "代号",
    "covers": "分类 覆盖",
    "date": "日期 当作",
    "day": "问日子",
    "decides": "办理 办理的",
    "do": "办法",
    "document": "文书",
    "documents": "文书",
    "duration": "多久 办多久",
    "enter": "进入",
    "event": "日子 哪种日子 情形",
    "family": "类别",
    "fee": "收费 费用",
    "first": "前置 先走",
    "for": "用途",
    "from": "起算 从",
    "gist": "意思",
    "go": "去 转到 跳到 去哪",
    "guide": "导引图 领域",
    "help": "帮助 解释",
    "holiday_rule": "遇放假 放假",
    "hotline": "热线",
    "hotlines": "热线",
    "hours": "时间 办公时间",
    "how": "办法 怎样办",
    "interrupted": "中断 重新算",
    "key": "关键词 原词",
    "kind": "类型",
    "label": "标签 显示",
    "law": "法律",
    "lawyer": "律师",
    "length": "长度",
    "level": "层级",
    "limits": "时限",
    "look": "样子",
    "matter": "事项",
    "most": "最多",
    "must": "必须有 应当有",
    "must_not": "不能有 不应当有",
    "name": "名称",
    "next": "下一步",
    "no_limit": "没有期限 无期限",
    "note": "备注",
    "notes": "注意 提醒",
    "on": "日期 哪天",
    "papers": "材料",
    "place": "地点 哪里的",
    "plain": "白话 意思",
    "print": "指纹",
    "proof": "凭证",
    "region": "地区",
    "remedies": "途径",
    "remedy": "途径",
    "reviewed": "核对 审核",
    "road": "路",
    "say": "说 怎么说",
    "says": "说法 群众说法 平常话",
    "second": "其次",
    "source": "出处 来源",
    "stories": "对话",
    "story": "名字",
    "talk": "谈话",
    "tel": "电话号码",
    "tells": "等于 已知",
    "then": "然后 接着",
    "title": "名称",
    "unhappy": "不服 不满意",
    "unit": "时间单位",
    "unsure": "不清楚 不知道 说不清",
    "valid": "有效",
    "verified_on": "核实日 核对日",
    "version": "版本",
    "was": "原名 曾用名",
    "when": "如果 当",
    "who": "谁的",
    "within": "属于",
}
"""Words for a key beside its own title, which counts as well."""


def in_english(word: str, keys: Mapping[str, Key]) -> str:
    """Return the key of a record that a Chinese word means, if it is only one."""
    titled = [name for name, key in keys.items() if key.title == word]
    meant = titled or [name for name in keys if word in words_of(name)]
    return meant[0] if len(meant) == 1 else ""


@cache
def words_of(*names: str) -> frozenset[str]:
    """Return the Chinese words that stand for some keys."""
    return frozenset(word for name in names for word in WORDS.get(name, "").split())


@cache
def chinese_words() -> frozenset[str]:
    """Return every Chinese word that stands for a key."""
    return words_of(*WORDS)
