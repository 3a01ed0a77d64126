"""What the bot says about itself."""

from bot.commands import BY_NAME, COMMANDS
from bot.render.html import GAP, LINE, Html, bold, join, text
from bot.render.screen import Button, Screen, rows
from bot.views import Listing, Shelf, View
from briefs.library import Library

MAX_TITLES = 8
_START_ROWS = (
    (
        Button("📄 Briefs", View(Shelf.LIST, Listing.TOPICS)),
        Button("👤 People", View(Shelf.LIST, Listing.DIRECTORY)),
    ),
    (
        Button("📅 Timeline", View(Shelf.LIST, Listing.TIMELINE)),
        Button("📚 Sources", View(Shelf.LIST, Listing.SOURCES)),
    ),
)


def start(library: Library) -> Screen:
    """The greeting."""
    documents = list(library.documents.values())
    titles = "\n".join(f"• {document.title} ({document.publisher})" for document in documents[:MAX_TITLES])
    if len(documents) > MAX_TITLES:
        titles += f"\n… and {len(documents) - MAX_TITLES} more: /sources"
    body = (
        bold(text("Mujaz briefs you on documents.")),
        text(titles),
        text("Ask in your own words, spelled anyhow. Each sentence ends in the number of its paragraph: tap it."),
        text("/help shows what else there is. In a group: /brief, also as a reply to a message."),
    )
    return Screen(join(body, GAP), _START_ROWS)


def help_screen(username: str) -> Screen:
    """All commands, with examples that work."""
    lines = (
        join((bold(text(command.usage)), text(command.description)), Html(" — "))
        for command in COMMANDS
        if command.name != "start"
    )
    examples = join((text(command.example) for command in COMMANDS if command.example), LINE)
    body = (
        text("Ask in your own words, or use a command:"),
        join(lines, LINE),
        join((bold(text("Examples")), examples), LINE),
        text(
            f"In a group, mention @{username}, reply to one of my messages, or send /brief as a reply to somebody's "
            "message to be briefed on what it speaks of. ⚠️ marks what cannot be right as the document has it."
        ),
    )
    return Screen(join(body, GAP), _START_ROWS)


def privacy() -> Screen:
    """What the bot keeps."""
    return Screen(
        text(
            "I keep nothing that you write. Your message is read to find the answer and then forgotten; logs hold no "
            "text of yours. For a while I remember, in memory alone, which answer belongs to which message, so that "
            "an edited question edits its answer. In groups I see only what is addressed to me."
        )
    )


def usage(name: str) -> Screen:
    """How a command is used that was sent without what it needs."""
    command = BY_NAME[name]
    return Screen(text(f"{command.usage} — {command.description}. For example: {command.example}"))


def unknown_command() -> Screen:
    """A command that the bot does not have."""
    return Screen(text("I do not know that command. /help lists those that I know; or just ask in your own words."))


def words_only() -> Screen:
    """Something other than text was sent."""
    return Screen(text("I read words only. Ask me in a sentence, or send /help for examples."))


def gone(nearest: tuple[Button, ...] = ()) -> Screen:
    """A link leads to something that is not in the library (any more); `nearest` is what is called alike."""
    hint = "Perhaps one of these:" if nearest else "/brief lists the briefs there are."
    return Screen(text(f"That link leads to nothing in my documents (any more). {hint}"), rows(nearest, 1))


def speaks_of_nothing() -> Screen:
    """Somebody's message holds nothing that could be briefed on."""
    return Screen(text("That message speaks of nothing that the documents cover. /brief lists what they do cover."))


def courtesy() -> Screen:
    """Somebody said thanks or hello."""
    return Screen(text("At your service. Ask me in your own words; /help shows what else there is."))


def slower() -> Screen:
    """Somebody asks faster than answers can be read; said once."""
    return Screen(text("One moment, please: that was quick. I answer again in a minute."))
