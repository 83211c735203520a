"""The results page as a visitor uses it."""

import pytest

from tests.builders import make_article, make_section

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]


@pytest.fixture
def news():
    section = make_section("Tin tức")
    return [make_article(f"Thu hoạch lúa mùa đợt {number}", section) for number in range(12)]


def test_results_are_paged_and_marked(client, news):
    response = client.get("/tim-kiem/", {"q": "thu hoach lua"})
    assert response.content.decode().count('class="row"') == 10
    assert "<mark>" in response.content.decode()
    assert "page=2" in response.content.decode()
    assert (
        client.get("/tim-kiem/", {"q": "thu hoach lua", "page": 2}).content.decode().count('class="row"') == 2
    )


@pytest.mark.parametrize("page", ["0", "-1", "x", "99999999", "٣", ""])
def test_junk_page_numbers_answer_with_a_page(client, news, page):
    response = client.get("/tim-kiem/", {"q": "lúa", "page": page})
    assert response.status_code == 200
    assert "Thu hoạch" in response.content.decode()


@pytest.mark.parametrize(
    "asked", ['"', "a:b", "100%", "-x", "(", "*", "x" * 10_000, "🙂", "\0", "\0lúa", "và của"]
)
def test_no_question_breaks_the_page(client, news, asked):
    for name in ("q", "kind", "field", "section", "validity", "sort", "page"):
        assert client.get("/tim-kiem/", {"q": "lúa", name: asked}).status_code == 200


def test_what_was_typed_stays_and_is_escaped(client, news):
    body = client.get("/tim-kiem/", {"q": "<script>x</script>"}).content.decode()
    assert "<script>x" not in body
    assert "&lt;script&gt;x" in body


def test_kinds_narrow_and_can_be_dropped(client, news):
    body = client.get("/tim-kiem/", {"q": "thu hoạch", "kind": "news"}).content.decode()
    assert 'class="chip"' in body
    assert "Thu hoạch" not in client.get("/tim-kiem/", {"q": "thu hoạch", "kind": "topic"}).content.decode()


def test_the_number_of_queries_does_not_grow(client, news, django_assert_max_num_queries):
    client.get("/tim-kiem/", {"q": "lúa"})
    with django_assert_max_num_queries(25) as few:
        assert client.get("/tim-kiem/", {"q": "lúa", "page": 2}).content.decode().count('class="row"') == 2
    with django_assert_max_num_queries(25) as many:
        assert client.get("/tim-kiem/", {"q": "lúa"}).content.decode().count('class="row"') == 10
    assert len(many) == len(few)
