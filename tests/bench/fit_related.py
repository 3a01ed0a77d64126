"""Finds words that may stand for one another, by word vectors and WordNet: makes `briefs/search/lists/related.txt`.

    python -m tests.bench.fit_related WORDS VECTORS.npy WORDNET > briefs/search/lists/related.txt

WORDS holds a word of everyday English a line, with how common it is (Zipf's scale: logarithm to base 10 of its uses in
a billion words); VECTORS a row for each (NumPy's format, words by dimensions); WORDNET is the folder of WordNet's
database files. The list that ships was made from the 47,000 commonest lower-case words of a spelling dictionary (SCOWL,
frequencies of `wordfreq`), each given alone to the sentence encoder all-MiniLM-L6-v2 (Apache-2.0), and from WordNet
3.1. Vectors of words with one stem are averaged, their common direction is taken away, and the nearest stems by cosine
are kept in three grades; the last holds what WordNet says besides, where the vectors do not speak against it.
"""

import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from briefs.search.stems import stemmer, written
from tests.bench.wordnet import WordNet

Array = NDArray[np.float32]
GRADES = (0.68, 0.57, 0.48)
"""Cosines from which one word stands for another, by how surely."""
MOST = 10
MOST_OF_WORDNET = 16
FARTHEST = 0.1
"""Words that WordNet relates, yet whose cosine is less, hardly share their common senses."""
RAREST = 2.4
"""Words rarer than this, on Zipf's scale, are left out."""
COMMONEST = 6000
"""So many of the commonest stems tell the direction that all words have in common."""
SPELLED = 3.6
"""Rarer words, on Zipf's scale, the encoder spells out: it takes a few first letters in common for kinship."""
_LETTERS = 2
_STEM = 0.75
"""Words that share this part of the shorter one are kin indeed."""
# Close in meaning, yet never the same: whoever asks for one is not answered by another of its row.
CLOSED = """
one/single two/couple/pair three four five six seven eight nine ten eleven twelve thirteen fifteen twenty thirty
first second third fourth fifth sixth seventh eighth ninth tenth last
hundred thousand million billion trillion
half third quarter double triple
second/seconds minute/minutes hour/hours day/days week/weeks month/months year/years decade/decades century/centuries
daily weekly monthly yearly/annual
monday tuesday wednesday thursday friday saturday sunday
january february march april may june july august september october november december
spring summer autumn/fall winter
morning noon afternoon evening night midnight
yesterday today tomorrow
mother/mom/mum/mama/mommy/mummy father/dad/papa/daddy
mother/mom/father/dad son/boy daughter/girl brother sister aunt uncle cousin niece nephew wife/wives husband
grandmother/grandma/granny grandfather/grandpa/granddad
man/men/male woman/women/female
he/him his she/her
north/northern south/southern east/eastern west/western
left right
red blue green yellow black white brown pink orange purple grey/gray
dog cat horse cow sheep goat bird fish
before after
win/won/victory lose/lost/defeat
buy/bought sell/sold
open/opened close/closed
arrive/arrived/arrival leave/left/departure depart
start/begin/began end/finish/stop
increase/rise/grow decrease/fall/decline/reduce
accept/agree reject/refuse deny
alive/live dead/die/death
war peace
attack defend/defence/defense
enemy friend/ally
old young new
big/large small/little
long short
near/close far
rich poor
good bad
more less
high low
early late
president king queen minister/premier governor mayor ambassador senator
doctor/physician nurse teacher lawyer soldier judge
leukemia lymphoma carcinoma diabetes asthma malaria
"""


# Names that are words as well: what is near them is near the names.
NAMES = frozenset(
    ["china", "turkey", "jordan", "chad", "japan", "guinea", "panama", "cuba", "niger", "mali", "georgia", "shanghai"]
)


def vectors_of_stems(words: list[str], common: list[float], vectors: Array) -> tuple[list[str], list[str], Array]:
    """Stems, the commonest word of each, and a unit vector for each (stems by dimensions)."""
    stems = stemmer()
    forms = [written(word) for word in words]
    stems.learn(forms)
    places: dict[str, list[int]] = defaultdict(list)
    for place, form in enumerate(forms):
        places[stems.stem(form)].append(place)
    kept = {stem: found for stem, found in places.items() if max(common[place] for place in found) >= RAREST}
    first = [max(found, key=lambda place: common[place]) for found in kept.values()]
    rows = []
    for found in kept.values():
        counts = np.array([10 ** common[place] for place in found], np.float32)
        rows.append((vectors[found] * counts[:, None]).sum(axis=0) / counts.sum())
    averaged = np.array(rows)
    order = np.argsort([-common[place] for place in first])
    averaged -= averaged[order[:COMMONEST]].mean(axis=0)
    averaged /= np.linalg.norm(averaged, axis=1, keepdims=True)
    return list(kept), [words[place] for place in first], averaged


def closed() -> dict[str, list[dict[str, int]]]:
    """For each stem of a closed class, the classes it is in; a class gives each of its stems its group's number."""
    stems = stemmer()
    found: dict[str, list[dict[str, int]]] = defaultdict(list)
    for line in CLOSED.split("\n"):
        groups = [group.split("/") for group in line.split()]
        stems.learn([word for group in groups for word in group])
        of_class = {stems.stem(word): number for number, group in enumerate(groups) for word in group}
        for stem in of_class:
            found[stem].append(of_class)
    return found


def related(
    stems: list[str], words: list[str], vectors: Array, rare: list[bool], kin: Mapping[str, set[str]]
) -> Iterator[list[str]]:
    """A row a stem that has others near: the stem, the others, nearest first, and a slash where a grade ends.

    `kin` are the stems that WordNet relates to one.
    """
    classes = closed()
    place_of = {stem: place for place, stem in enumerate(stems)}
    for place, stem in enumerate(stems):
        likeness = vectors @ vectors[place]
        graded: list[list[str]] = [[] for _ in GRADES]
        found = 0
        for other in np.argsort(-likeness)[: 4 * MOST]:
            if likeness[other] < GRADES[-1] or found == MOST:
                break
            spelled = rare[place] or rare[other]
            if other == place or (spelled and _by_accident(words[place], words[other])):
                continue
            if _opposed(classes, stem, stems[other]):
                continue
            graded[next(grade for grade, least in enumerate(GRADES) if likeness[other] >= least)].append(stems[other])
            found += 1
        known = {one for grade in graded for one in grade} | {stem}
        besides = [place_of[one] for one in kin.get(stem, set()) - known if one in place_of]
        besides = [one for one in besides if likeness[one] >= FARTHEST and not _opposed(classes, stem, stems[one])]
        besides.sort(key=lambda one: -likeness[one])
        graded[-1].extend(stems[one] for one in besides[:MOST_OF_WORDNET])
        row = [stem]
        for grade in graded:
            row.extend([*grade, "/"])
        while row[-1] == "/":
            row.pop()
        if len(row) > 1:
            yield row


def kin_of_stems(words: Iterable[str], wordnet: WordNet) -> dict[str, set[str]]:
    """For the stem of each of `words` those of its kin."""
    stems = stemmer()
    kin = {word: [written(other) for other in wordnet.kin(word)] for word in words}
    stems.learn([written(word) for word in kin])
    stems.learn({other for others in kin.values() for other in others})
    found: dict[str, set[str]] = defaultdict(set)
    for word, others in kin.items():
        found[stems.stem(written(word))].update(map(stems.stem, others))
    return found


def _by_accident(word: str, other: str) -> bool:
    shared = next((at for at, (one, two) in enumerate(zip(word, other, strict=False)) if one != two), len(word))
    return _LETTERS <= shared < max(_LETTERS + 2, _STEM * min(len(word), len(other)))


def _opposed(classes: dict[str, list[dict[str, int]]], stem: str, other: str) -> bool:
    return any(other in of_class and of_class[other] != of_class[stem] for of_class in classes.get(stem, ()))


def main(lines: Iterable[str], vectors: Array, wordnet: WordNet) -> None:
    """Prints the list."""
    pairs = [line.split() for line in lines]
    kept = [place for place, (word, _) in enumerate(pairs) if word not in NAMES]
    common = {pairs[place][0]: float(pairs[place][1]) for place in kept}
    stems, words, averaged = vectors_of_stems(list(common), list(common.values()), vectors[kept])
    print("# Stems and those that may stand for them: nearest first, in three grades parted by slashes.")
    print("# Computed by tests/bench/fit_related.py, which says from what.")
    rare = [common[word] < SPELLED for word in words]
    for row in sorted(related(stems, words, averaged, rare, kin_of_stems(common, wordnet))):
        print(*row)


if __name__ == "__main__":
    lines = Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()
    main(lines, np.load(sys.argv[2]), WordNet(Path(sys.argv[3])))
