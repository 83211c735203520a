"""The public search: `find(Query(…))` asks it, `search.index` feeds it."""

from search.query import Query, Results


def find(query: Query) -> Results:
    """What the public may read and `query` asks for. No text from a visitor raises."""
    from search import finding  # models are not ready while Django imports the app

    return finding.find(query)


__all__ = ["Query", "Results", "find"]
