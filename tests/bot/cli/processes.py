"""`mujaz` as people start it: a process of its own, with an environment that says nothing else."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from briefs.library import SHIPPED
from tests.patience import PATIENCE

TOKEN = "100200300:AAmade-up-token-that-opens-nothing"  # noqa: S105 (it opens nothing)


@dataclass(frozen=True)
class Ended:
    """How a process ended: its exit status, and what it wrote."""

    status: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        """What it wrote, line by line, wherever it wrote it."""
        return (self.out + self.err).splitlines()


def start(*arguments: str, folder: Path, script: str | None = None, **variables: str) -> "subprocess.Popen[str]":
    """Starts `mujaz` (or a Python `script`) in `folder`; `variables` are set without their `MUJAZ_`."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("MUJAZ_", "COV_"))}
    environment |= {f"MUJAZ_{name}": value for name, value in variables.items()}
    environment |= {"PYTHONPATH": str(SHIPPED), "PYTHONIOENCODING": "utf-8"}
    environment["BROWSER"] = "true"  # the command that does nothing: no test opens a window
    return subprocess.Popen(  # noqa: S603 (the command is this project)
        [sys.executable, *(("-c", script) if script else ("-m", "bot")), *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=folder,
        env=environment,
        text=True,
        encoding="utf-8",
    )


def ended(process: "subprocess.Popen[str]", typed: str = "") -> Ended:
    """Waits for the end of a process that gets `typed` on its standard input."""
    try:
        out, err = process.communicate(typed, timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()
        out, err = process.communicate()
        raise AssertionError(f"it did not end; it wrote {out[-500:]!r} and {err[-500:]!r}") from None
    return Ended(process.returncode, out, err)
