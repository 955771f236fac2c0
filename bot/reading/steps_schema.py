"""Describe questions, steps, roads and guides as staff write them."""

from bot.reading.rules import last_is_open, options_fit, ways_out
from bot.reading.shapes import (
    AGENCIES,
    BASIS_KEY,
    NOTES,
    TEXT,
    WAS_KEY,
    WHEN_KEY,
    WORDS,
    Cases,
    Choice,
    Day,
    Key,
    Many,
    Name,
    Named,
    Pairs,
    Record,
    Text,
    Whole,
    may,
    need,
    void,
)

GO = Name("step", "步骤")
KINDS = Choice(("choice", "day", "number", "place"), "问题的种类")

OPTION_KEYS: dict[str, Key] = {
    "label": may(TEXT, "显示的文字", "不写就显示名字"),
    "says": may(WORDS, "群众的说法", "听到这些词，就当作选了这一项"),
    "help": may(TEXT, "说明", "不懂时看的一句话"),
    "show": may(TEXT, "卡片", "选了只看一张卡片，什么也不记"),
    "most": may(Whole(), "最多是几", "只用于 kind: number；最后一项不写"),
    "was": WAS_KEY,
}
OPTION = Record("选项", OPTION_KEYS)
INLINE_OPTION = Record("选项", {"go": may(GO, "去哪一步"), **OPTION_KEYS})

QUESTION_KEYS: dict[str, Key] = {
    "ask": need(TEXT, "问什么", "以“？”结尾"),
    "label": may(TEXT, "短名", "用在“我理解为：…”里；不写就用名字"),
    "help": may(TEXT, "说明", "为什么问、到哪里看"),
    "kind": may(
        KINDS, "种类", "choice 选项（不写就是它）、day 日子、number 数、place 地方"
    ),
    "event": may(Name("event", "哪种日子"), "这一天是什么日子", "只用于 kind: day"),
    "document": may(Name("document", "文书"), "哪一份文书的日子"),
    "says": may(WORDS, "群众的说法"),
    "was": WAS_KEY,
}
QUESTION = Record(
    "问题",
    {
        **QUESTION_KEYS,
        "options": may(Named(OPTION, "选项", "option"), "选项", "名字: {label: …}"),
    },
    (options_fit,),
)
ASK = Record(
    "问题",
    {
        **QUESTION_KEYS,
        "options": may(
            Named(INLINE_OPTION, "选项", "option"), "选项", "名字: {label: …, go: …}"
        ),
        "go": may(GO, "去哪一步", "只用于日子和地方"),
        "unsure": need(GO, "不清楚时去哪一步"),
    },
    (options_fit, ways_out),
)
BRANCH = Record("分支", {"when": WHEN_KEY, "go": need(GO, "去哪一步")})
ADVISED = Record(
    "途径",
    {
        "remedy": need(Name("remedy", "途径"), "途径的名字"),
        "when": WHEN_KEY,
        "because": may(TEXT, "为什么", "用自己的话，一句不超过40字"),
        "basis": BASIS_KEY,
        "agency": may(AGENCIES, "部门", "只在这里和途径里写的不一样时写"),
        "place": may(TEXT, "按哪个地方", "只在这里和途径里写的不一样时写"),
    },
)
ADVISE = Record(
    "指引",
    {
        "advise": need(Many(ADVISED, "途径的列表", least=1), "推荐哪些途径"),
        "choose": may(
            Choice(("二选一", "先问清再选")), "几条里选一条", "不写就是按顺序走"
        ),
        "notes": may(NOTES, "提示"),
        "bring": may(NOTES, "带什么"),
        "say": may(TEXT, "到窗口这样说"),
        "unhappy": may(NOTES, "不满意怎么办"),
        "then": may(GO, "接着去哪一步"),
    },
)
ENTER = Record("入口", {"enter": need(Choice(("事项",)), "进入选定的事项")})
STEP = Cases(
    "步骤",
    items=Many(BRANCH, "分支的列表", least=1, rules=(last_is_open,)),
    records=(("advise", ADVISE), ("enter", ENTER), ("ask", ASK)),
)
STEPS = Named(STEP, "步骤", "step", least=1)

REVIEWED = Record(
    "核对",
    {
        "on": void(Day(), "哪天核对的"),
        "by": void(TEXT, "谁核对的"),
        "lawyer": void(TEXT, "哪位律师审过", "没有写 null，卡片会说明"),
        "print": may(TEXT, "律师审的那一版的指纹", "照 wenlu paper sources 写的抄"),
    },
)
HUSH = Choice(("检举", "家暴", "健康", "未成年人"))
MATTER = Record(
    "事项",
    {
        "also": may(WORDS, "别的叫法"),
        "says": may(WORDS, "群众怎么说", "至少6种，用自己的话"),
        "covers": may(Many(Text("分类")), "分类表里的哪几行", "一级/二级/三级"),
        "agency": may(Name("agency", "部门"), "主要找哪个部门"),
        "second": may(Name("agency", "部门"), "其次找哪个部门"),
        "tells": may(
            Pairs(Name("question", "问题"), Name("value", "选项"), "已经知道的事实"),
            "选了它就知道的事实",
        ),
        "hush": may(HUSH, "不声张", "大厅里不自动念，标题只写“办事提示”"),
        "depth": may(Choice(("thin",)), "写得浅", "只用于还没写深的事项"),
        "was": WAS_KEY,
        "steps": need(STEPS, "步骤", "第一个是入口，按对话的顺序写"),
    },
)
GUIDE_FILE = Record(
    "导引图",
    {
        "guide": need(TEXT, "领域的名字"),
        "label": may(TEXT, "显示的名字"),
        "hush": may(HUSH, "整个领域都不声张", "个别事项可以另写"),
        "reviewed": may(REVIEWED, "谁在哪天核对过"),
        "matters": need(Named(MATTER, "事项", "matter", least=1), "事项"),
    },
)
ROAD_FILE = Record(
    "路线",
    {
        "road": need(TEXT, "路的名字", "如 共同、信访"),
        "steps": need(STEPS, "步骤", "按对话的顺序写"),
    },
)
QUESTIONS_FILE = Record(
    "问题表", {"questions": need(Named(QUESTION, "问题", "question"), "问题")}
)
