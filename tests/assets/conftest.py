"""Every test here has both storage roots on disk, empty."""

import pytest

from portal.settings.files import from_disk
from tests.builders import make_document, make_image, make_media


@pytest.fixture(autouse=True)
def media_root(settings, tmp_path):
    """The folder that holds `public/` and `private/`."""
    settings.STORAGES = {**settings.STORAGES, **from_disk(tmp_path, settings.MEDIA_URL)}
    return tmp_path


@pytest.fixture
def files():
    return {"document": make_document(), "image": make_image(), "media": make_media()}
