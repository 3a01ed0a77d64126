"""Compiles names to the tables that an index reads."""

from array import array
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from briefs.search.names.candidates import pair_keys
from briefs.search.names.tables import Keyed, Numbers, Rows, Strings, key_of
from briefs.search.names.tokens import MAX_PARTS, name_words
from briefs.search.names.vocabulary import Vocabulary

Progress = Callable[[float], None]
"""Is told the share (0 to 1) of the work that is done."""
_REPORT_EVERY = 20_000


@dataclass(frozen=True, slots=True)
class NameTables:
    """What an index of names reads. Names are numbered from the shortest on, items in their order."""

    items: Strings
    names: Strings
    item_of: Numbers
    vocabulary: Vocabulary
    parts: Rows
    holders: Rows
    pairs: Keyed
    frequency: Numbers
    """How many items have a part, or one that sounds the same, by the part's number."""


def compile_names(items: Iterable[tuple[str, Iterable[str]]], progress: Progress | None = None) -> NameTables:
    """The tables of `items`, each an id and all names that it goes by; names without a letter are left out."""
    tell = progress or (lambda _: None)
    identifiers: list[str] = []
    names: list[str] = []
    owners = array("I")
    numbers: dict[str, int] = {}
    values = array("I")
    offsets = array("I", [0])
    for identifier, forms in items:
        for name in dict.fromkeys(forms):
            if words := name_words(name)[:MAX_PARTS]:
                values.extend([numbers.setdefault(word, len(numbers)) for word in words])
                offsets.append(len(values))
                names.append(name)
                owners.append(len(identifiers))
        identifiers.append(identifier)
        if len(identifiers) % _REPORT_EVERY == 0:
            tell(0.4 * (1 - 1 / (1 + len(identifiers) / 500_000)))
    tell(0.4)
    vocabulary = Vocabulary.of(numbers)
    tell(0.6)
    frequency = _frequency(vocabulary, values, offsets, owners)
    # Shortest first: the head of any list of names is then what a short query most likely means.
    order = sorted(range(len(names)), key=lambda name: offsets[name + 1] - offsets[name])
    parts = Rows.of(values[offsets[name] : offsets[name + 1]] for name in order)
    tell(0.7)
    holders = parts.inverted(len(numbers))
    tell(0.8)
    skeletons = array("I", [key_of(vocabulary.token(word).skeleton) for word in range(len(numbers))])
    pairs = Keyed.of(
        key << 32 | name for name in range(len(parts)) for key in pair_keys([skeletons[part] for part in parts[name]])
    )
    tell(1.0)
    return NameTables(
        items=Strings.of(identifiers),
        names=Strings.of(names[name] for name in order),
        item_of=array("I", [owners[name] for name in order]),
        vocabulary=vocabulary,
        parts=parts,
        holders=holders,
        pairs=pairs,
        frequency=frequency,
    )


def _frequency(vocabulary: Vocabulary, values: Numbers, offsets: Numbers, owners: Numbers) -> Numbers:
    sounds: dict[str, int] = {}
    sound_of = [sounds.setdefault(vocabulary.token(word).folded, len(sounds)) for word in range(len(vocabulary))]
    counts = [0] * len(sounds)
    last = [-1] * len(sounds)
    for name, owner in enumerate(owners):
        for value in values[offsets[name] : offsets[name + 1]]:
            sound = sound_of[value]
            if last[sound] != owner:
                last[sound] = owner
                counts[sound] += 1
    return array("I", [counts[sound] for sound in sound_of])
