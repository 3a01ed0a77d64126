"""`mujaz`: the entry point. Each command imports what it needs when it is called, so that `ask` starts fast."""

import gc
import sys
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(
    help="Mujaz briefs people on documents: on Telegram, in this terminal, or one question at a time.",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback(invoke_without_command=True)
def bare(context: typer.Context) -> None:
    """Run the bot where there is a token, open the sandbox in the browser where there is none."""
    if context.invoked_subcommand is not None:
        return
    from bot.cli.start import load_settings

    if load_settings().token is not None:
        run()
    else:
        typer.echo("No token is set (MUJAZ_TOKEN), so here is the sandbox; `mujaz --help` shows what else there is.")
        sandbox()


@app.command()
def run() -> None:
    """Run the bot on Telegram, until SIGTERM or Ctrl-C."""
    from bot.cli.run import run_on_telegram

    sys.exit(run_on_telegram())


@app.command()
def chat() -> None:
    """Chat with the bot in this terminal; no token needed."""
    from bot.cli.chat import chat_in_terminal

    sys.exit(chat_in_terminal())


@app.command()
def sandbox(
    port: Annotated[int, typer.Option(min=0, max=65535, help="Where to listen; 0 takes any free port.")] = 8484,
    faults: Annotated[
        str,
        typer.Option(
            metavar="PLAN",
            help="What fails on purpose: `10%`, `5%,flood,timeout,seed=7`, `limits`; the page can change it.",
        ),
    ] = "off",
    *,
    browser: Annotated[bool, typer.Option(help="Open the page in the browser.")] = True,
    bot: Annotated[
        bool, typer.Option(help="Run the bot in it; without, any bot can be pointed at it over HTTP.")
    ] = True,
) -> None:
    """Chat with the bot in the browser, in a Telegram of one's own; no token needed."""
    from bot.cli.sandbox import serve_sandbox

    sys.exit(serve_sandbox(port, faults, opens_browser=browser, runs_bot=bot))


@app.command()
def ask(
    query: Annotated[
        list[str], typer.Argument(help="The question; `-` reads one question a line from standard input.")
    ],
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object a line.")] = False,
) -> None:
    """Answer one question on standard output."""
    # What a start creates stays: going through it for garbage again and again takes an eighth of the time.
    gc.disable()
    from bot.cli.ask import answer_questions

    sys.exit(answer_questions(query, as_json=as_json))


@app.command()
def build(
    library: Annotated[
        Path | None, typer.Option(help="The library's folder; without it the one that MUJAZ_LIBRARY names.")
    ] = None,
) -> None:
    """Compile the library's indexes ahead of the first question, which does it by itself otherwise."""
    from bot.cli.build import build_library

    sys.exit(build_library(library))


@app.command()
def check(
    library: Annotated[
        Path | None, typer.Option(help="The library's folder; without it the one that MUJAZ_LIBRARY names.")
    ] = None,
    original: Annotated[
        list[str] | None,
        typer.Option(metavar="DOC=FILE", help="A document's original text: adds the rules that need it. Repeatable."),
    ] = None,
    explain: Annotated[
        str | None, typer.Option(metavar="RULE", help="Say what a rule asks for; `all` lists them.")
    ] = None,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print the report as JSON.")] = False,
) -> None:
    """Verify the library; exit status 1 and a line a fault where it falls short."""
    from bot.cli.check import check_library, explain_rule

    sys.exit(explain_rule(explain) if explain else check_library(library, original or [], as_json=as_json))


def main() -> None:
    """The console script."""
    app(prog_name="mujaz")
