"""Rule: what is not told can be told apart from what is."""

from collections import defaultdict
from collections.abc import Iterator

from briefs.check.evidence import Evidence
from briefs.check.language.vocabulary import stems_of
from briefs.check.repeats import Repeats
from briefs.check.rule import EditorialRule, Finding
from briefs.check.statements import granted
from briefs.check.walk import items, questions
from briefs.models.citations import parse_block
from briefs.search.query import parse_query
from briefs.search.words import Lexicon

_MOST = 0.6
"""A question that holds all words of another, and of whose own these are a greater share, is much the same."""


def _find(evidence: Evidence) -> Iterator[Finding]:
    lexicon = Lexicon.compiled()
    told: dict[str, list[tuple[frozenset[str], str]]] = defaultdict(list)
    for _, _, item, question in questions(evidence.content):
        matter = _matter(question.text, lexicon)
        for stem in matter:
            told[stem].append((matter, f"{question.text!r} of {item.id}"))
    repeats = Repeats()
    for item in items(evidence.content):
        for index, written in enumerate(item.untold):
            line = item.line_of("untold", index)
            question = parse_block(written, line)
            other = repeats.first(question, item.id, line)
            if question.cites:
                message = f"{question.text!r} is told in [{question.cites[0]}], it says: move it to asked, or drop that"
            elif other is not None:
                message = f"{question.text!r} is untold of {other} as well: keep it once"
            elif nearest := _swallowed(_matter(question.text, lexicon), told):
                message = (
                    f"{question.text!r} asks for nothing that {nearest}, which is told, does not: "
                    "add the word that makes the difference"
                )
            else:
                continue
            yield Finding(item.file, line, message, granted(item, line))


def _matter(text: str, lexicon: Lexicon) -> frozenset[str]:
    """The stems of the words by which a question is told from others."""
    return stems_of(parse_query(text).terms) - lexicon.light


def _swallowed(matter: frozenset[str], told: dict[str, list[tuple[frozenset[str], str]]]) -> str | None:
    """The told question, and whose it is, that holds all the matter of one that is not told, and little else."""
    if not matter:
        return None
    fewest = min((told.get(stem, []) for stem in matter), key=len)
    return next((whose for other, whose in fewest if matter <= other and len(matter) >= _MOST * len(other)), None)


RULE = EditorialRule("untold", "What the documents do not tell is asked for in other words than what they tell.", _find)
