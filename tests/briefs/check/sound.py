"""An invented document with its original, and briefs on it that keep to every rule; a test breaks one of them."""

from collections.abc import Mapping
from pathlib import Path
from textwrap import dedent

ORIGINAL = dedent("""\
    # The harbour of Ormsby

    > What fell, and why

    caption: Mayor Ada Quill looks at the pier in Ormsby on May 4, 2021. (Post Photo)

    ## The crane

    [1] On the 3rd day of the strike, May 3, 2021, the old crane of Ormsby came down with a noise that could be heard
    nine streets away. “I saw it from my window,” Mayor Ada Quill said.

    [2] A dock worker who asked not to be named said the bolts had rusted for 12 years. “You could pull them out by
    hand,” he added.

    [3] The Harbour Board closed the pier. It is likely that it will stay closed until June. It had opened in 1990.

    [4] Tilda Moss, a nine-year-old who lives on Kiln Lane, left the pier just minutes before. A third of the town came
    to see the “iron corpse”, the Board said.
    """)
HARBOUR = dedent("""\
    ---
    title: The harbour of Ormsby
    short: Harbour
    subtitle: What fell, and why
    publisher: The Ormsby Post
    as_of: 2021-05-04
    as_of_basis: The caption of its picture is of that day. [harbour:3]
    rights: The text belongs to whoever invented it.
    sourcing: The mayor speaks under her name, a dock worker without one.
    day_counts:
      - {event: the strike, day_one: 2021-05-01}
    captions:
      - date: 2021-05-04
        text: Mayor Ada Quill has an eye on the pier in Ormsby. Post Photo.
        paragraphs: [3]
    sources:
      - {id: dock-worker, name: a dock worker who asked not to be named, paragraphs: [2]}
    ---

    ## The crane

    [1] The strike was in its 3rd day, on 3 May 2021, when Ormsby lost its old crane. Nine streets heard the noise.
    Mayor Ada Quill watched.
    > "I saw it from my window" — ada-quill (of the crane)
    Source: narrator; named — ada-quill

    [2] Rust had been eating the bolts for 12 years, by the word of a dock worker without a name.
    > "You could pull them out by hand" — dock-worker (of the bolts)
    Source: anonymous — dock-worker

    [3] The pier was shut by the Harbour Board, and is not likely to reopen before June. Its opening is put in 1990.
    Source: narrator
    Note: The opening of the pier is put in 1990, but rust had been in the bolts for 12 years only. [harbour:2,3]

    [4] Tilda Moss of Kiln Lane, aged nine, had gone from the pier minutes earlier. One third of the town wanted a
    look at the "iron corpse", by the account of the Board.
    Source: narrator; public — harbour-board
    """)
CRANE = dedent("""\
    ---
    title: Ormsby's old crane fell on day 3 of a strike
    aliases: [the fallen crane]
    questions:
      - When did the crane fall? [harbour:1]
      - Who shut the pier? [harbour:3]
      - How long had the bolts rusted? [harbour:2]
    asked:
      - who watched from a window [harbour:1]
    untold:
      - who built the crane
      - what did the crane weigh
    people: [ada-quill, tilda-moss]
    organisations: [harbour-board]
    places: [ormsby, kiln-lane]
    documents: [harbour]
    as_of: 2021-05-04
    related: []
    ---

    Bottom line: On 3 May 2021 Ormsby lost its old crane, and the Harbour Board shut the pier. [harbour:1,3]

    ## Summary

    On 3 May 2021, day 3 of the strike, the old crane of Ormsby fell. [harbour:1] The noise reached nine streets.
    [harbour:1] Mayor Ada Quill watched it fall. [harbour:1] A dock worker says that rust had been in the bolts for 12
    years. [harbour:2] The Harbour Board shut the pier. [harbour:3] It is likely to stay shut until June. [harbour:3]
    For a look at it, a third of the town was there, the Board says. [harbour:4]

    ## Key points

    - "You could pull them out by hand", the dock worker said of the bolts. [harbour:2]
    - "I saw it from my window", said Mayor Ada Quill. [harbour:1]
    - For a look at the "iron corpse" a third of the town was there, says the Board. [harbour:4]

    ## What the document does not say

    - Whose crane it was.

    ## Source notes

    - [harbour:3]
    """)
ADA = dedent("""\
    ---
    name: Ada Quill
    aliases: [the mayor]
    asked: ["lady at the window [harbour:1]"]
    role: mayor who watched the noise and the crane [harbour:1]
    ---

    Ada Quill watched the crane of Ormsby. [harbour:1]
    """)
TILDA = dedent("""\
    ---
    name: Tilda Moss
    role: girl of nine who had gone from the pier [harbour:4]
    private: true
    ---

    Tilda Moss is nine and had gone from the pier minutes earlier. [harbour:4]
    """)
BOARD = dedent("""\
    ---
    name: Harbour Board
    aliases: [Board]
    kind: agency
    role: shut the pier [harbour:3]
    ---

    The Harbour Board shut the pier. [harbour:3]

    ## Source notes

    - [harbour:3]
    """)
ORMSBY = dedent("""\
    ---
    name: Ormsby
    kind: town
    ---

    Ormsby had an old crane. [harbour:1]
    """)
KILN_LANE = dedent("""\
    ---
    name: Kiln Lane
    kind: road
    ---

    Kiln Lane stands in the report by name only. [harbour:4]
    """)
TIMELINE = dedent("""\
    - id: crane-falls
      date: 2021-05-03
      precision: day
      says: "On the 3rd day of the strike"
      title: The crane falls
      text: The old crane of Ormsby fell. [harbour:1]
      people: [ada-quill]
      places: [ormsby]
      topics: [crane]
    - id: pier-opens
      date: 1990
      precision: year
      says: "in 1990"
      title: The pier opens
      text: The opening of the pier is put in 1990. [harbour:3]
      organisations: [harbour-board]
      topics: [crane]
      notes: ["harbour:3"]
    """)
FILES: Mapping[str, str] = {
    "seeds/harbour.md": HARBOUR,
    "briefs/topics/crane.md": CRANE,
    "briefs/people/ada-quill.md": ADA,
    "briefs/people/tilda-moss.md": TILDA,
    "briefs/organisations/harbour-board.md": BOARD,
    "briefs/places/ormsby.md": ORMSBY,
    "briefs/places/kiln-lane.md": KILN_LANE,
    "briefs/timeline.yaml": TIMELINE,
}


def write_library(folder: Path, changed: Mapping[str, str] | None = None) -> Path:
    """Writes the sound library into `folder`, with the `changed` files in place of its own."""
    for name, text in {**FILES, **(changed or {})}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def write_original(folder: Path, text: str = ORIGINAL) -> Mapping[str, Path]:
    """Writes the original into `folder`; the result is what `run_check` takes."""
    path = folder / "harbour.txt"
    path.write_text(text, encoding="utf-8")
    return {"harbour": path}
