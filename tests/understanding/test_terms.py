"""Whoever asks what a word means, or what an office is called now, is told."""

import pytest

from bot.core.knowledge import Knowledge
from bot.reading import knowledge_folder, load
from bot.understanding.hearing import hear
from bot.understanding.normalising import normalise
from tests.understanding.conftest import DAY


@pytest.fixture(scope="module")
def real() -> Knowledge:
    loaded = load(knowledge_folder())
    assert loaded.knowledge is not None
    return loaded.knowledge


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("国土局现在叫什么", "县级自然资源局"),
        ("请问工商局归谁管？", "县级市场监管局"),
        ("什么是卫计委", "县级卫健委"),
        ("环保局管啥", "生态环境分局"),
        ("什么是复查", "复查"),
    ],
)
def test_a_word_or_an_old_name_is_explained(
    real: Knowledge, text: str, name: str
) -> None:
    assert hear(normalise(text), real, DAY).term == name


@pytest.mark.parametrize("text", ["什么是月亮", "隔壁叫什么", "国土局占了我家地"])
def test_other_words_are_no_question_about_an_office(
    real: Knowledge, text: str
) -> None:
    assert hear(normalise(text), real, DAY).term == ""
