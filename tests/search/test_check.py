"""`check_search` finds every kind of difference, names it, and mends it."""

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from search import index
from search.engines import feeding
from search.entries import EntryData
from search.models import (
    Change,
    Entry,
    EntryFacet,
    EntryText,
    EntryTokens,
    Posting,
    SearchServer,
    TitlePart,
)
from search.packing import pack
from tests.builders import make_article, make_section
from tests.search import engines
from tests.search.proxy import Fault

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]


@pytest.fixture
def article(db):
    make_section("Tin tức")
    make_article("Cấy lúa mùa", summary="Bà con ra đồng")
    return make_article("Thu hoạch lúa", summary="Bà con ra đồng")


@pytest.fixture
def check(capsys):
    """Runs the command; returns what it said, the difference that failed it included."""

    def run(*options):
        capsys.readouterr()
        try:
            call_command("check_search", *options)
        except CommandError as error:
            return capsys.readouterr().out + str(error)
        return capsys.readouterr().out

    return run


def entry_of(page):
    return Entry.objects.get(page=page)


def lose_the_entry(page):
    entry_of(page).delete()


def write_another_text(page):
    EntryText.objects.filter(entry__page=page).update(packed=pack(EntryData(kind="news", title="Cũ")))


def lose_the_text(page):
    EntryText.objects.filter(entry__page=page).delete()


def write_other_tokens(page):
    EntryTokens.objects.filter(entry__page=page).update(packed=b"")


def write_other_signals(page):
    EntryTokens.objects.filter(entry__page=page).update(signals=["law"])


def write_another_title(page):
    Entry.objects.filter(page=page).update(title="Tên cũ")


def write_another_address(page):
    Entry.objects.filter(page=page).update(url="/cu/")


def be_of_an_older_version(page):
    Entry.objects.filter(page=page).update(version=1)


def write_another_facet(page):
    EntryFacet.objects.create(entry=entry_of(page), facet="year", value="1999")


def close_the_page(page):
    PageViewRestriction.objects.bulk_create([PageViewRestriction(page=page, restriction_type="login")])


def unpublish_around_everything(page):
    Page.objects.filter(pk=page.pk).update(live=False)


def lose_a_term(page):
    Posting.objects.filter(entry=entry_of(page).pk).order_by("term").first().delete()


def get_a_term(page):
    Posting.objects.create(term=7, entry_id=entry_of(page).pk, weight=9)


def change_a_weight(page):
    term = Posting.objects.filter(entry=entry_of(page).pk).order_by("term").first().term
    Posting.objects.filter(entry=entry_of(page).pk, term=term).update(weight=77)


def leave_terms_behind(page):
    Posting.objects.create(term=7, entry_id=99_999_999, weight=9)


def lose_a_beginning(page):
    TitlePart.objects.filter(entry=entry_of(page).pk)._raw_delete("default")


def be_filtered_by_another_section(page):
    EntryFacet.objects.filter(entry__page=page, facet="section").update(value="1")


def lose_the_section(page):
    EntryFacet.objects.filter(entry__page=page, facet="section").delete()


def lose_a_place(page):
    entry_of(page).places.order_by("levels").first().delete()


def be_listed_below_another_page(page):
    entry_of(page).places.filter(levels=1).update(above=page)


def be_listed_as_another_kind(page):
    entry_of(page).places.update(kind="document")


def be_listed_at_another_time(page):
    entry_of(page).places.update(published=timezone.now())


FAULTS = {
    lose_the_entry: "một trang công khai không tìm được",
    write_another_text: "trang không còn nói",
    lose_the_text: "trang không còn nói",
    write_other_tokens: "trang không còn nói",
    write_other_signals: "trang không còn nói",
    write_another_title: "trang không còn nói",
    write_another_address: "trang không còn nói",
    be_of_an_older_version: "trang không còn nói",
    write_another_facet: "trang không còn nói",
    be_filtered_by_another_section: "không đúng vị trí",
    lose_the_section: "không đúng vị trí",
    lose_a_place: "không đúng vị trí",
    be_listed_below_another_page: "không đúng vị trí",
    be_listed_as_another_kind: "không đúng vị trí",
    be_listed_at_another_time: "không đúng vị trí",
    close_the_page: "không công khai",
    unpublish_around_everything: "không công khai",
    lose_a_term: "từ trong bảng",
    get_a_term: "từ trong bảng",
    change_a_weight: "từ trong bảng",
    leave_terms_behind: "từ trong bảng",
    lose_a_beginning: "tiêu đề gợi ý",
}


@pytest.mark.parametrize(("do", "said"), FAULTS.items(), ids=lambda value: getattr(value, "__name__", ""))
def test_a_fault_is_found_counted_and_mended(article, check, do, said):
    assert "Không có gì khác nhau." in check()
    do(article)
    told = check()
    assert said in told and ": 1\n" in told and "1 điểm khác nhau" in told
    if do is not leave_terms_behind:
        assert f"trang {article.pk}" in told
    assert "Đã sửa 1" in check("--repair")
    assert "Không có gì khác nhau." in check()


def test_it_fails_for_scripts_too(article):
    lose_the_entry(article)
    with pytest.raises(CommandError):
        call_command("check_search")


def test_several_faults_at_once_are_mended_in_portions(article, check, monkeypatch):
    monkeypatch.setattr("search.checking.PORTION", 2)
    monkeypatch.setattr("search.mending.PORTION", 2)
    pages = [make_article(f"Tin số {number}") for number in range(5)]
    for page, do in zip(
        pages, (lose_the_entry, lose_a_term, get_a_term, close_the_page, lose_a_beginning), strict=True
    ):
        do(page)
    assert "5 điểm khác nhau" in check()
    check("--repair")
    assert "Không có gì khác nhau." in check()


class TestServer:
    pytestmark = [pytest.mark.services]

    @pytest.fixture(autouse=True)
    def told(self, real_server, article):
        call_command("feed_search", verbosity=0)
        assert SearchServer.is_in_step()

    def test_in_step(self, check):
        assert "Không có gì khác nhau." in check()

    def test_a_document_that_is_gone(self, article, check):
        self.write(article, _op_type="delete")
        self.assert_mended(check, f"trang {article.pk}", "máy chủ tìm kiếm giữ nội dung khác")

    def test_a_document_that_is_old_and_believes_to_be_newer(self, article, check):
        old = feeding.document(entry_of(article)) | {"stamp": "cũ"}
        self.write(article, _op_type="index", _source=old)
        self.assert_mended(check, f"trang {article.pk}", "máy chủ tìm kiếm giữ nội dung khác")

    def test_a_document_of_no_entry(self, article, check):
        self.write(
            article, _op_type="index", _id="99", _source=feeding.document(entry_of(article)) | {"entry": 99}
        )
        self.assert_mended(check, "mục 99", "máy chủ tìm kiếm giữ nội dung khác")

    def test_no_index(self, real_server, check):
        engines.drop_index(real_server)
        self.assert_mended(check, "máy chủ tìm kiếm không có chỉ mục")

    def test_what_waits_is_in_order(self, article, check):
        article.title = "Thu hoạch xong"
        article.save_revision().publish()
        assert Change.objects.exists() and "Không có gì khác nhau." in check()

    def test_a_server_that_is_away_can_only_be_named(self, proxy, check):
        proxy.fault = Fault.BROKEN
        assert "máy chủ tìm kiếm không trả lời" in check()
        assert "Chưa sửa được máy chủ tìm kiếm" in check("--repair")

    def write(self, article, **action):
        named = {"_index": engines.INDEX, "_id": str(entry_of(article).pk)}
        version = {"version": 1 << 60, "version_type": "external"}
        feeding.send([{**named, **version, **action}], refresh=True)

    def assert_mended(self, check, *said):
        told = check()
        assert all(text in told for text in said) and "1 điểm khác nhau" in told
        check("--repair")
        assert "Không có gì khác nhau." in check() and SearchServer.is_in_step()


def test_a_rebuild_mends_the_server_too(real_server, article, check):
    engines.drop_index(real_server)
    lose_the_entry(article)
    call_command("rebuild_search", verbosity=0)
    assert SearchServer.is_in_step() and "Không có gì khác nhau." in check()


def test_an_entry_put_in_meanwhile_is_no_stray(article, check, monkeypatch):
    provided = index.provided
    monkeypatch.setattr(index, "provided", lambda: iter([*provided()]) if make_article("Tin mới") else ())
    assert "không công khai" not in check()
