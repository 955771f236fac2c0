"""Give tests the real knowledge."""

import pytest

from bot.core.knowledge import Knowledge
from bot.reading import knowledge_folder, load


@pytest.fixture(scope="session")
def real() -> Knowledge:
    """Return the knowledge that citizens get."""
    loaded = load(knowledge_folder())
    assert loaded.knowledge is not None, loaded.problems
    return loaded.knowledge
