"""Give tests a site over the small map, and over the real one."""

import pytest

from bot.core.knowledge import Knowledge
from bot.reading import knowledge_folder, load
from tests.channels.web.visiting import Visit
from tests.core.conftest import small_map


@pytest.fixture
def visit() -> Visit:
    return Visit(small_map())


@pytest.fixture(scope="session")
def real() -> Knowledge:
    knowledge = load(knowledge_folder()).knowledge
    assert knowledge is not None
    return knowledge
