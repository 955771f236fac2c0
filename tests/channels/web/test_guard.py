"""What is out of bounds is refused, and every answer carries what it must."""

import re

import pytest
from starlette.responses import Response

from bot.channels.web import forms, guard
from bot.channels.web.settings import Settings
from bot.channels.web.tickets import Tickets, new_secret
from tests.channels.web.visiting import HERE, Visit, hidden
from tests.core.conftest import small_map

SECURE = Settings(
    frozenset(["wen.example.cn"]), turns_at_once=1e9, requests_at_once=1e9
)
ADDRESSES = (
    "/",
    "/again",
    "/cleared",
    "/glossary",
    "/about",
    "/health",
    "/ready",
    "/nowhere",
)
FORM = {"content-type": "application/x-www-form-urlencoded"}


def post(visit: Visit, headers: dict[str, str], **fields: str) -> Response:
    """Post an answer from the page in hand, some fields and headers changed."""
    form = {**hidden(visit.look()), "words": "拖欠工资", **fields}
    answer: Response = visit.browser.post(  # type: ignore[assignment]
        "/", data=form, headers=headers, follow_redirects=False
    )
    return answer


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_answer_carries_every_header(address: str) -> None:
    headers = Visit(small_map(), SECURE).browser.get(address).headers
    assert {name: headers[name] for name in guard.HEADERS} == guard.HEADERS
    assert headers["cache-control"] == "no-store"
    assert headers["strict-transport-security"] == "max-age=31536000; includeSubDomains"


@pytest.mark.parametrize("name", guard.HEADERS)
def test_a_header_left_out_would_be_seen(
    monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.delitem(guard.HEADERS, name)
    assert name.lower() not in Visit(small_map(), SECURE).browser.get("/").headers


def test_a_page_may_load_only_its_own_style_and_pictures() -> None:
    first, *others = guard.POLICY.split("; ")
    assert first == "default-src 'none'"
    assert {one.split()[1] for one in others} == {"'self'", "'none'"}
    assert "script" not in guard.POLICY


def test_only_the_style_may_be_kept(visit: Visit) -> None:
    address = re.findall(r'href="(/style[^"]+)"', visit.look())[0]
    answer = visit.browser.get(address)
    assert answer.headers["content-type"].startswith("text/css")
    assert "immutable" in answer.headers["cache-control"]


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_answer_says_what_it_is(visit: Visit, address: str) -> None:
    kind = visit.browser.get(address).headers["content-type"]
    wanted = ("text/html; charset=utf-8", "application/json")
    assert kind in wanted


def test_fields_in_the_address_are_not_looked_at(visit: Visit) -> None:
    form = {**hidden(visit.look()), "words": "拖欠工资"}
    there = visit.browser.post("/", params=form, data={"words": "拖欠工资"})
    assert there.status_code == 403
    assert len(visit.sessions) == 0


def test_behind_tls_the_cookie_is_bound_to_the_host() -> None:
    given = Visit(small_map(), SECURE).browser.get("/").headers["set-cookie"]
    assert given.startswith("__Host-talk=")
    for flag in ("Secure", "HttpOnly", "Path=/", "SameSite=lax"):
        assert flag in given.split("; ")
    assert "Domain" not in given
    assert "Max-Age" not in given


def test_on_the_machine_itself_the_cookie_is_plain(visit: Visit) -> None:
    given = visit.browser.get("/").headers["set-cookie"]
    assert given.startswith("talk=")
    assert "Secure" not in given
    assert "HttpOnly" in given


def test_an_id_chosen_by_another_is_not_taken(visit: Visit) -> None:
    visit.browser.cookies.set("talk", "chosen.0123")
    assert "talk=" in visit.browser.get("/").headers["set-cookie"]
    assert Tickets(new_secret()).citizen(Tickets(new_secret()).issue()) == ""


@pytest.mark.parametrize(
    ("headers", "fields"),
    [
        ({}, {"mark": "0" * 32}),
        ({}, {"mark": ""}),
        ({}, {"mark": "别"}),
        ({"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate"}, {}),
        ({"sec-fetch-site": "same-site", "sec-fetch-mode": "navigate"}, {}),
        ({"sec-fetch-site": "none", "sec-fetch-mode": "navigate"}, {}),
        ({"origin": "https://evil.example"}, {}),
        ({"origin": "null"}, {}),
    ],
)
def test_a_form_that_is_not_ours_is_refused(
    visit: Visit, headers: dict[str, str], fields: dict[str, str]
) -> None:
    assert post(visit, headers, **fields).status_code == 403
    assert len(visit.sessions) == 0


@pytest.mark.parametrize("headers", [{"sec-fetch-site": "same-origin"}, {}])
def test_a_form_of_ours_is_taken(visit: Visit, headers: dict[str, str]) -> None:
    assert post(visit, {**headers, "origin": HERE}).status_code == 303
    assert len(visit.sessions) == 1


def test_the_mark_of_another_browser_is_refused(visit: Visit) -> None:
    other = hidden(visit.another().get("/").text)["mark"]
    assert post(visit, {}, mark=other).status_code == 403


@pytest.mark.parametrize("fields", [{}, {"mark": "0" * 32}])
def test_without_its_guard_a_foreign_form_would_be_taken(
    visit: Visit, monkeypatch: pytest.MonkeyPatch, fields: dict[str, str]
) -> None:
    monkeypatch.setattr("bot.channels.web.talking.Talking.not_ours", lambda *_: False)
    assert post(visit, {"origin": "null"}, **fields).status_code == 303
    assert len(visit.sessions) == 1


def test_a_form_without_a_cookie_gets_the_talk_and_changes_nothing(
    visit: Visit,
) -> None:
    answer = visit.another().post("/", data={"words": "拖欠工资"})
    assert answer.url.path == "/again"
    assert len(visit.sessions) == 0


@pytest.mark.parametrize(
    ("body", "headers", "status"),
    [
        (b"words=" + b"x" * 65_536, FORM, 413),
        (b"&".join(b"f%d=1" % n for n in range(21)), FORM, 400),
        (b"words=x", {"content-type": "multipart/form-data; boundary=x"}, 415),
        (b"{}", {"content-type": "application/json"}, 415),
        (b"words=x", {**FORM, "content-length": "-1"}, 413),
        (b"words=x", {**FORM, "content-length": "9" * 30}, 413),
    ],
)
def test_a_body_out_of_bounds_is_refused(
    visit: Visit, body: bytes, headers: dict[str, str], status: int
) -> None:
    answer = visit.browser.post("/", content=body, headers=headers)
    assert answer.status_code == status
    assert "110" in answer.text


@pytest.mark.parametrize(("size", "status"), [(70_000, 413), (2_000_000, 413)])
def test_after_a_body_out_of_bounds_the_line_is_closed(
    visit: Visit, size: int, status: int
) -> None:
    answer = visit.browser.post("/", content=b"x" * size, headers=FORM)
    assert (answer.status_code, answer.headers["connection"]) == (status, "close")


def test_a_long_body_that_hides_its_length_is_refused(visit: Visit) -> None:
    pieces = (b"x" * 1024 for _ in range(100))
    assert visit.browser.post("/", content=pieces, headers=FORM).status_code == 413


def test_more_fields_would_be_taken_without_the_bound(
    visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(forms, "MOST_FIELDS", 10_000)
    body = b"&".join(b"f%d=1" % n for n in range(21))
    assert visit.browser.post("/", content=body, headers=FORM).status_code != 400


def test_a_long_body_would_be_taken_without_the_bound() -> None:
    visit = Visit(small_map(), Settings(body_bytes=1 << 30))
    body = b"words=" + b"x" * 70_000
    assert visit.browser.post("/", content=body, headers=FORM).status_code == 200


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1:8000", 200),
        ("LOCALHOST", 200),
        ("[::1]:8000", 200),
        ("evil.example", 400),
        ("127.0.0.1.evil.example", 400),
        ("", 400),
    ],
)
def test_only_our_own_names_are_answered(visit: Visit, host: str, status: int) -> None:
    answer = visit.browser.get("/", headers={"host": host})
    assert answer.status_code == status


def test_any_name_would_be_answered_if_it_stood_in_the_list() -> None:
    visit = Visit(small_map(), Settings(frozenset(["evil.example"])))
    headers = {"host": "evil.example"}
    assert visit.browser.get("/", headers=headers).status_code == 200


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_no_other_method_is_answered(visit: Visit, method: str) -> None:
    assert visit.browser.request(method, "/").status_code == 405


@pytest.mark.parametrize(
    ("mode", "status"), [("navigate", 200), ("no-cors", 403), ("cors", 403)]
)
def test_another_site_may_link_to_a_page_but_not_embed_it(
    visit: Visit, mode: str, status: int
) -> None:
    headers = {"sec-fetch-site": "cross-site", "sec-fetch-mode": mode}
    assert visit.browser.get("/glossary", headers=headers).status_code == status


def test_one_who_taps_too_fast_is_asked_to_wait() -> None:
    visit = Visit(small_map(), Settings(turns_at_once=3))
    for _ in range(3):
        visit.say("帮助")
    assert "太快" in visit.say("帮助")
    visit.clock.now += 2
    visit.look()
    assert "太快" not in visit.say("帮助")


def test_one_address_that_asks_too_much_is_refused() -> None:
    visit = Visit(small_map(), Settings(requests_at_once=2))
    assert [visit.browser.get("/").status_code for _ in range(3)] == [200, 200, 429]
    free = Visit(small_map(), Settings(requests_at_once=3))
    assert [free.browser.get("/").status_code for _ in range(3)] == [200] * 3
