"""Which Latin spellings stand for which Arabic letter, learned from pairs of words: the evidence behind the folding.

    python -m tests.bench.fit_romanisation ../shared/eval/names/arabic-tokens.tsv

Aligns each Arabic word with its Latin spelling by expectation maximisation over segments (an Arabic letter stands for
none to three Latin letters), then prints what each letter is written as, and which Latin consonants stand for the same
letters: the groups of `briefs/search/names/romanisation.py` and the table of `briefs/search/names/arabic.py`.
"""

import sys
from collections import Counter, defaultdict
from pathlib import Path

from briefs.search.folding import fold

MAX_SEGMENT = 3
ROUNDS = 6
MIN_SHARE = 0.02

Table = dict[tuple[str, str], float]


def segmentations(  # noqa: C901 (forward and backward belong side by side)
    arabic: str, latin: str, table: Table
) -> dict[tuple[str, str], float]:
    """Expected counts of (letter, segment) over all alignments of one pair (forward-backward)."""
    rows, columns = len(arabic) + 1, len(latin) + 1
    forward = [[0.0] * columns for _ in range(rows)]
    backward = [[0.0] * columns for _ in range(rows)]
    forward[0][0] = backward[-1][-1] = 1.0
    for row in range(1, rows):
        for column in range(columns):
            for length in range(min(MAX_SEGMENT, column) + 1):
                weight = table.get((arabic[row - 1], latin[column - length : column]), 1e-6)
                forward[row][column] += forward[row - 1][column - length] * weight
    for row in range(rows - 2, -1, -1):
        for column in range(columns):
            for length in range(min(MAX_SEGMENT, columns - 1 - column) + 1):
                weight = table.get((arabic[row], latin[column : column + length]), 1e-6)
                backward[row][column] += backward[row + 1][column + length] * weight
    total = forward[-1][-1]
    counts: dict[tuple[str, str], float] = defaultdict(float)
    if total:
        for row in range(1, rows):
            for column in range(columns):
                for length in range(min(MAX_SEGMENT, column) + 1):
                    pair = (arabic[row - 1], latin[column - length : column])
                    weight = table.get(pair, 1e-6)
                    counts[pair] += forward[row - 1][column - length] * weight * backward[row][column] / total
    return counts


def learn(pairs: list[tuple[str, str]]) -> Table:
    """The probability of each segment given the letter."""
    table: Table = {}
    for arabic, latin in pairs:
        for letter in arabic:
            for start in range(len(latin) + 1):
                for end in range(start, min(start + MAX_SEGMENT, len(latin)) + 1):
                    table[letter, latin[start:end]] = 0.3 ** (end - start) if end > start else 0.2
    for _ in range(ROUNDS):
        counts: Counter[tuple[str, str]] = Counter()
        for arabic, latin in pairs:
            counts.update(segmentations(arabic, latin, table))
        totals: Counter[str] = Counter()
        for (letter, _), count in counts.items():
            totals[letter] += count
        table = {pair: count / totals[pair[0]] for pair, count in counts.items() if count > 1e-3}
    return table


def main() -> None:
    """Prints both tables."""
    lines = Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()
    words = [tuple(map(fold, line.split("\t")[:2])) for line in lines if "\t" in line]
    pairs = [(pair[0], pair[1]) for pair in words if len(pair) == 2 and all(pair) and len(pair[1]) <= 14]
    table = learn(pairs[:: int(sys.argv[2]) if len(sys.argv) > 2 else 1])
    written: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for (letter, segment), share in table.items():
        if share >= MIN_SHARE:
            written[letter].append((share, segment))
    print("# letter: how it is written, by share")
    for letter in sorted(written):
        print(
            letter,
            ", ".join(f"{segment or '-'} {share:.2f}" for share, segment in sorted(written[letter], reverse=True)),
        )
    print("\n# Latin consonants by the letters that they stand for")
    letters: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for letter, segments in written.items():
        for share, segment in segments:
            consonants = segment.strip("aeiou")
            if consonants:
                letters[consonants].append((share, letter))
    for segment in sorted(letters):
        print(
            segment, " ".join(f"{letter} {share:.2f}" for share, letter in sorted(letters[segment], reverse=True)[:5])
        )


if __name__ == "__main__":
    main()
