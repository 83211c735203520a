"""Office files up to 2003, by the tools of the Debian package catdoc; without them antiword reads .doc."""

from __future__ import annotations

import subprocess
from pathlib import Path
from shutil import which

from assets.extraction.answer import Answer, Limits, Refused

TOOLS = {
    "doc": (("catdoc", "-w", "-d", "utf-8"), ("antiword", "-w", "0", "-m", "UTF-8.txt")),
    "ppt": (("catppt", "-d", "utf-8"),),
}


def command_for(kind: str) -> tuple[str, ...] | None:
    """The first tool on this machine that reads `kind`."""
    return next((command for command in TOOLS[kind] if which(command[0])), None)


def missing() -> list[str]:
    """The kinds no tool on this machine reads."""
    return [kind for kind in TOOLS if command_for(kind) is None]


def read_doc(path: Path, limits: Limits) -> Answer:
    return read(path, limits, "doc")


def read_ppt(path: Path, limits: Limits) -> Answer:
    return read(path, limits, "ppt")


def read(path: Path, limits: Limits, kind: str) -> Answer:
    """Raises `Refused` when no tool is there, for a password and for what the tool cannot read."""
    command = command_for(kind)
    if command is None:
        raise Refused("tool-missing")
    run = subprocess.run([*command, str(path)], capture_output=True, timeout=limits.seconds, check=False)
    said = (run.stdout[:200] + run.stderr).decode(errors="replace")
    if "encrypted" in said:
        raise Refused("encrypted")
    text = run.stdout.decode(errors="replace")
    if not text.strip():
        raise Refused("broken")
    answer = Answer()
    for page in text.split("\f"):
        answer.add(page, limits)
    return answer
