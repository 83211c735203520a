"""Words that editors say mean the same: they work at once, with or without accents, one way or both."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction

from portal.presets import synonyms as preset
from search.models import Entry, OfferedSynonym, Synonym
from search.steering import table
from tests.builders import make_site
from tests.search.steering import put, results, synonym, titles

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql, pytest.mark.usefixtures("engine")]
CERTIFICATE = "Cấp giấy chứng nhận quyền sử dụng đất lần đầu"


@pytest.fixture
def pages():
    put("Đổi giấy phép lái xe", text="Nộp tờ khai đổi giấy phép lái xe tại bộ phận một cửa.")
    put(CERTIFICATE, text="Thửa đất có nguồn gốc rõ ràng.")
    put("Kế hoạch thu hoạch lúa mùa", text="Bà con khẩn trương thu hoạch.")


def test_a_synonym_works_at_once_and_stops_at_once(pages):
    assert titles("sổ đỏ") == []
    row = synonym("sổ đỏ|bìa đỏ", "giấy chứng nhận quyền sử dụng đất")
    assert titles("sổ đỏ") == titles("bìa đỏ") == [CERTIFICATE]
    row.words = "sổ hồng"
    row.save()
    assert titles("sổ đỏ") == [] and titles("sổ hồng") == [CERTIFICATE]
    row.delete()
    assert titles("sổ hồng") == []


@pytest.mark.parametrize("typed", ["GPLX", "gplx", "đổi GPLX", "doi gplx", "thủ tục đổi gplx ở xã"])
def test_an_abbreviation_finds_the_words_wherever_it_stands(pages, typed):
    synonym("GPLX", "giấy phép lái xe")
    assert titles(typed)[0] == "Đổi giấy phép lái xe"


@pytest.mark.parametrize("typed", ["so do", "SỔ ĐỎ", "sổ  đỏ", "lam so do", "so\u0302\u0309 đo\u0309"])
def test_accents_may_be_left_out_and_forms_of_unicode_make_no_difference(pages, typed):
    synonym("sổ đỏ", "giấy chứng nhận quyền sử dụng đất")
    assert titles(typed)[0] == CERTIFICATE


@pytest.mark.parametrize("typed", ["sơ đồ", "số đo", "sở đó"])
def test_accents_typed_must_agree(pages, typed):
    synonym("sổ đỏ", "giấy chứng nhận quyền sử dụng đất")
    assert titles(typed) == []


def test_the_place_of_the_tone_makes_no_difference():
    put("Hòa giải ở cơ sở")
    synonym("tổ hoà giải", "hòa giải ở cơ sở")
    assert titles("tổ hòa giải") == ["Hòa giải ở cơ sở"]


def test_one_way_is_one_way_and_both_ways_is_both():
    put("Đăng ký tạm trú")
    put("Sổ KT3")
    row = synonym("KT3", "đăng ký tạm trú", one_way=True)
    assert set(titles("KT3")) == {"Đăng ký tạm trú", "Sổ KT3"}
    assert titles("đăng ký tạm trú") == ["Đăng ký tạm trú"]
    row.one_way = False
    row.save()
    assert set(titles("đăng ký tạm trú")) == {"Đăng ký tạm trú", "Sổ KT3"}


def test_the_longest_wording_counts():
    put("Căn cước")
    put("Giấy tờ tùy thân")
    put("Công dân số")
    synonym("căn cước công dân", "giấy tờ tùy thân", one_way=True)
    synonym("công dân", "người dân", one_way=True)
    assert titles("căn cước công dân")[0] in ("Căn cước", "Giấy tờ tùy thân")
    assert "Giấy tờ tùy thân" in titles("căn cước công dân")
    assert "Giấy tờ tùy thân" not in titles("căn cước")


def test_what_was_typed_comes_before_its_synonym():
    put("Quy định về bìa đỏ")
    put("Quy định về sổ đỏ")
    synonym("sổ đỏ", "bìa đỏ")
    assert titles("sổ đỏ") == ["Quy định về sổ đỏ", "Quy định về bìa đỏ"]
    assert titles("bìa đỏ") == ["Quy định về bìa đỏ", "Quy định về sổ đỏ"]


def test_a_part_of_the_question_still_counts():
    """A page with both wordings covers that part of the question once: it does not stand for the rest."""
    put("Sổ đỏ là giấy chứng nhận quyền sử dụng đất")
    put("Lệ phí cấp đổi sổ đỏ bị rách do thiên tai lũ lụt")
    synonym("sổ đỏ", "giấy chứng nhận quyền sử dụng đất")
    found = titles("lệ phí cấp đổi sổ đỏ bị rách do thiên tai lũ lụt")
    assert found[0] == "Lệ phí cấp đổi sổ đỏ bị rách do thiên tai lũ lụt"
    assert "Sổ đỏ là giấy chứng nhận quyền sử dụng đất" not in found


def test_circles_are_harmless(pages):
    synonym("GPLX", "bằng lái", one_way=True)
    synonym("bằng lái", "giấy phép lái xe|GPLX", one_way=True)
    synonym("giấy phép lái xe", "GPLX", one_way=True)
    assert titles("bằng lái") == ["Đổi giấy phép lái xe"]


def test_synonyms_are_marked_in_title_and_passage(pages):
    synonym("GPLX", "giấy phép lái xe")
    [hit] = results("GPLX").hits
    assert hit.title == "Đổi <mark>giấy phép lái xe</mark>"
    assert "<mark>giấy phép lái xe</mark>" in hit.snippet.html


def test_each_site_has_its_own(pages):
    other = make_site(hostname="khac.example.vn")
    put("Giấy phép lái xe ở xã khác", site=other)
    synonym("GPLX", "giấy phép lái xe", site=other)
    assert titles("GPLX") == []
    assert titles("GPLX", site=other) == ["Giấy phép lái xe ở xã khác"]


def test_what_is_switched_off_does_nothing(pages):
    synonym("GPLX", "giấy phép lái xe", is_active=False)
    assert titles("GPLX") == []


def test_a_change_that_is_taken_back_leaves_nothing_behind(pages):
    synonym("bằng lái", "giấy phép lái xe")
    with transaction.atomic():
        synonym("GPLX", "giấy phép lái xe")
        assert titles("GPLX") == ["Đổi giấy phép lái xe"]
        transaction.set_rollback(True)
    assert titles("GPLX") == []
    assert titles("bằng lái") == ["Đổi giấy phép lái xe"]


def test_a_question_costs_the_same_however_many_synonyms_there_are(pages, django_assert_num_queries):
    site = make_site().pk
    synonym("GPLX", "giấy phép lái xe")
    titles("GPLX")
    with django_assert_num_queries(1):
        table.current(site)
    for number in range(40):
        synonym(f"từ{number}", f"nghĩa{number}")
    titles("GPLX")
    with django_assert_num_queries(1):
        table.current(site)


@pytest.mark.parametrize(
    ("words", "meanings", "told"),
    [
        ("", "a", "words"),
        (" \n ", "a", "words"),
        ("GPLX", "", "meanings"),
        ("!!!", "a", "words"),
        ("GPLX", "gplx", "meanings"),
        ("sổ đỏ", "SỔ  ĐỎ", "meanings"),
        ("GPLX\nGPLX", "a", "words"),
        ("x " * 21, "a", "words"),
        ("\n".join(f"từ {n}" for n in range(21)), "a", "words"),
    ],
)
def test_bad_rows_are_refused_with_a_reason(words, meanings, told):
    with pytest.raises(ValidationError) as error:
        Synonym(site=make_site(), words=words, meanings=meanings).full_clean()
    assert set(error.value.message_dict) == {told}


@pytest.mark.parametrize(
    ("words", "meanings"),
    [
        ("GPLX", "giấy phép lái xe"),
        ("bằng lái", "Giấy phép lái xe"),
        ("giấy phép lái xe", "gplx|bằng lái"),
    ],
)
def test_what_another_row_says_already_is_refused(words, meanings):
    synonym("GPLX|bằng lái", "giấy phép lái xe")
    row = Synonym(site=make_site(), words=words, meanings=meanings.replace("|", "\n"), one_way=True)
    with pytest.raises(ValidationError, match="GPLX"):
        row.full_clean()
    row.meanings = "bằng lái xe ô tô"
    row.full_clean()


def test_words_with_other_accents_are_other_words():
    Synonym(site=make_site(), words="sơ đồ", meanings="sổ đỏ").full_clean()


@pytest.mark.parametrize("row", preset.ROWS, ids=lambda row: row.key)
def test_every_row_of_the_preset_is_a_good_one(row):
    made = preset.synonym(row, make_site())
    made.full_clean()


def test_the_preset_is_put_in_once_and_editors_have_the_last_word():
    site = make_site()
    preset.install(site)
    assert Synonym.objects.filter(site=site).count() == len(preset.ROWS) >= 60
    Synonym.objects.filter(words="BHXH").update(meanings="bảo hiểm của tôi")
    Synonym.objects.get(words="BHYT").delete()
    OfferedSynonym.objects.filter(key="NTM").delete()
    Synonym.objects.get(words="NTM").delete()
    preset.install(site)
    assert Synonym.objects.get(words="BHXH").meanings == "bảo hiểm của tôi"
    assert not Synonym.objects.filter(words="BHYT").exists()
    assert Synonym.objects.filter(words="NTM").count() == 1, "a row of a later version comes in"


def test_two_wordings_beside_each_other_and_many_in_one_question():
    preset.install(make_site())
    put("Ủy ban nhân dân thu bảo hiểm xã hội, bảo hiểm y tế")
    found = results("UBND BHXH BHYT BHTN TTHC DVC")
    assert [hit.entry.title for hit in found.hits] == ["Ủy ban nhân dân thu bảo hiểm xã hội, bảo hiểm y tế"]
    assert Entry.objects.count() == 1
