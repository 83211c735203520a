"""Ways to look at a file as somebody would: by its addresses."""

from __future__ import annotations

from django.core.files.storage import default_storage
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from assets.models import CustomDocument, Stored
from assets.storage import split


def addresses(file: Stored) -> list[str]:
    """Every address at which somebody may look for the file and two of its renditions."""
    file.refresh_from_db()
    rests = [split(getattr(part, field).name)[1] for part, field in file.stored_parts()[:3]]
    found = [f"/media/{rest}" for rest in rests] + [reverse("assets_file", args=[rest]) for rest in rests]
    found += [f"/media/private/{rest}" for rest in rests] + [f"/media/../private/{rest}" for rest in rests]
    return found + ([file.url] if isinstance(file, CustomDocument) else [])


def readable(file: Stored, client: Client | None = None) -> set[str]:
    """The addresses that give the file to this client, by default a visitor."""
    client = client or Client()
    answers = {url: client.get(url, follow=True) for url in addresses(file)}
    return {url for url, answer in answers.items() if is_the_file(answer)}


def is_the_file(answer: HttpResponse) -> bool:
    """Whether this is content, not a page saying no or asking to log in."""
    return answer.status_code == 200 and not answer["Content-Type"].startswith("text/html")


def lies_in(file: Stored) -> set[str]:
    """The roots that hold something of the file."""
    file.refresh_from_db()
    names = [getattr(part, field).name for part, field in file.stored_parts()]
    both = names + [default_storage.twin(name) for name in names]
    return {split(name)[0] for name in both if _there(name)}


def _there(name: str) -> bool:
    storage, rest = default_storage._place(name)
    return storage.exists(rest)


def body(document=None, image=None, media=None) -> list:
    """The blocks of an article that uses these files, in a list, in a structure and inside rich text."""
    picture = {"image": getattr(image, "pk", None), "alt": "Cờ đỏ", "caption": "Lễ chào cờ", "credit": ""}
    link = f'<p><a linktype="document" id="{document.pk}">Tải về</a></p>' if document else ""
    blocks = {
        "text": document and link,
        "picture": image and picture,
        "audio": media and {"audio": media.pk, "caption": "Phát thanh"},
    }
    return [{"type": kind, "value": value} for kind, value in blocks.items() if value]
