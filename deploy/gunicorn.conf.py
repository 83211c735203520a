"""The server: a few threads in two processes carry a commune; renewed now and then, so memory stays flat."""

import gc
import os
from typing import Any

bind = os.environ.get("BIND", "0.0.0.0:8000")
pythonpath = "site"
workers = int(os.environ.get("WORKERS", "2"))
threads = int(os.environ.get("THREADS", "4"))
max_requests = 5_000
max_requests_jitter = 500
timeout = 60
worker_tmp_dir = "/dev/shm"  # noqa: S108 - a heartbeat file must not wait for a disk


def post_worker_init(worker: Any) -> None:
    """What is loaded at the start stays for good: the collector need not look at it again and again."""
    gc.collect()
    gc.freeze()
