"""Settings common to every installation. What differs comes from the environment (decision 15)."""

from pathlib import Path
from urllib.parse import urlsplit

import environ
from django.utils.translation import gettext_lazy as _

from portal.settings.files import READING as READING
from portal.settings.files import allow_files_from, file_roots, upload_rules
from portal.settings.security import *  # noqa: F403
from portal.settings.security import ADMIN_POLICY, PUBLIC_POLICY

ROOT = Path(__file__).resolve().parents[3]
SITE = ROOT / "site"

env = environ.Env()
# Everything the portal writes, unless a part has an address of its own.
VAR = Path(env("DATA_DIR", default=str(ROOT / "var"))).resolve()

DEBUG = False
SECRET_KEY = env("SECRET_KEY", default="")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[])

INSTALLED_APPS = [
    "portal",
    "home",
    "news",
    "procedures",
    "docs",
    "questions",
    "editorial",
    "search",
    "assets",
    "agency",
    "wagtail.contrib.redirects",
    "wagtail.contrib.routable_page",
    "wagtail.contrib.settings",
    "wagtail.contrib.table_block",
    "wagtail.contrib.typed_table_block",
    "wagtail.contrib.simple_translation",
    "wagtail.embeds",
    "wagtail.sites",
    "portal.apps.UsersConfig",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "portal.apps.AdminConfig",
    "wagtail",
    "wagtailmedia",
    "wagtail_modeladmin",
    "modelcluster",
    "taggit",
    "django_filters",
    "django_tasks",
    "django_tasks_db",
    "axes",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.sitemaps",
    "django.contrib.humanize",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "portal.middleware.clean_request",
    "portal.middleware.visitor_address",
    "editorial.trail.remember_origin",
    "portal.middleware.ContentSecurityPolicy",
    "portal.middleware.permissions_policy",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "portal.middleware.language_by_address",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
    "editorial.middleware.RefusalMessages",
    "editorial.hiding.HiddenPages",
    "editorial.witness.note_readers",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "portal.urls"
WSGI_APPLICATION = "portal.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [SITE / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.debug",
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "wagtail.contrib.settings.context_processors.settings",
            ],
        },
    },
]

DATABASES = {"default": env.db("DATABASE_URL", default=f"sqlite:///{VAR / 'portal.sqlite3'}")}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-64000;",
    }
else:
    DATABASES["default"] |= {"CONN_MAX_AGE": 600, "CONN_HEALTH_CHECKS": True}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {
    "default": env.cache("CACHE_URL", default="locmemcache://"),
    # A rendition changes its address when it moves; other processes must not remember the old one.
    "renditions": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"},
}
# Seconds between two writings of the counts of questions; 0 starts no writer.
SEARCH_COUNTS_EVERY = env.int("SEARCH_COUNTS_EVERY", default=60)
ELASTICSEARCH_URL = env("ELASTICSEARCH_URL", default="")
# Portals that share a search server each have a name of their own there.
ELASTICSEARCH_INDEX = env("ELASTICSEARCH_INDEX", default="cong")
# Seconds the search server has for a question, then the database answers; and for a portion of changes.
ELASTICSEARCH_PATIENCE = env.float("ELASTICSEARCH_PATIENCE", default=1.0)
ELASTICSEARCH_BULK_PATIENCE = env.float("ELASTICSEARCH_BULK_PATIENCE", default=30.0)
# How many web servers of ours stand between a visitor and this process.
PROXIES = env.int("PROXIES", default=0)
vars().update(env.email("EMAIL_URL", default="consolemail://"))
# Seconds a mail server may take to answer; a letter waits and is tried again.
EMAIL_TIMEOUT = env.int("EMAIL_TIMEOUT", default=20)

AUTH_USER_MODEL = "agency.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
LOGIN_URL = "wagtailadmin_login"

LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", _("Vietnamese")), ("en", _("English"))]
WAGTAIL_CONTENT_LANGUAGES = [("vi", _("Vietnamese"))]
WAGTAILADMIN_PERMITTED_LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]
LOCALE_PATHS = [SITE / "locale", SITE / "locale" / "wagtail"]
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_I18N = True
USE_TZ = True
FORMAT_MODULE_PATH = ["portal.formats"]

STATIC_URL = "/static/"
STATIC_ROOT = ROOT / "collected"
STATICFILES_DIRS = [SITE / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = VAR / "media"
STORAGES = {
    "default": {"BACKEND": "assets.storage.PortalStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    **file_roots(env("MEDIA_BUCKET_URL", default=""), MEDIA_ROOT, MEDIA_URL),
}
allow_files_from(STORAGES, PUBLIC_POLICY, ADMIN_POLICY)

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "search.admin_backend"}}
WAGTAIL_SITE_NAME = "Cổng"
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_I18N_ENABLED = False
WAGTAIL_USER_TIME_ZONES = [TIME_ZONE]
WAGTAIL_DATE_FORMAT = "%d/%m/%Y"
WAGTAIL_DATETIME_FORMAT = "%d/%m/%Y %H:%M"
WAGTAILADMIN_BASE_URL = env("WAGTAILADMIN_BASE_URL", default="http://localhost:8000")
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env(
    "EMAIL_FROM", default=f"cong@{urlsplit(WAGTAILADMIN_BASE_URL).hostname}"
)
WAGTAILIMAGES_IMAGE_MODEL = "assets.CustomImage"
WAGTAILDOCS_DOCUMENT_MODEL = "assets.CustomDocument"
WAGTAILMEDIA = {
    "MEDIA_MODEL": "assets.CustomMedia",
    "MEDIA_FORM_BASE": "assets.forms.MediaForm",
    "AUDIO_EXTENSIONS": [],  # checked, with the content, by assets.uploads
    "VIDEO_EXTENSIONS": [],
}
WAGTAILIMAGES_IMAGE_FORM_BASE = "assets.forms.ImageForm"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "assets.forms.DocumentForm"
WAGTAILDOCS_SERVE_METHOD = "serve_view"
UPLOADS = upload_rules(env)
WAGTAILIMAGES_EXTENSIONS = [*UPLOADS["image"][0], "jpeg"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = UPLOADS["image"][1]
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 60_000_000
WAGTAILDOCS_MAX_UPLOAD_SIZE = UPLOADS["document"][1]
WAGTAILADMIN_NOTIFICATION_INCLUDE_SUPERUSERS = False
WAGTAIL_ALLOW_UNICODE_SLUGS = False
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
WAGTAIL_FINISH_WORKFLOW_ACTION = "editorial.workflow.publish_approved"
