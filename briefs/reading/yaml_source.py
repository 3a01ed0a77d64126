"""YAML that remembers on which line each value stands, so that a fault can name it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from briefs.faults import FormError

# The C loader reads the same language about ten times faster, where PyYAML was built with it.
_SafeLoader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# Dates stay text, so that the model can name the field of one that the calendar does not have.
_Loader: Any = type(
    "_Loader",
    (_SafeLoader,),
    {
        "yaml_implicit_resolvers": {
            first: [(tag, form) for tag, form in resolvers if not tag.endswith(":timestamp")]
            for first, resolvers in _SafeLoader.yaml_implicit_resolvers.items()
        }
    },
)

KeyPath = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class YamlSource:
    """Parsed `data`, and the line (from 1) of each value in it by dotted path (`aliases.2`; empty for the whole)."""

    data: Any
    lines: Mapping[str, int]

    def line_of(self, path: KeyPath) -> int:
        """The line of `path`, or of the closest thing around it that has one."""
        for length in range(len(path), -1, -1):
            if line := self.lines.get(".".join(map(str, path[:length]))):
                return line
        return 1

    def parts(self) -> list["YamlSource"]:
        """The entries of a list, each with the lines below it."""
        lines: list[dict[str, int]] = [{} for _ in self.data]
        for path, line in self.lines.items():
            index, _, rest = path.partition(".")
            if index:
                lines[int(index)][rest] = line
        return [YamlSource(entry, below) for entry, below in zip(self.data, lines, strict=True)]


def read_yaml(text: str, first_line: int = 1) -> YamlSource:
    """Parses `text`, whose first line is line `first_line` of its file, with a safe loader.

    Raises:
        FormError: it is not YAML, or a key stands twice.
    """
    try:
        loader = _Loader(text)
    except yaml.YAMLError as error:
        raise FormError(first_line, f"not valid YAML: {error}") from error
    try:
        node = loader.get_single_node()
        lines: dict[str, int] = {}
        if node is not None:
            _collect(node, "", first_line, lines)
        data = None if node is None else loader.construct_document(node)
    except FormError:
        raise
    except yaml.MarkedYAMLError as error:
        line = first_line + (error.problem_mark.line if error.problem_mark else 0)
        raise FormError(line, f"not valid YAML: {error.problem or error}") from error
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise FormError(first_line, f"not valid YAML: {error}") from error
    finally:
        loader.dispose()
    return YamlSource(data, lines)


def _collect(node: Any, path: str, first_line: int, lines: dict[str, int]) -> None:
    lines.setdefault(path, first_line + node.start_mark.line)
    below = f"{path}." if path else ""
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            line = first_line + key.start_mark.line
            if not isinstance(key, yaml.ScalarNode):
                raise FormError(line, "expected a word as the name of a field")
            if key.value in seen:
                raise FormError(line, f"the field {key.value!r} stands twice")
            seen.add(key.value)
            lines[f"{below}{key.value}"] = line
            _collect(value, f"{below}{key.value}", first_line, lines)
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            _collect(value, f"{below}{index}", first_line, lines)
