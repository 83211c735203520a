"""What the browser is told, and that a visitor is told nothing to keep."""

import pytest

PUBLIC = ["/", "/health", "/robots.txt", "/sitemap.xml", "/khong-co-trang-nay/"]


@pytest.mark.parametrize("path", PUBLIC)
def test_a_visitor_gets_no_cookie(visitor, path):
    response = visitor.get(path)
    assert not response.cookies
    assert "cookie" not in response.headers.get("Vary", "").lower()


@pytest.mark.parametrize("path", PUBLIC)
def test_public_pages_allow_nothing_inline_or_from_outside(visitor, path):
    policy = visitor.get(path).headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy and "http" not in policy


def test_the_administration_has_a_policy_of_its_own(visitor):
    policy = visitor.get("/quan-tri/login/").headers["Content-Security-Policy"]
    assert "script-src 'self' 'unsafe-inline'" in policy and "http" not in policy


def test_browser_features_are_switched_off(visitor):
    headers = visitor.get("/").headers
    assert "geolocation=()" in headers["Permissions-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert headers["X-Frame-Options"] == "SAMEORIGIN"


@pytest.mark.parametrize("accepted", ["en-GB,en;q=0.9", "vi", "fr", ""])
def test_the_language_follows_the_address_and_not_the_browser(visitor, accepted):
    assert visitor.get("/", headers={"Accept-Language": accepted}).headers["Content-Language"] == "vi"
    assert visitor.get("/en/x/", headers={"Accept-Language": accepted}).headers["Content-Language"] == "en"


@pytest.mark.parametrize(
    "query", ["a=%00", "p=%00", "=&&&=", "page=%FF%FE", "x=" + "y" * 9000, "%F0%9F%98%80"]
)
@pytest.mark.parametrize("path", PUBLIC)
def test_junk_in_the_query_breaks_nothing(visitor, path, query):
    assert visitor.get(f"{path}?{query}").status_code in {200, 404}


@pytest.mark.parametrize("path", ["/%00/", "/a%00b", "/%FF%FE/", "/" + "x" * 5000 + "/", "/../../etc/passwd"])
def test_junk_in_the_path_is_not_found(visitor, path):
    assert visitor.get(path).status_code == 404


@pytest.mark.parametrize(
    ("proxies", "forwarded", "expected"),
    [
        (0, "9.9.9.9", "127.0.0.1"),
        (1, "9.9.9.9", "9.9.9.9"),
        (1, "6.6.6.6, 9.9.9.9", "9.9.9.9"),
        (2, "6.6.6.6, 9.9.9.9, 10.0.0.1", "9.9.9.9"),
        (2, "9.9.9.9", "127.0.0.1"),
        (1, "", "127.0.0.1"),
    ],
)
def test_only_our_own_proxies_say_who_asks(rf, settings, proxies, forwarded, expected):
    from portal.middleware import visitor_address

    settings.PROXIES = proxies
    seen = visitor_address(lambda request: request.META["REMOTE_ADDR"])
    assert seen(rf.get("/", headers={"X-Forwarded-For": forwarded})) == expected
