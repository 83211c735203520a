"""Every test here has both storage roots on disk, empty."""

import pytest

from portal.settings.files import from_disk


@pytest.fixture(autouse=True)
def media_root(settings, tmp_path):
    """The folder that holds `public/` and `private/`."""
    settings.STORAGES = {**settings.STORAGES, **from_disk(tmp_path, settings.MEDIA_URL)}
    return tmp_path
