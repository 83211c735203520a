"""The order of what is found, beyond the words themselves."""

from datetime import date

import pytest

from search.models import EntryTokens
from tests.search.pages import put, titles

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]

FILLER = "Cơ quan có thẩm quyền tiếp nhận và trả lời theo quy định của pháp luật hiện hành. "


def test_words_that_stand_together_come_before_words_scattered_over_a_long_text():
    scattered = FILLER * 8 + "Hỗ trợ tiền điện. " + FILLER * 8 + "Người nghèo đơn thân. " + FILLER * 8
    put("Điều 1", text=scattered + "Cấp tiền cho hộ. " + FILLER)
    put("Điều 2", text=FILLER * 16 + "Hỗ trợ tiền điện cho hộ nghèo. " + FILLER * 9)
    assert titles("hỗ trợ tiền điện cho hộ nghèo")[0] == "Điều 2"


def test_who_asks_what_something_means_gets_the_article_that_says_it():
    put("Quyền của hộ kinh doanh", text="Hộ kinh doanh có quyền thuê lao động. Hộ kinh doanh nộp thuế.")
    put(
        "Giải thích từ ngữ",
        text=f"Hộ kinh doanh là cơ sở do một cá nhân làm chủ. {FILLER * 3}",
        signals=["definitions"],
    )
    assert titles("hộ kinh doanh là gì")[0] == "Giải thích từ ngữ"
    assert titles("ho kinh doanh la gi")[0] == "Giải thích từ ngữ"
    assert titles("quyền của hộ kinh doanh")[0] == "Quyền của hộ kinh doanh"


def test_the_official_procedure_comes_before_news_about_it():
    put(
        "Xã ta đăng ký khai sinh lưu động cho trẻ em vùng cao",
        kind="news",
        text=f"Đăng ký khai sinh. {FILLER}",
    )
    put("Đăng ký khai sinh lưu động", kind="procedure", text=f"Công chức đến tận nhà. {FILLER}")
    assert titles("thủ tục đăng ký khai sinh lưu động")[0] == "Đăng ký khai sinh lưu động"


def test_a_title_that_says_just_what_was_asked_comes_before_a_narrower_one():
    put("Đăng ký kết hôn có yếu tố nước ngoài tại khu vực biên giới", kind="procedure", text=FILLER)
    put("Đăng ký kết hôn", kind="procedure", text=FILLER * 2)
    assert titles("đăng ký kết hôn")[0] == titles("dang ky ket hon")[0] == "Đăng ký kết hôn"


def test_of_two_that_say_the_same_the_newer_comes_first():
    for year in (2011, 2024, 2017):
        put(f"Lịch tiêm chủng {year}", kind="news", text=FILLER, date=date(year, 3, 1))
    assert titles("lịch tiêm chủng") == [f"Lịch tiêm chủng {year}" for year in (2024, 2017, 2011)]


def test_what_has_no_tokens_yet_is_found_after_the_rest():
    put("Cấp giấy phép xây dựng")
    put("Cấp giấy phép xây dựng nhà ở")
    EntryTokens.objects.filter(entry__title="Cấp giấy phép xây dựng").delete()
    assert set(titles("cấp giấy phép xây dựng")) == {"Cấp giấy phép xây dựng", "Cấp giấy phép xây dựng nhà ở"}


@pytest.mark.parametrize("typed", ["?", "a" * 400, "là là là là", "\u202eđất", "x " * 300, "đ"])
def test_any_question_can_be_ranked(typed):
    put("Đất đai", text="Là đất. x x x " + "a" * 400)
    titles(typed)
