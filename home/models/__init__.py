from home.models.identity import Palette, SiteIdentity

__all__ = ["Palette", "SiteIdentity"]
