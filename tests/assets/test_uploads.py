"""What an editor may upload, through every form that takes a file."""

from io import BytesIO

import pillow_heif
import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import TemporaryUploadedFile
from django.urls import reverse
from PIL import Image

from assets import uploads
from assets.models import CustomDocument, CustomImage, CustomMedia
from assets.storage import safe_name
from tests.assets import samples
from tests.builders import make_user

pytestmark = pytest.mark.django_db

GOOD = [
    ("Báo cáo.PDF", samples.PDF),
    ("to-trinh.docx", samples.word()),
    ("bang.xlsx", samples.sheet()),
    ("don.odt", samples.open_document("text")),
    ("cu.doc", samples.DOC),
    ("thu.rtf", b"{\\rtf1\\ansi Xin chao}"),
    ("ghi-chu.txt", "Kính gửi".encode()),
    ("tcvn.txt", b"K\xddnh g\xf6i"),
    ("bang.csv", "STT,Tên\n1,An\n".encode("utf-16")),
    ("goi.zip", samples.packed({"a.txt": b"x"})),
    ("ban-quet.jpg", samples.photograph()),
]
BAD = [
    ("page.pdf", samples.HTML, "content"),
    ("page.pdf", b"<html>" + samples.PDF, "content"),
    ("page.html", samples.HTML, "type"),
    ("picture.svg", samples.SVG, "type"),
    ("note.txt", samples.HTML, "content"),
    ("note.txt", samples.SVG, "content"),
    ("program.pdf", b"MZ\x90\0" + b"\0" * 300, "content"),
    ("program.txt", b"MZ\x90\0" + b"\0" * 300, "content"),
    ("program.pdf.exe", samples.PDF, "type"),
    ("empty.pdf", b"", "empty"),
    ("sheet.docx", samples.sheet(), "content"),
    ("any.docx", samples.packed({"a.txt": b"x"}), "content"),
    ("broken.docx", samples.word()[:400], "content"),
    ("macro.docx", samples.word(with_macros=True), "macros"),
    ("macro.doc", samples.DOC + "_VBA_PROJECT".encode("utf-16-le"), "macros"),
    ("new.doc", samples.word(), "content"),
    ("table.xls", samples.DOC, "content"),
    ("text.odt", samples.open_document("spreadsheet"), "content"),
    ("picture.png", samples.picture(), "content"),
    ("cut.jpg", samples.picture(size=(800, 400))[:900], "picture"),
    ("bomb.png", samples.png_bomb(), "picture"),
]


@pytest.fixture
def editor(client):
    client.force_login(make_user(is_superuser=True, is_staff=True))
    return client


@pytest.mark.parametrize(("name", "content"), GOOD, ids=[name for name, _ in GOOD])
def test_good_documents_pass(name, content):
    uploads.check(samples.upload(name, content), uploads.rule("document"))


@pytest.mark.parametrize(("name", "content", "code"), BAD, ids=[f"{name}-{code}" for name, _, code in BAD])
def test_bad_documents_are_refused(name, content, code):
    with pytest.raises(ValidationError) as refusal:
        uploads.check(samples.upload(name, content), uploads.rule("document"))
    assert refusal.value.code == code


def test_a_package_that_would_unpack_too_big_is_refused(monkeypatch):
    monkeypatch.setattr(uploads, "UNPACKED_LIMIT", 1000)
    bomb = samples.upload("goi.zip", samples.packed({"a.txt": b"0" * 100_000}))
    with pytest.raises(ValidationError) as refusal:
        uploads.check(bomb, uploads.rule("document"))
    assert refusal.value.code == "bomb"


def test_too_big_is_refused_with_both_sizes(settings):
    settings.UPLOADS = {**settings.UPLOADS, "document": (["pdf"], 10)}
    with pytest.raises(ValidationError, match="10"):
        uploads.check(samples.upload("a.pdf", samples.PDF), uploads.rule("document"))


def cleaned(content: bytes, name: str = "anh.jpg") -> tuple[Image.Image, bytes]:
    upload = samples.upload(name, content)
    uploads.check(upload, uploads.rule("image"))
    data = upload.read()
    assert upload.size == len(data)
    return Image.open(BytesIO(data)), data


def test_position_and_metadata_are_removed_from_photographs():
    image, data = cleaned(samples.photograph())
    assert not image.getexif()
    assert b"GPS" not in data and b"Maker" not in data and b"21.0285" not in data


def test_a_turned_photograph_is_turned_for_good():
    image, _ = cleaned(samples.photograph(orientation=6))
    assert image.size == (40, 80)
    red, _, blue = image.convert("RGB").getpixel((20, 5))
    assert red > 150 > blue


def test_what_hides_behind_the_pixels_is_gone():
    _, data = cleaned(samples.picture(file_format="GIF") + b"PK\x03\x04<script>alert(1)</script>", "a.gif")
    assert b"script" not in data


def test_an_animation_stays_one():
    frames = [Image.new("RGB", (9, 9), colour) for colour in ("red", "blue", "green")]
    output = BytesIO()
    frames[0].save(output, "GIF", save_all=True, append_images=frames[1:], duration=100)
    image, _ = cleaned(output.getvalue(), "a.gif")
    assert image.n_frames == 3


def test_transparency_stays():
    output = BytesIO()
    Image.new("RGBA", (9, 9), (0, 0, 0, 0)).save(output, "PNG")
    image, _ = cleaned(output.getvalue(), "a.png")
    assert image.convert("RGBA").getpixel((3, 3))[3] == 0


@pytest.mark.parametrize("temporary", [False, True])
def test_places_in_films_are_zeroed_and_nothing_else(temporary):
    upload = samples.upload("phim.mp4", samples.MP4)
    if temporary:
        upload = TemporaryUploadedFile("phim.mp4", "video/mp4", len(samples.MP4), None)
        upload.write(samples.MP4)
        upload.flush()
    uploads.check(upload, uploads.rule("video"))
    assert upload.read() == samples.MP4.replace(b"+21.0285+105.8542/", b"+00.0000+000.0000/")


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("Quyết định số 12.QĐ-UBND (bản ký).PDF", "quyet-dinh-so-12-qd-ubnd-ban-ky.pdf"),
        ("../../etc/passwd", "passwd"),
        ("ảnh.php.jpg", "anh-php.jpg"),
        ("  .pdf", "tep.pdf"),
        ("文件.docx", "wenjian.docx"),
        ("a" * 300 + ".png", "a" * 60 + ".png"),
    ],
)
def test_names_are_safe(given, kept):
    assert safe_name(given) == kept
    assert safe_name(kept) == kept


IMAGE_ROADS = [
    ("wagtailimages:add", (), "", "file"),
    ("wagtailimages:add_multiple", (), "", "files[]"),
    ("wagtailimages_chooser:create", (), "image-chooser-upload-", "file"),
]


def post(client, road, name: str, content: bytes, **data):
    url, args, prefix, field = road
    body = {f"{prefix}title": "Tên đã gõ", f"{prefix}collection": 1, **data}
    body[f"{prefix}{field}"] = samples.upload(name, content)
    return client.post(reverse(url, args=args), body, headers={"X-Requested-With": "XMLHttpRequest"})


@pytest.mark.parametrize("road", IMAGE_ROADS, ids=lambda road: road[0])
def test_every_image_form_cleans(editor, road):
    post(editor, road, "Ảnh lễ hội.JPG", samples.photograph(orientation=6))
    image = CustomImage.objects.get()
    assert (image.width, image.height) == (40, 80)
    assert image.file.name == "private/original_images/anh-le-hoi.jpg"
    with image.file.open() as content:
        assert not Image.open(content).getexif()


@pytest.mark.parametrize("road", IMAGE_ROADS, ids=lambda road: road[0])
@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.svg", samples.SVG),
        ("a.png", samples.SVG),
        ("a.jpg", samples.HTML),
        ("a.png", samples.picture()),
        ("a.png", samples.png_bomb()),
        ("a.jpg", samples.picture(size=(800, 400))[:900]),
    ],
    ids=["svg", "svg as png", "html as jpg", "jpg as png", "bomb", "cut"],
)
def test_every_image_form_refuses(editor, road, name, content):
    response = post(editor, road, name, content)
    assert response.status_code == 200
    assert not CustomImage.objects.exists()


def test_a_large_upload_kept_on_disk_is_cleaned_too(editor, settings):
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 10
    post(editor, IMAGE_ROADS[0], "lon.jpg", samples.photograph(orientation=6))
    image = CustomImage.objects.get()
    with image.file.open() as content:
        assert b"Maker" not in content.read()
    assert (image.width, image.height) == (40, 80)


def test_heic_becomes_jpeg(editor):
    pillow_heif.register_heif_opener()
    post(editor, IMAGE_ROADS[0], "IMG_0001.HEIC", samples.picture(size=(64, 64), file_format="HEIF"))
    image = CustomImage.objects.get()
    assert image.filename == "img_0001.jpg"
    with image.file.open() as content:
        assert Image.open(content).format == "JPEG"


DOCUMENT_ROADS = [
    ("wagtaildocs:add", (), "", "file"),
    ("wagtaildocs:add_multiple", (), "", "files[]"),
    ("wagtaildocs_chooser:create", (), "document-chooser-upload-", "file"),
]


@pytest.mark.parametrize("road", DOCUMENT_ROADS, ids=lambda road: road[0])
def test_every_document_form_takes_good_and_refuses_bad(editor, road):
    bad = post(editor, road, "a.pdf", samples.HTML)
    assert bad.status_code == 200
    assert not CustomDocument.objects.exists()
    post(editor, road, "Báo cáo.pdf", samples.PDF)
    assert CustomDocument.objects.get().file.name == "private/documents/bao-cao.pdf"


def test_a_refused_form_keeps_what_was_typed(editor):
    response = post(editor, DOCUMENT_ROADS[0], "a.pdf", samples.HTML)
    assert "Tên đã gõ" in response.content.decode()
    assert len(response.context["form"].errors["file"]) == 1


def media_form(**extra):
    return {"title": "Phát thanh", "collection": 1, "duration": 0, **extra}


@pytest.mark.parametrize("road", ["wagtailmedia:add", "wagtailmedia:chooser_upload"])
def test_every_media_form_takes_good_and_refuses_bad(editor, road):
    prefix = "media-chooser-upload-" if "chooser" in road else ""
    for content, count in ((samples.HTML, 0), (samples.MP3, 1)):
        form = media_form(file=samples.upload("a.mp3", content))
        editor.post(reverse(road, args=["audio"]), {prefix + key: value for key, value in form.items()})
        assert CustomMedia.objects.count() == count


def test_a_thumbnail_is_checked_like_a_picture(editor):
    form = media_form(
        file=samples.upload("a.mp4", samples.MP4), thumbnail=samples.upload("a.png", samples.SVG)
    )
    response = editor.post(reverse("wagtailmedia:add", args=["video"]), form)
    assert "thumbnail" in response.context["form"].errors
    assert not CustomMedia.objects.exists()
