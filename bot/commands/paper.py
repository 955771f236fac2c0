"""Make a paper: lists for staff and lawyers, things a citizen takes in hand."""

import argparse
import sys
from importlib import import_module
from pathlib import Path

from bot.papers.printing import print_pdf

PAPERS = {
    "letter": "材料：申请书、起诉状这些，交得出去的，能按卡片编号填好",
    "sources": "来源报告：每句话的出处、谁核对的、怎样的回答会看到它",
    "review": "待审清单：要请当地律师确认的每一处",
    "agency": "职责清单：一个部门该收哪些事、按什么程序、多少天、依据什么",
    "poster": "墙上的图：路线图、信访部门办理导引图、一个领域和它的说明",
    "handout": "柜台上拿的一张（A5）：一个事项先找谁、哪天前、带什么",
    "booklet": "手册（A5）：全部事项先找谁，和常见的词",
    "captions": "滚动字幕：一行一句",
    "quiz": "小图文卡片：一张一件事，带出处",
}
"""Every paper with what it is; bot/commands/papers/ holds a file for each.

Such a file has `arguments(parser)`, and `paper(given)` that returns what is made.
"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.usage = "wenlu paper 名字 [参数] [--out 文件]"
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    width = max(map(len, PAPERS))
    listed = "\n".join(f"  {name:{width}}  {words}" for name, words in PAPERS.items())
    parser.epilog = f"有这些：\n{listed}\n\n某一种的参数：wenlu paper 名字 --help"
    parser.add_argument("name", choices=PAPERS, metavar="名字", help="要哪一种")
    parser.add_argument("rest", nargs=argparse.REMAINDER, help=argparse.SUPPRESS)


def run(given: argparse.Namespace) -> int:
    """Make the named paper; write it to its file or the standard output."""
    module = import_module(f"bot.commands.papers.{given.name}")
    parser = argparse.ArgumentParser(
        prog=f"wenlu paper {given.name}", description=PAPERS[given.name]
    )
    module.arguments(parser)
    parser.add_argument(
        "--out",
        type=Path,
        metavar="文件",
        help="写到这个文件；写成 .pdf 就用装着的 Chromium 印",
    )
    asked = parser.parse_args(given.rest)
    made = module.paper(asked)
    if asked.out is not None and asked.out.suffix == ".pdf" and isinstance(made, str):
        print_pdf(made, asked.out)
    elif asked.out is not None:
        asked.out.write_bytes(made if isinstance(made, bytes) else made.encode())
    elif isinstance(made, str):
        sys.stdout.write(made)
    else:
        raise SystemExit("这种不是文字，请用 --out 写明放到哪个文件")
    return 0
