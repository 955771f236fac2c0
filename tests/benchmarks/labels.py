"""Map the labels of the real messages to our matters, fields and agencies."""

import json
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from bot.core.knowledge import Knowledge, Matter

SECOND_SHARE = 0.6
"""Weight of a matter's second field or agency beside its first."""
UNREADABLE_LABELS = frozenset({"街道乡镇", "园区", "组织编制", "铁路机场", "科工信"})
"""Who answered there is local practice, not in the message."""
AGENCIES: tuple[tuple[str, str], ...] = (
    ("公积金", "公积金"),
    ("人社|社保|劳动|职业病", "人社"),
    ("医保", "医保"),
    ("教育", "教育"),
    ("交管|公安|公安督察|出入境", "公安"),
    ("交通运输|邮政", "交通运输"),
    ("城管|城市管理", "城管"),
    ("自然资源|不动产", "自然资源"),
    ("住建|房屋征收|住房", "住建"),
    ("民政", "民政"),
    ("供水|供电|供气|供热|燃气|电力|公用|通信|电信", "公用企业"),
    ("生态环境", "生态环境"),
    ("市场监管|消费者", "市场监管"),
    ("司法|法律援助|公证|人民调解", "司法"),
    ("卫健|医院|医调|疾控", "卫健"),
    ("农业农村|土地承包", "农业农村"),
    ("文旅|文化|旅游|体育|文物", "文旅"),
    ("发改|发展改革|能源", "发改"),
    ("商务", "商务"),
    ("应急|消防|矿山", "应急"),
    ("水利|水务|移民", "水利"),
    ("林业|林草", "林业"),
    ("财政", "财政"),
    ("税务", "税务"),
)
"""Pattern of an agency's name → the label of the messages, the first that fits."""
UTILITIES = re.compile("供水|停水|供电|停电|燃气|供热|供暖|宽带|信号")
"""Matters that the companies themselves answered in the replies."""
AS_THEN = {
    "噪声扰民": ("城管", "生态环境"),
    "宅基地审批和收回": ("自然资源", "农业农村"),
    "二手房买卖": ("住建", "自然资源"),
}
"""Who answered before 2020: 城管 for noise of daily life, 国土 for homesteads."""
FIELDS = {"安全隐患举报": "城乡建设"}
"""Matters whose rows of the category list lie in several fields: the labelled one."""


@dataclass(frozen=True)
class Sheet:
    """Hold the messages of one label set and how a matter maps to labels."""

    name: str
    rows: list[dict[str, str]]
    labels: dict[str, tuple[str, ...]]
    """Matter → its labels, the first one first; () for none."""


def sheets(knowledge: Knowledge, folder: Path) -> list[Sheet]:
    fields = read(folder, "field")
    agencies = [
        row for row in read(folder, "agency") if row["label"] not in UNREADABLE_LABELS
    ]
    matters = knowledge.matters.values()
    guides = {guide: tops(matters, guide) for guide in knowledge.guides}
    return [
        Sheet("领域", fields, {m.name: fields_of(m, guides[m.guide]) for m in matters}),
        Sheet("部门", agencies, {m.name: agencies_of(m) for m in matters}),
    ]


def read(folder: Path, label: str) -> list[dict[str, str]]:
    file = next(iter(sorted(folder.glob(f"{label}_*.jsonl"))))
    lines = file.read_text("utf-8").splitlines()
    return [{**(row := json.loads(line)), "label": row[label]} for line in lines]


def tops(matters: Iterable[Matter], guide: str) -> Counter[str]:
    """Return how often each field stands in the categories of a guide."""
    rows = (row for one in matters if one.guide == guide for row in one.covers)
    return Counter(row.partition("/")[0] for row in rows)


def fields_of(matter: Matter, guide: Counter[str]) -> tuple[str, ...]:
    """Return the fields of a matter; of two alike the one of its guide first."""
    own = Counter(row.partition("/")[0] for row in matter.covers)
    ranked = sorted(own, key=lambda field: (-own[field], -guide[field]))
    first = FIELDS.get(matter.name)
    return tuple(dict.fromkeys([first, *ranked] if first else ranked))


def agencies_of(matter: Matter) -> tuple[str, ...]:
    """Return the labels of the matter's agency and of its second one."""
    if matter.name in AS_THEN:
        return AS_THEN[matter.name]
    companies = ["公用企业"] if UTILITIES.search(matter.name) else []
    named = map(agency_label, (matter.agency, matter.second_agency))
    return tuple(dict.fromkeys([*companies, *filter(None, named)]))


def agency_label(agency: str) -> str:
    return next((label for words, label in AGENCIES if re.search(words, agency)), "")


def ranked_labels(sheet: Sheet, ranked: Iterable[tuple[str, float]]) -> list[str]:
    """Return the labels of scored matters, best first."""
    best: dict[str, float] = {}
    for matter, score in ranked:
        share = 1.0
        for label in sheet.labels[matter]:
            best[label] = max(best.get(label, 0.0), score * share)
            share = SECOND_SHARE
    return sorted(best, key=lambda label: -best[label])
