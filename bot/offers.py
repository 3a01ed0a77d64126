"""What a few typed letters may mean, as a list to choose from, each with its card."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bot.desk import Desk
from bot.render.html import shortened
from bot.render.profiles import one_line
from bot.render.screen import Screen
from bot.views import View
from briefs.models import Kind
from briefs.search.answer import Outcome, Result

KINDS = (Kind.TOPIC, Kind.PERSON, Kind.ORGANISATION, Kind.PLACE, Kind.QUOTE, Kind.EVENT)
MAX_OFFERS = 100
_TITLE = 100
_DESCRIPTION = 160


@dataclass(frozen=True, slots=True)
class Offer:
    """One item: its name, a line of description, and its card in the short form."""

    view: View
    title: str
    description: str
    screen: Screen


def offers(desk: Desk, words: str) -> Sequence[Offer]:
    """What `words` may mean, best first: without words the briefs; for a payload the item it names, alone.

    Empty where the documents do not cover the words.
    """
    view = View.parse(words.strip())
    if view is not None and (shared := _offer(desk, view)):
        return [shared]
    if not words.strip():
        views: Iterable[View] = (View.of_topic(identifier) for identifier in desk.library.topics)
    else:
        found = ((result.kind, result.id) for result in _found(desk, words))
        # Whoever is still typing has not come to the end of a word.
        views = dict.fromkeys(View.of(kind, identifier) for kind, identifier in (*found, *desk.library.begun(words)))
    listed = (_offer(desk, view) for view in list(views)[:MAX_OFFERS])
    return [offer for offer in listed if offer is not None]


def _found(desk: Desk, words: str) -> Iterator[Result]:
    """The results of one search, then what each kind has besides."""
    asked = desk.library.asked(words)
    whole = asked.among()
    if whole.outcome is Outcome.NOTHING:
        return
    yield from (result for result in whole.results if result.kind in KINDS)
    others = (asked.among({kind}) for kind in KINDS)
    rest = [result for answer in others if answer.outcome is not Outcome.NOTHING for result in answer.results]
    yield from sorted(rest, key=lambda result: -result.score)


def _offer(desk: Desk, view: View) -> Offer | None:
    screen = desk.shelves.show(view, short=True)
    if screen is None:
        return None
    title, description = _described(desk, view)
    return Offer(view, shortened(title, _TITLE), shortened(description, _DESCRIPTION), screen)


def _described(desk: Desk, view: View) -> tuple[str, str]:
    library = desk.library
    if topic := library.topics.get(view.id):
        return topic.title, topic.lead.text
    if entity := library.entities.get(view.id):
        return entity.name, one_line(entity) or entity.lead.text
    if quote := library.quotes.get(view.id):
        return f"“{quote.text}”", library.speaker_name(quote)
    if event := library.events.get(view.id):
        return event.title, event.says
    return view.id, ""
