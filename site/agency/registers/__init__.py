"""The registers of the agency in the admin: units, persons, posts, holdings and the calendar (decision 3)."""
