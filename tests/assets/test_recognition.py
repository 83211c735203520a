"""Scans: what a machine makes out is searched, but a person still has to read them; limits hold."""

import os
import stat
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.management import CommandError, call_command
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen import canvas

from assets import limited, reading
from assets.extraction import recognition
from assets.limited import answer_for
from assets.models import FileReading
from assets.page_texts import Reason
from tests import services
from tests.assets import files
from tests.builders import make_document

SENTENCE = "Quyết định về việc quản lý chợ"
FONT = Path(__file__).parents[2] / "site/portal/demo/fonts"


@pytest.fixture
def tesseract():
    if not recognition.available():
        services.missing("Tesseract with Vietnamese")


@pytest.fixture
def stand_in(monkeypatch, tmp_path):
    """A program in place of Tesseract; its script gets the number of the page in $page."""

    def install(script: str) -> None:
        program = tmp_path / "tesseract"
        count = tmp_path / "count"
        program.write_text(
            f"#!/bin/sh\n[ $1 = --list-langs ] && echo vie && exit\n"
            f"cat >/dev/null; echo x >>{count}; page=$(wc -l <{count})\n{script}\n"
        )
        program.chmod(program.stat().st_mode | stat.S_IXUSR)
        monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")

    return install


def scan(text: str = SENTENCE, turned: int = 0) -> bytes:
    """A JPEG of a page with these words, several times."""
    page = Image.new("L", (1240, 1754), 255)
    font = ImageFont.truetype(str(next(FONT.rglob("*.ttf"))), 40)
    for line in range(12):
        ImageDraw.Draw(page).text((100, 150 + 90 * line), text, 0, font)
    output = BytesIO()
    page.rotate(turned, expand=True).save(output, "JPEG")
    return output.getvalue()


def scanned(*pictures: bytes) -> bytes:
    output = BytesIO()
    drawing = canvas.Canvas(output)
    for picture in pictures:
        image = ImageReader(BytesIO(picture))
        size = [side * 72 / 150 for side in image.getSize()]
        drawing.setPageSize(size)
        drawing.drawImage(image, 0, 0, *size)
        drawing.showPage()
    drawing.save()
    return output.getvalue()


def answered(content: bytes):
    return answer_for(ContentFile(content))


@pytest.mark.parametrize("turned", [0, 90])
def test_a_scanned_page_is_made_out_whichever_side_is_up(tesseract, turned):
    answer = answered(scanned(scan(turned=turned)))
    assert SENTENCE in answer.pages[0]
    assert (answer.scans, answer.recognised, answer.left) == ([1], [1], "")


def test_a_photograph_of_a_page_is_made_out(tesseract):
    assert SENTENCE in answered(scan()).pages[0]


def test_the_stamp_on_a_scan_stays_beside_what_is_made_out(stand_in):
    stand_in("echo made out")
    assert answered(files.pdf("", stamp="Nguoi ky")).pages == ["Nguoi ky\nmade out"]


def test_without_the_program_a_scan_says_so(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    answer = answered(files.pdf("", "hai"))
    assert (answer.scans, answer.recognised, answer.left) == ([1], [], Reason.SCAN_TOOL_MISSING)
    assert "hai" in answer.pages[1]


def test_an_endless_page_costs_itself_alone(stand_in, settings):
    settings.READING = {**settings.READING, "recognising_page": 1}
    stand_in("[ $page = 2 ] && exec sleep 60; echo page $page")
    answer = answered(files.pdf("", "", ""))
    assert answer.pages == ["page 1", "", "page 3"]
    assert (answer.recognised, answer.left) == ([1, 3], Reason.PAGES_LEFT)


def test_what_was_made_out_in_time_is_kept(stand_in, settings, monkeypatch):
    monkeypatch.setattr(limited, "STARTING_SECONDS", 2)
    settings.READING = {**settings.READING, "recognising": 2}
    stand_in("[ $page = 2 ] && exec sleep 60; echo page $page")
    answer = answered(files.pdf("", "", ""))
    assert answer.pages == ["page 1", "", ""] and answer.left == Reason.PAGES_LEFT


@pytest.mark.parametrize("script", ["exit 1", "kill -9 $$", "head -c 3000000 /dev/zero | tr '\\0' a"])
def test_a_program_that_fails_or_talks_without_end_leaves_the_pages_unread(stand_in, settings, script):
    settings.READING = {**settings.READING, "text": 1_000_000}
    stand_in(script)
    answer = answered(files.pdf("", "Trang hai"))
    assert answer.left == Reason.PAGES_LEFT and "Trang hai" in answer.pages[1]


def test_a_page_of_a_thousand_square_metres_is_drawn_small(stand_in):
    stand_in("echo drawn")
    output = BytesIO()
    drawing = canvas.Canvas(output, pagesize=(90_000, 90_000))
    drawing.drawImage(ImageReader(BytesIO(files.photograph())), 0, 0, 90_000, 90_000)
    drawing.showPage()
    drawing.save()
    assert answered(output.getvalue()).pages == ["drawn"]


def test_a_picture_of_30_000_by_30_000_is_left_alone(stand_in):
    stand_in("echo drawn")
    output = BytesIO()
    Image.new("1", (30_000, 30_000)).save(output, "PNG")
    answer = answered(output.getvalue())
    assert answer.pages == [""] and answer.left == Reason.PAGES_LEFT


def test_a_picture_inside_a_pdf_is_measured_before_it_is_unpacked(stand_in):
    stand_in("echo drawn")
    content = scanned(files.photograph(), scan())
    assert b"/Width 80 " in content.replace(b"\n", b" ").replace(b">>", b" ")
    answer = answered(content.replace(b"/Width 80", b"/Width 80000").replace(b"/Height 40", b"/Height 40000"))
    assert (answer.pages, answer.recognised) == (["", "drawn"], [2])


@pytest.mark.django_db
def test_a_person_still_has_to_read_what_a_machine_made_out(stand_in):
    stand_in("echo 'TỐI MẬT'")
    document = make_document(content=files.pdf(""))
    call_command("read_documents", stdout=StringIO(), stderr=StringIO())
    assert [found.pk for found in reading.needs_eyes([document])] == [document.pk]
    assert reading.texts_of([document])[document.pk] == ["TỐI MẬT"]
    row = FileReading.objects.get()
    assert (row.status, row.scans, row.recognised) == (FileReading.Status.SCAN, 1, 1)


@pytest.mark.django_db
def test_scans_are_read_again_once_the_program_is_there(monkeypatch, tmp_path, stand_in):
    document = make_document(content=files.pdf(""))
    with monkeypatch.context() as patch:
        patch.setenv("PATH", str(tmp_path / "nothing"))
        call_command("read_documents", stdout=StringIO(), stderr=StringIO())
        document.refresh_from_db()
        assert document.reading.reason == Reason.SCAN_TOOL_MISSING
    stand_in("echo made out")
    call_command("read_documents", stdout=StringIO(), stderr=StringIO())
    assert reading.texts_of([document])[document.pk] == ["made out"]


def extracted(*contents: bytes, folder: Path) -> tuple[str, str, bool]:
    """Output, complaints, and whether the command failed."""
    paths, output, complaints = [], StringIO(), StringIO()
    for number, content in enumerate(contents):
        paths.append(folder / f"tep-{number}.pdf")
        paths[-1].write_bytes(content)
    try:
        call_command("extract_text", *map(str, paths), stdout=output, stderr=complaints)
    except CommandError:
        return output.getvalue(), complaints.getvalue(), True
    return output.getvalue(), complaints.getvalue(), False


def test_the_command_prints_every_page(tmp_path):
    output, complaints, failed = extracted(files.pdf("Trang mot", "Trang hai"), folder=tmp_path)
    assert output.index("Trang mot") < output.index("== tep-0.pdf") + 60 < output.index("Trang hai")
    assert not failed and not complaints


def test_the_command_names_what_cannot_be_read_and_goes_on(tmp_path):
    output, complaints, failed = extracted(b"\0" * 100, files.pdf("Trang mot"), folder=tmp_path)
    assert "Trang mot" in output
    assert failed and f"tep-0.pdf: {Reason.WRONG_TYPE.label}" in complaints


def test_the_command_names_the_pages_that_stayed_without_text(tmp_path, stand_in):
    stand_in("exit 1")
    _output, complaints, failed = extracted(files.pdf("mot", ""), folder=tmp_path)
    assert failed and str(Reason.PAGES_LEFT.label) in complaints and "2" in complaints


def test_a_file_that_is_not_there_is_named(tmp_path):
    complaints = StringIO()
    with pytest.raises(CommandError):
        call_command("extract_text", str(tmp_path / "khong-co.pdf"), stderr=complaints)
    assert "khong-co.pdf" in complaints.getvalue()
