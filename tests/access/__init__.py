"""The matrix of roles and addresses. Every view that is added joins it, or `LEFT_OUT` says why not."""

from tests.access.addresses import FILES, HOUSEHOLD, MATRIX, OURS, PAGES, PUBLIC
from tests.access.names import LEFT_OUT, every_name, unasked
from tests.access.rows import Row, fits, said, wrong

__all__ = [
    "FILES",
    "HOUSEHOLD",
    "LEFT_OUT",
    "MATRIX",
    "OURS",
    "PAGES",
    "PUBLIC",
    "Row",
    "every_name",
    "fits",
    "said",
    "unasked",
    "wrong",
]
