"""Forms as a browser would send them."""

from __future__ import annotations

from bs4 import BeautifulSoup, Tag
from django.http import HttpResponse

UNSENT = {"submit", "button", "image", "reset", "file"}


def filled(response: HttpResponse, selector: str = "#page-edit-form") -> dict[str, str | list[str]]:
    """What the form at `selector` holds, no button pressed; streams, which a script draws, are empty."""
    form = BeautifulSoup(response.content, "html.parser").select_one(selector)
    assert form is not None, f"no form {selector}: {response.status_code}"
    data: dict[str, list[str]] = {}
    for field in form.select("input[name], textarea[name], select[name]"):
        for value in values(field):
            data.setdefault(str(field["name"]), []).append(value)
    sent = {name: found if len(found) > 1 else found[0] for name, found in data.items()}
    return {f"{stream['id']}-count": "0" for stream in form.select("[data-controller=w-block]")} | sent


def values(field: Tag) -> list[str]:
    """What a browser sends of one field: nothing of what is switched off or not ticked."""
    if field.has_attr("disabled") or field.get("type") in UNSENT:
        return []
    if field.name == "textarea":
        return [field.text.removeprefix("\n")]
    if field.name == "select":
        chosen = field.select("option[selected]")
        return [str(option.get("value", option.text)) for option in chosen]
    if field.get("type") in ("checkbox", "radio"):
        return [str(field.get("value", "on"))] if field.has_attr("checked") else []
    return [str(field.get("value", ""))]
