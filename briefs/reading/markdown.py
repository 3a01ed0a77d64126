"""The little Markdown that content files use: front matter between `---` lines, `##` headings, paragraphs, bullets."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from briefs.faults import Fault, FormError
from briefs.models import Model, Section
from briefs.models.citations import Block, parse_block
from briefs.reading.yaml_source import YamlSource, read_yaml

FORMAT = "format"
_FENCE = "---"
_HEADING = re.compile(r"^##\s+(?P<heading>.+?)\s*#*$")
_BULLET = re.compile(r"^[-*]\s+")


@dataclass(frozen=True, slots=True)
class ContentFile:
    """A file's front matter and the numbered lines of its body."""

    file: str
    front: YamlSource
    body: Sequence[tuple[int, str]]


def read_content_file(file: str, text: str) -> ContentFile:
    """Parts `text` into front matter and body; `file` is its name in faults.

    Raises:
        FormError: there is no front matter, or it is not a YAML mapping.
    """
    lines = text.removeprefix("\ufeff").splitlines()
    if not lines or lines[0].rstrip() != _FENCE:
        raise FormError(1, "expected front matter: a first line '---', YAML fields, and a line '---'")
    end = next((number for number, line in enumerate(lines[1:], start=1) if line.rstrip() == _FENCE), None)
    if end is None:
        raise FormError(1, "the front matter is not closed: expected a line '---' after its fields")
    front = read_yaml("\n".join(lines[1:end]), first_line=2)
    if not isinstance(front.data, dict):
        raise FormError(2, "expected fields such as 'title: …' in the front matter")
    return ContentFile(file, front, [(number, line) for number, line in enumerate(lines[end + 1 :], start=end + 2)])


def blocks(lines: Sequence[tuple[int, str]]) -> Iterator[Block]:
    """The paragraphs and bullets of `lines`; wrapped lines belong to the block that they continue."""
    gathered: list[str] = []
    start = 0
    for number, line in [*lines, (0, "")]:
        stripped = line.strip()
        if gathered and (not stripped or _BULLET.match(stripped)):
            yield parse_block("\n".join(gathered), start)
            gathered = []
        if stripped:
            if not gathered:
                start = number
            gathered.append(_BULLET.sub("", stripped))


def sections(lines: Sequence[tuple[int, str]]) -> tuple[tuple[Block, ...], tuple[Section, ...]]:
    """The blocks before the first heading, and the headed sections after it."""
    parts: list[tuple[str, int, list[tuple[int, str]]]] = [("", 0, [])]
    for number, line in lines:
        if match := _HEADING.match(line):
            parts.append((match["heading"], number, []))
        else:
            parts[-1][2].append((number, line))
    headed = tuple(
        Section(heading=heading, line=start, blocks=tuple(blocks(body))) for heading, start, body in parts[1:]
    )
    return tuple(blocks(parts[0][2])), headed


def validation_faults(error: ValidationError, file: str, source: YamlSource) -> Iterator[Fault]:
    """A fault for each field that a model refused, on the line where the field stands in `source`."""
    for detail in error.errors():
        field = ".".join(str(part) for part in detail["loc"]) or "the file"
        message = _EXPECTATIONS.get(detail["type"], "{msg}").format(
            msg=detail["msg"].removeprefix("Value error, "), **detail.get("ctx", {})
        )
        given = "" if detail["type"] in {"missing", "extra_forbidden"} else f" (found {_shortened(detail['input'])})"
        yield Fault(file, source.line_of(detail["loc"]), FORMAT, f"{field}: {message}{given}")


_EXPECTATIONS = {
    "missing": "this field is required",
    "extra_forbidden": "no such field here; check its spelling",
    "string_type": "expected a text",
    "tuple_type": "expected a list",
    "too_short": "expected at least {min_length} entry",
    "string_pattern_mismatch": "expected the form {pattern}",
    "date_from_datetime_parsing": "expected a date such as 2023-11-05",
    "literal_error": "expected one of {expected}",
    "enum": "expected one of {expected}",
}


def _shortened(value: object) -> str:
    written = repr(value)
    return written if len(written) <= 60 else written[:57] + "…"


def build(
    model: type[Model], fields: dict[str, Any], source: ContentFile, reserved: set[str]
) -> tuple[Any | None, list[Fault]]:
    """Validates `fields` together with the front matter of `source`; `reserved` names fields that it must not set.

    Returns:
        The model, or None, and the faults found.
    """
    front = source.front
    faults = [
        Fault(
            source.file,
            front.line_of((key,)),
            FORMAT,
            f"{key}: this field comes from the file itself; remove it",
        )
        for key in front.data
        if key in reserved
    ]
    data = {key: value for key, value in front.data.items() if key not in reserved}
    try:
        return model.model_validate(data | fields | {"lines": front.lines}), faults
    except ValidationError as error:
        return None, [*faults, *validation_faults(error, source.file, front)]
