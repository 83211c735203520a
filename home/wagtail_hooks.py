"""What this app adds to the admin."""

from wagtail_modeladmin.options import modeladmin_register

from home.registers import BannerRegister

modeladmin_register(BannerRegister)
