"""The same behaviour with the files in an S3 bucket."""

import json
from uuid import uuid4

import boto3
import pytest
import requests
from django.core.exceptions import ImproperlyConfigured
from django.db import transaction
from django.test import Client

from assets import usage
from portal.settings.files import allow_files_from, file_roots
from tests.assets.owners import lies_in
from tests.builders import make_document, make_image, make_person, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.services]


@pytest.fixture(autouse=True)
def run_jobs(monkeypatch):
    monkeypatch.setattr(transaction, "on_commit", lambda work, **kwargs: work())


def policy(name: str) -> dict:
    """As the handbook says: anybody may read below `public/`, and nothing else."""
    statement = {"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject"}
    return {
        "Version": "2012-10-17",
        "Statement": [statement | {"Resource": f"arn:aws:s3:::{name}/public/*"}],
    }


@pytest.fixture
def bucket(settings, object_storage, tmp_path):
    name = f"cong-{uuid4().hex[:8]}"
    keys = {"aws_access_key_id": "khoa", "aws_secret_access_key": "mat"}
    client = boto3.client("s3", endpoint_url=object_storage, region_name="us-east-1", **keys)
    client.create_bucket(Bucket=name)
    client.put_bucket_policy(Bucket=name, Policy=json.dumps(policy(name)))
    address = f"s3://khoa:mat@{name}?endpoint={object_storage}&region=us-east-1"
    settings.STORAGES = {**settings.STORAGES, **file_roots(address, tmp_path, "/media/")}
    return lambda: {item["Key"] for item in client.list_objects_v2(Bucket=name).get("Contents", [])}


def test_files_move_between_the_prefixes(bucket):
    image = make_image()
    assert all(key.startswith("private/") for key in bucket())
    person = make_person(portrait=image)
    usage.record(person, public=True)
    assert lies_in(image) == {"public"}
    assert len(bucket()) > 5 and all(key.startswith("public/") for key in bucket())
    usage.record(person, public=False)
    assert lies_in(image) == {"private"}
    assert all(key.startswith("private/") for key in bucket())


def test_a_public_file_is_read_from_the_bucket_and_a_private_one_through_the_portal(bucket):
    image = make_image()
    assert image.file.url.startswith("/tep/")
    editor = Client()
    editor.force_login(make_user(is_superuser=True))
    assert editor.get(image.file.url).getvalue().startswith(b"\x89PNG")
    assert Client().get(image.file.url).status_code == 404
    usage.record(make_person(portrait=image), public=True)
    image.refresh_from_db()
    assert "Signature" not in image.file.url
    assert requests.get(image.file.url, timeout=10).content.startswith(b"\x89PNG")
    guessed = image.file.url.replace("/public/", "/private/")
    make_document(name="rieng.pdf")
    for url in (guessed, guessed.replace("original_images/anh", "documents/rieng")):
        assert requests.get(url, timeout=10).status_code in (403, 404)


def test_documents_are_served_by_the_portal(bucket):
    document = make_document()
    assert Client().get(document.url).status_code == 404
    editor = Client()
    editor.force_login(make_user(is_superuser=True))
    assert editor.get(document.url).getvalue().startswith(b"%PDF")


def test_deleting_empties_the_bucket(bucket):
    image = make_image()
    usage.record(make_person(portrait=image), public=True)
    image.refresh_from_db()
    image.delete()
    assert not bucket()


def test_two_files_of_one_name_do_not_meet(bucket):
    first, second = (make_document(name="van-ban.pdf", content=text) for text in (b"%PDF-1", b"%PDF-2"))
    assert first.file.name != second.file.name
    assert first.file.read() != second.file.read()


def test_pages_may_show_what_lies_in_the_bucket_and_nothing_else(tmp_path):
    policy = {"img-src": ["'self'"]}
    allow_files_from(file_roots("s3://kho?public=https://tep.xa.gov.vn/kho", tmp_path, "/media/"), policy)
    assert policy == {
        "img-src": ["'self'", "https://tep.xa.gov.vn"],
        "media-src": ["'self'", "https://tep.xa.gov.vn"],
    }
    at_home = {"img-src": ["'self'"]}
    allow_files_from(file_roots("", tmp_path, "/media/"), at_home)
    assert at_home == {"img-src": ["'self'"]}


@pytest.mark.parametrize("address", ["https://bucket", "s3://", "bucket"])
def test_a_wrong_address_says_what_a_right_one_looks_like(address, tmp_path):
    with pytest.raises(ImproperlyConfigured, match="s3://KEY:SECRET@BUCKET"):
        file_roots(address, tmp_path, "/media/")


def test_visitors_may_be_sent_to_an_address_of_ones_own(tmp_path):
    roots = file_roots("s3://a:b%2Fc@kho?public=https://tep.xa.gov.vn/kho", tmp_path, "/media/")
    assert roots["public"]["OPTIONS"]["custom_domain"] == "tep.xa.gov.vn/kho"
    assert roots["private"]["OPTIONS"]["secret_key"] == "b/c"
