"""Speed, size and ranking of the public search over a corpus given by path; prints one table.

    bench/search_quality.py --queries FILE.jsonl --documents FILE --corpus FILE … [--database-url URL] [--sample N]

Corpora are known by the names of their files. The database is a scratch one: it is filled, measured and left.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections import defaultdict
from pathlib import Path
from statistics import median, quantiles

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "site")]

ALIASES = {"phapdien_articles": "law_articles"}


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--queries", type=Path, required=True)
    parser.add_argument("--documents", type=Path, required=True)
    parser.add_argument("--corpus", type=Path, nargs="+", required=True)
    parser.add_argument("--database-url", default="sqlite:////tmp/search-bench.sqlite3")
    parser.add_argument("--sample", type=int, default=1, help="take every N-th question")
    parser.add_argument("--keep", action="store_true", help="measure what an earlier run has loaded")
    return parser.parse_args()


def stem(path: str | Path) -> str:
    name = Path(path).name.split(".")[0]
    return ALIASES.get(name, name)


def percentile(seconds: list[float], share: int = 95) -> float:
    """In milliseconds."""
    return quantiles(seconds, n=100)[share - 1] * 1000


class Quality:
    """Where the first relevant entry stood, for a number of questions."""

    def __init__(self) -> None:
        self.ranks: list[int] = []

    def add(self, urls: list[str], relevant: set[str]) -> None:
        self.ranks.append(next((rank for rank, url in enumerate(urls, 1) if url in relevant), 0))

    def __str__(self) -> str:
        hit = [sum(0 < rank <= top for rank in self.ranks) / len(self.ranks) for top in (1, 10)]
        mrr = sum(1 / rank for rank in self.ranks if rank) / len(self.ranks)
        return f"{len(self.ranks):6} {hit[0]:7.3f} {hit[1]:7.3f} {mrr:7.3f}"


def main() -> None:
    options = arguments()
    os.environ |= {"DATABASE_URL": options.database_url, "DJANGO_SETTINGS_MODULE": "portal.settings.test"}
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    if not options.keep:
        fill(options)
    measure(options)


def fill(options: argparse.Namespace) -> None:
    from bench import search_corpus as corpus

    read = corpus.Corpora(corpus.rows(options.documents))
    named = (
        (row["id"], getattr(read, stem(path))(row)) for path in options.corpus for row in corpus.rows(path)
    )
    started = time.perf_counter()
    keys = corpus.load(corpus.scratch_site(), named)
    tidy()
    print(
        f"loaded {len(keys):,} entries in {time.perf_counter() - started:.0f} s, {size() / len(keys):,.0f} bytes each"
    )


def tidy() -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")


def size() -> int:
    """Bytes of the whole database."""
    from django.db import connection

    if connection.vendor == "sqlite":
        path = Path(connection.settings_dict["NAME"])
        return sum(part.stat().st_size for part in path.parent.glob(path.name + "*"))
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_database_size(current_database())")
        return cursor.fetchone()[0]


def measure(options: argparse.Namespace) -> None:
    import search
    from bench.search_corpus import rows, scratch_site
    from search import Query

    site, names = scratch_site(), {stem(path) for path in options.corpus}
    asked = [row for row in list(rows(options.queries))[:: options.sample] if stem(row["corpus"]) in names]
    quality: dict[tuple[str, str], Quality] = defaultdict(Quality)
    spent: dict[str, list[float]] = defaultdict(list)
    totals = []
    for row in asked:
        relevant = {f"/{name}/" for name in row["relevant_ids"]}
        for way, text in (("typed", row["query"]), ("folded", row["query_no_diacritics"])):
            started = time.perf_counter()
            found = search.find(Query(text, site))
            spent[way].append(time.perf_counter() - started)
            [hit.snippet for hit in found.hits]
            spent[f"{way}, snippets"].append(time.perf_counter() - started)
            totals.append(found.total)
            within = search.find(Query(text, site, kinds=(stem(row["corpus"]),)))
            quality[stem(row["corpus"]), way].add([hit.url for hit in within.hits], relevant)
            quality["one box, " + stem(row["corpus"]), way].add([hit.url for hit in found.hits], relevant)
    report(quality, spent, totals)


def report(quality: dict[tuple[str, str], Quality], spent: dict[str, list[float]], totals: list[int]) -> None:
    print(f"{'corpus':24} {'way':8} {'asked':>6} {'hit@1':>7} {'hit@10':>7} {'MRR':>7}")
    for (corpus, way), figures in sorted(quality.items()):
        print(f"{corpus:24} {way:8} {figures}")
    print(
        f"\nmatches per question: median {median(totals):,.0f}, 95th percentile {quantiles(totals, n=20)[-1]:,.0f}"
    )
    print(f"\n{'time':24} {'p50 ms':>8} {'p95 ms':>8}")
    for way, seconds in [*spent.items(), ("empty view", empty_view())]:
        print(f"{way:24} {median(seconds) * 1000:8.1f} {percentile(seconds):8.1f}")


def empty_view() -> list[float]:
    """What a request costs that does nothing, in the same run."""
    from django.test import Client

    client, seconds = Client(), []
    for _turn in range(200):
        started = time.perf_counter()
        client.get("/robots.txt")
        seconds.append(time.perf_counter() - started)
    return seconds


if __name__ == "__main__":
    main()
