"""What the agency adds to the admin."""

from wagtail_modeladmin.options import modeladmin_register

from agency.registers.admins import AgencyRegisters

modeladmin_register(AgencyRegisters)
