import pytest

from questions.masking import MASK, masked


@pytest.mark.parametrize(
    "text",
    [
        "gọi 0912345678",
        "gọi 0912 345 678",
        "gọi +84 912.345.678",
        "thư a.b@c.vn",
        "số 001203004567",
        "CMND 123456789",
    ],
)
def test_personal_numbers_and_addresses_are_masked(text):
    assert MASK in masked(text)
    assert not any(letter.isdigit() for letter in masked(text)) and "@" not in masked(text)


@pytest.mark.parametrize(
    "text", ["Nghị định 123/2015/NĐ-CP", "ngày 15/11/2025", "phí 2.000.000 đồng", "thủ tục 1.001193"]
)
def test_other_numbers_stay(text):
    assert masked(text) == text


def test_names_given_are_masked_whatever_their_case():
    assert masked("TRẦN THỊ LỤA hỏi", "Trần Thị Lụa") == f"{MASK} hỏi"
