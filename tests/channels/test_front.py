"""A platform's door stands beside the site; everything else goes to the site."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from bot.channels.front import Front


def saying(words: str) -> Starlette:
    async def answer(_: Request) -> Response:
        return PlainTextResponse(words)

    return Starlette(routes=[Route("/", answer)])


@pytest.mark.parametrize(
    ("address", "says"),
    [("/", "site"), ("/wechat", "door"), ("/wechat/x", "Not Found")],
)
def test_a_request_goes_where_its_address_says(address: str, says: str) -> None:
    front = Front(saying("site"), {"/wechat": saying("door")})
    assert TestClient(front).get(address).text == says


def test_what_lives_lives_as_long_as_the_server() -> None:
    told: list[str] = []

    @asynccontextmanager
    async def living() -> AsyncIterator[None]:
        told.append("begun")
        yield
        told.append("ended")

    with TestClient(Front(saying("site"), {}, [living])) as browser:
        browser.get("/")
        assert told == ["begun"]
    assert told == ["begun", "ended"]
