"""The gate of secrecy on our own papers and look-alikes (C17; domain 4.8)."""

import sys
import textwrap
import time
import unicodedata

import pytest

from editorial.checks import secrecy
from tests.editorial import secrets_held_out
from tests.editorial.secrets_corpus import DRESSES, MARKED, MARKS, MOTTO, PLACES, TITLE
from tests.editorial.secrets_lookalikes import LOOKALIKES


@pytest.mark.parametrize(("name", "text"), MARKED, ids=range(len(MARKED)))
def test_every_mark_in_every_dress_blocks(name, text):
    assert any(finding.blocking for finding in secrecy.find(text)), name


@pytest.mark.parametrize("text", secrets_held_out.PAPERS)
def test_papers_the_rules_had_not_seen_block(text):
    for worn in (text, unicodedata.normalize("NFD", text), f"{TITLE}\n{MOTTO}\n\n{text}\n\nBÁO CÁO\nTháng 5"):
        assert any(finding.blocking for finding in secrecy.find(worn)), worn


@pytest.mark.parametrize("place", PLACES, ids=range(len(PLACES)))
def test_every_dress_blocks_wherever_on_the_page_it_stands(place):
    missed = [
        (name, mark)
        for name, dress in DRESSES.items()
        for mark in MARKS
        if not any(finding.blocking for finding in secrecy.find(place.format(dress(mark))))
    ]
    assert missed == []


WORN = {
    "as written": str,
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
    "small": str.lower,
    "capitals": str.upper,
    "wrapped": lambda text: textwrap.fill(text, 30),
    "below the national title": lambda text: f"{TITLE}\n{MOTTO}\n\n{text}\n\nNơi nhận: Như trên",
}


@pytest.mark.parametrize("worn", WORN)
@pytest.mark.parametrize("lookalikes", [LOOKALIKES, secrets_held_out.LOOKALIKES], ids=["own", "held out"])
def test_false_alarms_are_at_most_one_in_twenty(lookalikes, worn, capsys):
    alarms = [text for text in lookalikes if secrecy.find(WORN[worn](text))]
    with capsys.disabled():
        sys.stdout.write(f"\nsecrecy, {worn}: {len(alarms)} false alarms in {len(lookalikes)}")
    assert len(alarms) <= 0.05 * len(lookalikes), alarms


def test_the_corpus_is_large():
    assert len(MARKED) >= 120 and len(LOOKALIKES) >= 120


@pytest.mark.parametrize("text", ["Hỏa tốc", "THƯỢNG KHẨN", "(KHẨN)", "HOẢ TỐC\nSố: 11/CĐ-UBND"])
def test_urgency_is_no_secrecy_and_only_advises(text):
    assert [(finding.kind, finding.blocking) for finding in secrecy.find(text)] == [("khan", False)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("T U Y Ệ T  M Ậ T", "tuyet-mat"),
        ("TỐI\nMẬT", "toi-mat"),
        ("[mật]", "mat"),
        ("Phạm vi lưu hành: Nội bộ", "luu-hanh-noi-bo"),
        ("Số: 12/MẬT-UBND", "so-mat"),
    ],
)
def test_a_finding_names_the_mark_and_shows_its_place(text, kind):
    found = {finding.kind: finding for finding in secrecy.find(f"Trang bìa\n\n{text}\n\nNơi nhận:")}
    assert kind in found
    assert found[kind].check == "secrecy" and found[kind].excerpt and found[kind].message


@pytest.mark.parametrize(
    "unit",
    [
        "m a t ",
        "MẬT ",
        "TỐI MẬT\n",
        "nội bộ ",
        "m      ",
        "a b  c d   ",
        "không phổ ",
        "Số: 12/a-b-",
        "12/a-b-mat ",
        "M\n",
        " ",
    ],
)
def test_a_megabyte_made_to_be_slow_is_read_in_linear_time(unit):
    started = time.process_time()
    secrecy.find(unit * (1_000_000 // len(unit)))
    assert time.process_time() - started < 10
