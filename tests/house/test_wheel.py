"""What is installed finds its knowledge from any folder."""

import shutil
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

FIND = "from bot.reading import knowledge_folder as f; print(f().resolve())"
LABOUR = "bot/_knowledge/guides/labour.yaml"
PICTURES = "pictures"
SOURCES = '"knowledge" = "bot/_knowledge"'


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(root, tmp_path_factory.mktemp("wheel"))


def test_a_wheel_holds_all_that_staff_wrote(root: Path, wheel: Path) -> None:
    folder = root / "knowledge"
    written = {
        f"bot/_knowledge/{path.relative_to(folder).as_posix()}"
        for path in folder.rglob("*")
        if path.is_file() and path.name != "README.md" and path.parent.name != PICTURES
    }
    held = {name for name in names(wheel) if name.startswith("bot/_knowledge/")}
    assert LABOUR in held
    assert held == written


def test_a_wheel_holds_nothing_but_the_bot_and_its_licences(wheel: Path) -> None:
    others = [name for name in names(wheel) if not name.startswith("bot/")]
    assert sorted(name.partition("/")[2] for name in others) == [
        "METADATA",
        "RECORD",
        "WHEEL",
        "entry_points.txt",
        "licenses/LICENSE",
        "licenses/NOTICE",
    ]


def test_an_installed_wheel_finds_its_knowledge(wheel: Path, tmp_path: Path) -> None:
    home, elsewhere = tmp_path / "home", tmp_path / "elsewhere"
    elsewhere.mkdir()
    install = (sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--no-index")
    run(*install, "--target", home, wheel, cwd=tmp_path)
    assert found(home, cwd=elsewhere) == home.resolve() / "bot" / "_knowledge"


def test_a_checkout_finds_its_knowledge(root: Path, tmp_path: Path) -> None:
    assert found(root, cwd=tmp_path) == root.resolve() / "knowledge"


def test_a_wheel_without_its_sources_table_is_seen(root: Path, tmp_path: Path) -> None:
    tree = tmp_path / "tree"
    tree.mkdir()
    for name in ("bot", "knowledge"):
        shutil.copytree(root / name, tree / name)
    for name in ("LICENSE", "NOTICE", "README.md"):
        shutil.copy(root / name, tree)
    project = (root / "pyproject.toml").read_text("utf-8")
    assert SOURCES in project
    (tree / "pyproject.toml").write_text(project.replace(SOURCES, ""), "utf-8")
    assert LABOUR not in names(built(tree, tmp_path / "wheel"))


def found(home: Path, cwd: Path) -> Path:
    find = f"import sys; sys.path[0] = {str(home)!r}; {FIND}"
    return Path(run(sys.executable, "-c", find, cwd=cwd))


def built(tree: Path, target: Path) -> Path:
    build = (sys.executable, "-m", "hatchling", "build", "-t", "wheel")
    run(*build, "-d", target, cwd=tree)
    return next(target.glob("*.whl"))


def names(wheel: Path) -> list[str]:
    with ZipFile(wheel) as archive:
        return archive.namelist()


def run(*command: str | Path, cwd: Path) -> str:
    result = subprocess.run(
        command, cwd=cwd, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stderr
    return result.stdout.strip()
