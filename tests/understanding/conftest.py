"""Build a small map by hand: six matters of five guides, and the words of each."""

from datetime import date

import pytest

from bot.core.knowledge import (
    Advise,
    Ask,
    Branch,
    Document,
    Enter,
    Guide,
    Knowledge,
    Matter,
    Option,
    Question,
    SafetyFamily,
    SafetyWords,
    Step,
    Term,
)

DAY = date(2026, 11, 24)


def option(name: str, *says: str) -> Option:
    return Option(name, name, says=says)


QUESTIONS = (
    Question(
        "想做什么",
        "想做什么？",
        options=(
            option("咨询", "想了解"),
            option("建议", "提个建议"),
            option("举报", "告发"),
            option("解决", "讨个说法"),
        ),
    ),
    Question(
        "走到哪一步了",
        "走到哪一步了？",
        options=(option("已经信访", "信访过", "找过信访局"), option("还没找过")),
    ),
    Question(
        "谁作的决定",
        "谁作的决定？",
        options=(option("县级政府", "县政府"), option("县级部门", "派出所")),
    ),
    Question(
        "谁欠的",
        "谁欠的？",
        options=(option("工地", "工地", "包工头"), option("公司", "公司", "厂里")),
    ),
    Question(
        "有没有欠条",
        "有没有欠条？",
        options=(
            option("写过", "打了欠条", "欠条"),
            option("没写过", "没有欠条", "没打欠条"),
        ),
    ),
    Question("离职的日子", "哪天离开的？", kind="day", event="left_job"),
    Question("事故的日子", "哪天出的事？", kind="day", event="accident"),
    Question("交材料的日子", "哪天交的？", kind="day", event="submitted"),
    Question(
        "收到复查意见的日子",
        "哪天收到的？",
        kind="day",
        event="received",
        document="复查意见书",
    ),
    Question(
        "收到判决书的日子",
        "哪天收到的？",
        kind="day",
        event="received",
        document="判决书",
    ),
)

RESOLVE = (("想做什么", "解决"),)
MATTERS = (
    Matter(
        "拖欠工资",
        "人社",
        "拖欠工资/谁欠的",
        also=("欠薪", "讨薪"),
        says=("老板一分钱没给", "干了三个月活工钱没结", "包工头跑了"),
        covers=("劳动和社会保障/工资福利/工资发放",),
        agency="县级人社局",
        tells=RESOLVE,
    ),
    Matter(
        "单位不缴社保",
        "人社",
        "单位不缴社保/离职的日子",
        also=("不交社保", "补缴社保"),
        says=("厂里从来没给交过社会保险",),
        agency="社保经办机构",
        tells=RESOLVE,
    ),
    Matter(
        "反映村干部",
        "纪检",
        "反映村干部/完",
        also=("举报村支书", "村干部贪污"),
        says=("村支书把集体的钱揣自己腰包",),
        agency="县级纪委监委",
        tells=(("想做什么", "举报"),),
    ),
    Matter(
        "低保",
        "民政",
        "低保/完",
        also=("低保待遇", "最低生活保障"),
        says=("低保说停就停了", "家里穷得揭不开锅"),
        agency="县级民政局",
        tells=RESOLVE,
    ),
    Matter(
        "不服复查意见",
        "信访程序",
        "不服复查意见/收到复查意见的日子",
        also=("申请复核", "信访复核"),
        says=("复查下来了我还是不认",),
        agency="上一级机关",
        tells=RESOLVE,
    ),
    Matter(
        "事故认定复核",
        "公安",
        "事故认定复核/完",
        also=("交警复核", "事故责任复核"),
        says=("交警判我全责我不认",),
        agency="上一级公安机关",
        tells=RESOLVE,
    ),
)


def choices(room: str, name: str, go: str, *values: str) -> Ask:
    branches = [Branch(((name, frozenset({one})),), f"{room}/{go}") for one in values]
    return Ask(f"{room}/{name}", name, (*branches, Branch((), f"{room}/{go}")))


STEPS: tuple[Step, ...] = (
    choices("路线图", "想做什么", "走到哪一步了"),
    choices("路线图", "走到哪一步了", "进入事项"),
    Enter("路线图/进入事项"),
    choices("拖欠工资", "谁欠的", "有没有欠条", "工地", "公司"),
    choices("拖欠工资", "有没有欠条", "离职的日子", "写过", "没写过"),
    choices("拖欠工资", "离职的日子", "完"),
    choices("单位不缴社保", "离职的日子", "完"),
    choices("不服复查意见", "收到复查意见的日子", "完"),
    *(Advise(f"{matter.name}/完", ()) for matter in MATTERS),
)

SELF_HARM = SafetyFamily(
    "自伤",
    "crisis",
    says=("想死", "不想活", "跳楼", "活着…没意思", "逼死"),
    hints=("吃药",),
    card=("先停一停",),
    others_card=("陪着他",),
)
VIOLENCE = SafetyFamily(
    "现场危险",
    "emergency",
    says=("着火", "又打我", "(老公|丈夫)…(打|揍)…我"),
    denials=("没人",),
    card=("打110",),
)
SAFETY_WORDS = SafetyWords(
    idioms=("逼死人了", "想死你了"),
    denials=("没有", "不想", "不会"),
    retractions=("是气话",),
    others=("我邻居", "邻居", "我同学", "我妈", "有人"),
    over=("去年",),
    now=("现在",),
)


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    guides: dict[str, tuple[str, ...]] = {}
    for matter in MATTERS:
        guides[matter.guide] = (*guides.get(matter.guide, ()), matter.name)
    return Knowledge(
        "understanding",
        "路线图/想做什么",
        {step.id: step for step in STEPS},
        {question.name: question for question in QUESTIONS},
        {matter.name: matter for matter in MATTERS},
        {name: Guide(name, matters) for name, matters in guides.items()},
        {},
        documents={
            "复查意见书": Document("复查意见书", "信访复查意见书", also=("复查意见",)),
            "判决书": Document("判决书", "民事判决书"),
        },
        terms={"复查": Term("复查", "请上一级再看一遍。", also=("信访复查",))},
        safety={family.name: family for family in (VIOLENCE, SELF_HARM)},
        safety_words=SAFETY_WORDS,
    )


@pytest.fixture(scope="session")
def today() -> date:
    return DAY
