"""Where a public form or a beacon came from, without a cookie (decision 18)."""

from urllib.parse import urlsplit

from django.http import HttpRequest


def is_own(request: HttpRequest) -> bool:
    """Whether the browser says that the form stood on this site; a browser that says nothing is believed."""
    if request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none"):
        return False
    stated = request.headers.get("Origin") or request.headers.get("Referer")
    return not stated or urlsplit(stated).netloc == request.get_host()
