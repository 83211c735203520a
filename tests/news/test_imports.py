"""News of an older portal: what its rows may hold and what becomes of it.

How files are read, reported and run again is told by the tests of imports in general.
"""

import csv
import json
from datetime import date, timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone

from editorial.models import Licence
from news.models import ArticlePage
from tests.builders import make_section, make_user
from tests.news.reading import soup, titles, words

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]

ROW = {"id": "t1", "title": "Xã ra quân làm thủy lợi", "body": "<p>Sáng nay.</p>", "date": "2024-03-02"}


@pytest.fixture(autouse=True)
def section(db):
    make_user("xuatban")
    return make_section("Tin tức")


def load(tmp_path, *rows, **options):
    """The lines of the report after publishing these rows."""
    path, report = tmp_path / "rows.jsonl", tmp_path / "report.csv"
    path.write_text("\n".join(json.dumps(row) for row in rows), "utf-8")
    chosen = {"publish": True, "user": "xuatban", "verbosity": 0, "stdout": StringIO(), **options}
    call_command("import_news", str(path), report=report, **chosen)
    with report.open(encoding="utf-8-sig") as stream:
        return list(csv.DictReader(stream))


def read(tmp_path, client, **changes):
    """The public page of one row with these values."""
    (result,) = load(tmp_path, {**ROW, **changes})
    assert result["outcome"] == "created", result
    return soup(client, ArticlePage.objects.get().url)


def posted_line(shown):
    return words(shown.select_one("article .meta"))


DAYS = ["2024-03-02", "02/03/2024", "2.3.2024", "02-03-2024", "2024-03-02T07:30:00+07:00"]


@pytest.mark.parametrize("written", DAYS)
def test_the_day_it_was_posted_is_kept_however_written_and_is_no_update(tmp_path, client, written):
    text = posted_line(read(tmp_path, client, date=written))
    assert "02/03/2024" in text
    assert "cập nhật" not in text


def test_a_row_that_changed_later_is_an_update(tmp_path, client):
    load(tmp_path, ROW)
    (result,) = load(tmp_path, {**ROW, "lead": "Bổ sung"})
    text = posted_line(soup(client, ArticlePage.objects.get().url))
    assert result["outcome"] == "updated"
    assert "02/03/2024" in text and timezone.localdate().strftime("cập nhật %d/%m/%Y") in text


def test_a_row_without_a_day_is_posted_today(tmp_path, client):
    assert timezone.localdate().strftime("%d/%m/%Y") in posted_line(read(tmp_path, client, date=""))


@pytest.mark.parametrize("written", ["hôm qua", "2024-02-30", "00/00/2024", 20240302, ["2024"], "9" * 5000])
def test_what_is_no_day_is_refused_and_loads_nothing(tmp_path, written):
    (result,) = load(tmp_path, {**ROW, "date": written})
    assert (result["outcome"], result["field"]) == ("refused", "date")
    assert not ArticlePage.objects.exists()


def test_a_day_to_come_is_refused_and_today_is_not_later_than_now(tmp_path, monkeypatch):
    before_noon = timezone.now() + timedelta(hours=1)
    monkeypatch.setattr("news.imports.noon", lambda _day: before_noon)
    today = timezone.localdate()
    rows = [{**ROW, "id": str(n), "date": (today + timedelta(days=n)).isoformat()} for n in (1, 0)]
    late, fine = load(tmp_path, *rows)
    assert (late["outcome"], late["field"], fine["outcome"]) == ("refused", "date", "created")
    assert ArticlePage.objects.get().first_published_at <= timezone.now()


HOSTILE = (
    "<img src=x onerror=alert(1)><p style='position:fixed' onmouseover=alert(1)>Đoạn <b>đậm</b></p>"
    "<p><a href='java\tscript:alert(1)'>một</a> <a href='data:text/html,x'>hai</a> "
    "<a href='https://xa.vn/?a=1&b=2'>ba</a></p><iframe src='//x.vn'></iframe><!-- x -->"
    "<svg><script>alert(1)</script></svg><form action=//x.vn><input></form>"
)
ACTIVE = "script, iframe, img, svg, form, input, [style], [onerror], [onmouseover]"


def test_of_hostile_markup_only_the_text_is_left(tmp_path, client):
    texts = {"title": "<b>Tin</b> & ảnh", "lead": "<script>alert(1)</script>Sáng nay"}
    article = read(tmp_path, client, body=HOSTILE, **texts).select_one("article")
    assert (words(article.h1), words(article.select_one(".lead"))) == tuple(texts.values())
    assert not article.select(ACTIVE)
    assert [link["href"] for link in article.select("a[href]")] == ["https://xa.vn/?a=1&b=2"]
    assert {"Đoạn đậm", "một hai ba"} <= {words(paragraph) for paragraph in article.select("p")}


@pytest.mark.parametrize("url", ["javascript:alert(1)", "//xa.vn/1", "ftp://xa.vn/1", "https://" + "x" * 600])
def test_an_address_that_is_none_is_left_out_and_the_source_stays(tmp_path, client, url):
    credits = read(tmp_path, client, url=url, publisher="Báo Tuyên Quang").select_one(".credits")
    assert not credits.select("a")
    assert words(credits) == "Nguồn: Báo Tuyên Quang (Đăng lại, có ghi nguồn)"


def test_what_comes_from_others_is_a_reprint_and_what_does_not_is_ours(tmp_path):
    load(tmp_path, {**ROW, "publisher": "Báo"}, {**ROW, "id": "t2", "title": "Của ta"})
    licences = dict(ArticlePage.objects.values_list("title", "licence"))
    assert licences == {ROW["title"]: Licence.REPRINT, "Của ta": Licence.OWN}


def test_news_of_one_day_see_one_another(tmp_path, client):
    load(tmp_path, *[{**ROW, "id": f"t{n}", "title": f"Tin {n}"} for n in range(3)])
    shown = soup(client, ArticlePage.objects.get(title="Tin 1").url)
    assert (titles(shown, "Tin mới hơn"), titles(shown, "Tin cũ hơn")) == (["Tin 2"], ["Tin 0"])


@pytest.mark.parametrize("value", [None, 7, True, ["a", "b"], {"x": 1}])
@pytest.mark.parametrize("name", [*ROW, "lead", "publisher", "url", "linh_vuc", "dia_chi_cu"])
def test_a_value_of_another_kind_never_stops_the_file(tmp_path, name, value):
    first, second = load(tmp_path, {**ROW, name: value}, {**ROW, "id": "t2", "title": "Tin sau"})
    assert first["outcome"] in ("created", "refused")
    assert second["outcome"] == "created"


def test_an_imported_day_is_a_day_of_vietnam(tmp_path):
    load(tmp_path, {**ROW, "date": "2024-01-01"})
    assert timezone.localdate(ArticlePage.objects.get().first_published_at) == date(2024, 1, 1)


def test_plain_text_keeps_its_paragraphs(tmp_path, client):
    shown = read(tmp_path, client, body="Giá < 5 nghìn & rẻ.\n\nĐoạn hai.")
    paragraphs = {words(paragraph) for paragraph in shown.article.select("p")}
    assert {"Giá < 5 nghìn & rẻ.", "Đoạn hai."} <= paragraphs
