"""Write the source report: each sentence, its origin, and who is led to it."""

from collections.abc import Iterable, Iterator
from datetime import date

from bot.core.citing import cite
from bot.core.knowledge import Advise, Citation, Guide, Knowledge, Matter
from bot.proving.branches import when_text
from bot.proving.sentences import Sentence, of_advice, of_remedy
from bot.proving.survey import Survey
from bot.proving.talks import talk_to


class UnknownNameError(Exception):
    """Tell that no guide and no matter has this name."""


def source_report(knowledge: Knowledge, name: str, today: date) -> str:
    """Return the report of a guide, a matter, or everything, as Markdown.

    Raises: UnknownNameError.
    """
    matters = _named(knowledge, name)
    return "\n".join(_Report(Survey(knowledge, today)).lines(name, matters)) + "\n"


def reviewed(guide: Guide) -> str:
    """Return who looked at a guide, and when."""
    day = guide.reviewed_on.isoformat() if guide.reviewed_on else "没写日期"
    lawyer = f"律师{guide.lawyer}审核过" if guide.signed_off else "未经法律审核"
    return f"{guide.reviewed_by or '没写谁'}，{day}；{lawyer}"


def _named(knowledge: Knowledge, name: str) -> tuple[Matter, ...]:
    guide = knowledge.guides.get(name)
    names: Iterable[str] = knowledge.matters if not name else (name,)
    found = [knowledge.matters.get(one) for one in (guide.matters if guide else names)]
    if None in found:
        raise UnknownNameError(f"没有叫“{name}”的领域或事项")
    return tuple(matter for matter in found if matter is not None)


class _Report:
    """Keep what writing one report needs."""

    def __init__(self, survey: Survey) -> None:
        self.survey, self.knowledge = survey, survey.knowledge
        self.used: dict[str, None] = {}

    def lines(self, name: str, matters: tuple[Matter, ...]) -> Iterator[str]:
        yield f"# 来源报告：{name or '全部事项'}"
        yield ""
        version, today = self.knowledge.version, self.survey.today
        yield f"资料版本 {version}；{today.isoformat()} 生成。"
        guide = ""
        for matter in matters:
            if matter.guide != guide:
                guide = matter.guide
                yield from ("", f"## {guide}", "")
                held = self.knowledge.guides[guide]
                yield f"核对：{reviewed(held)}"
                yield f"本领域指纹：{held.digest}（律师审过，抄进 reviewed 的 print）"
            yield from self._matter(matter)
        yield from ("", "## 这些指引用到的途径")
        for remedy in self.used:
            yield from ("", f"### 途径：{remedy}", "")
            yield from self._sentences(of_remedy(self.knowledge.remedies[remedy]))
        yield from ("", "核对人：＿＿＿＿＿＿　律师：＿＿＿＿＿＿　日期：＿＿＿＿＿＿")

    def _matter(self, matter: Matter) -> Iterator[str]:
        yield from ("", f"### 事项：{matter.name}（{matter.agency or '没写部门'}）")
        room = f"{matter.name}/"
        for step in self.knowledge.steps.values():
            if isinstance(step, Advise) and step.id.startswith(room):
                yield from ("", f"#### 指引：{step.id}（{step.place}）", "")
                yield f"怎样的回答会看到：{self._led(step)}"
                yield ""
                yield from self._sentences(of_advice(step))
                self.used |= dict.fromkeys(one.remedy for one in step.advised)

    def _led(self, step: Advise) -> str:
        """Return the shortest answers that lead to a step, and how many do."""
        states = self.survey.states.at.get(step.id, [])
        if not states:
            return "没有"
        nearest = min(states, key=lambda state: state.least)
        ways = sum(state.ways for state in states)
        talk = talk_to(self.survey, nearest).text(self.knowledge)
        return f"例如 {talk}（一共{ways}种答法）"

    def _sentences(self, sentences: Iterable[Sentence]) -> Iterator[str]:
        for one in sentences:
            when = f"〔{when_text(one.when)}〕" if one.when else ""
            yield f"- **{one.part}**{when} {one.text}"
            for citation in one.basis:
                yield f"  - {self._origin(citation)}"
            if not one.basis:
                yield "  - 没写依据"

    def _origin(self, citation: Citation) -> str:
        law = self.knowledge.laws.get(citation.law)
        article = dict(law.articles).get(citation.article) if law else None
        name = cite(self.knowledge, (citation,))
        return f"{name}：{article.gist}〔{article.key}〕" if article else name
