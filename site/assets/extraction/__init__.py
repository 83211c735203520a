"""Text of one file, read in a process of its own: `python -m assets.extraction`. Nothing here knows Django.

The process is started by `assets.reading` with an empty environment. It limits itself before it looks at
the file, and answers with one line of JSON: `{"pages": [...], "scans": []}` or `{"refused": "encrypted"}`.
What it calls scans a second process reads: `python -m assets.extraction.recognition`.
"""
