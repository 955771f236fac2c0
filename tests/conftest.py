"""Keep tests apart from the machine: own cache, no settings from outside."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

# Time is measured in benchmarks; a busy machine must not turn a property red.
settings.register_profile("house", deadline=None)
settings.load_profile("house")


@pytest.fixture(scope="session", autouse=True)
def _own_surroundings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        for name in [n for n in os.environ if n.startswith("WENLU_")]:
            patch.delenv(name)
        yield


@pytest.fixture(scope="session")
def root() -> Path:
    """Return the folder of the project."""
    return Path(__file__).parent.parent
