"""`mujaz check`: verifies a library, and explains the rules."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.markup import escape

from bot.cli.start import load_settings
from briefs.check.editorial import EXPLANATIONS
from briefs.check.report import Report
from briefs.check.run import explain, run_check

MISUSED = 2


def explain_rule(name: str) -> int:
    """Prints what a rule asks for, `all` for every rule; the exit status is 2 where there is no such rule."""
    if name == "all":
        for rule, explanation in EXPLANATIONS.items():
            print(f"{rule}: {explanation}")
        return 0
    try:
        print(f"{name}: {explain(name)}")
    except KeyError:
        print(f"mujaz: there is no rule {name!r}; the rules are {', '.join(EXPLANATIONS)}", file=sys.stderr)
        return MISUSED
    return 0


def check_library(folder: Path | None, originals: Sequence[str], *, as_json: bool) -> int:
    """Prints a line a fault and a summary, or JSON; the exit status is 1 where there is a fault."""
    files: dict[str, Path] = {}
    for written in originals:
        document, _, file = written.partition("=")
        if not file or not Path(file).is_file():
            print(f"mujaz: --original {written}: expected DOC=FILE with a file that exists", file=sys.stderr)
            return MISUSED
        files[document] = Path(file)
    report = run_check(folder or load_settings().library, files)
    if as_json:
        print(json.dumps(report.as_dict(), ensure_ascii=False, indent=2))
    else:
        _print(report)
    return 0 if report.passed else 1


def _print(report: Report) -> None:
    # Faults go to standard output: they are what was asked for, and pipes should carry them.
    console = Console(highlight=False, soft_wrap=True)
    summary = set(report.summary())
    for line in report.lines():
        if line not in summary:
            console.print(escape(line))
    style = "green" if report.passed else "red"
    for line in report.summary():
        console.print(f"[{style}]{escape(line)}[/]")
