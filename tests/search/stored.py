"""What the index holds, wherever it lies."""

from search.postings import merging, scanning


def postings() -> set[tuple[int, int, int]]:
    """Every posting that counts, as term, entry and weight."""
    return {
        row for part in scanning.scan() for row in zip(*(column.tolist() for column in part), strict=True)
    }


def settle() -> None:
    """Takes all that is pending into the blocks."""
    merging.merge()
