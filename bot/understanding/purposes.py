"""Hear what somebody wants: to ask, to suggest, to accuse, to have a thing solved."""

import re
from collections.abc import Mapping
from functools import lru_cache

from bot.core.casework import PURPOSE, PURPOSES
from bot.core.knowledge import Knowledge
from bot.understanding.clauses import is_denied
from bot.understanding.spotting import Table, longest, spot, table_of

CONSULT = tuple(
    "咨询 请教 打听一下 打听打听 想了解 了解一下 问政策 问一下政策 什么政策 "
    "有没有政策 有啥政策 政策是什么 政策规定 什么条件 哪些条件 啥条件 什么手续 "
    "哪些手续 啥手续能办 哪些材料 需要什么材料 要带什么 怎么规定 标准是多少 "
    "标准多少 如何办理 怎么办理 是否符合 符合条件吗 符不符合 能不能享受 "
    "可以享受 算不算 什么时候出台".split()
)
SUGGEST = tuple(
    "建议 提议 出主意 出个主意 合理化建议 提个意见 应该装 应该设 应该修 应该建 "
    "应该增 该装个 该设个 该修个 该建个 该有个 该装 应当设 应当装 希望能装 "
    "希望增设 希望增加 希望加装 希望开通 希望设 能不能装 能不能设 能不能开通 "
    "能否增设 能否增加 能否开通 呼吁 增设一 多设 最好能".split()
)
ACCUSE = tuple("举报 检举 控告 揭发 贿选 一票…百 买选票".split())
WRONGS = tuple(
    "贪污 受贿 行贿 索贿 腐败 贪官 贪了 贪钱 收钱了 收了钱 收红包 收礼 送礼 "
    "拿回扣 吃回扣 挪用公款 挪用 公款吃喝 私分 侵吞 以权谋私 徇私 枉法 "
    "滥用职权 玩忽职守 渎职 保护伞 官商勾结 警匪勾结 暗箱操作 买官 卖官 "
    "优亲厚友 给了干部亲戚 干部亲戚 小舅子 吃拿卡要 吃空饷 虚报冒领 套取 截留 "
    "乱作为 包庇 官官相护 批条子".split()
)
"""What officials are accused of; beside a thing to be solved a case of its own."""
_OFFICIAL = re.compile(
    "干部|书记|支书|主任|[局镇乡村县市校院科所站处]长|法官|检察官|警察|民警|领导|公务员"
)
NO_CUES = tuple(
    "检察建议 司法建议 建议书 医生建议 建议我 建议您 被举报 遭举报 控告申诉 "
    "反腐败".split()
)
"""Words that hold a cue but tell no purpose."""
CUES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("consult", CONSULT),
    ("suggest", SUGGEST),
    ("accuse", ACCUSE),
    ("accuse", WRONGS),
)


def purposes(
    words: str, knowledge: Knowledge, matters: tuple[str, ...]
) -> tuple[str, ...]:
    """Return the purposes that the words tell, and the matters in them, none twice.

    Who only asks is not taken to have a matter; without any cue a matter wants solving.
    """
    told = _cued(words, knowledge)
    if told != {"consult"}:
        told |= {_by_option().get(one, "") for one in _told(knowledge, matters)}
    found = tuple(purpose for purpose in PURPOSES if purpose in told)
    return found or (("resolve",) if matters else ())


def names_wrong(words: str) -> bool:
    """Return whether the words say that an official did wrong."""
    hits = longest(spot(_wrongs(), words)) if _OFFICIAL.search(words) else []
    return any(not is_denied(words, hit) for hit in hits)


def accuses(knowledge: Knowledge, matter: str) -> bool:
    """Return whether the matter is an accusation of somebody."""
    return (PURPOSE, PURPOSES["accuse"]) in knowledge.matters[matter].tells


def _told(knowledge: Knowledge, matters: tuple[str, ...]) -> list[str]:
    tells = (knowledge.matters[matter].tells for matter in matters)
    return [value for rows in tells for name, value in rows if name == PURPOSE]


def _cued(words: str, knowledge: Knowledge) -> set[str]:
    question = knowledge.questions.get(PURPOSE)
    says = tuple((one.id, one.says) for one in question.options) if question else ()
    table, meanings = _cues(says)
    hits = longest(spot(table, words))
    told = {meanings[hit.number] for hit in hits if not is_denied(words, hit)}
    return told - {""}


@lru_cache(maxsize=8)
def _cues(
    says: tuple[tuple[str, tuple[str, ...]], ...],
) -> tuple[Table, tuple[str, ...]]:
    """Return the cues of this file and of the knowledge, and what each means."""
    options = _by_option()
    rows = [
        *CUES,
        ("", NO_CUES),
        *((options[option], more) for option, more in says if option in options),
    ]
    phrases = [(phrase, purpose) for purpose, more in rows for phrase in more]
    return table_of(phrase for phrase, _ in phrases), tuple(p for _, p in phrases)


@lru_cache(maxsize=1)
def _wrongs() -> Table:
    return table_of(WRONGS)


def _by_option() -> Mapping[str, str]:
    return {option: purpose for purpose, option in PURPOSES.items()}
