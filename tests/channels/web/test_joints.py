"""Lines break where a reader pauses."""

import pytest

from bot.channels.web.joints import joints


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        (
            "2026年12月17日（周四，还有23天）",
            [["2026年12月17日", "（周四，还有23天）"]],
        ),
        ("县（市、区）信访局（请求复查）", [["县（市、区）信访局", "（请求复查）"]]),
        ("申请书、信封、证据", [["申请书、", "信封、", "证据"]]),
        ("您好。只指路，不登记。", [["您好。"], ["只指路，", "不登记。"]]),
        ("回“改1。”就行", [["回“改1。”就行"]]),
        ("拖欠工资", [["拖欠工资"]]),
        ("", []),
    ],
)
def test_a_text_has_its_joints(text: str, pieces: list[list[str]]) -> None:
    assert joints(text) == pieces


@pytest.mark.parametrize("text", ["（）", "，，（、", "）（。", "（周四，还有）。x"])
def test_no_letter_is_lost_at_a_joint(text: str) -> None:
    assert "".join("".join(one) for one in joints(text)) == text
