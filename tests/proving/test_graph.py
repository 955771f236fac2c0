from bot.proving.graph import circles, graph_of, reach
from tests.proving.maps import advise, ask, choice, small_map, when


def test_every_circle_is_named_by_its_steps() -> None:
    edges = {"甲": ("乙",), "乙": ("丙", "甲"), "丙": ("丙",), "丁": ()}
    assert set(circles(edges)) == {("甲", "乙"), ("丙",)}


def test_two_ways_to_one_step_are_no_circle() -> None:
    edges = {"甲": ("乙", "丙"), "乙": ("丁",), "丙": ("丁",), "丁": ()}
    assert list(circles(edges)) == []


def test_what_is_reached_includes_the_start() -> None:
    assert reach({"甲": ("乙",), "乙": (), "丙": ("甲",)}, ("甲",)) == {"甲", "乙"}


def test_the_order_puts_each_step_after_all_that_lead_to_it() -> None:
    steps = (
        ask("路/一", "问", (when(问="甲"), "路/三"), (when(), "路/二")),
        ask("路/二", "", (when(), "路/三")),
        advise("路/三", "乙"),
    )
    graph = graph_of(small_map(steps, (choice("问", "甲", "乙"),)))
    assert graph.order == ("路/一", "路/二", "路/三")
