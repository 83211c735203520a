"""The English interface reads and shows dates in the same order as the Vietnamese one."""

from portal.formats.vi.formats import *  # noqa: F403
