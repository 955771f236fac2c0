"""A talk over WeChat is the same talk, told in short texts, each message once."""

import pytest

from bot.app import Messenger
from bot.channels.handling import Reply
from bot.channels.wechat.layout import FIRST_SIGNS, MOST_BYTES
from bot.core.knowledge import Knowledge
from bot.core.phrases import say
from bot.storing.contract import Delivery
from tests.channels.wechat.conftest import ACCOUNTS, ID, KEY, Platform, Slow


def test_a_whole_talk_leads_to_the_card_and_its_pages(platform: Platform) -> None:
    assert "事情发生在哪个县" in platform.say("收到处理意见书20天了不服")
    card = platform.say("先告诉我去哪")
    assert "去哪：" in card
    assert len(card.splitlines()) <= 12
    first = platform.say("1")
    assert "第2页" in first
    assert platform.say("第2页") != first


def test_every_answer_fits_what_the_platform_takes(platform: Platform) -> None:
    for words in ("选事项", "1", "1", "先告诉我去哪", "看全部", "第2页", "我的回答"):
        assert len(platform.say(words).encode()) <= MOST_BYTES


def test_a_repeated_message_gets_the_same_and_moves_nothing(
    platform: Platform,
) -> None:
    platform.say("老板拖欠工资三个月")
    platform.now += 1
    xml = platform.message("1")
    once = platform.send(xml)
    assert [platform.send(xml), platform.send(xml)] == [once, once]


def test_the_repeat_is_known_by_its_number_alone(platform: Platform) -> None:
    platform.say("老板拖欠工资三个月")
    assert platform.say("1") != platform.say("1")


def test_a_number_older_than_the_menu_is_refused_and_the_question_shown(
    real: Knowledge, messenger: Messenger
) -> None:
    platform = Platform(ACCOUNTS["plain"], messenger, real)
    platform.say("老板拖欠工资三个月")
    platform.now -= 60
    late = platform.send(platform.message("1"))
    assert say(real, "notice_moved_on") in late


def test_following_is_greeted_shortly_and_told_who_can_read_it(
    platform: Platform,
) -> None:
    xml = platform.message("", "event", Event="subscribe", MsgId="")
    greeting = platform.send(xml)
    assert len(greeting) <= FIRST_SIGNS
    assert "后台看到" in greeting
    assert "12388" in greeting


def test_leaving_forgets_the_talk(platform: Platform) -> None:
    platform.say("收到处理意见书20天了不服")
    platform.now += 1
    xml = platform.message("", "event", Event="unsubscribe", MsgId="")
    assert platform.send(xml) == "success"
    assert say(platform.knowledge, "answers_none") in platform.say("我的回答")


@pytest.mark.parametrize(
    ("kind", "more", "says"),
    [
        ("voice", {}, "语音转文字"),
        ("voice", {"Recognition": "老板拖欠工资"}, "拖欠工资"),
        ("image", {"PicUrl": "x"}, "只看得懂文字"),
        ("location", {"Label": "某村"}, "只看得懂文字"),
    ],
)
def test_what_is_not_text_gets_one_kind_line(
    platform: Platform, kind: str, more: dict[str, str], says: str
) -> None:
    assert says in platform.send(platform.message("", kind, **more))


def test_the_road_of_accusation_warns_before_any_text(platform: Platform) -> None:
    said = platform.say("举报村支书贪污集体的钱")
    for _ in range(3):
        if "后台看到" in said:
            break
        said = platform.say("1")
    assert "后台看到" in said


# who may ask


@pytest.mark.parametrize("wrong", [{"signature": "0" * 40}, {"timestamp": "1"}])
def test_what_is_not_signed_now_by_the_platform_is_refused(
    real: Knowledge, messenger: Messenger, wrong: dict[str, str]
) -> None:
    platform = Platform(ACCOUNTS["plain"], messenger, real)
    asked = {**platform.asked(), **wrong}
    body = platform.message("你好").encode()
    assert platform.browser.post("/", params=asked, content=body).status_code == 403
    assert platform.browser.get("/", params=asked).status_code == 403


@pytest.mark.parametrize(
    "body",
    [
        b'<!DOCTYPE x [<!ENTITY a "b">]><xml><FromUserName>&a;</FromUserName></xml>',
        b"<xml><FromUserName>o1</FromUserName></xml>",
        b"no xml at all",
        b"<xml>" + b"<a>" * 50,
        b"<xml><Encrypt>AAAA</Encrypt></xml>",
        b"x" * 70_000,
    ],
)
def test_a_body_out_of_bounds_is_refused(
    real: Knowledge, messenger: Messenger, body: bytes
) -> None:
    platform = Platform(ACCOUNTS["aes"], messenger, real)
    answer = platform.browser.post("/", params=platform.asked(), content=body)
    assert answer.status_code == 403


def test_the_address_is_shown_to_be_ours(real: Knowledge, messenger: Messenger) -> None:
    platform = Platform(ACCOUNTS["plain"], messenger, real)
    asked = platform.asked(echostr="123")
    assert platform.browser.get("/", params=asked).text == "123"


def test_wecom_gets_its_echo_opened(real: Knowledge, messenger: Messenger) -> None:
    platform = Platform(ACCOUNTS["wecom"], messenger, real)
    assert platform.crypto is not None
    shut = platform.crypto.encrypt_message("4711", "n0nce", str(int(platform.now)))
    echo = shut.split("<Encrypt><![CDATA[")[1].split("]]>")[0]
    sign = shut.split("<MsgSignature><![CDATA[")[1].split("]]>")[0]
    asked = platform.asked(echostr=echo, msg_signature=sign)
    assert platform.browser.get("/", params=asked).text == "4711"


# in time


def test_an_answer_that_takes_long_asks_to_be_sent_again_and_is_kept(
    real: Knowledge, messenger: Messenger
) -> None:
    waits = iter([0.3, 0.0])
    platform = Platform(
        ACCOUNTS["plain"], Slow(messenger, lambda: next(waits)), real, seconds=0.05
    )
    with platform.browser:
        xml = platform.message("老板拖欠工资三个月")
        assert platform.send(xml) == say(real, "again")
        assert "拖欠工资" in platform.send(xml)


def test_two_citizens_who_tap_in_one_second_are_both_answered(
    platform: Platform,
) -> None:
    taps = [
        platform.message("", "event", Event="CLICK", EventKey="选事项", MsgId="")
        for _ in "12"
    ]
    taps[1] = taps[1].replace("[o1]", "[o2]")
    asked = [platform.send(tap) for tap in taps]
    assert asked[0] == asked[1]
    assert say(platform.knowledge, "guides") in asked[1]


class Broken(Slow):
    """Fail with a citizen's words in the error, as a bug would."""

    async def answer(self, delivery: Delivery, text: str, at: str = "") -> Reply:
        raise ValueError(f"{delivery}{text}{at}")


def test_an_error_says_nothing_of_the_words_and_asks_to_send_again(
    real: Knowledge, messenger: Messenger, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = Broken(messenger, lambda: 0.0)
    platform = Platform(ACCOUNTS["plain"], broken, real)
    assert platform.say("金丝雀") == say(real, "again")
    told = capsys.readouterr()
    assert "ValueError" in told.err
    assert "金丝雀" not in told.err + told.out


def test_no_secret_is_in_what_is_printed() -> None:
    printed = repr(ACCOUNTS["aes"])
    assert KEY not in printed
    assert ID not in printed
