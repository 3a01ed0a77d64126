"""Compact tables that read alike from memory and from a mapped file: strings, rows of numbers, numbers by key."""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from zlib import crc32

Numbers = Sequence[int]
"""An `array("I")` in memory, or a `memoryview` of a mapped file: unsigned numbers of 32 bits."""


def key_of(text: str) -> int:
    """A 32-bit key of `text`; two texts may share one, so what is found by key must be compared."""
    return crc32(text.encode("utf-8", "surrogatepass"))


class Strings:
    """Many strings as one run of UTF-8 and their offsets in it."""

    def __init__(self, data: bytes | memoryview, offsets: Numbers) -> None:
        self.data = data
        self.offsets = offsets

    @classmethod
    def of(cls, texts: Iterable[str]) -> "Strings":
        """The strings `texts`, in order."""
        offsets = array("I", [0])
        data = bytearray()
        for text in texts:
            data += text.encode("utf-8", "surrogatepass")
            offsets.append(len(data))
        return cls(bytes(data), offsets)

    def __len__(self) -> int:
        return len(self.offsets) - 1

    def __getitem__(self, position: int) -> str:
        offsets = self.offsets
        return str(self.data[offsets[position] : offsets[position + 1]], "utf-8", "surrogatepass")


class Rows:
    """Rows of numbers of differing lengths."""

    def __init__(self, values: Numbers, offsets: Numbers) -> None:
        self.values = values
        self.offsets = offsets

    @classmethod
    def of(cls, rows: Iterable[Iterable[int]]) -> "Rows":
        """The rows `rows`, in order."""
        values = array("I")
        offsets = array("I", [0])
        for row in rows:
            values.extend(row)
            offsets.append(len(values))
        return cls(values, offsets)

    def inverted(self, count: int) -> "Rows":
        """For each number below `count`, the rows that hold it, in order and once each."""
        lengths = array("I", bytes(4 * (count + 1)))
        values, offsets = self.values, self.offsets
        rows = [dict.fromkeys(values[offsets[row] : offsets[row + 1]]) for row in range(len(self))]
        for row in rows:
            for value in row:
                lengths[value + 1] += 1
        for place in range(count):
            lengths[place + 1] += lengths[place]
        ends = array("I", lengths)
        found = array("I", bytes(4 * lengths[count]))
        for position, row in enumerate(rows):
            for value in row:
                found[ends[value]] = position
                ends[value] += 1
        return Rows(found, lengths)

    def __len__(self) -> int:
        return len(self.offsets) - 1

    def __getitem__(self, position: int) -> Numbers:
        return self.values[self.offsets[position] : self.offsets[position + 1]]

    def length(self, position: int) -> int:
        """How many numbers the row at `position` has."""
        return self.offsets[position + 1] - self.offsets[position]


class Keyed:
    """Numbers by 32-bit keys."""

    def __init__(self, keys: Numbers, values: Numbers) -> None:
        self.keys = keys
        self.values = values

    @classmethod
    def of(cls, pairs: Iterable[int]) -> "Keyed":
        """The `pairs`, each a key shifted left by 32 bits plus a number."""
        ordered = sorted(pairs)
        return cls(array("I", [pair >> 32 for pair in ordered]), array("I", [pair & 0xFFFFFFFF for pair in ordered]))

    def __getitem__(self, key: int) -> Numbers:
        return self.first(key, len(self.keys))

    def first(self, key: int, most: int) -> Numbers:
        """The first numbers of `key`, at most so many."""
        keys = self.keys
        start = bisect_left(keys, key)
        if start == len(keys) or keys[start] != key:
            return ()
        return self.values[start : bisect_left(keys, key + 1, start + 1, min(start + most, len(keys)))]
