"""Where files are kept: folders by default, an S3 bucket by `MEDIA_BUCKET_URL` (decisions 15, 17)."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured
from environ import Env

PUBLIC, PRIVATE = "public", "private"
# Extensions, the variable that changes the limit, and the limit in megabytes.
UPLOADS = {
    "image": ("jpg png gif webp heic", "UPLOAD_LIMIT_IMAGE", 20),
    "document": (
        "pdf doc docx odt rtf txt xls xlsx ods csv ppt pptx odp zip rar jpg png",
        "UPLOAD_LIMIT_DOCUMENT",
        50,
    ),
    "audio": ("mp3 m4a ogg wav", "UPLOAD_LIMIT_AUDIO", 100),
    "video": ("mp4 webm", "UPLOAD_LIMIT_VIDEO", 500),
}
# What reading the text of one document may take: the fields of `assets.extraction.answer.Limits`.
READING = {
    "seconds": 120,
    "memory": 1024 * 1024 * 1024,
    "file": 200 * 1024 * 1024,
    "unpacked": 400 * 1024 * 1024,
    "text": 40 * 1024 * 1024,
    "pages": 3000,
    "recognising": 600,
    "recognising_page": 60,
}
ADVICE = (
    "MEDIA_BUCKET_URL must look like s3://KEY:SECRET@BUCKET"
    "?endpoint=https://s3.example.vn&region=vn-1&public=https://tep.example.vn"
)


def file_roots(bucket_url: str, media_root: Path, media_url: str) -> dict[str, dict[str, Any]]:
    """The `STORAGES` rows `public` and `private`: two folders, or two prefixes of one bucket."""
    return from_bucket(bucket_url) if bucket_url else from_disk(media_root, media_url)


def upload_rules(env: Env) -> dict[str, tuple[list[str], int]]:
    """Pairs *(extensions, limit in bytes)* by kind of upload."""
    return {
        kind: (extensions.split(), env.int(variable, default=megabytes) * 1024 * 1024)
        for kind, (extensions, variable, megabytes) in UPLOADS.items()
    }


def from_disk(media_root: Path, media_url: str) -> dict[str, dict[str, Any]]:
    backend = "django.core.files.storage.FileSystemStorage"
    return {
        PUBLIC: {"BACKEND": backend, "OPTIONS": {"location": media_root / PUBLIC, "base_url": media_url}},
        PRIVATE: {"BACKEND": backend, "OPTIONS": {"location": media_root / PRIVATE}},
    }


def from_bucket(url: str) -> dict[str, dict[str, Any]]:
    """Options of django-storages; key and secret may be left out where the machine has a role."""
    parts = urlsplit(url)
    if parts.scheme != "s3" or not parts.hostname:
        raise ImproperlyConfigured(ADVICE)
    query = {name: values[0] for name, values in parse_qs(parts.query).items()}
    common: dict[str, Any] = {
        "bucket_name": parts.netloc.rpartition("@")[2],
        "access_key": unquote(parts.username or "") or None,
        "secret_key": unquote(parts.password or "") or None,
        "endpoint_url": query.get("endpoint"),
        "region_name": query.get("region"),
        "addressing_style": query.get("style", "path"),
        "signature_version": "s3v4",
        "file_overwrite": False,
        "querystring_auth": False,
    }
    public = public_address(common["bucket_name"], query)
    return {
        PUBLIC: s3({**common, **public, "location": PUBLIC}),
        PRIVATE: s3({**common, "location": PRIVATE}),
    }


def public_address(bucket: str, query: dict[str, str]) -> dict[str, Any]:
    """Where visitors read public files: the address given, else the bucket at its endpoint."""
    endpoint = query.get("endpoint") or f"https://s3.{query.get('region', 'us-east-1')}.amazonaws.com"
    address = urlsplit(query.get("public") or f"{endpoint}/{bucket}")
    return {"custom_domain": address.netloc + address.path.rstrip("/"), "url_protocol": f"{address.scheme}:"}


def allow_files_from(storages: dict[str, dict[str, Any]], *policies: dict[str, list[str]]) -> None:
    """Lets pages show pictures and films from the bucket's address, which is not the portal's own."""
    options = storages[PUBLIC].get("OPTIONS", {})
    if domain := options.get("custom_domain"):
        origin = f"{options['url_protocol']}//{domain.partition('/')[0]}"
        for policy in policies:
            for directive in ("img-src", "media-src"):
                policy[directive] = [*policy.get(directive, ["'self'"]), origin]


def s3(options: dict[str, Any]) -> dict[str, Any]:
    return {"BACKEND": "storages.backends.s3.S3Storage", "OPTIONS": options}
