"""Open every letter in LibreOffice and count its pages: two at most, blank or filled.

Run: python tests/programmes/letters.py [FOLDER]
Needs libreoffice-writer, poppler-utils and a Chinese font. The pages stay in FOLDER
as pictures, to be looked at; without it they are thrown away.
"""

import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.app import App
from bot.core.knowledge import Knowledge
from bot.papers.letters.filling import Situation
from bot.papers.offer import letter_papers, papers_for
from bot.reading import knowledge_folder, load
from bot.storing.memory import MemoryStore

TODAY = date(2026, 11, 24)
MOST_PAGES = 2
ME = "群众"
TALKS = (
    "信访局的处理意见书我不服，11月18日收到的",
    "干了三个月活老板一分钱没给，是工地上的活",
    "我收到了复议决定书，11月18日收到的",
    "材料交到信访局20天了没回音",
    "不服交通事故认定书，昨天收到的",
    "上班时摔伤了，单位不给报工伤",
    "我想申请信息公开",
    "我要举报镇长贪污",
    "朋友借钱不还，有欠条",
)
"""Talks whose cards fill the letters; places with and without offices."""


def main() -> int:
    """Return 1 if any letter has too many pages."""
    loaded = load(knowledge_folder())
    assert loaded.knowledge is not None, loaded.problems
    with TemporaryDirectory() as made:
        folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(made)
        folder.mkdir(parents=True, exist_ok=True)
        written = list(wrote(loaded.knowledge, folder))
        print(f"{len(written)} 份")
        return report(written, Path(made))


def wrote(knowledge: Knowledge, folder: Path) -> Iterator[Path]:
    """Write every letter blank, and every letter of every talk."""
    for letter in knowledge.letters.values():
        docx = letter_papers(knowledge, letter, Situation(TODAY))[0]
        yield kept(folder, f"空白-{docx.title}", docx.make())
    for number, words in enumerate(TALKS, 1):
        store = MemoryStore()
        app = App(knowledge, store, lambda: TODAY)
        for said in (words, "阳城县", "先告诉我去哪"):
            app.handle(ME, said)
        state = store.load(ME)
        assert state is not None
        for paper in papers_for(knowledge, state, TODAY):
            if paper.form == "docx":
                yield kept(folder, f"{number}-{paper.title}", paper.make())


def kept(folder: Path, name: str, data: bytes) -> Path:
    """Write one file and return where."""
    path = folder / f"{name}.docx"
    path.write_bytes(data)
    return path


def report(written: list[Path], home: Path) -> int:
    """Turn the letters into pages, draw them, and tell those that are too long."""
    folder = written[0].parent
    profile = f"-env:UserInstallation={(home / 'office').as_uri()}"
    convert = ["soffice", "--headless", profile, "--convert-to", "pdf"]
    convert += ["--outdir", str(folder), *map(str, written)]
    subprocess.run(convert, check=True, capture_output=True)
    long = 0
    for path in written:
        pages = counted(path.with_suffix(".pdf"))
        if pages > MOST_PAGES:
            long += 1
            print(f"{path.stem}：{pages} 页")
    print(f"超过 {MOST_PAGES} 页的：{long} 份")
    return 1 if long else 0


def counted(pdf: Path) -> int:
    """Return how many pages a PDF has, and draw each as a picture beside it."""
    drawn = ["pdftoppm", "-r", "72", "-png", str(pdf), str(pdf.with_suffix(""))]
    subprocess.run(drawn, check=True)
    told = subprocess.run(
        ["pdfinfo", pdf], check=True, capture_output=True, text=True
    ).stdout
    found = re.search(r"^Pages:\s+(\d+)", told, re.MULTILINE)
    assert found is not None, told
    return int(found[1])


if __name__ == "__main__":
    raise SystemExit(main())
