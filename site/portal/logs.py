"""One line of JSON for each event, without what could tell who the visitor is."""

from __future__ import annotations

import json
import logging
import re
from datetime import UTC, datetime

HIDDEN = "…"
# Query strings carry names and questions; addresses and e-mails are personal data by themselves.
# What follows these opens a draft.
PERSONAL = re.compile(
    r"(?<=/duyet-qua-thu/)[^/\s]+|(?<=/xem-truoc/)[^/\s]+|\?\S*|[\w.+-]+@[\w-]+\.[\w.]+|\b\d{1,3}(?:\.\d{1,3}){3}\b|\b0\d{8,11}\b"
)


class JsonFormatter(logging.Formatter):
    """Time (UTC), level, logger, message and, after an error, where it happened."""

    def format(self, record: logging.LogRecord) -> str:
        event = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": without_personal_data(record.getMessage()),
        }
        if record.exc_info:
            event["trace"] = without_personal_data(self.formatException(record.exc_info))
        return json.dumps(event, ensure_ascii=False)


def without_personal_data(text: str) -> str:
    """`text` without query strings, mail and network addresses, telephone numbers and keys of links."""
    return PERSONAL.sub(HIDDEN, text)
