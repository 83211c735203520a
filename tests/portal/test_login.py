"""Trying passwords: five wrong ones close the account for a while, for that address only."""

import pytest
from django.test import Client

from tests.builders import make_user

LOGIN = "/quan-tri/login/"


def attempt(client, username="bientap", password="sai", **extra):
    return client.post(LOGIN, {"username": username, "password": password}, **extra)


@pytest.fixture
def editor(db):
    return make_user("bientap", permissions=["wagtailadmin.access_admin"], password="dung-mat-khau")


@pytest.fixture
def locked(editor, visitor):
    for _ in range(5):
        response = attempt(visitor)
    return response


def test_the_right_password_opens(editor, visitor):
    assert attempt(visitor, password="dung-mat-khau").status_code == 302


def test_a_wrong_password_is_told_and_the_name_stays(editor, visitor):
    response = attempt(visitor)
    assert response.status_code == 200
    assert 'value="bientap"' in response.content.decode()


def test_five_wrong_passwords_lock_with_a_sentence_and_keep_the_name(locked):
    assert locked.status_code == 429
    page = locked.content.decode()
    assert "Hãy đợi 15 phút" in page
    assert 'value="bientap"' in page


def test_a_locked_account_refuses_the_right_password(locked, visitor):
    assert attempt(visitor, password="dung-mat-khau").status_code == 429


def test_a_stranger_cannot_lock_an_official_out_from_elsewhere(locked):
    response = attempt(Client(REMOTE_ADDR="203.0.113.9"), password="dung-mat-khau")
    assert response.status_code == 302


def test_another_account_is_not_locked(locked, visitor):
    make_user("khac", permissions=["wagtailadmin.access_admin"], password="dung-mat-khau")
    assert attempt(visitor, username="khac", password="dung-mat-khau").status_code == 302


def test_the_form_is_vietnamese_for_everyone(visitor):
    page = visitor.get(LOGIN, headers={"Accept-Language": "en"}).content.decode()
    assert '<html lang="vi"' in page
