"""Give each test its own copy of the sound map."""

from pathlib import Path
from shutil import copytree

import pytest

from tests.proving.planting import HERE, Planting


@pytest.fixture
def planting(tmp_path: Path) -> Planting:
    """Return a copy of the sound map."""
    folder = tmp_path / "map"
    copytree(HERE / "map", folder)
    return Planting(folder)
