from home.models.banners import Banner, Place
from home.models.front import HomePage
from home.models.identity import Palette, SiteIdentity
from home.models.organisation import BoardPage, LeadersPage, OrganisationPage
from home.models.standard import StandardPage

__all__ = [
    "Banner",
    "BoardPage",
    "HomePage",
    "LeadersPage",
    "OrganisationPage",
    "Palette",
    "Place",
    "SiteIdentity",
    "StandardPage",
]
