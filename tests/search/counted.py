"""Counts of questions, for the tests of counting."""

from search.learning import buffer as counting
from search.models import QueryCount


def counts():
    """What stands in the table after writing: words, asked, results, opened."""
    counting.buffer.flush()
    return sorted(QueryCount.objects.values_list("words", "asked", "results", "opened"))
