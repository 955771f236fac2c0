"""An author sees what is wrong, the map, and the talk from any step on."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from bot.app import App
from bot.channels.preview.site import preview
from bot.channels.preview.workshop import Workshop
from bot.reading.loading import load
from bot.reading.reloading import Reloading

MAP = Path(__file__).parents[2] / "proving" / "map"
DAY = date(2026, 11, 24)
HERE = "http://127.0.0.1:8000"
LABOUR = "guides/labour.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(MAP, tmp_path / "k")
    return tmp_path / "k"


@pytest.fixture
def shop(folder: Path) -> Workshop:
    knowledge = load(folder).knowledge
    assert knowledge is not None
    reloading = Reloading(folder, knowledge, lambda _: ())
    return Workshop(reloading, lambda k, t: App(k, t, lambda: DAY), lambda: DAY)


@pytest.fixture
def browser(shop: Workshop) -> TestClient:
    return TestClient(preview(shop), base_url=HERE)


def write(folder: Path, old: str, new: str) -> None:
    text = (folder / LABOUR).read_text("utf-8")
    assert old in text
    (folder / LABOUR).write_text(text.replace(old, new), "utf-8")


def begin(browser: TestClient, step: str) -> str:
    return browser.post("/begin", data={"step": step}).text


def test_the_talk_begins_at_any_step_and_its_box_is_marked(
    browser: TestClient,
) -> None:
    page = begin(browser, "拖欠工资/谁欠的")
    assert "<h1>欠您工资的是哪种情况？</h1>" in page
    assert '<g data-step="拖欠工资/谁欠的" class="here">' in page


def test_an_answer_moves_the_mark_on(browser: TestClient) -> None:
    begin(browser, "拖欠工资/谁欠的")
    page = browser.post("/say", data={"words": "工地"}).text
    assert '<g data-step="拖欠工资/谁欠的" class="passed">' in page
    assert '<g data-step="拖欠工资/工地欠薪" class="here">' in page
    assert '<div class="head">' in page


def test_every_step_of_the_map_can_be_begun_at(shop: Workshop) -> None:
    steps = [step for step in shop.knowledge.steps if shop.begin(step)]
    assert set(steps) >= {"拖欠工资/工地欠薪", "拖欠工资/还来得及", "路线图/进入事项"}
    for step in steps:
        assert shop.begin(step)
        assert shop.picture().count('class="here"') == 1


def test_a_step_that_cannot_be_reached_is_told(browser: TestClient) -> None:
    assert "走不到" in begin(browser, "拖欠工资/没有这一步")


def test_a_saved_file_is_taken_up_and_the_talk_goes_on(
    shop: Workshop, browser: TestClient, folder: Path
) -> None:
    begin(browser, "拖欠工资/谁欠的")
    before = browser.get("/version").text
    write(folder, "欠您工资的是哪种情况？", "是谁欠您的？")
    shop.look()
    assert browser.get("/version").text != before
    assert "<h1>是谁欠您的？</h1>" in browser.get("/").text


def test_a_slip_is_shown_beside_the_last_good_version(
    shop: Workshop, browser: TestClient, folder: Path
) -> None:
    begin(browser, "拖欠工资/谁欠的")
    write(folder, "unsure: 工地欠薪", "unsure：工地欠薪")
    shop.look()
    page = browser.get("/").text
    assert "有 1 处错：下面显示的还是上一版" in page
    assert "<ins>        unsure: 工地欠薪</ins>" in page
    assert "<h1>欠您工资的是哪种情况？</h1>" in page


def test_without_a_look_the_page_stays_as_it_is(
    browser: TestClient, folder: Path
) -> None:
    before = browser.get("/version").text
    write(folder, "unsure: 工地欠薪", "unsure：工地欠薪")
    assert browser.get("/version").text == before


def test_a_danger_is_answered_and_the_talk_can_go_on(
    shop: Workshop, browser: TestClient
) -> None:
    begin(browser, "拖欠工资/谁欠的")
    shop.say("有危险")
    assert shop.view().safety
    shop.say("继续")
    assert shop.view().ask == "欠您工资的是哪种情况？"


@pytest.mark.parametrize(
    "headers",
    [
        {"host": "evil.example:8000"},
        {"origin": "http://evil.example"},
        {"sec-fetch-site": "cross-site"},
    ],
)
def test_nobody_from_elsewhere_is_answered(
    browser: TestClient, headers: dict[str, str]
) -> None:
    answer = browser.post("/say", data={"words": "重来"}, headers=headers)
    assert answer.status_code == 403


def test_words_are_escaped(browser: TestClient) -> None:
    page = begin(browser, "<script>alert(1)</script>")
    assert "<script>alert" not in page


def test_the_page_loads_nothing_from_elsewhere(browser: TestClient) -> None:
    answer = browser.get("/")
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert "http://" not in answer.text.replace("http://www.w3.org/2000/svg", "")
    for file in ("/preview.css", "/preview.js"):
        assert browser.get(file).status_code == 200
