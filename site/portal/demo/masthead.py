"""Name, address and banners of the invented commune."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from django.core.files.base import ContentFile
from PIL import Image, ImageDraw, ImageFont

from assets.models import CustomImage
from editorial.slugs import slug_of
from home.models import Banner, Place, SiteIdentity
from portal.demo import scenes
from portal.demo.stage import Stage

FONT = Path(__file__).parent / "fonts" / "BeVietnamPro-SemiBold.ttf"
SIZE = (1600, 640)
IDENTITY = {
    "parent_body": "Ủy ban nhân dân tỉnh Thạch Giang",
    "slogan": "Gần dân – Công khai – Trách nhiệm",
    "address": "Số 1 đường Trung tâm, thôn Thạch Lâm, xã Thạch Lâm Hạ, tỉnh Thạch Giang",
    "phone": "0298 3861 100",
    "email": "vanphong@thachlamha.example",
    "responsible_person": "Phạm Thanh Hải",
    "responsible_post": "Phó Chủ tịch UBND xã, Trưởng Ban biên tập",
    "source_note": "Ghi rõ nguồn “Trang thông tin điện tử xã Thạch Lâm Hạ” khi phát hành lại thông tin.",
}


@dataclass(frozen=True)
class Poster:
    """Two lines on a landscape; it leads to `url`."""

    first: str
    second: str
    scene: str
    url: str

    @property
    def words(self) -> str:
        return f"{self.first}. {self.second}"


POSTERS = (
    Poster("Dịch vụ công trực tuyến", "Nộp hồ sơ ở nhà, nhận kết quả đúng hẹn", "field", "/thu-tuc-hanh-chinh/"),
    Poster("Xây dựng nông thôn mới nâng cao", "Dân biết, dân bàn, dân làm, dân kiểm tra", "trees",
           "/chuyen-de/nong-thon-moi-nang-cao/"),
    Poster("Chủ động trong mùa mưa bão", "Trực ban cả ngày đêm: 0298 3861 110", "river",
           "/chuyen-de/an-toan-mua-mua-bao/"),
)  # fmt: skip


def masthead(stage: Stage) -> None:
    """What an official filled in stays."""
    identity = SiteIdentity.for_site(stage.built.site)
    if not identity.parent_body:
        for name, value in IDENTITY.items():
            setattr(identity, name, value)
        identity.save()
        stage.made += 1
    for order, poster in enumerate(POSTERS):
        put_banner(stage, poster, order)


def put_banner(stage: Stage, poster: Poster, order: int) -> None:
    site = stage.built.site
    if Banner.objects.filter(site=site, title=poster.first).exists():
        return
    content = ContentFile(paint(poster), name=f"{slug_of(poster.first)}.jpg")
    image = CustomImage.objects.create(title=poster.first, file=content, collection=stage.folder)
    Banner.objects.create(
        site=site,
        title=poster.first,
        image=image,
        alt=poster.words,
        url=poster.url,
        place=Place.FRONT,
        sort_order=order,
    )
    stage.made += 1


def paint(poster: Poster) -> bytes:
    """The landscape above its words, which are large enough to be read where three banners stand abreast."""
    image = Image.open(BytesIO(scenes.draw(poster.scene, poster.first, SIZE)))
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, 372, *SIZE), fill="#8f1d1a")
    pen.rectangle((0, 360, SIZE[0], 372), fill="#e8bd5a")
    pen.text((64, 462), poster.first, font=ImageFont.truetype(FONT, 84), fill="#fff6df", anchor="lm")
    pen.text((64, 564), poster.second, font=ImageFont.truetype(FONT, 60), fill="#f4d58d", anchor="lm")
    content = BytesIO()
    image.save(content, "JPEG", quality=88, optimize=True)
    return content.getvalue()
