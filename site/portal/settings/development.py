"""A developer's machine and the demo: everything embedded, nothing to set."""

from portal.messages import compile_stale
from portal.settings.base import *  # noqa: F403
from portal.settings.base import VAR, env

compile_stale()  # Before Django is set up: some of Wagtail's texts are translated while it is imported.

DEBUG = env.bool("DEBUG", default=True)
SECRET_KEY = env("SECRET_KEY", default="only-for-development-never-for-a-public-address")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["*"])
# Static files straight from the source, so that nothing has to be collected first.
WHITENOISE_USE_FINDERS = True
STATIC_ROOT = VAR / "static"
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
