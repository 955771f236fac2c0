"""List all that a local lawyer or window must confirm, and why it is doubtful."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from bot.core.knowledge import Knowledge, Law
from bot.papers.sources import reviewed
from bot.proving.currency import flagged
from bot.proving.texts import texts

YEAR = timedelta(days=365)
"""After so long a number or an office is looked at again."""
CURRENCY = {
    "check": "是否现行，待核",
    "amended": "已修改",
    "replaced": "已被取代",
    "repealed": "已废止",
}
"""What the states of a law are called; those that need no look are left out."""
_TO_CONFIRM = re.compile(r"待核|请[^。；，]{0,12}核实|请核实|可能有修改|规定有变")


def review_list(knowledge: Knowledge, today: date) -> str:
    """Return everything to confirm, grouped, each with its place, as Markdown."""
    parts = (
        ("法律审核", _guides(knowledge)),
        ("可能变了的法律，和靠着它的内容", _laws(knowledge)),
        ("条文没写、我们按最稳妥处理的期限", _silent(knowledge)),
        ("没有核实的电话", _hotlines(knowledge, today)),
        ("没有核实的单位和地区", _offices(knowledge, today)),
        ("写着“请核实”的句子", _sentences(knowledge)),
        ("还在完善的事项", _thin(knowledge)),
        ("放假安排", _years(knowledge)),
    )
    found = [(title, list(rows)) for title, rows in parts]
    head = [f"# 待审清单（资料版本 {knowledge.version}，{today.isoformat()}）", ""]
    head += [f"- {title}：{len(rows)} 处" for title, rows in found]
    body = [
        line
        for title, rows in found
        for line in ("", f"## {title}", "", *(rows or ["没有。"]))
    ]
    return "\n".join((*head, *body)) + "\n"


def _guides(knowledge: Knowledge) -> Iterator[str]:
    for guide in knowledge.guides.values():
        if not guide.signed_off:
            size = f"{len(guide.matters)}个事项"
            yield f"- [ ] {guide.name}（{size}）：{reviewed(guide)}（{guide.place}）"


def _laws(knowledge: Knowledge) -> Iterator[str]:
    resting: dict[str, dict[str, dict[str, None]]] = {}
    for flag in flagged(knowledge):
        articles = resting.setdefault(flag.law, {})
        articles.setdefault(flag.article, {})[flag.by] = None
    for name, articles in resting.items():
        yield f"- [ ] {_state(knowledge.laws[name])}"
        for article, names in articles.items():
            yield f"  - 第{article}条：{'、'.join(names)}"


def _state(law: Law) -> str:
    since = f"，{law.since.isoformat()}" if law.since else ""
    state = CURRENCY.get(law.currency, law.currency)
    return f"《{law.title or law.name}》{state}{since}：{law.note or '没写说明'}"


def _silent(knowledge: Knowledge) -> Iterator[str]:
    for remedy in knowledge.remedies.values():
        for limit in remedy.limits:
            silent = [
                what
                for what, value in (
                    ("寄出那天算不算", limit.post_counts),
                    ("最后一天放假顺延不顺延", limit.moves),
                )
                if value is None
            ]
            if silent:
                basis = "、".join(map(str, limit.basis))
                what = "、".join(silent)
                yield f"- [ ] {limit.clock}：{what}（{basis}；{limit.place}）"


def _hotlines(knowledge: Knowledge, today: date) -> Iterator[str]:
    for one in knowledge.hotlines.values():
        if not one.sure or _old(one.verified_on, today):
            yield f"- [ ] {one.number} {one.purpose}：{one.source}（{one.place}）"


def _offices(knowledge: Knowledge, today: date) -> Iterator[str]:
    for region in knowledge.regions.values():
        if not region.offices:
            yield f"- [ ] {region.name}：没有一个单位（{region.place}）"
        for office in region.offices:
            if _old(office.verified_on or region.verified_on, today):
                yield f"- [ ] {region.name} {office.name}（{office.place}）"


def _old(day: date | None, today: date) -> bool:
    return day is None or today - day > YEAR


def _sentences(knowledge: Knowledge) -> Iterator[str]:
    told: set[str] = set()
    for text in texts(knowledge):
        doubted = _TO_CONFIRM.search(text.text) and text.kind != "phrase"
        if doubted and text.text not in told:
            told.add(text.text)
            yield f"- [ ] {text.text}（{text.place}）"


def _thin(knowledge: Knowledge) -> Iterator[str]:
    for matter in knowledge.matters.values():
        if matter.thin:
            yield f"- [ ] {matter.name}（{matter.guide}；{matter.place}）"


def _years(knowledge: Knowledge) -> Iterator[str]:
    for year in knowledge.years.values():
        if year.verified_on is None:
            yield f"- [ ] {year.year}年：{year.source or '没写出处'}（{year.place}）"
