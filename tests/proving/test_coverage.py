from pathlib import Path

import pytest

from bot.core.knowledge import Knowledge, Matter
from bot.proving import TaxonomyError, coverage, read_taxonomy
from tests.proving.maps import advise, small_map

ROWS = ("劳动/工资/发放", "劳动/工资/其他", "交通/公交/线路")


def covering(*names: str) -> Knowledge:
    matter = Matter("欠薪", "劳动", "欠薪/完", covers=names)
    return small_map((advise("欠薪/完", "乙"),), (), (matter,))


def test_a_row_leads_to_the_matter_that_covers_it() -> None:
    found = coverage(covering("劳动/工资/发放"), ROWS)
    assert found.rows[0].matters == ("欠薪",)
    assert found.missing == ROWS[1:]


def test_a_wider_row_covers_all_that_belongs_to_it() -> None:
    assert coverage(covering("劳动/工资"), ROWS).missing == ROWS[2:]


def test_the_row_itself_wins_over_a_wider_one() -> None:
    made = covering("劳动/工资")
    other = Matter("发放", "劳动", "欠薪/完", covers=("劳动/工资/发放",))
    made.matters["发放"] = other
    assert coverage(made, ROWS).rows[0].matters == ("发放",)


def test_a_row_the_list_does_not_have_is_named() -> None:
    assert coverage(covering("劳动/工伤"), ROWS).unknown == (("欠薪", "劳动/工伤"),)


def test_a_list_is_read_without_its_head(tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text("一级,二级,三级\n劳动,工资,发放\n劳动,工资,\n", "utf-8-sig")
    assert read_taxonomy(file) == ("劳动/工资/发放", "劳动/工资")


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b"\xd2\xbb\xbc\xb6"])
def test_a_file_that_is_no_list_is_told(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "list.csv"
    file.write_bytes(data)
    with pytest.raises(TaxonomyError, match=r"list\.csv"):
        read_taxonomy(file)
