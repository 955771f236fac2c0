"""Show which rows of a category list lead to a matter; draft the talks that lack."""

import argparse
from pathlib import Path

from bot.app import today_in_china
from bot.commands.days import day
from bot.commands.knowing import whole_knowledge_of
from bot.commands.test import played_stories
from bot.proving import TaxonomyError, coverage, read_taxonomy
from bot.proving.covering import covered, drafts, items
from bot.proving.recording import story_text
from bot.proving.survey import Survey
from bot.reading import knowledge_folder

HEAD = "# yaml-language-server: $schema=../schema/stories.json\n"
NOTE = "# 草稿：卡片写的是现在的结果，请逐段核对，改成老百姓的话，再存进 stories/\n"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("taxonomy", nargs="?", type=Path, help="分类表（CSV）")
    parser.add_argument(
        "--drafts",
        action="store_true",
        help="不看分类表：写出走遍其余步骤、选项和途径的最少几段样例草稿",
    )
    parser.add_argument("--date", type=day, help="草稿当作哪一天")


def run(given: argparse.Namespace) -> int:
    """Name the rows that lead nowhere; exit 1 when there is one."""
    if given.drafts:
        return _drafts(given)
    if given.taxonomy is None:
        raise SystemExit("要写分类表的文件，或者 --drafts")
    try:
        rows = read_taxonomy(given.taxonomy)
    except TaxonomyError as error:
        raise SystemExit(str(error)) from None
    found = coverage(whole_knowledge_of(), rows)
    for name in found.missing:
        print(f"没有事项接着：{name}")
    for matter, name in found.unknown:
        print(f"“{matter}”写的“{name}”不在分类表里")
    print(f"{len(rows) - len(found.missing)}/{len(rows)} 行有事项接着")
    return int(bool(found.missing))


def _drafts(given: argparse.Namespace) -> int:
    """Print the drafts as a file of stories; say what no talk was found for."""
    folder = knowledge_folder()
    knowledge = whole_knowledge_of(folder)
    done = covered(played_stories(knowledge, folder))
    missing = [item for item in items(knowledge) if item not in done]
    survey = Survey(knowledge, given.date or today_in_china())
    made = drafts(survey, missing)
    reached = {item for draft in made for item in draft.covers}
    print(HEAD + NOTE + "stories:")
    for draft in made:
        walks = "、".join("/".join(item[1:]) for item in draft.covers)
        print(f"  # 走到：{walks}")
        print(story_text([draft.story]), end="")
    lost = ["/".join(item) for item in missing if item not in reached]
    print(f"# 还缺{len(missing)}处，{len(made)}段草稿走到{len(reached)}处")
    for name in lost:
        print(f"# 没找到说法：{name}")
    return 0
