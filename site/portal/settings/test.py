"""The test run: in memory where it can be, jobs at once, cheap passwords."""

from portal.messages import compile_stale
from portal.settings.base import *  # noqa: F403
from portal.settings.base import DATABASES, MEDIA_URL, STORAGES, VAR, env

if "PYTEST_XDIST_WORKER" not in env.ENVIRON:
    compile_stale()  # Before Django is set up: some of Wagtail's texts are translated while it is imported.

SECRET_KEY = "test"
ALLOWED_HOSTS = ["*"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
STORAGES |= {
    "public": {"BACKEND": "django.core.files.storage.InMemoryStorage", "OPTIONS": {"base_url": MEDIA_URL}},
    "private": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
}
if "DATABASE_URL" not in env.ENVIRON:
    DATABASES["default"]["NAME"] = ":memory:"
SEARCH_COUNTS_EVERY = 0  # a test writes them itself
ELASTICSEARCH_URL = ""  # a test that wants a search server asks for it
STATIC_ROOT = VAR / "static"
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
