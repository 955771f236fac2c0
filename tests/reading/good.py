"""Hold a small knowledge that is right, full of prose that looks like slips."""

QUESTIONS = """\
# 好几处要问的问题：写在这里。
questions:
  走到哪一步了:
    ask: 这件事走到哪一步了？
    label: 走到哪一步
    options:
      还没找过: {label: 还没找过谁，或只是口头说过, says: [还没找过, 第一次问]}
      程序在走: {label: 已经有程序在办（法院、仲裁等）, says: [正在打官司], was: [在办]}
  收到决定的日子:
    ask: 决定书是哪一天收到的？
    help: 看签收单——不是决定书上印的日子。
    kind: day
    event: received
    document: 决定书
  离职的日子:
    ask: 哪一天离开的？
    kind: day
    event: left_job
  几个人:
    ask: 一共有几个人？
    kind: number
    options:
      五位以内: {most: 5}
      六位以上: {}
  事情在哪:
    ask: 事情发生在哪个县（市、区）？
    kind: place
"""

ROUTE_MAP = """\
road: 路线图
steps:
  走到哪一步了:
    - {when: {走到哪一步了: [程序在走, 不清楚]}, go: 共同/收到决定的日子}
    - {go: 事情在哪}
  事情在哪:
    - {when: {事情在哪: 试行县}, go: 几个人}
    - {go: 进入事项}
  几个人:
    - {when: {几个人: 六位以上}, go: 共同/先问清}
    - {go: 进入事项}
  进入事项: {enter: 事项}
"""

SHARED = """\
road: 共同
steps:
  收到决定的日子:
    - {when: {行政复议期限: 已过}, go: 先问清}
    - {when: {收到决定的日子: 不清楚}, go: 先问清}
    - {go: 复议或诉讼}
  复议或诉讼:
    choose: 二选一
    advise:
      - remedy: 行政复议
        because: 复议不收费：先投诉，再复议，两步都有凭证。
        basis: [试行复议法 2, 试行解释(一) 3.1]
      - remedy: 行政诉讼
        when: {走到哪一步了: 程序在走}
    notes:
      - 带上三样：身份证件、决定书、信封。
      - EMS：面单上写明内容，如“复议申请书”。
      - {say: "纸上写着：不服可以复议", when: {几个人: 六位以上}, basis: [试行复议法 2]}
      - '【提醒】先看日子，再看别的。'
    bring: [身份证件, 考勤、工资条、转账, 决定书（复印件）]
    unhappy:
      - {say: 不受理的，请它写明理由。}
  先问清:
    advise:
      - remedy: 转人工
"""

LABOUR = """\
guide: 人力资源
reviewed: {on: 2026-11-24, by: 编写组, lawyer: null}
matters:
  拖欠工资:
    also: [欠薪, 讨薪]
    says:
      - 干了三个月活，老板一分钱没给
      - 说好的：年底结账，到现在没影
    covers: [劳动/工资]
    agency: 县级人社局
    tells: {走到哪一步了: 还没找过}
    was: [欠薪老事项]
    steps:
      谁欠的:
        ask: 欠您工资的是哪种情况？
        options:
          工地: {label: 工地、建筑工程, go: 工地欠薪, says: [工地, 包工头]}
          公司: {label: 公司、工厂, go: 哪天走的}
          危险: {label: 有危险, show: 安全}
        unsure: 工地欠薪
      哪天走的:
        ask: 哪一天走的？
        kind: day
        event: left_job
        go: 离职的日子
        unsure: 离职的日子
      离职的日子:
        - {when: {监察期限: [已过, 不清楚]}, go: 共同/先问清}
        - {go: 按人分}
      按人分:
        - {when: {谁欠的: 公司, 走到哪一步了: 还没找过}, go: 工地欠薪}
        - {go: 工地欠薪}
      工地欠薪:
        advise:
          - remedy: 劳动监察投诉
            because: 由工地所在地的人社部门受理。
            agency: [{accepts: 县级人社局, decides: 县级人社局}]
            place: 工程项目所在地
        say: 我来投诉工地欠薪，请登记。
        then: 共同/先问清
"""

REMEDIES = """\
remedies:
  行政复议:
    code: RECON
    family: 复议
    who: 不服行政决定的人
    agency:
      - {when: {几个人: 六位以上}, accepts: 县级政府, decides: 市级政府}
      - {accepts: 县级政府, decides: 县级政府}
    limits:
      - who: 您
        length: 60
        unit: 日
        from: [received, 收到决定的日子]
        cap: {length: 1, unit: 年, from: [received]}
        interrupted: [claimed]
        post_counts: true
        holiday_rule: 顺延
        basis: [试行复议法 2]
        valid: {from: 2024-01-01, to: null}
    duration: [{say: 60日内作出决定，可延长30日, basis: [试行复议法 2]}]
    blocked:
      - {when: {走到哪一步了: 程序在走}, because: 法院已经立案。, basis: [试行复议法 2]}
    next:
      - {event: 不受理, do: 请它写明理由；再去法院。, remedy: 行政诉讼}
    excludes: [行政诉讼]
    hotline: "12345"
    basis: [试行复议法 2]
    was: [复议申请]
  行政诉讼:
    code: SUIT
    family: 诉讼
    agency: 县级法院
    limits:
      - {who: 您, length: 6, unit: 月, from: [received], post_counts: 条文未写}
    first: [{remedy: 行政复议, when: {走到哪一步了: 还没找过}}]
  劳动监察投诉:
    code: LABOR
    family: 投诉
    agency: 县级人社局
    limits:
      - {who: 您, length: 2, unit: 年, from: [left_job], clock: 监察期限}
      - {who: 部门, length: 60, unit: 工作日, from: [submitted], clock: 监察办理期}
  转人工: {code: HUMAN, family: 人工, no_limit: 随时可以问。, human: true}
"""

GOOD = {
    "questions.yaml": QUESTIONS,
    "roads/route-map.yaml": ROUTE_MAP,
    "roads/shared.yaml": SHARED,
    "guides/labour.yaml": LABOUR,
    "remedies/all.yaml": REMEDIES,
    "agencies.yaml": """\
agencies:
  县级政府: {label: 县政府, level: 县级}
  市级政府: {label: 市政府}
  县级法院: {label: 县法院}
  县级人社局: {label: 县人社局, also: [劳动局], hotline: "12345"}
""",
    "documents.yaml": """\
documents:
  决定书:
    title: 行政处罚决定书
    look: [标题写着“决定书”, 最后一页盖章]
    day: 收到决定的日子
""",
    "hotlines.yaml": """\
hotlines:
  "12345": {for: 政务服务, sure: true, verified_on: 2026-11-22}
""",
    "holidays.yaml": """\
years:
  2026: {source: 通知, rests: [2026-10-01..2026-10-07, 2026-05-01], works: [2026-10-10]}
""",
    "phrases.yaml": """\
phrases:
  greeting: |-
    您好：请说说是什么事。
    － 会答的答，不会的说“不清楚”
    ask：这一行是文字，不是键
  heading: 第{number}件，共{all}件：{matter}
""",
    "glossary.yaml": """\
terms:
  复查: {plain: 请上一级再看一遍。, basis: [试行复议法 2]}
""",
    "online.yaml": """\
online:
  试行网: {for: 网上提交, sure: false, does: [提交], status: 待核, source: 没有核实}
""",
    "rights.yaml": """\
rights:
  不受报复: {plain: 谁都不得打击报复。, families: [信访], basis: [试行复议法 2]}
""",
    "safety.yaml": """\
groups:
  家里人: [老公, 丈夫]
  打人的: [〈家里人〉, (大|小)姑子]
idioms: [气死人了]
families:
  自伤: {signal: crisis, says: [活不下去了], card: [您先坐下。], hotlines: ["12345"]}
  家暴:
    signal: violence
    says: [〈打人的〉…打我, "(〈家里人〉|他)动手"]
""",
    "laws/review.yaml": """\
law: 试行复议法
title: 试行复议法
version: 2023-09-01
effective: 2024-01-01
currency: {status: no-change-known, as_of: 2026-11-22, since: null, note: ''}
articles:
  2: {gist: 六十日内申请, key: 申请复议}
""",
    "laws/reading.yaml": """\
law: 试行解释（一）
title: 关于适用试行复议法的解释（一）
currency: {status: replaced, as_of: 2026-11-22, since: 2026-01-01, articles: ["3"]}
articles:
  3: {gist: 怎么算, key: 从次日起}
  276-1: {gist: 之一, key: 之一}
""",
    "regions/trial.yaml": """\
region: 试行县
within: 试行市
here: true
offices:
  - {agency: 县级人社局, name: 人社局窗口, tel: "0356-1234567"}
services:
  - {kind: 律师值班, name: 大厅的律师, hours: 周三, how: [先到大厅登记。]}
hotlines: [{number: "12345", status: 双号并行}]
rules: [{name: 试行条例, year: 2012, on: false, note: 待核}]
""",
}

STORIES = """\
stories:
  - story: 工地七个人讨工钱
    date: 2026-11-24
    utterance: 1
    talk:
      - 我们七个人在工地：包工头跑了，一分没给
      - {asks: 走到哪一步了, say: 还没找过谁, must: [工地], must_not: [不管]}
    cards:
      - matter: 拖欠工资
        remedies: [劳动监察投诉, 转人工]
        act_by: {劳动监察投诉: 2027-10-08}
        must: [告示牌]
"""


def files() -> dict[str, bytes]:
    """Return the knowledge as bytes by path."""
    return {name: text.encode("utf-8") for name, text in GOOD.items()}
