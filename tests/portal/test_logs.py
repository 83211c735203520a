"""Log lines: one JSON object each, nothing that tells who asked."""

import json
import logging

import pytest

from portal.logs import JsonFormatter


def line(message, *arguments, error=None):
    record = logging.LogRecord("portal", logging.WARNING, __file__, 1, message, arguments, error)
    return JsonFormatter().format(record)


def test_an_event_is_one_json_object():
    event = json.loads(line("Không tìm thấy: %s", "/tin-tuc/"))
    assert event["level"] == "WARNING"
    assert event["message"] == "Không tìm thấy: /tin-tuc/"


@pytest.mark.parametrize(
    "personal",
    [
        *("nguyen.van.a@example.vn", "203.0.113.77", "0912345678", "/tim-kiem/?q=don+to+cao+ong+B"),
    ],
)
def test_personal_data_is_left_out(personal):
    secret = personal.partition("?")[2] or personal
    assert secret not in line("Lỗi ở %s", personal)


@pytest.mark.parametrize("begin", ["/duyet-qua-thu/", "/xem-truoc/"])
def test_the_key_of_a_link_is_left_out(begin):
    said = line("Not Found: %s", f"{begin}aB3-x_9Kq/noi-dung/")
    assert "aB3" not in said and begin in said


def test_an_error_keeps_its_place_on_one_line():
    try:
        raise ValueError("hộp thư a@example.vn")
    except ValueError as error:
        text = line("Hỏng", error=(type(error), error, error.__traceback__))
    assert "\n" not in text
    assert "test_logs.py" in json.loads(text)["trace"]
    assert "a@example.vn" not in text
