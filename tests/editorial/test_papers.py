"""A decision made on paper: recorded by another than the writer, with name, day and scan (K28)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from agency.models import Holding, Person
from editorial.chain.digest import digest_of
from editorial.models import (
    Action,
    Channel,
    Decision,
    Hand,
    Letter,
    LetterKind,
    PaperDecision,
    StageTaskState,
)
from tests import builders

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


@pytest.fixture
def world(world):
    Letter.objects.all().delete()
    PaperDecision.objects.all().delete()
    return world


def state_of(world):
    return StageTaskState.objects.open().get(page=world.key("submitted"))


def head(world):
    return world.users["truongphong"].person


def paper(name="phieu.pdf", content=PDF):
    return SimpleUploadedFile(name, content, "application/pdf")


def record(world, role="bientap", **given):
    state = state_of(world)
    said = {
        "action": "approve",
        "signer": head(world).pk,
        "signed_on": timezone.localdate().isoformat(),
        "scan": paper(),
        "same": "on",
        "digest": digest_of(state.text()),
        "comment": "",
        **given,
    }
    said = {name: value for name, value in said.items() if value is not None}
    return world.clients[role].post(reverse("editorial_paper", args=[state.pk]), said)


def is_open(world):
    return state_of(world).pk == world.key("state")


def test_the_paper_decides_for_who_signed_it(world):
    assert record(world, comment="Phiếu trình số 5").status_code == 302
    entry = Decision.objects.get(action=Action.APPROVED, page=world.key("submitted"))
    assert entry.channel == Channel.PAPER and entry.comment == "Phiếu trình số 5"
    assert (entry.person_name, entry.for_name) == ("Người bientap", "Người truongphong")
    assert "Chánh Văn phòng" in entry.for_post
    assert entry.paper.signer == head(world) and entry.paper.signed_on == timezone.localdate()
    assert entry.paper.scan.open().read() == PDF and len(entry.paper.sha256) == 64
    assert not is_open(world)


def test_who_signed_is_told_at_once(world):
    record(world)
    letter = Letter.objects.get(kind=LetterKind.RECORDED)
    assert letter.recipient == world.users["truongphong"]
    assert "Người bientap" in letter.text and "Tin chờ duyệt" in letter.subject


def test_a_return_on_paper_says_why(world):
    assert record(world, action="reject").status_code == 422
    assert is_open(world)
    assert record(world, action="reject", comment="Sai số liệu").status_code == 302
    entry = Decision.objects.get(action=Action.RETURNED)
    assert entry.comment == "Sai số liệu" and entry.for_name == "Người truongphong"


def test_a_head_without_an_account_decides_on_paper(world):
    Holding.objects.all().delete()
    person = builders.make_person("Trưởng phòng không dùng máy", unit=head(world).unit)
    post = builders.make_post("Trưởng phòng", unit=person.unit, is_head=True)
    builders.make_holding(person=person, post=post)
    assert record(world, signer=person.pk).status_code == 302
    assert (
        Decision.objects.get(action=Action.APPROVED, page=world.key("submitted")).for_name == person.full_name
    )


def test_a_writer_without_an_account_signs_nothing(world):
    page = world.things["submitted"]
    text = page.get_latest_revision_as_object()
    text.author = builders.make_person("Trưởng phòng viết bài", unit=head(world).unit)
    text.save_revision()
    Holding.objects.all().delete()
    post = builders.make_post("Trưởng phòng", unit=text.author.unit, is_head=True)
    builders.make_holding(person=text.author, post=post)
    assert record(world, signer=text.author.pk).status_code == 422
    assert is_open(world)


@pytest.mark.parametrize("role", ["congtacvien", "truongphong"])
def test_who_does_not_oversee_the_portal_records_nothing(world, role):
    assert record(world, role).status_code in (302, 403)
    assert is_open(world) and not PaperDecision.objects.exists()


def test_who_has_a_hand_in_the_text_records_nothing(world):
    Hand.objects.create(page_id=world.key("submitted"), user=world.users["bientap"], part="changed")
    assert record(world).status_code in (302, 403)
    assert is_open(world)
    assert record(world, "quantri").status_code == 302


def test_only_a_stage_that_allows_paper_has_any(world):
    record(world)
    state = state_of(world)
    assert not state.stage.paper_allowed
    response = world.clients["quantri"].get(reverse("editorial_paper", args=[state.pk]))
    assert response.status_code in (302, 403)


def test_a_text_changed_meanwhile_is_compared_again(world):
    before = digest_of(state_of(world).text())
    text = world.things["submitted"].get_latest_revision_as_object()
    text.title = "Tin đã sửa"
    text.save_revision()
    response = record(world, digest=before)
    assert response.status_code == 409 and "đối chiếu bản mới" in response.content.decode()
    assert is_open(world) and not PaperDecision.objects.exists()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("signed_on", (timezone.localdate() + timedelta(days=2)).isoformat()),
        ("signed_on", "hôm qua"),
        ("scan", None),
        ("same", None),
        ("signer", "999999"),
        ("digest", "khác"),
    ],
)
def test_what_is_missing_or_wrong_is_said_and_the_rest_kept(world, field, value):
    response = record(world, comment="Phiếu trình số 7", **{field: value})
    assert response.status_code in (409, 422)
    assert "Phiếu trình số 7" in response.content.decode()
    assert is_open(world)


@pytest.mark.parametrize("file", [paper("phieu.exe", b"MZ"), paper("phieu.pdf", b"<html>"), paper("a.docx")])
def test_a_scan_is_a_picture_or_a_pdf(world, file):
    assert record(world, scan=file).status_code == 422
    assert is_open(world)


def test_the_scan_is_read_by_who_may_read_the_entry(world):
    record(world)
    kept = PaperDecision.objects.get()
    url = reverse("editorial_paper_scan", args=[kept.pk])
    answer = world.clients["congtacvien"].get(url)
    assert answer.status_code == 200 and "no-store" in answer["Cache-Control"]
    stranger = builders.make_user("xa-khac", groups=["Cộng tác viên"])
    client = Client()
    client.force_login(stranger, "django.contrib.auth.backends.ModelBackend")
    assert client.get(url).status_code in (302, 404)
    assert Client().get(url).status_code == 302
    assert Client().get(f"/media/{kept.scan.name}").status_code == 404
    assert Client().get(f"/tep/{kept.scan.name}").status_code == 404


def test_paper_and_entry_outlive_the_page(world):
    record(world)
    world.things["submitted"].delete()
    assert PaperDecision.objects.get().entry.title == "Tin chờ duyệt"
    url = reverse("editorial_paper_scan", args=[PaperDecision.objects.get().pk])
    assert world.clients["quantri"].get(url).status_code == 200


def test_both_who_approved_are_told_of_a_return(world):
    record(world)
    Letter.objects.all().delete()
    deputy = world.clients["kiemduyet"]
    deputy.post(
        reverse("editorial_decide", args=[state_of(world).pk]), {"action": "reject", "comment": "Sai"}
    )
    told = set(Letter.objects.filter(kind=LetterKind.RETURNED).values_list("recipient__username", flat=True))
    assert {"congtacvien", "truongphong", "bientap"} <= told


def test_the_page_of_the_decision_offers_it(world):
    url = reverse("editorial_decide", args=[state_of(world).pk])
    link = reverse("editorial_paper", args=[state_of(world).pk])
    assert link in world.clients["bientap"].get(url).content.decode()
    assert link not in world.clients["congtacvien"].get(url).content.decode()
    assert Person.objects.filter(pk=head(world).pk).exists()
