"""`check_text`: an operator tries texts and folders before publishing them."""

import io
import json
import time
import unicodedata

import pytest
from django.core.management import CommandError, call_command


def lines_of(*args):
    """The lines printed, as dicts, and what was said on the error stream."""
    out, err = io.StringIO(), io.StringIO()
    try:
        call_command("check_text", *map(str, args), stdout=out, stderr=err)
    except CommandError as reason:
        err.write(str(reason))
    return [json.loads(line) for line in out.getvalue().splitlines()], err.getvalue()


def kinds(line):
    return [(finding["check"], finding["kind"], finding["blocking"]) for finding in line["findings"]]


def jsonl(tmp_path, *texts):
    path = tmp_path / "texts.jsonl"
    path.write_text("".join(json.dumps({"text": text}, ensure_ascii=False) + "\n" for text in texts))
    return path


def test_a_file_gives_one_line_with_what_both_gates_found(tmp_path):
    path = tmp_path / "bai.txt"
    path.write_text("TỐI MẬT\n\nBà Lan, CCCD 036091000123, ĐT 0912345678\n")
    [line], err = lines_of(path)
    assert set(line) == {"findings"} and err == ""
    assert all(set(finding) == {"check", "kind", "excerpt", "blocking"} for finding in line["findings"])
    assert kinds(line) == [
        ("secrecy", "toi-mat", True),
        ("personal", "can-cuoc", True),
        ("personal", "dien-thoai", True),
    ]


def test_a_clean_text_gives_an_empty_list(tmp_path):
    path = tmp_path / "bai.txt"
    path.write_text("Mật ong rừng được mùa. Đường dây nóng: 0905 123 456.")
    assert lines_of(path) == ([{"findings": []}], "")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be-bom"])
def test_texts_in_utf_8_and_utf_16_are_read(tmp_path, encoding):
    path = tmp_path / "bai.txt"
    text = unicodedata.normalize("NFD", "Tuyệt mật")
    if encoding == "utf-16-be-bom":
        path.write_bytes(b"\xfe\xff" + text.encode("utf-16-be"))
    else:
        path.write_bytes(text.encode(encoding))
    [line], _err = lines_of(path)
    assert kinds(line) == [("secrecy", "tuyet-mat", True)]


def test_lines_of_json_give_a_line_each_in_their_order(tmp_path):
    lines, err = lines_of("--jsonl", jsonl(tmp_path, "Tin vui", "MẬT", "Hai\ndòng", "STK 62110000445566"))
    assert [kinds(line) for line in lines] == [
        [],
        [("secrecy", "mat", True)],
        [],
        [("personal", "tai-khoan", True)],
    ]
    assert err == ""


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_lines_of_json_in_other_dresses(tmp_path, encoding):
    path = tmp_path / "texts.jsonl"
    path.write_bytes('{"text": "MẬT"}\r\n{"text": "Tin vui"}\n'.encode(encoding))
    lines, _err = lines_of("--jsonl", path)
    assert [kinds(line) for line in lines] == [[("secrecy", "mat", True)], []]


@pytest.mark.parametrize(
    "bad",
    [b"{", b"", b'{"body": "x"}', b'{"text": 5}', b"[1]", b"\xff\xfe\xfa", b"[" * 100_000],
    ids=range(7),
)
def test_a_bad_line_keeps_its_place_and_is_told_with_its_number(tmp_path, bad):
    path = tmp_path / "texts.jsonl"
    path.write_bytes(b'{"text": "Tin vui"}\n' + bad + '\n{"text": "MẬT"}\n'.encode())
    lines, err = lines_of("--jsonl", path)
    assert [bool(line.get("error")) for line in lines] == [False, True, False]
    assert lines[1]["findings"] == [] and kinds(lines[2]) == [("secrecy", "mat", True)]
    assert "texts.jsonl:2: Dòng này" in err or "texts.jsonl:2: Đây không phải" in err


def test_half_a_character_pair_does_no_harm(tmp_path):
    path = tmp_path / "texts.jsonl"
    path.write_text('{"text": "MẬT \\ud83d"}\n')
    [line], err = lines_of("--jsonl", path)
    assert line["findings"] and err == ""


def test_a_folder_gives_a_named_line_for_each_file(tmp_path):
    (tmp_path / "a.txt").write_text("Tin vui")
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "c.txt").write_text("LƯU HÀNH NỘI BỘ")
    lines, _err = lines_of(tmp_path)
    assert [(line["file"].rpartition("/")[2], bool(line["findings"])) for line in lines] == [
        ("a.txt", False),
        ("c.txt", True),
    ]


@pytest.mark.parametrize(
    "body", [b"\x00" * 4096, b"\xff\xd8\xff\xe0" + b"\x80" * 64], ids=["zeros", "picture"]
)
def test_what_is_no_text_is_told_and_the_rest_goes_on(tmp_path, body):
    (tmp_path / "a.bin").write_bytes(body)
    (tmp_path / "b.txt").write_text("MẬT")
    lines, err = lines_of(tmp_path)
    assert lines[0]["error"] and lines[0]["findings"] == []
    assert kinds(lines[1]) == [("secrecy", "mat", True)]
    assert "a.bin" in err and "không" in err


def test_a_missing_file_is_told(tmp_path):
    [line], err = lines_of(tmp_path / "nowhere.txt")
    assert line["error"] and "nowhere.txt" in err


def test_ten_thousand_short_lines_take_seconds(tmp_path):
    texts = [
        f"Tin số {n}: đoàn xã ra quân bảo mật hồ sơ, điện thoại 0260 3862 {n % 1000:03}"
        for n in range(10_000)
    ]
    started = time.process_time()
    lines, _err = lines_of("--jsonl", jsonl(tmp_path, *texts))
    assert len(lines) == 10_000
    assert time.process_time() - started < 15
