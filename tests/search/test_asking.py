"""Phrases, exclusions, dates and former names, as a visitor finds by them."""

import gzip
import json
from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

import search
from search import Query
from search.asking.places import former_names
from search.models import FormerName
from search.spelling import vocabulary
from search.text import syllables
from tests.builders import make_site, make_unit
from tests.search.pages import put, titles
from tests.search.steering import synonym

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql, pytest.mark.usefixtures("engine")]


class TestPhrases:
    def test_a_phrase_stands_side_by_side_in_one_text(self):
        put("Giấy khai sinh")
        put("Khai báo giấy tờ khi sinh con", text="Giấy khai; khai sinh.")
        put("Sinh con, giấy tờ", summary="giấy khai", text="sinh")
        assert titles('"giấy khai sinh"') == titles('"giay khai sinh"') == ["Giấy khai sinh"]
        assert len(titles("giấy khai sinh")) > 1

    def test_it_is_found_behind_what_is_stored_of_a_long_text(self):
        put("Dài", text="chợ quê " * 1_000 + "bến đò ngang")
        put("Ngắn", text="Chợ quê có bến đò, bến ngang.")
        assert titles('"bến đò ngang"') == ["Dài"] and titles('"bến đỏ ngang"') == []
        assert titles('chợ -"bến đò ngang"') == ["Ngắn"]

    def test_accents_typed_in_a_phrase_are_respected(self):
        put("Thuế đất phi nông nghiệp")
        put("Thuê đất phi nông nghiệp")
        assert titles('"thuê đất"') == ["Thuê đất phi nông nghiệp"]
        assert len(titles('"thue dat"')) == 2

    @pytest.mark.parametrize(
        "typed", ['"hoà giải cơ sở"', '"hòa giải cơ sở"', '"HO\u00c0 GI\u1ea2I c\u01a1 s\u1edf']
    )
    def test_the_place_of_the_tone_makes_no_difference(self, typed):
        put("Hòa giải cơ sở")
        assert titles(typed) == ["Hòa giải cơ sở"]

    def test_what_is_left_out_does_not_come_nor_count(self):
        put("Thu hoạch lúa", kind="news")
        put("Thu hoạch ngô")
        put("Thu hoạch lúa mùa")
        assert titles("thu hoạch -lúa") == ["Thu hoạch ngô"]
        assert set(titles('thu hoạch -"lúa mùa"')) == {"Thu hoạch ngô", "Thu hoạch lúa"}
        assert titles("-lúa") == ["Thu hoạch ngô"]
        results = search.find(Query("thu hoạch -lúa"))
        assert results.total == 1
        assert [(value.value, value.count) for value in results.kinds] == [("document", 1)]

    def test_texts_are_read_for_the_best_only_and_in_one_statement(self, django_assert_max_num_queries):
        for number in range(3):
            put(f"Hòa giải cơ sở {number}")
        search.find(Query("hòa giải"))  # a search server is told before it is asked
        with django_assert_max_num_queries(20) as few:
            search.find(Query('"hòa giải cơ sở"'))
        for number in range(6):
            put(f"Hòa giải cơ sở lần {number}")
        search.find(Query("hòa giải"))
        with django_assert_max_num_queries(20) as many:
            assert search.find(Query('"hòa giải cơ sở"')).total == 9
        assert len(few) == len(many)


class TestDates:
    @pytest.fixture
    def decisions(self):
        put("Quyết định giao đất", date=date(2015, 1, 30))
        put("Quyết định giao rừng", date=date(2015, 6, 1))
        put("Quyết định về kế hoạch năm 2015", date=date(2014, 12, 20))

    def test_a_date_filters(self, decisions):
        assert titles("quyết định 30/01/2015") == ["Quyết định giao đất"]
        assert titles("30/01/2015") == ["Quyết định giao đất"]
        assert titles("quyết định tháng 6 năm 2015") == ["Quyết định giao rừng"]

    def test_what_names_the_year_is_of_that_year(self, decisions):
        assert "Quyết định về kế hoạch năm 2015" in titles("quyết định năm 2015")
        assert len(titles("quyết định năm 2015")) == 3

    def test_a_date_that_would_leave_nothing_is_no_filter(self, decisions):
        results = search.find(Query("quyết định giao đất 01/01/1999"))
        assert results.days is None
        assert results.hits[0].entry.title == "Quyết định giao đất"

    def test_it_is_a_chip_that_can_be_taken_away(self, decisions, client):
        body = client.get("/tim-kiem/", {"q": "giao tháng 1 năm 2015"}).content.decode()
        assert "Tháng 01/2015" in body
        assert 'href="?q=giao"' in body
        assert "Tháng" not in client.get("/tim-kiem/", {"q": "giao"}).content.decode()

    def test_a_law_with_its_year_is_a_name(self):
        put("Luật Đất đai năm 2013", date=date(2013, 11, 29))
        put("Luật Đất đai", date=date(2024, 1, 18), text="Thay Luật Đất đai năm 2013.")
        assert titles("luật đất đai năm 2013")[0] == "Luật Đất đai năm 2013"
        assert search.find(Query("luật đất đai năm 2013")).days is None


class TestFormerNames:
    def ask(self, client, text, **params):
        return client.get("/tim-kiem/", {"q": text, **params}).content.decode()

    def test_the_register_tells_what_a_unit_is_called_now(self, client):
        unit = make_unit("Phòng Kinh tế", former_names="Phòng Nông nghiệp\nPhòng Thủy lợi")
        put("Phòng Kinh tế tiếp dân")
        body = self.ask(client, "phong nong nghiep")
        assert "Phòng Nông nghiệp nay là Phòng Kinh tế" in body
        assert "tiếp dân" in body
        unit.former_names = ""
        unit.save()
        assert "nay là" not in self.ask(client, "phong nong nghiep")

    def test_who_took_over_is_found(self, client):
        old, new = make_unit("Xã Đồng Mận"), make_unit("Xã Suối Bạc")
        old.successors.add(new)
        put("Lịch tiếp dân xã Suối Bạc")
        assert "Xã Đồng Mận nay là Xã Suối Bạc" in self.ask(client, "tiếp dân xã đồng mận")
        assert "Suối Bạc" not in self.ask(client, "xã đồng mận", literal="1").split("<h1>")[1].split("row")[0]
        old.successors.clear()
        assert not FormerName.objects.exists()

    def test_another_site_has_its_own_names(self):
        other = make_site(hostname="khac.example")
        make_unit("Phòng Kinh tế", site=other, former_names="Phòng Nông nghiệp")
        assert search.find(Query("phòng nông nghiệp", site=other)).places
        assert not search.find(Query("phòng nông nghiệp", site=make_site())).places

    def test_the_new_name_stands_for_the_old_one_and_not_for_the_rest(self):
        """What every page bears stands in its letterhead: it must not hide what was asked for."""
        make_unit("Ủy ban nhân dân thị trấn Suối Bạc", former_names="Xã Đồng Mận")
        for number in range(12):
            put(f"Thông báo số {number}", text="Ủy ban nhân dân thị trấn Suối Bạc thông báo.")
        put("Lịch tiếp công dân", text="Thị trấn Suối Bạc tiếp công dân thứ năm.")
        put("Lịch tiếp công dân tỉnh", text="Tiếp công dân ở tỉnh.")
        asked = "lịch tiếp công dân định kỳ xã đồng mận"
        assert titles(asked)[:2] == ["Lịch tiếp công dân", "Lịch tiếp công dân tỉnh"]
        assert len(titles(asked)) == 2

    def test_the_old_name_where_it_still_stands_is_as_good(self):
        make_unit("Xã Suối Bạc", former_names="Xã Đồng Mận")
        put("Lịch sử xã Đồng Mận")
        put("Lịch sử xã Suối Bạc")
        assert titles("lịch sử xã đồng mận") == ["Lịch sử xã Đồng Mận", "Lịch sử xã Suối Bạc"]
        assert titles("lịch sử xã suối bạc")[0] == "Lịch sử xã Suối Bạc"

    def test_the_new_name_is_marked_in_title_and_passage(self):
        make_unit("Xã Suối Bạc", former_names="Xã Đồng Mận")
        put("Xã Suối Bạc", text="Chợ phiên xã Suối Bạc họp chủ nhật.")
        [hit] = search.find(Query("xa dong man")).hits
        assert hit.title == "<mark>Xã Suối Bạc</mark>"
        assert "<mark>xã Suối Bạc</mark>" in hit.snippet.html

    def test_a_place_is_not_called_after_what_governs_it(self):
        make_unit(
            "Ủy ban nhân dân phường Suối Bạc",
            former_names="Xã Đồng Mận\nỦy ban nhân dân xã Đồng Mận\nChợ Mận",
        )
        assert [search.find(Query(text)).places[0].new for text in ("xã đồng mận", "chợ mận")] == [
            "Phường Suối Bạc",
            "Ủy ban nhân dân phường Suối Bạc",
        ]
        [place] = search.find(Query("ủy ban nhân dân xã đồng mận")).places
        assert place.new == "Ủy ban nhân dân phường Suối Bạc"

    @pytest.mark.parametrize("typed", ["xã Đông Mận", "xã đồng mần", "xả đồng mận"])
    def test_accents_typed_must_agree(self, typed):
        make_unit("Xã Suối Bạc", former_names="Xã Đồng Mận")
        assert not search.find(Query(typed)).places

    @pytest.mark.parametrize(
        "typed", ["xa dong man", "xã dong man", "XA DONG MẬN", "xa\u0303 đo\u0302\u0300ng mận"]
    )
    def test_accents_may_be_left_out_of_some_or_all(self, typed):
        make_unit("Xã Suối Bạc", former_names="Xã Đồng Mận")
        assert [place.new for place in search.find(Query(typed)).places] == ["Xã Suối Bạc"]

    def test_a_synonym_inside_a_name_waits_for_the_name(self):
        make_unit("Trạm Y tế Suối Bạc", former_names="Trạm xá Đồng Mận")
        synonym("trạm xá|đồng", "cơ sở y tế")
        put("Trạm Y tế Suối Bạc")
        put("Cơ sở y tế")
        assert titles("trạm xá đồng mận", site=make_site()) == ["Trạm Y tế Suối Bạc"]
        assert titles("trạm xá", site=make_site()) == ["Cơ sở y tế"]

    def test_an_old_name_no_text_has_is_no_slip(self):
        for _number in range(9):
            put("Đăng ký tạm trú ở xã Đồng Mai", text="Nộp hồ sơ đăng ký tạm trú ở xã Đồng Mai.")
        vocabulary.count_words()
        assert search.find(Query("đăng ký tạm trú xã đồng mải")).suggestion.endswith("mai")
        make_unit("Xã Suối Bạc", former_names="Xã Đồng Mải")
        assert not search.find(Query("đăng ký tạm trú xã đồng mải")).suggestion

    def test_letters_that_grow_when_lowered_move_no_name(self):
        make_unit("Xã Suối Bạc", former_names="Xã Đồng Mận")
        assert search.find(Query("İİİ xã đồng mận")).places
        assert search.find(Query("xã đồng mận İİİ")).places

    def test_one_statement_looks_for_names_however_many_there_are(self, django_assert_num_queries):
        typed, site = syllables("lịch tiếp công dân xã đồng mận"), make_site()
        make_unit("Xã Suối Bạc", former_names="Xã Đồng Mận")
        with django_assert_num_queries(1):
            assert former_names(typed, site)
        make_unit("Xã Cầu Đá", former_names="\n".join(f"Xã Mây {number}" for number in range(30)))
        with django_assert_num_queries(1):
            assert former_names(typed, site)


ROW = {
    "old_ward": "Xã Đồng Mận",
    "old_district": "Huyện Sông Cạn",
    "old_province": "Tỉnh Núi Xanh",
    "new_ward": "Xã Suối Bạc",
    "new_province": "Tỉnh Biển Vàng",
}


class TestImport:
    def read(self, tmp_path, rows, *options, name="names.json"):
        path = tmp_path / name
        content = json.dumps({"ward_mapping": rows}).encode()
        path.write_bytes(gzip.compress(content) if name.endswith("gz") else content)
        out, err = StringIO(), StringIO()
        call_command("import_place_names", str(path), *options, stdout=out, stderr=err)
        return out.getvalue(), err.getvalue()

    @pytest.mark.parametrize("name", ["names.json", "names.json.gz"])
    def test_a_merged_commune_finds_the_new_one(self, tmp_path, name):
        self.read(tmp_path, [ROW], name=name)
        [place] = search.find(Query("đất đai xã đồng mận")).places
        assert place == ("Xã Đồng Mận", "Xã Suối Bạc")

    def test_a_name_of_several_places_needs_the_district(self, tmp_path):
        twin = ROW | {"old_district": "Huyện Đá Trắng", "new_ward": "Xã Cầu Đá"}
        self.read(tmp_path, [ROW, twin])
        assert not search.find(Query("xã đồng mận")).places
        assert search.find(Query("xa dong man, sông cạn")).places[0].new == "Xã Suối Bạc"
        assert search.find(Query("xã đồng mận huyện đá trắng")).places[0].new == "Xã Cầu Đá"

    def test_bad_rows_are_told_and_the_others_taken(self, tmp_path):
        bad = [
            "x",
            None,
            {},
            ROW | {"old_ward": 5},
            ROW | {"new_ward": "x" * 300},
            ROW | {"old_ward": "Xã\0"},
        ]
        out, err = self.read(tmp_path, [*bad, ROW, ROW | {"old_ward": "XÃ SUỐI BẠC"}])
        assert "Đã ghi 1 tên, 1 tên không đổi, từ chối 6 dòng." in out
        assert [f"dòng {number}:" in err for number in range(1, 7)] == [True] * 6

    def test_run_again_it_replaces_and_a_province_limits(self, tmp_path):
        self.read(tmp_path, [ROW])
        self.read(
            tmp_path,
            [ROW, ROW | {"new_province": "Tỉnh Khác", "old_ward": "Xã Mây"}],
            "--province",
            "tinh bien vang",
        )
        assert [row.old for row in FormerName.objects.all()] == ["Xã Đồng Mận"]

    @pytest.mark.parametrize("content", [b"", b"[]", b"{}", b"\xff", b'{"ward_mapping": 3}', b"[" * 100_000])
    def test_another_file_is_refused_in_words(self, tmp_path, content):
        path = tmp_path / "names.json"
        path.write_bytes(content)
        with pytest.raises(CommandError, match=r"tệp|Tệp"):
            call_command("import_place_names", str(path))
        with pytest.raises(CommandError, match="Không đọc được"):
            call_command("import_place_names", str(tmp_path / "none.json"))
