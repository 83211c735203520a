"""What search reads of a file: its text, without what runs along with it."""

import unicodedata

from assets.furniture import without_furniture

BODY = [f"Điều khoản {word} của quy chế làm việc" for word in ("một", "hai", "ba", "bốn", "năm", "sáu")]


def paper(*, head: str = "", foot: str = "", pages: int = 6) -> list[str]:
    return [f"{head.format(n + 1)}\n{BODY[n]}\n{foot.format(n + 1)}" for n in range(pages)]


def test_a_running_header_stays_once_whatever_its_number_and_side():
    pages = paper(head="CÔNG BÁO/Số 35 + 36 {}")
    pages[1] = pages[1].replace("CÔNG BÁO/Số 35 + 36 2", "2 CÔNG BÁO/Số 35 + 36")
    cleaned = without_furniture(pages)
    assert "\n".join(cleaned).count("CÔNG BÁO") == 1 and "CÔNG BÁO" in cleaned[0]
    assert [body in text for body, text in zip(BODY, cleaned, strict=True)] == [True] * 6


def test_numbers_of_pages_go():
    for foot in ("{}", "- {} -", "Trang {}/6", "{}/6"):
        assert without_furniture(paper(foot=foot)) == BODY


def test_two_pages_alike_are_no_running_header():
    assert without_furniture(["Kính gửi\nmột", "Kính gửi\nhai"]) == ["Kính gửi\nmột", "Kính gửi\nhai"]


def test_a_stamp_of_a_signature_goes_wherever_it_stands_and_in_whatever_form():
    stamp = (
        "Người ký: Cổng Thông tin điện tử\nEmail: a@example.vn\nCơ quan: Văn phòng\nThời gian ký: 24.12.2025"
    )
    for form in ("NFC", "NFD"):
        assert without_furniture([unicodedata.normalize(form, f"Trước\n{stamp}\nSau")]) == ["Trước\nSau"]
    assert without_furniture(["Signature Not Verified\nNội dung"]) == ["Nội dung"]


def test_who_signed_and_an_office_named_in_the_text_stay():
    for line in ("Người ký: Chủ tịch xã", "Cơ quan: Văn phòng\nEmail: a@example.vn", "Ngày ký: 01/02/2026"):
        assert without_furniture([f"Trước\n{line}\nSau"]) == [f"Trước\n{line}\nSau"]


def test_pages_keep_their_number_and_empty_ones_stay():
    assert without_furniture(["", "1", "Chữ"]) == ["", "", "Chữ"]
    assert without_furniture([]) == []
