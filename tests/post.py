"""A mail server in this process that can be told how to answer."""

from __future__ import annotations

from email import message_from_bytes, policy
from email.message import EmailMessage
from socket import socket
from typing import Any

from aiosmtpd.controller import Controller


def free_port() -> int:
    """A port nobody listens on."""
    with socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class PostOffice:
    """`answers` holds the replies to the next recipients or texts, "" for yes; `received` what came in."""

    def __init__(self) -> None:
        self.received: list[EmailMessage] = []
        self.recipient_answers: list[str] = []
        self.text_answers: list[str] = []
        self.controller = Controller(self, hostname="127.0.0.1", port=free_port())

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: Any) -> str:
        if self.recipient_answers and (answer := self.recipient_answers.pop(0)):
            return answer
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        if self.text_answers and (answer := self.text_answers.pop(0)):
            return answer
        self.received.append(message_from_bytes(envelope.content, policy=policy.default))
        return "250 OK"

    @property
    def port(self) -> int:
        return self.controller.port

    def __enter__(self) -> PostOffice:
        self.controller.start()
        return self

    def __exit__(self, *error: Any) -> None:
        self.controller.stop()
