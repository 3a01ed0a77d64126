"""What a message speaks of: people, organisations, places and topics in a text that was not written as a question."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from briefs.models import ENTITIES, Kind
from briefs.search.answer import Outcome, Result
from briefs.search.folding import fold
from briefs.search.words import STOPWORDS

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
_WORDS_OF_A_NAME = 3
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
    topics = [answer.results[0]] if answer.outcome is Outcome.ANSWER else []
    topics += _topics_of(library, named)
    entities = [_entity(library, identifier) for identifier, _ in named.most_common()]
    # A name with hardly a word around it is about whoever has it.
    ordered = (
        [*entities, *topics] if len(named) == 1 and _telling(message) <= _WORDS_OF_A_NAME else [*topics, *entities]
    )
    if not ordered and answer.outcome is Outcome.CHOICES:
        ordered = list(answer.results)
    first: dict[tuple[Kind, str], Result] = {}
    for result in ordered:
        first.setdefault((result.kind, result.id), result)
    return list(first.values())[:MAX_SUBJECTS]


def _entity(library: "Library", identifier: str) -> Result:
    entity = library.entities[identifier]
    return Result(library.kind_of(identifier), identifier, entity.name, 1.0, entity.cites, "named in the message")


def _telling(message: str) -> int:
    """How many words of the message carry more than grammar."""
    return sum(word not in STOPWORDS for word in fold(message[:MAX_CHARACTERS]).split())


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
        answer = library.search(run, ENTITIES)
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
