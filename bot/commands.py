"""The commands: one table that Telegram's menu, the help text and the handlers are made from."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Command:
    """A command as readers see it: `name` without slash, `arguments` as in help, `example` that works."""

    name: str
    arguments: str
    description: str
    example: str = ""

    @property
    def usage(self) -> str:
        """The command as it is typed."""
        return f"/{self.name} {self.arguments}".strip()


COMMANDS = (
    Command("brief", "QUERY", "the brief that fits; without a query the list of briefs", "/brief blinken vest"),
    Command("who", "QUERY", "a profile of a person or an organisation", "/who qasim sulaymani"),
    Command("quote", "QUERY", "verbatim quotes by a speaker or on a subject", "/quote golden age"),
    Command("timeline", "QUERY", "dated events of anybody and anything, or all", "/timeline coordination framework"),
    Command("find", "QUERY", "the passages that speak of it", "/find drones"),
    Command("sources", "", "the documents: what they are and how they were sourced"),
    Command("help", "", "what the bot does, with examples"),
    Command("privacy", "", "what the bot keeps: nothing"),
    Command("start", "", "a greeting, and where links arrive"),
)
BY_NAME = {command.name: command for command in COMMANDS}
IN_GROUPS = tuple(command for command in COMMANDS if command.name not in {"start", "privacy"})
DESCRIPTION = (
    "Mujaz briefs you on its documents: who did what, who says so, and what is contested. Ask in your own words, "
    "spelled anyhow. Each sentence is one tap from the paragraph that it rests on; what the documents do not say, "
    "Mujaz does not know."
)
SHORT_DESCRIPTION = "Briefs on documents, every sentence one tap from its paragraph."
