"""What a visitor sees when something is wrong: our own pages, without the inside of the portal."""

import pytest
from django.db import OperationalError, connection
from django.test import Client

from portal.crawlers import PageSitemap


def test_a_fault_shows_a_page_that_needs_no_database(visitor, monkeypatch):
    def fail(*args, **kwargs):
        raise OperationalError("mat-khau-cua-may-chu")

    visitor.raise_request_exception = False
    with monkeypatch.context() as broken:
        broken.setattr(PageSitemap, "items", fail)
        broken.setattr(connection, "cursor", fail)
        response = visitor.get("/sitemap-pages.xml")
    assert response.status_code == 500
    page = response.content.decode()
    assert '<html lang="vi">' in page
    assert "mat-khau-cua-may-chu" not in page and "Traceback" not in page


def test_a_form_from_another_site_is_refused_in_our_own_words(db):
    response = Client(enforce_csrf_checks=True).post("/quan-tri/login/", {"username": "x"})
    assert response.status_code == 403
    assert '<html lang="vi"' in response.content.decode()
    assert "CSRF" not in response.content.decode()


@pytest.mark.parametrize("path", ["/khong-co/", "/tin-tuc/2099/khong-co/", "/tep/private/khong-co.pdf"])
def test_a_wrong_address_is_not_found_in_vietnamese(visitor, path):
    response = visitor.get(path)
    assert response.status_code == 404
    assert '<html lang="vi"' in response.content.decode()


def test_a_host_we_do_not_serve_is_refused(visitor, settings):
    settings.ALLOWED_HOSTS = ["cong.example.vn"]
    assert visitor.get("/", headers={"Host": "ke-gian.example"}).status_code == 400
