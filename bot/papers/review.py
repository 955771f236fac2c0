"""List all that a local lawyer or window must confirm, and why it is doubtful."""

from collections.abc import Iterable, Iterator
from datetime import date

from bot.core.knowledge import Knowledge, Law
from bot.papers.doubtful import Doubtful, marked, unverified
from bot.papers.sources import reviewed
from bot.proving.currency import flagged

CURRENCY = {
    "check": "是否现行，待核",
    "amended": "已修改",
    "replaced": "已被取代",
    "repealed": "已废止",
}
"""What the states of a law are called; those that need no look are left out."""


def review_list(knowledge: Knowledge, today: date) -> str:
    """Return everything to confirm, grouped, each with its place, as Markdown."""
    parts = (
        ("法律审核", _guides(knowledge)),
        ("可能变了的法律，和靠着它的内容", _laws(knowledge)),
        ("条文没写、我们按最稳妥处理的期限", _silent(knowledge)),
        (
            "没有核实的电话、单位、网站、地区、日子",
            _listed(unverified(knowledge, today)),
        ),
        ("写着待核、请核实的地方", _listed(marked(knowledge))),
        ("还在完善的事项", _thin(knowledge)),
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


def _listed(found: Iterable[Doubtful]) -> Iterator[str]:
    for one in found:
        name = f"{one.name}：" if one.name and one.name != one.text else ""
        yield f"- [ ] {name}{one.text}（{one.place}）"


def _thin(knowledge: Knowledge) -> Iterator[str]:
    for matter in knowledge.matters.values():
        if matter.thin:
            yield f"- [ ] {matter.name}（{matter.guide}；{matter.place}）"
