"""The gate of personal data on our own sentences (domain 6.4; Law 91/2025/QH15, art. 16)."""

import sys
import textwrap
import time
import unicodedata

import pytest
from django.conf import settings

from editorial.checks import personal
from editorial.checks.identifiers import valid_identity, valid_tax
from tests.editorial import personal_held_out
from tests.editorial.personal_corpus import DRESSED, LOOKALIKES, PERSONAL

ADVISORY = {"ngay-sinh", "thu-dien-tu"}
POSITIVES = PERSONAL + DRESSED
HELD_OUT = [
    line.replace("\\n", "\n").replace("\\t", "\t").partition("|")[::2] for line in personal_held_out.PERSONAL
]


@pytest.mark.parametrize(("kind", "text"), POSITIVES + HELD_OUT, ids=range(len(POSITIVES + HELD_OUT)))
def test_every_trace_of_a_person_is_found(kind, text):
    found = {finding.kind: finding for finding in personal.find(text)}
    assert kind in found, text
    assert found[kind].check == "personal" and found[kind].excerpt and found[kind].message
    assert found[kind].blocking == (kind not in ADVISORY) or kind in ("dien-thoai", "dia-chi")


WORN = {
    "as written": str,
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
    "capitals": str.upper,
    "wrapped": lambda text: textwrap.fill(text, 40),
    "within a page": lambda text: f"UBND XÃ TÂN HƯNG\n\n{text}\n\nNơi nhận: như trên; Lưu: VT.",
}


@pytest.mark.parametrize("worn", WORN)
@pytest.mark.parametrize("lookalikes", [LOOKALIKES, personal_held_out.LOOKALIKES], ids=["own", "held out"])
def test_false_alarms_are_at_most_one_in_twenty(lookalikes, worn, capsys):
    alarms = [text for text in lookalikes if personal.find(WORN[worn](text))]
    with capsys.disabled():
        sys.stdout.write(f"\npersonal, {worn}: {len(alarms)} false alarms in {len(lookalikes)}")
    assert len(alarms) <= 0.05 * len(lookalikes), alarms


def test_the_corpus_is_large():
    assert len(POSITIVES) >= 120 and len(LOOKALIKES) >= 120


def test_a_masked_text_passes():
    left = [text for _kind, text in POSITIVES + HELD_OUT if personal.find(personal.mask(text))]
    assert left == []


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("CCCD 036091000123, ĐT 0912 345 678.", "CCCD 0360****0123, ĐT 091****678."),
        ("Thường trú: số 5 ngõ 3, xã Đông La; sinh ngày 01/02/1990", "Thường trú: ***; sinh ngày **/**/1990"),
        ("hoa.nguyen@gmail.com", "ho***@gmail.com"),
        ("Hộ chiếu C1234567", "Hộ chiếu C1****67"),
        ("Nghị định số 15/2024/NĐ-CP", "Nghị định số 15/2024/NĐ-CP"),
    ],
)
def test_masking_leaves_the_ends(text, masked):
    assert personal.mask(text) == masked


@pytest.mark.parametrize(
    ("text", "blocking"),
    [
        ("Người gửi phản ánh: 0978123456", True),
        ("Ông Trần Văn Nam, 0978123456, cho biết bị lừa", True),
        ("Đồng chí Nguyễn Văn Bình, Trưởng phòng Tư pháp: 0978123456", False),
        ("Phòng Kinh tế, điện thoại 0978.123.456", False),
    ],
)
def test_the_telephone_of_a_post_only_advises(text, blocking):
    assert [(finding.kind, finding.blocking) for finding in personal.find(text)] == [("dien-thoai", blocking)]


@pytest.mark.parametrize(
    ("text", "blocking"),
    [
        ("Bà Lò Thị Mai, trú tại thôn 3, xã Đăk Hring, trồng mắc ca", False),
        ("Bà Lò Thị Mai, trú tại số nhà 15, thôn 3", True),
        ("Anh Nam trú tại 27/4 đường Phan Chu Trinh", True),
        ("Bà Lò Thị Mai. Nơi thường trú: thôn 3, xã Đăk Hring", True),
    ],
)
def test_a_hamlet_in_running_text_only_advises(text, blocking):
    assert [(finding.kind, finding.blocking) for finding in personal.find(text)] == [("dia-chi", blocking)]


def test_the_handbook_names_every_kind():
    page = (settings.SITE.parent / "handbook" / "gates.md").read_text()
    assert {kind for kind, _text in POSITIVES if f"`{kind}`" not in page} == set()


def test_numbers_are_told_from_chance():
    assert valid_identity("036091000123") and not valid_identity("099091000123")
    assert not valid_identity("036991000123")
    assert valid_tax("0100109106") and not valid_tax("0100109107")


@pytest.mark.parametrize(
    "unit", ["0", "0 ", "09", "0912345678 ", "CCCD ", "a@", "thường trú: số 1 ", "sinh ngày ", "(+84", "1."]
)
def test_what_is_made_to_be_slow_is_read_in_linear_time(unit):
    quarter, whole = (_spent(unit * (size // len(unit))) for size in (250_000, 1_000_000))
    assert whole < 8 * quarter + 1  # the square would be sixteen times


def _spent(text):
    started = time.process_time()
    personal.find(text)
    return time.process_time() - started
