"""`mujaz ask`: answers on standard output, for people or, as JSON, for programs. It imports no Telegram code."""

import gc
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from bot.cli.start import load_settings, open_library
from briefs.library import Library
from briefs.search.answer import Answer, Outcome

MAX_LINE = 100_000
_OTHERS = 4


def answer_questions(query: Sequence[str], *, as_json: bool) -> int:
    """Prints an answer to each question; the exit status is 0 where all could be looked up."""
    library = open_library(load_settings().library)
    # The library is no garbage; what many questions leave behind is.
    gc.freeze()
    gc.enable()
    for question in _questions(query):
        answer = library.search(question)
        if as_json:
            print(json.dumps(as_dict(question, answer), ensure_ascii=False), flush=True)
        else:
            print("\n".join(as_text(library, answer)), flush=True)
    return 0


def _questions(query: Sequence[str]) -> Iterable[str]:
    if list(query) != ["-"]:
        return [" ".join(query)]
    sys.stdin.reconfigure(errors="replace")  # type: ignore[union-attr] # standard input is a TextIOWrapper
    return _lines()


def _lines() -> Iterator[str]:
    for line in sys.stdin:
        if line.strip():
            yield line.strip()[:MAX_LINE]


def as_dict(question: str, answer: Answer) -> dict[str, Any]:
    """The contract of `mujaz ask --json`: query, outcome, and results with kind, id, title, score, cites, why."""
    return {
        "query": question,
        "outcome": answer.outcome.value,
        "results": [
            {
                "kind": result.kind.value,
                "id": result.id,
                "title": result.title,
                "score": result.score,
                "cites": [str(cite) for cite in result.cites],
                "why": result.why,
            }
            for result in answer.results
        ],
    }


def as_text(library: Library, answer: Answer) -> Iterator[str]:
    """The answer in lines for a terminal."""
    if answer.outcome is Outcome.NOTHING:
        yield f"The documents say nothing on “{answer.query}”."
        if answer.results:
            yield "Nearest: " + "; ".join(result.title for result in answer.results)
        return
    if answer.outcome is Outcome.CHOICES:
        yield f"“{answer.query}” may mean:"
        for result in answer.results:
            yield f"  {result.kind}: {result.title}"
        return
    first, *others = answer.results
    yield f"{first.title} ({first.kind})"
    entity, topic = library.entities.get(first.id), library.topics.get(first.id)
    if item := entity or topic:
        yield f"  {item.lead.text} [{', '.join(map(str, item.lead.cites))}]"
    for cite in first.cites[:1]:
        if paragraph := library.paragraph(cite):
            quotes = " ".join(f"“{quote.text}”" for quote in paragraph.quotes)
            yield f"  [{cite}] {paragraph.text} {quotes}".rstrip()
    if others:
        yield "  See also: " + "; ".join(result.title for result in others[:_OTHERS])
