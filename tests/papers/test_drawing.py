"""Pictures show every step, overlap nowhere, and are well-formed on their own."""

from xml.etree import ElementTree as ET

import pytest

from bot.core.knowledge import Knowledge
from bot.papers.drawing import UnknownPictureError, draw, pages
from bot.papers.drawing.boxes import boxes_of
from bot.papers.drawing.layout import GAP_X, WIDTH, Placed, broken, lay_out
from bot.reading import knowledge_folder, load


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    loaded = load(knowledge_folder())
    assert loaded.knowledge is not None
    return loaded.knowledge


def overlaps(boxes: list[Placed]) -> list[tuple[str, str]]:
    return [
        (one.box.id, two.box.id)
        for number, one in enumerate(boxes)
        for two in boxes[number + 1 :]
        if one.x == two.x and one.y < two.y + two.height and two.y < one.y + one.height
    ]


def test_no_two_boxes_of_any_matter_overlap(knowledge: Knowledge) -> None:
    for matter in knowledge.matters.values():
        sheet = lay_out(matter.name, boxes_of(knowledge, matter.first))
        assert overlaps(list(sheet.placed.values())) == []


def test_boxes_piled_up_are_noticed(knowledge: Knowledge) -> None:
    matter = knowledge.matters["拖欠工资"]
    placed = list(lay_out("x", boxes_of(knowledge, matter.first)).placed.values())
    piled = [Placed(p.box, p.x, 0.0, p.title, p.rows) for p in placed]
    assert overlaps(piled)


def test_arrows_lead_to_the_right(knowledge: Knowledge) -> None:
    for matter in knowledge.matters.values():
        sheet = lay_out(matter.name, boxes_of(knowledge, matter.first))
        for made in sheet.placed.values():
            for go in made.box.next:
                assert sheet.placed[go].x >= made.x + WIDTH + GAP_X


def test_every_step_of_a_matter_that_can_be_reached_is_drawn(
    knowledge: Knowledge,
) -> None:
    steps = {name for name in knowledge.steps if name.startswith("拖欠工资/")}
    assert steps <= set(boxes_of(knowledge, knowledge.matters["拖欠工资"].first))


@pytest.mark.parametrize(
    "name", ["", "路线图", "信访", "人力资源和社会保障", "拖欠工资"]
)
def test_a_picture_is_well_formed_and_asks_nothing_of_the_network(
    knowledge: Knowledge, name: str
) -> None:
    root = ET.fromstring(draw(knowledge, name))
    words = "".join(root.itertext())
    assert root.tag.endswith("svg")
    assert "与当地公布的路线图不一致时以当地为准" in words
    assert not [v for e in root.iter() for v in e.attrib.values() if "://" in v]


def test_a_guide_takes_pages_that_keep_the_shape_of_a3(knowledge: Knowledge) -> None:
    made = pages(knowledge, "人力资源和社会保障")
    assert len(made) > 1
    first = ET.fromstring(made[0])
    assert float(first.attrib["width"].removesuffix("mm")) <= 420.1
    assert float(first.attrib["height"].removesuffix("mm")) <= 297.1


def test_the_same_knowledge_draws_the_same_picture(knowledge: Knowledge) -> None:
    assert draw(knowledge, "信访") == draw(knowledge, "信访")


def test_a_name_nobody_knows_is_refused(knowledge: Knowledge) -> None:
    with pytest.raises(UnknownPictureError, match="火星"):
        draw(knowledge, "火星")


def test_a_line_breaks_where_the_room_ends() -> None:
    assert broken("一二三ab四", 39.0) == ("一二三", "ab四")
