"""Slips of the finger and raw keystrokes: the pure parts, and what visitors are offered."""

import time
from datetime import timedelta

import pytest
from django.utils import timezone

from news.models import ArticlePage
from search import index
from search.entries import EntryData
from search.models import Corpus, Entry, Word
from search.spelling.keystrokes import readings
from search.spelling.repair import repaired
from search.spelling.slips import BY_EAR, slips
from search.spelling.sounds import is_syllable, spelled
from search.spelling.vocabulary import count_words
from search.text import syllable
from tests.builders import make_article, make_section
from tests.search.pages import put

TELEX = {
    "thur": "thủ", "tujc": "tục", "tucj": "tục", "giaays": "giấy", "giayas": "giấy", "ddaats": "đất",
    "datd": "đat", "dduwowcj": "được", "dduowcj": "được", "dduocwj": "được", "nguwowif": "người",
    "nhuwng": "nhưng", "hoaf": "hòa", "hofa": "hòa", "quys": "quý", "quees": "quế", "quoocs": "quốc",
    "thuees": "thuế", "khoong": "không", "muwa": "mưa", "muaw": "mưa", "cuwr": "cử", "wu": "ưu",
    "thwr": "thử", "uoongs": "uống", "nghieepj": "nghiệp", "giawng": "giăng", "gif": "gì",
    "giuwx": "giữ", "yees": "", "luowng": "lương", "huwuf": "hừu", "xax": "xã", "dat": "", "an": "",
    "test": "tét", "wifi": "", "www": "",
}  # fmt: skip
VNI = {
    "thu3": "thủ", "tuc5": "tục", "tu5c": "tục", "giay61": "giấy", "gia6y1": "giấy", "d9at61": "đất",
    "dat961": "đất", "d9uoc75": "được", "d9u7o7c5": "được", "ngu7o7i2": "người", "hoa2": "hòa",
    "khong6": "không", "na8m": "năm", "nam8": "năm", "qh15": "", "12": "", "a1b2c3": "", "1a": "",
    "19": "", "xa4": "xã",
}  # fmt: skip


@pytest.mark.parametrize(("typed", "meant"), [*TELEX.items(), *VNI.items()])
def test_raw_keystrokes_are_read(typed, meant):
    assert readings(typed) == ([meant] if meant else [])


@pytest.mark.parametrize(
    "word", ["nghiêng", "khuya", "quỳnh", "giếng", "gì", "yêu", "uống", "huỳnh", "nguyễn", "thuở", "oanh"]
)
def test_syllables_are_known_by_their_sounds(word):
    assert is_syllable(word)
    assert is_syllable(syllable(word).folded)


@pytest.mark.parametrize(
    "word", ["thur", "giaays", "kat", "ngi", "cei", "ghat", "qa", "bàt", "xyz", "", "aa", "12"]
)
def test_what_cannot_be_said_is_no_syllable(word):
    assert not is_syllable(word)


@pytest.mark.parametrize(
    ("typed", "usual"),
    [("hoà", "hòa"), ("quí", "quí"), ("giả", "giả"), ("thuỷ", "thủy"), ("toàn", "toàn"), ("của", "của"),
     ("khuỷu", "khuỷu"), ("gì", "gì"), ("uỷ", "ủy"), ("nước", "nước"), ("ngoài", "ngoài")],
)  # fmt: skip
def test_the_tone_stands_where_it_usually_does(typed, usual):
    assert spelled(syllable(typed).accented) == usual


def test_slips_are_one_key_away_and_neighbours_are_likelier():
    costs = slips("khia")
    assert "khai" in costs
    assert "sinh" not in costs
    assert slips("sinj")["sinh"] < slips("sinq").get("sinh", 99)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("xao", "sao"), ("xinh", "sinh"), ("tranh", "chanh"), ("chanh", "tranh"), ("dao", "giao"),
     ("giay", "day"), ("rao", "dao"), ("lam", "nam"), ("ky", "ki"), ("tan", "tang"), ("mang", "man"),
     ("cat", "cac"), ("tai", "tay")],
)  # fmt: skip
def test_a_sound_taken_for_another_is_the_likeliest_slip(typed, meant):
    costs = slips(typed)
    assert costs[meant] == BY_EAR < min(cost for cost in costs.values() if cost != BY_EAR)
    assert all(is_syllable(other) for other in costs)


@pytest.mark.parametrize(
    "typed", ["a" * 10_000, "thur " * 2_000, "\u202e\0" * 5_000, "giaykhaisinh" * 800, "'\"" * 5_000]
)
@pytest.mark.django_db
def test_hostile_text_is_repaired_at_once(typed, words):
    repaired("làm ấm")
    started = time.perf_counter()
    repaired(typed)
    assert time.perf_counter() - started < 0.5


@pytest.fixture
def words(db):
    """A site about a few things, its words counted."""
    for _again in range(3):
        put("Thủ tục cấp giấy khai sinh", text="Người dân nộp hồ sơ đăng ký khai sinh tại xã.")
        put("Hồ sơ đất đai", text="Thủ tục đất đai, quyền sử dụng đất. Đăng ký kết hôn.")
    count_words()


@pytest.mark.django_db
@pytest.mark.postgresql
@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("thur tujc dat dai", "thủ tục đất đai"),
        ("thu3 tuc5 d9at61 d9ai", "thủ tục đất đai"),
        ("giaays khai sinh", "giấy khai sinh"),
        ("giay khia sinh", "giấy khai sinh"),
        ("giấy khái sinh", "giấy khai sinh"),
        ("giay khao sinh", "giấy khai sinh"),
        ("giaykhaisinh", "giấy khai sinh"),
        ("thutuc datdai", "thủ tục đất đai"),
        ("gi ay khai sinh", "giấy khai sinh"),
        ("giayk hai sinh", "giấy khai sinh"),
        ('"giay khia sinh" 12/2026/QĐ-UBND', '"giấy khai sinh" 12/2026/QĐ-UBND'),
        ("thủ tục đất đai", ""),
        ("thu tuc dat dai", ""),
        ("Thủ Tục ĐẤT ĐAI?", ""),
        ("12/2026/QĐ-UBND", ""),
        ("", ""),
    ],
)
def test_slips_are_repaired_with_the_words_of_the_site(words, typed, meant):
    assert repaired(typed) == meant


@pytest.fixture
def office(db):
    """A site where the letters without their accents would mislead."""
    for _again in range(6):
        put("Chỉ thị trên địa bàn xã", text="Trên địa bàn xã, các phòng ban, phòng tư pháp.")
    for _again in range(2):
        put("Chứng thực bản sao", text="Phương pháp chăm sóc trẻ. Nghĩa vụ của chủ hộ, mở sổ theo dõi.")
    count_words()


@pytest.mark.django_db
@pytest.mark.postgresql
@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("chứng thực bản xao", "chứng thực bản sao"),
        ("trứng thực bản sao", "chứng thực bản sao"),
        ("phơng pháp chăm sóc", "phương pháp chăm sóc"),
        ("nghỉa vụ của chủ hộ", "nghĩa vụ của chủ hộ"),
        ("nghĩa vụ của chũ hộ", "nghĩa vụ của chủ hộ"),
        ("ngĩa vụ của chủ hộ", "nghĩa vụ của chủ hộ"),
        ("chứng thực bản sao CO2", ""),
        ("ai chứng thực bản sao vậy ad", ""),
        ("tôi chứng thực bản sao", ""),
    ],
)
def test_accents_typed_say_which_letters_were_meant(office, typed, meant):
    assert repaired(typed) == meant


@pytest.mark.django_db
def test_without_words_nothing_is_repaired():
    assert repaired("thur tujc") == ""


@pytest.mark.django_db
def test_known_words_cost_one_statement_and_others_three(words, django_assert_num_queries):
    with django_assert_num_queries(1):
        repaired("thủ tục đất đai")
    for typed in ("thur tujc", "giay khia sinh, thutuc datdai, giaays"):
        with django_assert_num_queries(3):
            repaired(typed)


@pytest.mark.django_db
def test_drafts_and_what_is_not_public_yet_lend_no_words(words):
    section = make_section("Tin tức")
    article = make_article("Bắp ngô nướng", section, live=False)
    put("Bắp ngô luộc", visible_from=timezone.now() + timedelta(days=1))
    count_words()
    assert not Word.objects.filter(folded__contains="bap").exists()
    article.save_revision().publish()
    count_words()
    assert Word.objects.filter(folded="bap ngo").exists()
    ArticlePage.objects.get().unpublish()
    count_words()
    assert not Word.objects.filter(folded__contains="bap").exists()


@pytest.mark.django_db
def test_a_portal_with_a_few_pages_learns_its_words_too(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        for _again in range(3):
            put("Thủ tục cấp giấy khai sinh")
    assert repaired("giay khia sinh") == "giấy khai sinh"


@pytest.mark.django_db
def test_words_are_counted_anew_a_day_later_when_something_was_edited(
    words, django_capture_on_commit_callbacks
):
    Corpus.objects.update(count_asked=timezone.now() - timedelta(hours=25))
    with django_capture_on_commit_callbacks(execute=True):
        again = Entry.objects.first()
        index.put(again.page.specific, EntryData(kind=again.kind, title="Bắp ngô luộc"))
    assert Word.objects.filter(folded="bap ngo").exists()
    with django_capture_on_commit_callbacks(execute=True) as queued:
        index.put(again.page.specific, EntryData(kind=again.kind, title="Bắp ngô nướng"))
    assert not queued


@pytest.mark.django_db
@pytest.mark.postgresql
class TestOnThePage:
    def ask(self, client, **params):
        return client.get("/tim-kiem/", params).content.decode()

    def test_it_is_offered_beside_results(self, client, words):
        body = self.ask(client, q="giay khia sinh")
        assert "Có phải bạn muốn tìm:" in body
        assert "<strong>giấy khai sinh</strong>" in body
        assert 'class="row"' in body

    def test_it_is_shown_instead_of_nothing_and_what_was_typed_is_a_link_away(self, client, words):
        body = self.ask(client, q="giaykhaisinh")
        assert "Không tìm thấy kết quả nào cho “giaykhaisinh”." in body
        assert "Thủ tục cấp" in body.replace("<mark>", "").replace("</mark>", "")
        assert "literal=1" in body
        literal = self.ask(client, q="giaykhaisinh", literal="1")
        assert 'class="row"' not in literal
        assert "giấy khai sinh" not in literal

    def test_it_is_never_offered_when_nothing_would_be_found(self, client, words):
        body = self.ask(client, q="giay khia sinh -đăng -đất -cấp")
        assert "muốn tìm" not in body

    def test_words_of_what_left_the_public_are_not_offered(self, client, words):
        page = put("Bắp ngô luộc")
        count_words()
        assert "bắp ngô" in self.ask(client, q="bapngo")
        page.delete()
        assert "bắp ngô" not in self.ask(client, q="bapngo")
        assert "bắp" not in self.ask(client, q="bapngo khai sinh")

    def test_right_words_are_left_alone(self, client, words):
        body = self.ask(client, q="giấy khai sinh")
        assert 'class="meant"' not in body
