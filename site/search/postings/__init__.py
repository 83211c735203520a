"""The inverted index of the database (decision 3): packed blocks, and rows beside them for what is newer.

What is written since the last merge is *pending*: an entry's postings are rows, and those it has in blocks no
longer count. A merge takes the rows into the blocks.
"""
