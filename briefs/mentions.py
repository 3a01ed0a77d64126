"""What a message speaks of: the people, organisations, places and topics in a text that was not written as a question."""

from collections import Counter
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
_NAMES_A_TOPIC_NEEDS = 2


def spoken_of(library: "Library", message: str) -> list[Result]:
    """What `message` speaks of, the best subject first, at most `MAX_SUBJECTS`.

    A brief comes first where the message names at least two of its people, organisations and places, or reads like one
    of its questions; then what is named most often. Names are found by the longest match over the text.
    """
    named = entities_in(library, message)
    answer = library.search(message, {Kind.TOPIC})
    found: dict[tuple[Kind, str], Result] = {}
    if answer.outcome is Outcome.ANSWER:
        found[Kind.TOPIC, answer.results[0].id] = answer.results[0]
    shared = Counter(topic.id for identifier in named for topic in library.topics_of.get(identifier, ()))
    for identifier, count in shared.most_common(2):
        if count >= _NAMES_A_TOPIC_NEEDS:
            topic = library.topics[identifier]
            score = round(count / len(named), 3)
            found.setdefault(
                (Kind.TOPIC, identifier),
                Result(Kind.TOPIC, identifier, topic.title, score, topic.cites, "names in the message"),
            )
    for identifier, _ in named.most_common():
        entity = library.entities[identifier]
        kind = library.kind_of(identifier)
        found[kind, identifier] = Result(kind, identifier, entity.name, 1.0, entity.cites, "named in the message")
    if not found and answer.outcome is Outcome.CHOICES:
        found.update({(result.kind, result.id): result for result in answer.results})
    return list(found.values())[:MAX_SUBJECTS]


def entities_in(library: "Library", message: str) -> Counter[str]:
    """How often each entity is named in `message`; a shared form counts for none."""
    words = fold(message[:MAX_CHARACTERS]).split()[:MAX_WORDS]
    found: Counter[str] = Counter()
    position = 0
    while position < len(words):
        for length in range(min(MAX_NAME_WORDS, len(words) - position), 0, -1):
            form = " ".join(words[position : position + length])
            holder = library.entity_by_form.get(form) if length > 1 or len(form) >= MIN_LONE_WORD else None
            if holder is not None:
                found[holder] += 1
                position += length
                break
        else:
            position += 1
    return found
