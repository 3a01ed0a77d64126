"""Small invented libraries on disk: sound ones, to which a test adds what it is about."""

from collections.abc import Mapping
from pathlib import Path
from textwrap import dedent

Files = Mapping[str, str | None]
"""Texts of files by their stem; None leaves one out of the base."""

HARBOUR = dedent("""\
    ---
    title: The harbour of Ormsby
    short: Harbour
    publisher: The Ormsby Post
    published: 2021-05-04
    as_of: 2021-05-03
    language: en
    kind: full
    rights: The text belongs to whoever invented it.
    sourcing: Two people speak under their names, one does not.
    sources:
      - {id: dock-worker, name: a dock worker who asked not to be named, paragraphs: [2]}
    ---

    ## The crane

    [1] On 3 May 2021 the old crane of Ormsby fell into the harbour. Mayor Ada Quill saw it from her window.
    Source: named — ada-quill

    [2] Nobody was hurt. A dock worker says that the bolts had rusted for years.
    > "You could pull them out by hand" — dock-worker (of the bolts)
    > "We will build a better one" — ada-quill
    Source: anonymous — dock-worker; named — ada-quill

    ## Afterwards

    [3] The Harbour Board closed the pier on the same day. It had opened in 1990.
    Source: narrator
    Note: The text says 1990 here, while a plate on the pier says 1909; the digits were probably swapped. [harbour:3]
    """)
ORCHARD = dedent("""\
    ---
    title: Apples without bees
    short: Orchard
    publisher: Country Letters
    as_of: 2022-09-30
    rights: The text belongs to whoever invented it.
    sourcing: One grower speaks.
    ---

    [1] Bruno Vale picks apples by the lake of Ormsby. His bees died in the spring of 2022.
    > "I pollinate with a brush now" — bruno-vale
    Source: named — bruno-vale
    """)
CRANE = dedent("""\
    ---
    title: Ormsby's crane fell and nobody was hurt
    aliases: [the fallen crane]
    questions:
      - When did the crane fall? [harbour:1]
    people: [ada-quill]
    organisations: [harbour-board]
    places: [ormsby]
    documents: [harbour]
    as_of: 2021-05-03
    related: [bees]
    ---

    The crane fell on 3 May 2021 and hurt nobody. [harbour:1,2]

    ## Summary

    Ada Quill saw the crane fall. [harbour:1] A dock worker says that the bolts had rusted. [harbour:2]

    ## Key points

    - The pier was closed. [harbour:3]

    ## Source notes

    - [harbour:3]
    """)
BEES = dedent("""\
    ---
    title: A grower pollinates with a brush
    questions:
      - Why does he use a brush? [orchard:1]
    people: [bruno-vale]
    places: [ormsby]
    documents: [orchard]
    as_of: 2022-09-30
    ---

    Bruno Vale lost his bees and uses a brush. [orchard:1]

    ## Summary

    His bees died in the spring of 2022. [orchard:1]

    ## Key points

    - He uses a brush. [orchard:1]
    """)
ADA = dedent("""\
    ---
    name: Ada Quill
    aliases: [the mayor]
    role: mayor of Ormsby [harbour:1]
    affiliations: [harbour-board]
    relations:
      - {kind: neighbour of, to: bruno-vale, cite: "harbour:1"}
    ---

    Ada Quill saw the crane fall. [harbour:1]
    """)
BRUNO = dedent("""\
    ---
    name: Bruno Vale
    role: grower of apples [orchard:1]
    private: true
    ---

    Bruno Vale picks apples. [orchard:1]

    ## What they say

    - "I pollinate with a brush now", he says. [orchard:1]
    """)
BOARD = dedent("""\
    ---
    name: Harbour Board
    kind: agency
    role: closed the pier [harbour:3]
    leaders: [ada-quill]
    ---

    The Harbour Board closed the pier. [harbour:3]
    """)
ORMSBY = dedent("""\
    ---
    name: Ormsby
    kind: town
    ---

    The crane stood in Ormsby. [harbour:1] There are apples by its lake. [orchard:1]
    """)
TIMELINE = dedent("""\
    - id: crane-falls
      date: 2021-05-03
      precision: day
      says: "on 3 May 2021"
      title: The crane falls
      text: The old crane fell into the harbour. [harbour:1]
      people: [ada-quill]
      places: [ormsby]
      topics: [crane]
    - id: pier-opens
      date: 1990
      precision: year
      says: "in 1990"
      title: The pier opens
      text: The pier opened. [harbour:3]
      organisations: [harbour-board]
      notes: ["harbour:3"]
      note: A plate says 1909. [harbour:3]
    """)
BASE: Mapping[str, Mapping[str, str]] = {
    "seeds": {"harbour": HARBOUR, "orchard": ORCHARD},
    "briefs/topics": {"crane": CRANE, "bees": BEES},
    "briefs/people": {"ada-quill": ADA, "bruno-vale": BRUNO},
    "briefs/organisations": {"harbour-board": BOARD},
    "briefs/places": {"ormsby": ORMSBY},
}


def make_library(  # noqa: PLR0913 (one argument a folder, by keyword)
    folder: Path,
    *,
    seeds: Files | None = None,
    topics: Files | None = None,
    people: Files | None = None,
    organisations: Files | None = None,
    places: Files | None = None,
    timeline: str | None = TIMELINE,
) -> Path:
    """Writes a sound library of two invented documents into `folder`, with the given files in place of its own."""
    changed = {
        "seeds": seeds,
        "briefs/topics": topics,
        "briefs/people": people,
        "briefs/organisations": organisations,
        "briefs/places": places,
    }
    for below, base in BASE.items():
        (folder / below).mkdir(parents=True, exist_ok=True)
        for stem, text in {**base, **(changed[below] or {})}.items():
            if text is not None:
                (folder / below / f"{stem}.md").write_text(text, encoding="utf-8")
    if timeline is not None:
        (folder / "briefs/timeline.yaml").write_text(timeline, encoding="utf-8")
    return folder


def line_of(text: str, part: str) -> int:
    """The line, from 1, on which `part` first stands in `text`."""
    assert part in text, f"{part!r} is not in the text"
    return text[: text.index(part)].count("\n") + 1


def swapped(text: str, old: str, new: str) -> str:
    """`text` with the first `old` replaced; a test that swaps nothing would show nothing."""
    assert old in text, f"{old!r} is not in the text"
    return text.replace(old, new, 1)
