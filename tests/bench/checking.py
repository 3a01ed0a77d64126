"""How long a check takes: of the library that ships, and of one with a thousand documents, which is made for it.

Run with `python -m tests.bench.checking` or `make bench`. Prints seconds; the numbers of one run are noisy.
"""

import argparse
import random
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from briefs.check.run import run_check
from briefs.library import SHIPPED, Library
from tests.briefs.check.shipped import ORIGINALS

DOCUMENTS = 1_000
PARAGRAPHS = 30
PEOPLE = 3
"""People a document has that no other names."""
ROUNDS = 3
_SYLLABLES = "ba ko ri ten lo ma shu vel dan or pik sa gro lin tam ur ves no cal dri".split()  # noqa: SIM905
_DEEDS = (
    "opened the {0} gate near the {1} market",
    "told the {0} council that the {1} bridge was lost",
    "bought {2} {0} boats for the {1} harbour",
    "left the {0} school after {2} years in the {1} choir",
    "may have seen the {0} lantern on the {1} road",
)


def main() -> None:
    """Prints the time of a check for the shipped library and for a large one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=DOCUMENTS)
    documents = parser.parse_args().documents
    for originals in ({}, ORIGINALS) if ORIGINALS else ({},):
        seconds = min(_timed(SHIPPED, originals) for _ in range(ROUNDS))
        print(f"the shipped library, {len(originals)} originals: {seconds:.2f} s")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make(folder, documents)
        started = time.perf_counter()
        Library.open(folder)
        print(f"{documents} documents opened in {time.perf_counter() - started:.1f} s")
        started = time.perf_counter()
        report = run_check(folder)
        print(f"{documents} documents checked in {time.perf_counter() - started:.1f} s")
        *_, figures, counts = report.summary()
        print(f"{figures}; {counts}")


def _timed(folder: Path, originals: dict[str, Path]) -> float:
    started = time.perf_counter()
    run_check(folder, originals)
    return time.perf_counter() - started


def make(folder: Path, documents: int) -> None:
    """Writes a library of `documents` documents, each with a topic, people of its own, a place and an event."""
    for below in ("seeds", "briefs/topics", "briefs/people", "briefs/places"):
        (folder / below).mkdir(parents=True)
    events = []
    for number in range(documents):
        invented = _Invented(random.Random(number), f"doc-{number}")  # noqa: S311 (the same library in each run)
        invented.write(folder)
        events.append(invented.event())
    (folder / "briefs/timeline.yaml").write_text("".join(events), encoding="utf-8")


class _Invented:
    """One document of invented words, and what is prepared from it."""

    def __init__(self, choice: random.Random, identifier: str) -> None:
        self.id = identifier
        self._choice = choice
        self._serial = identifier.removeprefix("doc-")
        self.people = {f"{identifier}-person-{at}": f"{self._name()} {self._name()}" for at in range(PEOPLE)}
        self.place = self._name()
        self.sentences = [self._sentence() for _ in range(PARAGRAPHS)]

    def _word(self) -> str:
        return "".join(self._choice.choice(_SYLLABLES) for _ in range(3))

    def _name(self) -> str:
        # A letter for each digit keeps names of different documents apart.
        tail = "".join("aeiouyrlns"[int(digit)] for digit in self._serial)
        return f"{self._word().capitalize()}{tail}t"

    def _sentence(self) -> str:
        deed = self._choice.choice(_DEEDS).format(self._word(), self._word(), self._choice.randint(3, 90))
        return f"{self._choice.choice(list(self.people.values()))} of {self.place} {deed}."

    def write(self, folder: Path) -> None:
        """Writes the files of this document into the library `folder`."""
        (folder / f"seeds/{self.id}.md").write_text("\n".join(self._document()), encoding="utf-8")
        (folder / f"briefs/topics/{self.id}-topic.md").write_text("\n".join(self._topic()), encoding="utf-8")
        for person, name in self.people.items():
            front = f"---\nname: {name}\nrole: somebody of {self.place} [{self.id}:{self._first(name)}]\n---\n\n"
            body = f"{self._told(self._first(name))}\n"
            (folder / f"briefs/people/{person}.md").write_text(front + body, encoding="utf-8")
        place = f"---\nname: {self.place}\nkind: town\n---\n\n{self._told(1)}\n"
        (folder / f"briefs/places/{self.id}-place.md").write_text(place, encoding="utf-8")

    def _first(self, name: str) -> int:
        return next((at for at, sentence in enumerate(self.sentences, 1) if sentence.startswith(name)), 1)

    def _told(self, number: int) -> str:
        return f"{self.sentences[number - 1]} [{self.id}:{number}]"

    def _document(self) -> Iterator[str]:
        yield f"---\ntitle: Report {self.id}\nshort: {self.id}\npublisher: Nobody\nas_of: 2024-01-01"
        yield "rights: Nobody owns invented words.\nsourcing: It is invented.\n---\n"
        for number, sentence in enumerate(self.sentences, 1):
            yield f"[{number}] {sentence}\nSource: narrator\n"

    def _topic(self) -> Iterator[str]:
        people = ", ".join(self.people)
        yield f"---\ntitle: Deeds of {self.place} and its people"
        yield f"questions: ['Who did it in {self.place}? [{self.id}:1]']"
        yield f"people: [{people}]\nplaces: [{self.id}-place]\ndocuments: [{self.id}]\nas_of: 2024-01-01\n---\n"
        yield f"{self._told(1)}\n\n## Summary\n"
        yield " ".join(self._told(number) for number in range(2, 8))
        yield "\n## Key points\n"
        yield from (f"- {self._told(number)}" for number in range(8, PARAGRAPHS + 1))

    def event(self) -> str:
        """The document's event, as YAML."""
        return (
            f"- id: {self.id}-event\n  date: 2024-01-01\n  precision: day\n  says: on that day\n"
            f"  title: {self.place} sees a deed\n  text: '{self._told(2)}'\n  topics: [{self.id}-topic]\n"
            f"  note: 'The day is reckoned. [{self.id}:2]'\n"
        )


if __name__ == "__main__":
    main()
