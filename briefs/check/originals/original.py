"""The original text of a document, as plain text with numbered paragraphs."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from briefs.faults import FormError

_PARAGRAPH = re.compile(r"^\[(?P<number>\d{1,6})\]\s+(?P<text>\S.*)$")
_TITLE = re.compile(r"^#\s+(?P<title>.+)$")
_SUBTITLE = re.compile(r"^>\s+(?P<title>.+)$")
_CAPTION = re.compile(r"^caption:\s*(?P<text>.+)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Original:
    """An original: `paragraphs` by their number, and the captions of its pictures."""

    title: str
    subtitle: str
    captions: tuple[str, ...]
    paragraphs: Mapping[int, str]

    @property
    def text(self) -> str:
        """All paragraphs and captions."""
        return "\n".join([*self.captions, *self.paragraphs.values()])


def read_original(path: Path) -> Original:
    """Reads `path`: a line `# title`, lines `caption: …`, headings `## …`, and paragraphs `[1] …`.

    Raises:
        FormError: it cannot be read, or holds no paragraph.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise FormError(0, f"{path}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise FormError(0, f"{path}: not UTF-8 text") from error
    paragraphs: dict[int, str] = {}
    captions = []
    title = subtitle = ""
    last = 0
    for line in lines:
        if match := _PARAGRAPH.match(line):
            last = int(match["number"])
            paragraphs[last] = match["text"]
        elif match := _CAPTION.match(line):
            captions.append(match["text"])
        elif match := _TITLE.match(line):
            title = match["title"]
        elif not last and (match := _SUBTITLE.match(line)):
            subtitle = match["title"]
        elif last and line.strip() and not line.startswith("#"):
            paragraphs[last] += f"\n{line.strip()}"
    if not paragraphs:
        raise FormError(0, f"{path}: no paragraph found; expected lines of the form '[1] …'")
    return Original(title, subtitle, tuple(captions), paragraphs)
