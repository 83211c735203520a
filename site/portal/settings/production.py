"""A public installation: refuses to start half configured."""

from portal.settings.base import *  # noqa: F403
from portal.settings.base import ALLOWED_HOSTS, SECRET_KEY, STORAGES, env
from portal.settings.refusal import refuse_if_unsafe

DEBUG = env.bool("DEBUG", default=False)
refuse_if_unsafe({"SECRET_KEY": SECRET_KEY, "DEBUG": DEBUG, "ALLOWED_HOSTS": ALLOWED_HOSTS})

# HTTPS=false is for a trial inside one's own network; a public portal leaves it on.
HTTPS = env.bool("HTTPS", default=True)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^health$"]
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = env.bool("HSTS_SUBDOMAINS", default=False)
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
CSRF_TRUSTED_ORIGINS = [f"{'https' if HTTPS else 'http'}://{host.lstrip('.')}" for host in ALLOWED_HOSTS]

STORAGES |= {"staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": "portal.logs.JsonFormatter"}},
    "handlers": {
        "stdout": {"class": "logging.StreamHandler", "stream": "ext://sys.stdout", "formatter": "json"}
    },
    "root": {"handlers": ["stdout"], "level": env("LOG_LEVEL", default="INFO")},
    "loggers": {
        "django": {"handlers": [], "propagate": True},
        # Wagtail writes titles of drafts at INFO; its own history in the database keeps them.
        "wagtail": {"level": "WARNING"},
        # A line for each question that fails; `search` says once that the server is away.
        "elastic_transport": {"level": "ERROR"},
    },
}

SILENCED_SYSTEM_CHECKS = [
    "security.W005",  # subdomains belong to other bodies as a rule: HSTS_SUBDOMAINS decides
    "security.W019",  # Wagtail shows previews in a frame of the same origin
    "security.W021",  # the preload list is for the owner of the whole domain
]
