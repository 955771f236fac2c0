"""Measure understanding on real messages beside three plain ways to do the same.

Run: python tests/benchmarks/understanding.py [FOLDER]
FOLDER holds field_dev.jsonl and agency_dev.jsonl (default ../shared/messages); the
category list is looked for in ../shared/domain. Every field is allowed as an answer.
The third way, TF-IDF with LinearSVC, is tried when scikit-learn can be imported.
"""

import csv
import random
import re
import subprocess
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from datetime import date
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TypeAlias

from labels import Sheet, ranked_labels, sheets
from noise import NOISES
from rapidfuzz import fuzz, process
from utterances import utterances

from bot.core.knowledge import Knowledge
from bot.reading import knowledge_folder, load
from bot.understanding.hearing import hear
from bot.understanding.normalising import normalise

SHARED = Path(__file__).parents[3] / "shared"
TODAY = date(2026, 11, 24)
RESAMPLES, SEED = 500, 7
BEST = 3
LEAST_OF_CLASS = 10
"""Messages a class must have to count in macro-F1."""
GREETING = re.compile(r"^[^,。!?:;]{0,12}(?:您好|你好|书记|领导|市长|局长)[,。!?:;]*")
Guess: TypeAlias = Callable[[str], list[str]]


COLUMNS: dict[str, Callable[[dict[str, str]], str]] = {
    "标题": lambda row: row["title"],
    "标题+正文": lambda row: f"{row['title']}。{row['body']}",
    "开头20字": lambda row: opening(row, 20),
    "开头40字": lambda row: opening(row, 40),
    "开头80字": lambda row: opening(row, 80),
}


def opening(row: dict[str, str], length: int) -> str:
    return GREETING.sub("", normalise(row["body"]))[:length]


# the ways to guess


def ours(knowledge: Knowledge, sheet: Sheet) -> Guess:
    def guess(words: str) -> list[str]:
        heard = hear(words, knowledge, TODAY)
        found = ((one.matter, one.score) for one in heard.matters)
        labels: list[str] = ranked_labels(sheet, found)
        return labels

    return guess


def with_follow_up(
    knowledge: Knowledge, sheet: Sheet, row: dict[str, str]
) -> list[str]:
    """Guess after 40 characters; if they were thin, after the next 80 as well.

    Scored as the talk does it: half of what the first turn left counts in.
    """
    words = opening(row, 120)
    first = hear(words[:40], knowledge, TODAY)
    scores = {one.matter: one.score for one in first.matters}
    if first.verdict in {"thin", "none"}:
        left = {name: score / 2 for name, score in scores.items()}
        second = hear(words[40:], knowledge, TODAY).matters
        more = {one.matter: one.score for one in second}
        scores = {n: left.get(n, 0) + more.get(n, 0) for n in {**more, **left}}
    labels: list[str] = ranked_labels(sheet, scores.items())
    return labels


def taxonomy(knowledge: Knowledge, sheet: Sheet) -> dict[str, list[str]]:
    """Return each name of the category list with the labels it stands for."""
    covering: defaultdict[str, list[str]] = defaultdict(list)
    for matter in knowledge.matters.values():
        for row in matter.covers:
            covering[row] += sheet.labels[matter.name][:1]
    names: dict[str, list[str]] = {}
    with (SHARED / "domain" / "taxonomy.csv").open(encoding="utf-8-sig") as lines:
        for top, *below in list(csv.reader(lines))[1:]:
            labels = covering["/".join((top, *below))]
            for name in below:
                named = [top] if sheet.name == "领域" else labels
                names.setdefault(name, []).extend(named if name != "其他" else ())
    return {name: labels for name, labels in names.items() if name != "其他"}


def by_keyword(names: dict[str, list[str]]) -> Guess:
    def guess(words: str) -> list[str]:
        votes: Counter[str] = Counter()
        for name, labels in names.items():
            times = words.count(name)
            for label in set(labels) if times else ():
                votes[label] += times * len(name)
        return [label for label, _ in votes.most_common()]

    return guess


def by_likeness(names: dict[str, list[str]]) -> Guess:
    def guess(words: str) -> list[str]:
        found = process.extract(words, list(names), scorer=fuzz.WRatio, limit=10)
        return distinct(label for name, _, _ in found for label in names[name])

    return guess


def distinct(labels: Iterable[str]) -> list[str]:
    return [label for label in dict.fromkeys(labels) if label]


def trained(rows: list[dict[str, str]], words: list[str]) -> list[list[str]]:
    """Guess each fifth of the messages after learning the other four."""
    text = import_module("sklearn.feature_extraction.text")
    pipeline = import_module("sklearn.pipeline")
    svm = import_module("sklearn.svm")
    order = list(range(len(rows)))
    random.Random(SEED).shuffle(order)
    guesses: list[list[str]] = [[] for _ in rows]
    for fold in range(5):
        held = order[fold::5]
        seen = [number for number in order if number not in set(held)]
        model = pipeline.make_pipeline(
            text.TfidfVectorizer(
                analyzer="char", ngram_range=(1, 3), sublinear_tf=True
            ),
            svm.LinearSVC(),
        )
        model.fit([words[n] for n in seen], [rows[n]["label"] for n in seen])
        for number, marks in zip(
            held, model.decision_function([words[n] for n in held]), strict=True
        ):
            ranked = sorted(zip(marks, model.classes_, strict=True), reverse=True)
            guesses[number] = [label for _, label in ranked]
    return guesses


# the figures


def figures(rows: list[dict[str, str]], guesses: list[list[str]]) -> str:
    """Return top-1, top-3 and macro-F1 in %, with the 95 % bootstrap interval."""
    pairs = list(zip((row["label"] for row in rows), guesses, strict=True))
    dice = random.Random(SEED)
    samples = [dice.choices(pairs, k=len(pairs)) for _ in range(RESAMPLES)]
    written = []
    for measure in (top_1, top_3, macro_f1):
        spread = sorted(measure(sample) for sample in samples)
        low, high = spread[RESAMPLES // 40], spread[-RESAMPLES // 40 - 1]
        written.append(f"{measure(pairs):5.1f} [{low:4.1f}–{high:4.1f}]")
    return "  ".join(written)


def top_1(pairs: list[tuple[str, list[str]]]) -> float:
    return 100 * sum(label in found[:1] for label, found in pairs) / len(pairs)


def top_3(pairs: list[tuple[str, list[str]]]) -> float:
    return 100 * sum(label in found[:BEST] for label, found in pairs) / len(pairs)


def macro_f1(pairs: list[tuple[str, list[str]]]) -> float:
    right: Counter[str] = Counter()
    there = Counter(label for label, _ in pairs)
    said: Counter[str] = Counter(found[0] for _, found in pairs if found)
    for label, found in pairs:
        right[label] += label in found[:1]
    counted = [label for label, times in there.items() if times >= LEAST_OF_CLASS]
    marks = [2 * right[one] / (there[one] + said[one]) for one in counted]
    return 100 * sum(marks) / len(marks)


def quality(knowledge: Knowledge, sheet: Sheet) -> None:
    print(f"\n{sheet.name}：{len(sheet.rows)} 条  首选 / 前三 / 宏平均F1，%［95%区间］")
    names = taxonomy(knowledge, sheet)
    ways: dict[str, Guess] = {
        "问路": ours(knowledge, sheet),
        "分类名称关键词": by_keyword(names),
        "分类名称WRatio": by_likeness(names),
    }
    for column, words in COLUMNS.items():
        texts = [normalise(words(row)) for row in sheet.rows]
        for name, guess in ways.items():
            row = figures(sheet.rows, [guess(text) for text in texts])
            print(f"{column:8} {name:12} {row}")
        if column == "开头40字":
            asked = [with_follow_up(knowledge, sheet, row) for row in sheet.rows]
            print(f"{column:8} {'问路追问一句':12} {figures(sheet.rows, asked)}")
        if find_spec("sklearn"):
            row = figures(sheet.rows, trained(sheet.rows, texts))
            print(f"{column:8} {'TF-IDF+SVC五折':12} {row}")
    if not find_spec("sklearn"):
        print("（没有 scikit-learn，TF-IDF+LinearSVC 这一行没有跑）")


def noise(knowledge: Knowledge, sheet: Sheet) -> None:
    print(f"\n{sheet.name}，标题，打字走样时")
    guess = ours(knowledge, sheet)
    for name, spoil in NOISES.items():
        guesses = [guess(spoil(row["title"])) for row in sheet.rows]
        print(f"{name:10} {figures(sheet.rows, guesses)}")


def speed(knowledge: Knowledge, rows: list[dict[str, str]]) -> None:
    print("\n每条用时，毫秒")
    texts = {
        "标题": [row["title"] for row in rows],
        "300字": [(row["title"] + row["body"] * 3)[:300] for row in rows],
        "标题+正文": [row["title"] + row["body"] for row in rows],
    }
    for name, several in texts.items():
        took = []
        for text in several:
            begun = time.perf_counter()
            hear(text, knowledge, TODAY)
            took.append((time.perf_counter() - begun) * 1e3)
        took.sort()
        half, most = took[len(took) // 2], took[-len(took) // 100]
        print(f"{name:8} 问路 p50 {half:.2f}  p99 {most:.2f}")
    yardsticks(texts["标题"])


def yardsticks(texts: list[str]) -> None:
    """Time what the yardsticks take for the same titles, and what they hold."""
    with (SHARED / "domain" / "taxonomy.csv").open(encoding="utf-8-sig") as lines:
        names = {name: [name] for row in list(csv.reader(lines))[1:] for name in row}
    for way, guess in (("关键词", by_keyword(names)), ("WRatio", by_likeness(names))):
        begun = time.perf_counter()
        for text in texts:
            guess(text)
        mean = (time.perf_counter() - begun) * 1e3 / len(texts)
        print(f"{'标题':8} {way} 平均 {mean:.2f}")


COLD = """
import time
def rss():
    with open("/proc/self/status") as lines:
        return next(int(one.split()[1]) for one in lines if one.startswith("VmRSS"))
begun = time.perf_counter()
from datetime import date
from bot.reading import knowledge_folder, load
knowledge = load(knowledge_folder()).knowledge
loaded = time.perf_counter()
before = rss()
from bot.understanding.hearing import hear
hear("老板拖欠工资", knowledge, date(2026, 11, 24))
heard = time.perf_counter()
after = rss()
print(f"读资料 {loaded - begun:.2f}s，第一句 {heard - loaded:.3f}s，"
      f"内存共 {after / 1024:.0f} MB，其中听懂 {(after - before) / 1024:.1f} MB")
"""


TRAINED = """
import time
def rss():
    with open("/proc/self/status") as lines:
        return next(int(one.split()[1]) for one in lines if one.startswith("VmRSS"))
begun = time.perf_counter()
import sklearn.feature_extraction.text, sklearn.svm
print(f"只装 scikit-learn {time.perf_counter() - begun:.2f}s，"
      f"内存共 {rss() / 1024:.0f} MB")
"""


def cold_start() -> None:
    print("\n冷启动（新进程；第二次起有缓存）", flush=True)
    for _ in range(3):
        subprocess.run([sys.executable, "-c", COLD], check=True)
    if find_spec("sklearn"):
        subprocess.run([sys.executable, "-c", TRAINED], check=True)


def main() -> None:
    """Print all tables."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else SHARED / "messages"
    knowledge = load(knowledge_folder()).knowledge
    assert knowledge is not None
    both = sheets(knowledge, folder)
    for sheet in both:
        quality(knowledge, sheet)
    for sheet in both:
        noise(knowledge, sheet)
    utterances(knowledge, SHARED / "domain")
    speed(knowledge, both[1].rows)
    cold_start()


if __name__ == "__main__":
    main()
