"""`setup_portal` on an empty database, again on its own work, and beside another site."""

from io import StringIO

import pytest
from django.contrib.auth.models import Group
from django.core.management import CommandError, call_command
from wagtail.models import (
    Collection,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    Site,
    Task,
    Workflow,
)

from docs.models import DocumentListPage, DocumentType
from editorial.guard import warrant
from editorial.models import Chain, EditorialPage, Field, Genre, SectionPage, StageTask
from portal.roles import ROLES
from procedures.models import ProcedureListPage
from tests.builders import make_user
from tests.database import every_row

pytestmark = pytest.mark.django_db
COMMUNE = "Ủy ban nhân dân xã Đại Mỗ"


def set_up(preset: str = "xa", name: str = COMMUNE, host: str = "xa.example.vn") -> str:
    out = StringIO()
    call_command("setup_portal", preset=preset, name=name, host=host, stdout=out)
    return out.getvalue()


def test_an_empty_database_becomes_the_portal_of_a_commune():
    set_up()
    site = Site.objects.get()
    assert (site.hostname, site.site_name, site.is_default_site) == ("xa.example.vn", COMMUNE, True)
    nothing_of_wagtails_own_is_left()
    every_section_says_why_it_is_there(site)
    the_chain_has_three_stages(site)
    every_role_holds_what_it_should(site)
    assert Genre.objects.filter(slug="phong-su").exists() and Field.objects.filter(name="Hộ tịch").exists()
    assert DocumentType.objects.filter(name="Kế hoạch").exists()


def nothing_of_wagtails_own_is_left():
    assert set(Group.objects.values_list("name", flat=True)) == {role.name for role in ROLES}
    assert not Page.objects.filter(title__contains="Wagtail").exists()
    assert list(Page.objects.filter(depth=2)) == [Site.objects.get().root_page]
    assert not Workflow.objects.filter(name="Moderators approval").exists()
    assert not Task.objects.filter(name="Moderators approval").exists()


def every_section_says_why_it_is_there(site):
    """Those under an act; the sections an agency made for its own use say what belongs there."""
    sections = SectionPage.objects.descendant_of(site.root_page)
    by_law = set(sections.exclude(legal_basis="").values_list("slug", flat=True))
    assert {"gioi-thieu", "tin-tuc", "chi-dao-dieu-hanh", "cong-khai-ngan-sach", "tiep-cong-dan"} <= by_law
    assert {"tiep-can-thong-tin", "du-an-dau-tu", "lay-y-kien", "bao-cao-thong-ke"} <= by_law
    assert not sections.filter(purpose="").exists()
    assert (
        DocumentListPage.objects.get(slug="van-ban").legal_basis
        and ProcedureListPage.objects.get().legal_basis
    )
    assert sections.filter(live=False).count() == 0
    top = sections.child_of(site.root_page).exclude(slug="chuyen-de")
    assert not top.filter(legal_basis="").exists()


def the_chain_has_three_stages(site):
    chain = Chain.objects.get(section=site.root_page, page_type=None)
    stages = [task.specific for task in chain.workflow.tasks]
    assert [stage.decider for stage in stages] == ["truong-don-vi", "phan-cong", "ban-bien-tap"]
    assert all(stage.four_eyes and stage.term_hours for stage in stages)
    groups = [stage.group.name for stage in stages]
    assert groups == ["Lãnh đạo đơn vị", "Người kiểm duyệt", "Trưởng Ban biên tập"]


def every_role_holds_what_it_should(site):
    for role in ROLES:
        on_pages = GroupPagePermission.objects.filter(group__name=role.name)
        assert {row.page_id for row in on_pages} == {site.root_page_id}
        held = {row.permission.codename.removesuffix("_page") for row in on_pages}
        assert held == set(role.pages)
    publishing = GroupPagePermission.objects.filter(permission__codename="publish_page")
    assert {row.group.name for row in publishing} == {"Người xuất bản", "Quản trị viên"}


def test_run_again_it_changes_nothing():
    set_up()
    before = every_row()
    said = set_up()
    assert every_row() == before
    assert "/gioi-thieu/" not in said


def test_run_again_it_keeps_what_people_changed():
    set_up()
    news = SectionPage.objects.get(slug="tin-tuc")
    news.title = "Tin trong xã"
    with warrant("test"):
        news.save_revision().publish()
    SectionPage.objects.get(slug="chuyen-de").delete()
    GroupPagePermission.objects.filter(group__name="Cộng tác viên").delete()
    set_up()
    assert SectionPage.objects.get(slug="tin-tuc").title == "Tin trong xã"
    assert SectionPage.objects.filter(slug="chuyen-de").exists()
    assert GroupPagePermission.objects.filter(group__name="Cộng tác viên").exists()


def test_a_second_site_stands_beside_the_first():
    set_up()
    commune = Site.objects.get()
    before = GroupPagePermission.objects.filter(page=commune.root_page).count()
    set_up("so", "Sở Tư pháp", "so.example.vn:8080")
    department = Site.objects.get(hostname="so.example.vn")
    assert (department.port, department.is_default_site) == (8080, False)
    assert SectionPage.objects.descendant_of(department.root_page).filter(slug="de-tai-khoa-hoc").exists()
    assert not SectionPage.objects.descendant_of(commune.root_page).filter(slug="de-tai-khoa-hoc").exists()
    assert GroupPagePermission.objects.filter(page=commune.root_page).count() == before
    assert not Workflow.objects.filter(workflow_pages__page=Page.get_first_root_node()).exists()
    its_people_have_no_say_on_the_first(department, commune)


def its_people_have_no_say_on_the_first(department, commune):
    publisher = make_user(groups=["Người xuất bản (so.example.vn)"])
    assert department.root_page.specific.permissions_for_user(publisher).can_publish()
    assert not commune.root_page.permissions_for_user(publisher).can_edit()
    folders = GroupCollectionPermission.objects.filter(group__in=publisher.groups.all())
    assert {row.collection.name for row in folders} == {"Sở Tư pháp"}
    assert Collection.objects.filter(depth=2).count() == 2
    stages = StageTask.objects.filter(group__name="Trưởng Ban biên tập (so.example.vn)")
    assert stages.count() == 1


def test_the_portal_of_a_district_that_ended_holds_its_archive():
    set_up("huyen-luu-tru", "Huyện Từ Liêm", "tuliem.example.vn")
    slugs = set(EditorialPage.objects.values_list("slug", flat=True))
    assert {"tin-luu-tru", "gioi-thieu", "lich-su"} <= slugs
    assert "hoi-dap" not in slugs


def test_what_wagtail_brought_stays_where_it_is_in_use():
    editor = make_user(groups=["Editors"])
    set_up()
    assert list(editor.groups.values_list("name", flat=True)) == ["Editors"]
    assert not Group.objects.filter(name="Moderators").exists()


def test_the_demonstration_is_a_commune():
    with pytest.raises(CommandError):
        call_command("setup_portal", preset="so", demo=True)


def test_a_new_front_page_and_a_draft_of_history(visitor):
    set_up()
    front = visitor.get("/", headers={"host": "xa.example.vn"})
    assert front.status_code == 200 and COMMUNE in front.text
    assert visitor.get("/gioi-thieu/", headers={"host": "xa.example.vn"}).status_code == 200
    assert visitor.get("/gioi-thieu/lich-su/", headers={"host": "xa.example.vn"}).status_code == 404
