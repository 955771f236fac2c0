"""Measure routing on the 71 sayings: the right way first, and every way."""

import re
from datetime import date
from pathlib import Path

import yaml

from bot.core.knowledge import Knowledge
from bot.understanding.routing import route

TODAY = date(2026, 11, 24)
CODES = {
    "EMERGENCY": "紧急求助",
    "CRISIS": "心理危机求助",
    "SCAM": "反诈求助|紧急求助",
    "SUGGEST": "人民建议征集",
    "DISCIPLINE": "纪检监察检举控告",
    "POLICE_CONDUCT": "对民警的检举控告",
    "JUDICIAL_CONDUCT": "对审判检察人员的反映",
    "CRIME_REPORT": "报案控告",
    "REGULATOR": "向主管部门举报|申请履行职责|劳动保障监察投诉",
    "RECON": "行政复议",
    "ADMIN_SUIT": "行政诉讼",
    "CIVIL_SUIT": "民事诉讼|支付令|预付款七日退款|解除购房合同",
    "ENFORCE": "申请强制执行|执行监督",
    "RETRIAL": "上诉|申请再审|刑事申诉",
    "PROC_SUPERVISION": "检察监督|检察立案监督",
    "LABOR_INSP": "劳动保障监察投诉",
    "LABOR_ARB": "劳动人事争议仲裁",
    "SOCIAL_INS": "社会保险经办与征收|劳动保障监察投诉|医保经办核办",
    "LAND_ARB": "农村土地承包仲裁",
    "ADJUDICATE": "确权裁决",
    "MEDIATE": "人民调解",
    "CONSUMER": "消费投诉|七日无理由退货",
    "MED_DISPUTE": "医疗纠纷处理",
    "FOI": "政府信息公开申请",
    "STATE_COMP": "国家赔偿",
    "SOCIAL_AID": "社会救助申请",
    "LEGAL_AID": "法律援助",
    "VILLAGE": "村务公开要求|乡镇责令改正|村集体审计",
    "XF_NEW": "提出信访事项",
    "XF_WAIT": "信访等待查询",
    "XF_URGE": "信访催办",
    "XF_REVIEW": "信访复查",
    "XF_RECHECK": "信访复核",
    "XF_CLOSED": "信访终结后的帮助",
}
"""Code of the route map → names of our remedies."""
_CODE = re.compile("|".join(sorted(CODES, key=len, reverse=True)))


def utterances(knowledge: Knowledge, folder: Path) -> None:
    """Print how many sayings lead to the expected way, of those that name one."""
    text = (folder / "utterances.yaml").read_text("utf-8")
    rows = [row for row in yaml.safe_load(text) if _CODE.search(row["expect"])]
    some = first = whole = 0
    for row in rows:
        wanted = [CODES[code] for code in _CODE.findall(row["expect"])]
        offered = _offered(knowledge, str(row["text"]))
        met = [bool(offered & set(names.split("|"))) for names in wanted]
        some, first, whole = some + any(met), first + met[0], whole + all(met)
        if not met[0]:
            print(f"  {row['id']} {row['text']}：要 {wanted[0]}，给 {sorted(offered)}")
    count = len(rows)
    print(f"话样 {count} 条：有一条对的路 {some}，第一条路 {first}，全部的路 {whole}")


def _offered(knowledge: Knowledge, text: str) -> set[str]:
    """Return the ways of the card, or of the matters offered when it is not clear."""
    routed = route(knowledge, text, TODAY)
    offered = set(routed.remedies)
    if routed.heard.verdict != "clear":
        for one in routed.matters[:3]:
            offered.update(one.remedies)
    return offered
