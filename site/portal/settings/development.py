"""A developer's machine and the demo: everything embedded, nothing to set."""

from portal.settings.base import *  # noqa: F403
from portal.settings.base import VAR, env

DEBUG = env.bool("DEBUG", default=True)
SECRET_KEY = env("SECRET_KEY", default="only-for-development-never-for-a-public-address")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["*"])
VAR.mkdir(exist_ok=True)
