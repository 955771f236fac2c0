"""Build a small map by hand: one road, three matters, every kind of question."""

from datetime import date

import pytest

from bot.core.dialogue import State, step
from bot.core.events import Event, Said
from bot.core.heard import Heard, Ranked
from bot.core.knowledge import (
    UNSURE,
    Advise,
    Advised,
    Agency,
    AgencyRule,
    Article,
    Ask,
    Block,
    Branch,
    Citation,
    Enter,
    First,
    Guide,
    Hotline,
    Knowledge,
    Law,
    Length,
    Limit,
    Matter,
    Next,
    Note,
    Office,
    Option,
    Question,
    Region,
    Remedy,
    SafetyFamily,
    Term,
)

DAY = date(2026, 11, 24)


def choice(name: str, *options: str, **more: str) -> Question:
    offered = tuple(Option(one, more.get(one, one)) for one in options)
    return Question(name, f"{name}？", options=offered)


def ask(room: str, name: str, unsure: str, **ways: str) -> Ask:
    branches = [Branch(((name, frozenset({value})),), go) for value, go in ways.items()]
    return Ask(f"{room}/{name}", name, (*branches, Branch((), unsure)))


QUESTIONS = (
    choice("想做什么", "咨询", "建议", "举报", "解决"),
    choice("在走的程序", "没有", "行政诉讼"),
    Question(
        "谁欠的",
        "谁欠的？",
        options=(
            Option("工地", "工地、建筑工程", says=("包工头", "项目部")),
            Option("公司", "公司、工厂", help="有营业执照的"),
        ),
        help="不同的单位找的部门不同",
    ),
    choice("有没有欠条", "写过", "没写过"),
    Question("收到判决书的日子", "哪天收到的？", kind="day", event="received"),
    Question(
        "几个人",
        "一共几位？",
        kind="number",
        options=(
            Option("五位以内", "五位以内", most=5),
            Option("六位以上", "六位以上"),
        ),
    ),
    Question("事情在哪", "在哪个县？", kind="place"),
)

APPEAL = Limit(
    "上诉期限",
    "您",
    Length(15, "日"),
    ("received",),
    moves=True,
    post_counts=True,
    basis=(Citation("民事诉讼法", "171"),),
)
REMEDIES = (
    Remedy(
        "劳动保障监察投诉",
        "LABOR_INSP",
        "投诉",
        agencies=(AgencyRule("县级人社局", "县级人社局"),),
        place_rule="用工所在地",
        no_limit="没有固定期限。",
        papers=("投诉书",),
        say="我要投诉拖欠工资",
        next=(Next("不受理", "请对方写明理由。"),),
        hotline="12333",
        how=(Note("先登记，再调查。"),),
        basis=(Citation("劳动保障监察条例", "9"),),
    ),
    Remedy(
        "劳动人事争议仲裁",
        "LABOR_ARB",
        "仲裁",
        agencies=(AgencyRule("仲裁委", "仲裁委"),),
        no_limit="另算。",
        basis=(Citation("仲裁法", "2", ".1"),),
    ),
    Remedy(
        "上诉",
        "RETRIAL",
        "诉讼",
        agencies=(AgencyRule("县级法院", "中级法院"),),
        limits=(APPEAL,),
        basis=(Citation("民事诉讼法", "171"),),
    ),
    Remedy("行政复议", "RECON", "复议", no_limit="另算。"),
    Remedy(
        "行政诉讼",
        "ADMIN_SUIT",
        "诉讼",
        no_limit="另算。",
        first=(First("行政复议", (("在走的程序", frozenset({UNSURE})),)),),
        blocked=(
            Block(
                (("在走的程序", frozenset({"行政诉讼"})),),
                "法院已经受理，等法院判。",
                (Citation("行政复议法", "29"),),
            ),
        ),
    ),
    Remedy("转人工", "HUMAN", "人工", no_limit="随时可以。", human=True),
)


def steps() -> dict[str, Ask | Advise | Enter]:
    made = (
        Ask(
            "路/想做什么",
            "想做什么",
            (
                Branch((("想做什么", frozenset({"建议"})),), "路/建议"),
                Branch((), "路/进入"),
            ),
        ),
        Advise("路/建议", (Advised("转人工"),)),
        Enter("路/进入"),
        ask(
            "拖欠工资",
            "谁欠的",
            "拖欠工资/有没有欠条",
            工地="拖欠工资/工地",
            公司="拖欠工资/有没有欠条",
        ),
        ask(
            "拖欠工资",
            "有没有欠条",
            "拖欠工资/公司",
            写过="拖欠工资/公司",
            没写过="拖欠工资/公司",
        ),
        Advise(
            "拖欠工资/工地",
            (
                Advised("劳动保障监察投诉", because="总包先付。"),
                Advised("劳动人事争议仲裁"),
            ),
            choose="二选一",
            notes=(Note("可以一起去。"),),
            bring=(Note("考勤表（原件自己留）"),),
            say="工地欠我工资",
            unhappy=(Note("找上一级。"),),
        ),
        Advise(
            "拖欠工资/公司",
            (
                Advised("劳动人事争议仲裁", (("有没有欠条", frozenset({"没写过"})),)),
                Advised("转人工"),
            ),
        ),
        Ask(
            "不服判决/收到判决书的日子",
            "收到判决书的日子",
            (
                Branch((("上诉期限", frozenset({"已过"})),), "不服判决/晚了"),
                Branch((), "不服判决/上诉"),
            ),
        ),
        Advise("不服判决/上诉", (Advised("上诉"),), then="不服判决/还有"),
        Advise("不服判决/还有", (Advised("转人工"), Advised("上诉"))),
        Advise("不服判决/晚了", (Advised("上诉"), Advised("转人工"))),
        ask("政府处罚", "在走的程序", "政府处罚/几个人", 没有="政府处罚/几个人"),
        ask("政府处罚", "几个人", "政府处罚/事情在哪", 五位以内="政府处罚/事情在哪"),
        Ask("政府处罚/事情在哪", "事情在哪", (Branch((), "政府处罚/告"),)),
        Advise("政府处罚/告", (Advised("行政诉讼"), Advised("行政复议"))),
    )
    return {one.id: one for one in made}


def small_map() -> Knowledge:
    matters = (
        Matter("拖欠工资", "人社", "拖欠工资/谁欠的", tells=(("想做什么", "解决"),)),
        Matter("不服判决", "法院", "不服判决/收到判决书的日子"),
        Matter("政府处罚", "法院", "政府处罚/在走的程序"),
    )
    wage = frozenset({"谁欠的", "有没有欠条"})
    fine = frozenset({"在走的程序", "几个人", "事情在哪"})
    every = wage | fine | {"收到判决书的日子"}
    return Knowledge(
        "v1abcdef",
        "路/想做什么",
        steps(),
        {one.name: one for one in QUESTIONS},
        {one.name: one for one in matters},
        {
            "人社": Guide("人社", ("拖欠工资",), reviewed_on=DAY, reviewed_by="编写组"),
            "法院": Guide("法院", ("不服判决", "政府处罚"), label="法院和行政"),
        },
        {one.name: one for one in REMEDIES},
        agencies={"县级人社局": Agency("县级人社局", "县人力资源和社会保障局")},
        hotlines={
            "12333": Hotline("12333", "人社咨询", sure=True, verified_on=DAY),
            "12338": Hotline("12338", "妇女维权", sure=False),
        },
        laws={
            "民事诉讼法": Law(
                "民事诉讼法",
                "x",
                "民事诉讼法",
                DAY,
                DAY,
                "no-change-known",
                DAY,
                articles=(("171", Article("15日内上诉", "十五日内")),),
            ),
            "仲裁法": Law("仲裁法", "y", "仲裁法", DAY, DAY, "replaced", DAY),
            "行政复议法": Law("行政复议法", "z", "行政复议法", DAY, DAY, "check", DAY),
        },
        terms={
            "复查": Term(
                "复查", "请上一级再看一遍。", basis=(Citation("民事诉讼法", "171"),)
            )
        },
        safety={
            "自伤": SafetyFamily(
                "自伤",
                "crisis",
                ("不想活",),
                card=("先别急。",),
                others_card=("陪着他。",),
                hotlines=("12333",),
            )
        },
        regions={
            "阳城县": Region(
                "阳城县",
                offices=(Office("县级人社局", "县人社局", verified_on=DAY),),
            )
        },
        notices=(Note("统一提示。"),),
        clocks={"上诉期限": "上诉"},
        downstream={
            "路/想做什么": every | {"想做什么"},
            "路/进入": every,
            "拖欠工资/谁欠的": wage,
            "拖欠工资/有没有欠条": frozenset({"有没有欠条"}),
            "政府处罚/在走的程序": fine,
            "政府处罚/几个人": fine - {"在走的程序"},
            "政府处罚/事情在哪": frozenset({"事情在哪"}),
            "不服判决/收到判决书的日子": frozenset({"收到判决书的日子"}),
        },
    )


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return small_map()


def clear(matter: str, **more: object) -> Heard:
    return Heard(matters=(Ranked(matter, 1.0),), verdict="clear", **more)  # type: ignore[arg-type]


class Talk:
    """Move a talk on in a test, one event after another."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge, self.state = knowledge, State(knowledge.version)

    def take(self, *events: Event) -> State:
        for event in events:
            self.state = step(self.knowledge, self.state, event)
        return self.state

    def say(self, *words: str, heard: Heard | None = None) -> State:
        return self.take(*(Said(one, DAY, heard) for one in words))


@pytest.fixture
def talk(knowledge: Knowledge) -> Talk:
    return Talk(knowledge)


@pytest.fixture
def wages(talk: Talk) -> Talk:
    talk.say("老板欠我工资", heard=clear("拖欠工资"))
    return talk
