"""New knowledge takes its place between two requests; bad files are told of."""

from dataclasses import replace

import pytest
from starlette.testclient import TestClient

from bot.app import App
from bot.channels.web.guard import Guard
from bot.channels.web.live import Live
from bot.channels.web.settings import Settings
from bot.channels.web.site import Clocks, site
from bot.core.knowledge import Knowledge
from tests.channels.web.visiting import HERE, Visit, hidden
from tests.core.conftest import DAY, small_map

NEW = replace(small_map(), version="v2abcdef")


class Lively(Visit):
    """Hold a site whose knowledge can be changed."""

    def __init__(self, *, one_secret: bool = True) -> None:
        super().__init__(small_map())
        kept = Settings(turns_at_once=1e9)

        def make(of: Knowledge) -> Guard:
            app = App(of, self.sessions, lambda: DAY)
            settings = kept if one_secret else Settings(turns_at_once=1e9)
            clocks = Clocks(lambda: DAY, self.clock)
            return site(app, of, self.sessions, settings, clocks)

        self.live = Live(make, small_map())
        self.browser = TestClient(self.live, base_url=HERE)


@pytest.fixture
def lively() -> Lively:
    return Lively()


def test_a_machine_can_ask_whether_it_works(lively: Lively) -> None:
    answer = lively.browser.get("/health")
    words = {"status": "ok", "knowledge": "v1abcdef", "faults": 0}
    assert (answer.status_code, answer.json()) == (200, words)
    assert lively.browser.get("/ready").json() == {"ready": True}


def test_bad_files_turn_health_red_while_all_goes_on(lively: Lively) -> None:
    lively.live.faults = 3
    answer = lively.browser.get("/health")
    assert (answer.status_code, answer.json()["status"]) == (503, "stale")
    assert lively.browser.get("/ready").status_code == 200
    assert "谁欠的" in lively.say("拖欠工资")


def test_a_talk_goes_on_with_new_knowledge(lively: Lively) -> None:
    lively.say("拖欠工资")
    lively.live.use(NEW)
    assert lively.browser.get("/health").json()["knowledge"] == "v2abcdef"
    assert "notice_updated" in lively.look()
    assert "head_where" in lively.tap("1")


def test_without_one_secret_a_talk_would_be_lost() -> None:
    lively = Lively(one_secret=False)
    lively.say("拖欠工资")
    lively.live.use(NEW)
    assert "谁欠的" not in lively.look()


def test_a_form_of_the_old_pages_is_told_so_not_taken(lively: Lively) -> None:
    lively.say("政府处罚")
    old = hidden(lively.page)
    lively.live.use(NEW)
    answer = lively.browser.post("/", data={**old, "says": "1"})
    assert answer.url.path == "/again"


def test_a_site_that_cannot_greet_is_not_ready(
    lively: Lively, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ValueError

    monkeypatch.setattr(App, "greet", broken)
    assert lively.browser.get("/ready").status_code == 500
