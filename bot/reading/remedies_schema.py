"""Describe remedies and laws as staff write them."""

from bot.reading.rules import limits_or_none
from bot.reading.shapes import (
    AGENCIES,
    BASIS,
    BASIS_KEY,
    NOTES,
    TEXT,
    TEXTS,
    VALID_KEY,
    WAS_KEY,
    WHEN,
    WHEN_KEY,
    Choice,
    Day,
    Key,
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

FAMILIES = (
    "复议 诉讼 仲裁 信访 检举 报警 投诉 申请 调解 执行 监督 救助 咨询 人工".split()
)
UNITS = Choice(("日", "工作日", "月", "年", "小时"), "时间的单位")
STARTS = Many(Name("start", "哪种日子"), "起算日子的列表", least=1)
REMEDY_NAME = Name("remedy", "途径")
LENGTH_KEYS: dict[str, Key] = {
    "length": need(Whole(1), "多长"),
    "unit": need(UNITS, "单位"),
    "from": need(STARTS, "从哪天起算", "写日子的种类或问日子的问题；先知道的先算"),
}
CAP = Record("最长期限", LENGTH_KEYS)
LIMIT = Record(
    "期限",
    {
        "when": WHEN_KEY,
        "who": need(Choice(("您", "部门", "单位")), "谁的期限"),
        **LENGTH_KEYS,
        "cap": may(CAP, "最长不超过"),
        "interrupted": may(STARTS, "哪些日子让期限重新算"),
        "post_counts": may(Choice(("true", "false", "条文未写")), "交邮那天算不算"),
        "holiday_rule": may(Choice(("顺延", "条文未写")), "最后一天遇放假"),
        "clock": may(TEXT, "期限的名字", "不写就是“途径名+期限”"),
        "basis": BASIS_KEY,
        "note": may(TEXT, "说明"),
        "valid": VALID_KEY,
    },
)
BLOCK = Record(
    "走不了的情形",
    {
        "when": need(WHEN, "什么情形"),
        "because": need(TEXT, "为什么"),
        "basis": BASIS_KEY,
    },
)
FIRST = Record(
    "前置",
    {
        "remedy": need(REMEDY_NAME, "先走哪条"),
        "when": WHEN_KEY,
        "because": may(TEXT, "为什么"),
        "basis": BASIS_KEY,
    },
)
NEXT = Record(
    "下一步",
    {
        "event": need(Choice(("不受理", "不答复", "不满意", "不执行")), "出了什么事"),
        "do": need(TEXT, "怎么办"),
        "remedy": may(REMEDY_NAME, "走哪条途径"),
        "basis": BASIS_KEY,
    },
)
REMEDY = Record(
    "途径",
    {
        "code": need(TEXT, "代码", "路线图里的代码，如 RECON"),
        "family": need(Choice(tuple(FAMILIES)), "哪一类"),
        "label": may(TEXT, "显示的名字"),
        "who": may(TEXT, "谁可以走"),
        "agency": may(
            AGENCIES, "部门", "一个部门的名字，或几条 {when, accepts, decides}"
        ),
        "place": may(TEXT, "按哪个地方"),
        "limits": may(Many(LIMIT, "期限的列表", least=1), "期限", "和 no_limit 二选一"),
        "no_limit": may(TEXT, "为什么没有期限", "和 limits 二选一"),
        "duration": may(NOTES, "要办多久"),
        "fee": may(NOTES, "收不收费"),
        "how": may(NOTES, "怎么办"),
        "papers": may(TEXTS, "要哪些材料"),
        "say": may(TEXT, "到窗口这样说"),
        "again": may(TEXT, "下次来这样说", "×月×日由群众自己填"),
        "proof": may(TEXT, "留下什么凭证"),
        "blocked": may(Many(BLOCK), "什么时候走不了"),
        "first": may(Many(FIRST), "法律要求先走哪条"),
        "next": may(Many(NEXT), "不受理、不答复、不满意、不执行时怎么办"),
        "excludes": may(Many(REMEDY_NAME), "和哪些途径只能选一条"),
        "hotline": may(Name("hotline", "电话"), "电话", '加引号，如 "12345"'),
        "online": may(Name("online", "线上入口"), "线上入口"),
        "basis": may(BASIS, "依据"),
        "human": may(Truth(), "是不是找人"),
        "valid": VALID_KEY,
        "was": WAS_KEY,
    },
    (limits_or_none,),
)
REMEDIES_FILE = Record(
    "途径表", {"remedies": need(Named(REMEDY, "途径", "remedy"), "途径")}
)

STATUSES = Choice(
    ("no-change-known", "check", "amended", "replaced", "repealed"), "现行情况"
)
CURRENCY = Record(
    "现行情况",
    {
        "status": need(STATUSES, "还有没有效"),
        "as_of": void(Day(), "哪天查的"),
        "since": void(Day(), "哪天起变了"),
        "note": void(TEXT, "说明"),
        "by": void(TEXT, "被什么取代", "卡片上说“已由……取代”"),
        "articles": void(Many(TEXT), "改了哪几条"),
    },
)
NUMBER = Text("条号", form=r"\d+(-\d+)?", like="22，之一写成 276-1")
ARTICLE = Record(
    "条文",
    {
        "gist": need(TEXT, "大意", "用自己的话"),
        "key": need(Text("关键词", most=20), "条文里的原词", "不超过20字"),
    },
)
LAW_FILE = Record(
    "法律",
    {
        "law": need(TEXT, "简称", "依据里就写它"),
        "title": need(TEXT, "全称"),
        "version": void(Day(), "版本日期"),
        "effective": void(Day(), "施行日期"),
        "currency": need(CURRENCY, "现行情况"),
        "articles": may(Named(ARTICLE, "条文", "article", key=NUMBER), "引用到的条"),
    },
)
