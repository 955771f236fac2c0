"""Print a page of HTML as PDF with the Chromium of the machine."""

import shutil
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
SECONDS = 120
"""Time a sheet of A3 with a large picture may take on a slow machine."""


def print_pdf(
    page: str, out: Path, which: Callable[[str], str | None] = shutil.which
) -> None:
    """Write the page as PDF; without a browser say how else to print it.

    Raises: SystemExit in plain Chinese when it cannot be printed.
    """
    program = next((found for one in PROGRAMS if (found := which(one))), None)
    if program is None:
        raise SystemExit("没有装 Chromium：请写成 .html，用浏览器打开再打印。")
    with tempfile.TemporaryDirectory() as home:
        source = Path(home) / "page.html"
        source.write_text(page, "utf-8")
        made = subprocess.run(  # noqa: S603 — a fixed program on a file of ours
            [
                program, "--headless", "--no-sandbox", "--disable-gpu",
                f"--user-data-dir={home}/profile", "--no-pdf-header-footer",
                f"--print-to-pdf={out.resolve()}", source.as_uri(),
            ],
            capture_output=True, timeout=SECONDS, check=False,
        )  # fmt: skip
    if made.returncode or not out.is_file():
        raise SystemExit("Chromium 没有印成：请写成 .html，用浏览器打开再打印。")
