"""The registers of the administration: who keeps each, what a new row of it says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.urls import reverse

from tests.access.names import every_name
from tests.access.rows import ADMIN, EDITING, NOBODY, PUBLISHING, STEERING, Row, row
from tests.forms import filled
from tests.world import World

ENDING = "_modeladmin_index"


@dataclass(frozen=True)
class Register:
    """`thing` is a row of it, `may` who keeps it; `other` names actions with another answer.

    `new` is what a new row says otherwise than `thing`. A shared register holds for every portal.
    """

    thing: str
    may: frozenset[str]
    new: dict[str, Any] = field(default_factory=dict)
    shared: bool = False
    other: dict[str, frozenset[str]] = field(default_factory=dict)

    def who(self, action: str) -> frozenset[str]:
        return self.other.get(action, self.may)


LOOKED_AT = dict.fromkeys(("create", "edit", "delete"), NOBODY)
INBOX = {"create": NOBODY, "delete": ADMIN}
DAYS = {"valid_from": "2027-02-01", "valid_to": "2027-02-05"}
KEPT = ("section", "person")  # what a row is about
REGISTERS = {
    "bang-ron": Register("banner", PUBLISHING, {"title": "Bầu cử"}),
    "questions_question": Register("question", EDITING, other=INBOX),
    "to-chuc_don-vi": Register("unit", ADMIN, {"name": "Trạm Y tế"}),
    "to-chuc_can-bo": Register("person", ADMIN, {"full_name": "Lý Thị Sáu"}),
    "to-chuc_chuc-vu": Register("post", ADMIN, {"name": "Kế toán"}),
    "to-chuc_giu-chuc-vu": Register("holding", ADMIN, {"person": "colleague"}),
    "to-chuc_lich-lam-viec": Register("day", ADMIN, {"date": "2027-03-19"}),
    "editorial_genre": Register("genre", ADMIN, {"name": "Phỏng vấn nhanh", "slug": "nhanh"}, shared=True),
    "editorial_field": Register("field", ADMIN, {"name": "Thủy lợi nội đồng"}, shared=True),
    "docs_documenttype": Register("document_type", ADMIN, {"name": "Thông tri", "code": "TTr"}, shared=True),
    "docs_issuer": Register("issuer", ADMIN, {"name": "Sở Nội vụ tỉnh", "symbol": "SNVT"}, shared=True),
    "ban-bien-tap_to-chuc": Register("board", ADMIN, {"name": "Tổ giúp việc", "kind": "to-giup-viec"}),
    "ban-bien-tap_thanh-vien": Register("membership", ADMIN, {"person": "person", "role": "uy-vien"}),
    "ban-bien-tap_phan-cong": Register("assignment", ADMIN, {"duty": "tiep-nhan"}),
    "ban-bien-tap_uy-quyen": Register("delegation", ADMIN, DAYS),
    "ban-bien-tap_quy-trinh": Register("chain", ADMIN, {"section": "section"}),
    "ban-bien-tap_ly-do-tra-lai": Register("reason", ADMIN, {"name": "Ảnh mờ"}, shared=True),
    "ban-bien-tap_quy-tac-kiem-tra": Register("check_rule", ADMIN, {"genre": "genre"}, shared=True),
    "tim-kiem_tu-dong-nghia": Register(
        "synonym", STEERING, {"words": "chợ mới", "meanings": "chợ trung tâm"}
    ),
    "tim-kiem_ket-qua-chon": Register("curation", STEERING, {"wordings": "lịch tiếp dân"}),
    "tim-kiem_can-viet": Register("wanted_text", STEERING, {"words": "Lịch cắt điện"}),
    "thu_da-gui": Register("letter", ADMIN, other=LOOKED_AT),
    "thu_ma-pin": Register("pin", ADMIN, other=LOOKED_AT),
}


def prefixes() -> set[str]:
    """The registers there are."""
    return {name.removesuffix(ENDING) for name in every_name() if name.endswith(ENDING)}


def reading(prefix: str) -> Iterator[Row]:
    """The addresses of a register that are opened."""
    register = REGISTERS[prefix]
    for action in ("index", "create"):
        yield row(f"{prefix}_modeladmin_{action}", register.who(action))
    for name in of_one_row(prefix):
        yield row(name, register.who(name.rpartition("_")[2]), register.thing)


def of_one_row(prefix: str) -> list[str]:
    names = [f"{prefix}_modeladmin_{action}" for action in ("edit", "delete", "inspect", "history")]
    return [name for name in names if name in every_name()]


def sending(prefix: str) -> Iterator[Row]:
    """The addresses of a register that are sent a form; see `forms`."""
    register, sent = REGISTERS[prefix], {"method": "post", "changes": True}
    yield row(f"{prefix}_modeladmin_create", register.who("create"), form="form_new", **sent)
    edit = f"{prefix}_modeladmin_edit"
    yield row(edit, register.who("edit"), register.thing, form="form_changed", **sent)


def removing(prefix: str) -> Row:
    """Deletion, of a row that nothing stands upon; see `spare`."""
    may = REGISTERS[prefix].who("delete")
    return row(f"{prefix}_modeladmin_delete", may, "spare", method="post", changes=True)


def of_another_portal(prefix: str) -> Iterator[Row]:
    """The same of a row of another portal, or of one that holds for both: nobody's here alone."""
    register = REGISTERS[prefix]
    thing = register.thing if register.shared else f"foreign_{register.thing}"
    for name in of_one_row(prefix):
        stays = register.shared and name.endswith("_history")
        yield row(name, register.may if stays else NOBODY, thing)
    for action in ("edit", "delete"):
        yield row(f"{prefix}_modeladmin_{action}", NOBODY, thing, method="post", form="form_changed")


def forms(world: World, prefix: str) -> dict[str, Any]:
    """What a browser sends of a new row and of the old one, changed."""
    register = REGISTERS[prefix]
    if not register.who("edit"):
        return {"form_new": {}, "form_changed": {}}
    world.things["colleague"] = world.users["bientap"].person
    url = reverse(f"{prefix}_modeladmin_edit", args=[world.key(register.thing)])
    held = filled(world.clients["quantri"].get(url), f"form[action='{url}']")
    new = held | {name: world.key(value) for name, value in register.new.items()}
    return {"form_new": new, "form_changed": new | {name: held[name] for name in KEPT if name in held}}


def spare(world: World, prefix: str) -> Any:
    """A new row, or the old one where nobody adds any."""
    old = world.things[REGISTERS[prefix].thing]
    if not REGISTERS[prefix].who("create"):
        return old
    rows = type(old)._base_manager
    known = set(rows.values_list("pk", flat=True))
    world.clients["quantri"].post(reverse(f"{prefix}_modeladmin_create"), world.things["form_new"])
    return rows.exclude(pk__in=known).get()
