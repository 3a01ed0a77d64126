"""What a message speaks of: people, organisations, places and topics in a text that was not written as a question."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from briefs.models import Kind
from briefs.search.answer import Outcome, Result
from briefs.search.folding import fold

if TYPE_CHECKING:
    from briefs.library import Library

MAX_CHARACTERS = 4096
MAX_WORDS = 400
MAX_NAME_WORDS = 7
MIN_LONE_WORD = 3
MAX_SUBJECTS = 8
MAX_LOOKUPS = 16
"""How many runs of capitalised words are looked up with their typos: each takes a search."""
_NAMES_A_TOPIC_NEEDS = 2
_NAMES = frozenset({Kind.PERSON, Kind.ORGANISATION, Kind.PLACE})
_POSSESSIVE = re.compile(r"['’]s\b")
# Runs of words that begin with a capital, with the small words that names hold between them.
_CAPITALISED = re.compile(r"\b[A-Z][\w'’-]+(?:\s+(?:(?:al|el|bin|ibn|of|the)[\s-]+)?[A-Z][\w'’-]+){0,4}")


def spoken_of(library: "Library", message: str) -> list[Result]:
    """What `message` speaks of, the best subject first, at most `MAX_SUBJECTS`.

    A brief comes first where the message names at least two of its people, organisations and places, or reads like one
    of its questions; then what is named most often.
    """
    named = entities_in(library, message)
    answer = library.search(message, {Kind.TOPIC})
    found: dict[tuple[Kind, str], Result] = {}
    if answer.outcome is Outcome.ANSWER:
        found[Kind.TOPIC, answer.results[0].id] = answer.results[0]
    for result in _topics_of(library, named):
        found.setdefault((result.kind, result.id), result)
    for identifier, _ in named.most_common():
        entity = library.entities[identifier]
        kind = library.kind_of(identifier)
        found[kind, identifier] = Result(kind, identifier, entity.name, 1.0, entity.cites, "named in the message")
    if not found and answer.outcome is Outcome.CHOICES:
        found.update({(result.kind, result.id): result for result in answer.results})
    return list(found.values())[:MAX_SUBJECTS]


def entities_in(library: "Library", message: str) -> Counter[str]:
    """How often each entity is named in `message`, in any spelling, by the longest match over its text.

    A form that several entities share counts for none of them.
    """
    text = _POSSESSIVE.sub("", message[:MAX_CHARACTERS])
    found: Counter[str] = Counter()
    unknown = [" ".join(words) for words in _known(library, fold(text).split()[:MAX_WORDS], found)]
    left = " ".join(unknown)
    runs = (match[0] for match in _CAPITALISED.finditer(text))
    # What is not spelled in any known way may still be a name with a typo; writers capitalise those.
    misspelled = [run for run in dict.fromkeys(runs) if fold(run) in left and len(run) > MIN_LONE_WORD]
    for run in misspelled[:MAX_LOOKUPS]:
        answer = library.search(run, _NAMES)
        if answer.outcome is Outcome.ANSWER and answer.results[0].named:
            found[answer.results[0].id] += 1
    return found


def _known(library: "Library", words: Sequence[str], found: Counter[str]) -> Iterator[list[str]]:
    """Counts names that are spelled in a known way into `found`; yields the runs of words between them."""
    position = 0
    between: list[str] = []
    while position < len(words):
        for length in range(min(MAX_NAME_WORDS, len(words) - position), 0, -1):
            form = " ".join(words[position : position + length])
            holder = library.entity_by_form.get(form) if length > 1 or len(form) >= MIN_LONE_WORD else None
            if holder is not None:
                found[holder] += 1
                position += length
                yield between
                between = []
                break
        else:
            between.append(words[position])
            position += 1
    yield between


def _topics_of(library: "Library", named: Counter[str]) -> Iterator[Result]:
    """The two briefs that share most with the message, of those that share two names; rare names tell more."""
    shared: dict[str, list[float]] = defaultdict(list)
    for identifier in named:
        topics = library.topics_of.get(identifier, ())
        for topic in topics:
            shared[topic.id].append(1 / len(topics))
    # A brief that names everybody is about nobody in particular.
    telling = {
        identifier: sum(rarity) / math.sqrt(len(library.topics[identifier].entities))
        for identifier, rarity in shared.items()
        if len(rarity) >= _NAMES_A_TOPIC_NEEDS
    }
    for identifier in sorted(telling, key=lambda identifier: -telling[identifier])[:2]:
        topic = library.topics[identifier]
        score = round(len(shared[identifier]) / len(named), 3)
        yield Result(Kind.TOPIC, identifier, topic.title, score, topic.cites, "names in the message")
