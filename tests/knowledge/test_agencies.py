"""The names that offices bore before are other names of those of today."""

import pytest

from bot.core.knowledge import Knowledge

BEFORE = {
    "县级自然资源局": "国土局 国土资源局 土地局 规划局",
    "县级市场监管局": "工商局 质监局 食药监局 物价局",
    "县级卫健委": "卫生局 卫计委 计生委 计生局",
    "县级人社局": "劳动局 人事局 劳动和社会保障局",
    "生态环境分局": "环保局 环境保护局",
    "县级应急局": "安监局",
    "县级税务局": "地税局 国税局",
    "金融监管局": "银监局 保监局 银保监局",
    "县级文旅局": "旅游局 文化局",
    "县级农业农村局": "农业局 扶贫办 畜牧局",
    "县级司法局": "法制办",
    "退役军人事务局": "军转办",
    "县级医保局": "新农合办",
}
"""Agency → names from before the reforms of 2018 that people still say."""


@pytest.mark.parametrize(("agency", "names"), BEFORE.items())
def test_an_old_name_leads_to_the_agency_of_today(
    real: Knowledge, agency: str, names: str
) -> None:
    assert set(names.split()) - set(real.agencies[agency].also) == set()


def test_no_name_leads_to_two_agencies(real: Knowledge) -> None:
    every = [name for one in real.agencies.values() for name in one.also]
    assert sorted({name for name in every if every.count(name) > 1}) == []
