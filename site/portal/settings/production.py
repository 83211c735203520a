"""A public installation: refuses to start half configured."""

from portal.settings.base import *  # noqa: F403
