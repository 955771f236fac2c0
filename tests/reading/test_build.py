"""Build the knowledge: what staff wrote, as values with their places."""

from datetime import date

import pytest

from bot.core.knowledge import (
    Advise,
    Advised,
    AgencyRule,
    Article,
    Ask,
    Branch,
    Cap,
    Citation,
    Enter,
    Guide,
    Hotline,
    Knowledge,
    Length,
    Limit,
    Matter,
    Note,
    Option,
    Place,
    Question,
    Validity,
    When,
)
from bot.reading.loading import load_files
from tests.reading.good import GOOD, files


@pytest.fixture(scope="module")
def good() -> Knowledge:
    """Return the good knowledge."""
    loaded = load_files(files())
    assert loaded.knowledge is not None
    return loaded.knowledge


def when(**facts: str) -> When:
    """Return a condition; several values are joined by a bar."""
    return tuple((name, frozenset(some.split("|"))) for name, some in facts.items())


def test_a_question_is_built_with_its_options(good: Knowledge) -> None:
    assert good.questions["走到哪一步了"] == Question(
        "走到哪一步了",
        "这件事走到哪一步了？",
        options=(
            Option("还没找过", "还没找过谁，或只是口头说过", ("还没找过", "第一次问")),
            Option(
                "程序在走",
                "已经有程序在办（法院、仲裁等）",
                ("正在打官司",),
                was=("在办",),
            ),
        ),
        label="走到哪一步",
    )


def test_a_day_question_is_built_with_event_and_document(good: Knowledge) -> None:
    assert good.questions["收到决定的日子"] == Question(
        "收到决定的日子",
        "决定书是哪一天收到的？",
        "day",
        help="看签收单——不是决定书上印的日子。",
        event="received",
        document="决定书",
    )


def test_a_number_question_has_bounds(good: Knowledge) -> None:
    options = good.questions["几个人"].options
    assert [(one.id, one.label, one.most) for one in options] == [
        ("五位以内", "五位以内", 5),
        ("六位以上", "六位以上", None),
    ]


def test_an_inline_question_is_a_step_with_a_way_for_each_answer(
    good: Knowledge,
) -> None:
    assert good.steps["拖欠工资/谁欠的"] == Ask(
        "拖欠工资/谁欠的",
        "谁欠的",
        (
            Branch(when(谁欠的="工地"), "拖欠工资/工地欠薪"),
            Branch(when(谁欠的="公司"), "拖欠工资/哪天走的"),
            Branch((), "拖欠工资/工地欠薪"),
        ),
    )


def test_an_option_that_only_shows_a_card_leads_nowhere(good: Knowledge) -> None:
    shows = [one.show for one in good.questions["谁欠的"].options]
    assert shows == ["", "", "安全"]


def test_an_inline_day_leads_on_or_to_unsure(good: Knowledge) -> None:
    assert good.steps["拖欠工资/哪天走的"] == Ask(
        "拖欠工资/哪天走的",
        "哪天走的",
        (
            Branch(when(哪天走的="不清楚"), "拖欠工资/离职的日子"),
            Branch((), "拖欠工资/离职的日子"),
        ),
    )


def test_branches_named_like_a_question_ask_it(good: Knowledge) -> None:
    assert good.steps["拖欠工资/离职的日子"] == Ask(
        "拖欠工资/离职的日子",
        "离职的日子",
        (
            Branch(when(监察期限="已过|不清楚"), "共同/先问清"),
            Branch((), "拖欠工资/按人分"),
        ),
    )


def test_branches_of_another_name_ask_nothing(good: Knowledge) -> None:
    step = good.steps["拖欠工资/按人分"]
    assert isinstance(step, Ask)
    assert step.fact == ""
    assert step.branches[0].when == when(谁欠的="公司", 走到哪一步了="还没找过")


def test_advice_is_built_with_all_that_is_special_there(good: Knowledge) -> None:
    assert good.steps["拖欠工资/工地欠薪"] == Advise(
        "拖欠工资/工地欠薪",
        (
            Advised(
                "劳动监察投诉",
                because="由工地所在地的人社部门受理。",
                agencies=(AgencyRule("县级人社局", "县级人社局"),),
                place_rule="工程项目所在地",
            ),
        ),
        say="我来投诉工地欠薪，请登记。",
        then="共同/先问清",
    )


def test_notes_keep_condition_and_basis(good: Knowledge) -> None:
    step = good.steps["共同/复议或诉讼"]
    assert isinstance(step, Advise)
    assert step.choose == "二选一"
    assert step.notes[2] == Note(
        "纸上写着：不服可以复议",
        when(几个人="六位以上"),
        (Citation("试行复议法", "2"),),
    )


def test_the_road_enters_the_matter(good: Knowledge) -> None:
    assert good.steps["路线图/进入事项"] == Enter("路线图/进入事项")
    assert good.matters["拖欠工资"] == Matter(
        "拖欠工资",
        "人力资源",
        "拖欠工资/谁欠的",
        also=("欠薪", "讨薪"),
        says=("干了三个月活，老板一分钱没给", "说好的：年底结账，到现在没影"),
        covers=("劳动/工资",),
        agency="县级人社局",
        tells=(("走到哪一步了", "还没找过"),),
        was=("欠薪老事项",),
    )


def test_a_guide_knows_who_reviewed_it(good: Knowledge) -> None:
    assert good.guides["人力资源"] == Guide(
        "人力资源",
        ("拖欠工资",),
        reviewed_on=date(2026, 11, 24),
        reviewed_by="编写组",
    )


def test_a_limit_is_built_with_cap_and_starts(good: Knowledge) -> None:
    assert good.remedies["行政复议"].limits == (
        Limit(
            "行政复议期限",
            "您",
            Length(60, "日"),
            ("received", "收到决定的日子"),
            cap=Cap(Length(1, "年"), ("received",)),
            interrupted=("claimed",),
            post_counts=True,
            moves=True,
            basis=(Citation("试行复议法", "2"),),
            valid=Validity(date(2024, 1, 1), None),
        ),
    )


def test_a_silent_article_leaves_post_and_holidays_open(good: Knowledge) -> None:
    limit = good.remedies["行政诉讼"].limits[0]
    assert (limit.post_counts, limit.moves) == (None, None)


def test_a_plain_agency_both_takes_and_decides(good: Knowledge) -> None:
    assert good.remedies["行政诉讼"].agencies == (AgencyRule("县级法院", "县级法院"),)
    assert good.remedies["行政复议"].agencies == (
        AgencyRule("县级政府", "市级政府", when(几个人="六位以上")),
        AgencyRule("县级政府", "县级政府"),
    )


def test_clocks_lead_to_their_remedies(good: Knowledge) -> None:
    assert good.clocks == {
        "行政复议期限": "行政复议",
        "行政诉讼期限": "行政诉讼",
        "监察期限": "劳动监察投诉",
        "监察办理期": "劳动监察投诉",
    }


def test_old_names_lead_to_the_names_now(good: Knowledge) -> None:
    assert good.renamed == {
        "走到哪一步了/在办": "程序在走",
        "欠薪老事项": "拖欠工资",
        "复议申请": "行政复议",
    }


def test_facts_further_on_are_worked_out(good: Knowledge) -> None:
    assert good.downstream["拖欠工资/哪天走的"] == {"哪天走的", "离职的日子"}
    assert good.downstream["路线图/进入事项"] == {"谁欠的", "哪天走的", "离职的日子"}


def test_a_citation_bears_the_law_as_its_file_writes_it(good: Knowledge) -> None:
    step = good.steps["共同/复议或诉讼"]
    assert isinstance(step, Advise)
    assert step.advised[0].basis == (
        Citation("试行复议法", "2"),
        Citation("试行解释（一）", "3", ".1"),
    )


def test_a_law_is_built_with_its_currency_and_articles(good: Knowledge) -> None:
    law = good.laws["试行解释（一）"]
    assert (law.id, law.currency, law.since) == (
        "reading",
        "replaced",
        date(2026, 1, 1),
    )
    assert law.changed == ("3",)
    assert dict(law.articles)["276-1"] == Article("之一", "之一")


def test_days_of_rest_are_spread_out(good: Knowledge) -> None:
    year = good.years[2026]
    assert len(year.rests) == 8
    assert year.works == {date(2026, 10, 10)}


def test_directories_are_built(good: Knowledge) -> None:
    assert good.hotlines["12345"] == Hotline(
        "12345", "政务服务", sure=True, verified_on=date(2026, 11, 22)
    )
    assert good.documents["决定书"].look == ("标题写着“决定书”", "最后一页盖章")
    assert good.agencies["县级人社局"].hotline == "12345"
    assert good.terms["复查"].basis == (Citation("试行复议法", "2"),)
    assert good.safety["自伤"].hotlines == ("12345",)
    assert good.safety["家暴"].says == (
        "(老公|丈夫|大姑子|小姑子)…打我",
        "(老公|丈夫|他)动手",
    )
    assert good.safety_words.idioms == ("气死人了",)
    place = good.regions["试行县"]
    assert place.here
    assert place.offices[0].tel == "0356-1234567"
    assert place.services[0].how == (Note("先到大厅登记。"),)
    assert place.hotlines[0].status == "双号并行"
    assert (place.rules[0].year, place.rules[0].on) == (2012, False)
    assert good.online["试行网"].does == ("提交",)
    assert good.rights["不受报复"].families == ("信访",)
    assert good.phrases["heading"] == "第{number}件，共{all}件：{matter}"


@pytest.mark.parametrize(
    ("file", "words", "find"),
    [
        ("guides/labour.yaml", "工地欠薪:", lambda k: k.steps["拖欠工资/工地欠薪"]),
        ("guides/labour.yaml", "拖欠工资:", lambda k: k.matters["拖欠工资"]),
        ("guides/labour.yaml", "人力资源", lambda k: k.guides["人力资源"]),
        ("guides/labour.yaml", "公司: {", lambda k: k.questions["谁欠的"].options[1]),
        (
            "guides/labour.yaml",
            "{when: {监察",
            lambda k: k.steps["拖欠工资/离职的日子"].branches[0],
        ),
        (
            "guides/labour.yaml",
            "remedy: 劳动监察",
            lambda k: k.steps["拖欠工资/工地欠薪"].advised[0],
        ),
        ("remedies/all.yaml", "行政复议:", lambda k: k.remedies["行政复议"]),
        ("remedies/all.yaml", "who: 您", lambda k: k.remedies["行政复议"].limits[0]),
        ("laws/review.yaml", "试行复议法", lambda k: k.laws["试行复议法"]),
        ("laws/review.yaml", "2: {", lambda k: k.laws["试行复议法"].articles[0][1]),
        (
            "roads/shared.yaml",
            "带上三样",
            lambda k: k.steps["共同/复议或诉讼"].notes[0],
        ),
        (
            "roads/shared.yaml",
            "试行解释(一) 3.1",
            lambda k: k.steps["共同/复议或诉讼"].advised[0].basis[1],
        ),
    ],
)
def test_everything_knows_where_it_stands(
    good: Knowledge, file: str, words: str, find: object
) -> None:
    before = GOOD[file].partition(words)[0]
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    assert callable(find)
    assert find(good).place == Place(file, line, column)
