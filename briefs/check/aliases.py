"""Rule: a form of a name belongs to one entity, unless all that go by it say so."""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from briefs.check.rule import Rule
from briefs.check.walk import entities
from briefs.content import Content
from briefs.models import Entity
from briefs.models.items import Item
from briefs.search.folding import fold


class _Claim(NamedTuple):
    """One form, where it stands, and whether its item knows that others go by it too."""

    file: str
    line: int
    form: str
    shared: bool


def _find(content: Content) -> Iterator[tuple[str, int, str]]:
    claims: dict[str, list[_Claim]] = defaultdict(list)
    for claim in _claims(content):
        folded = fold(claim.form)
        if not folded:
            yield claim.file, claim.line, f"the form {claim.form!r} holds no letter or digit"
        elif any(other.file == claim.file and other.shared == claim.shared for other in claims[folded]):
            continue  # two spellings of one item that fold to the same: harmless
        else:
            claims[folded].append(claim)
    for of_form in claims.values():
        yield from _conflicts(of_form)


def _claims(content: Content) -> Iterator[_Claim]:
    for topic in content.topics.values():
        yield _Claim(topic.file, topic.line_of("title"), topic.title, shared=False)
        yield from _listed(topic, "aliases", topic.aliases)
    for entity in entities(content):
        yield _Claim(entity.file, entity.line_of("name"), entity.name, shared=entity.name in entity.shared)
        yield from _listed(entity, "aliases", entity.aliases)
        yield from _listed(entity, "shared", entity.shared)


def _listed(item: Item | Entity, field: str, forms: tuple[str, ...]) -> Iterator[_Claim]:
    for index, form in enumerate(forms):
        yield _Claim(item.file, item.line_of(field, index), form, shared=field == "shared")


def _conflicts(claims: list[_Claim]) -> Iterator[tuple[str, int, str]]:
    files = list(dict.fromkeys(claim.file for claim in claims))
    if len(files) == 1:
        for claim in claims:
            if claim.shared:
                yield (
                    *claim[:2],
                    f"nothing else goes by {claim.form!r}: keep it under aliases only, or share it on the other too",
                )
        return
    for claim in claims:
        if not claim.shared:
            others = ", ".join(file for file in files if file != claim.file)
            yield *claim[:2], f"{claim.form!r} also belongs to {others}: list it under shared on each, or drop one"


RULE = Rule("aliases", "A form of a name belongs to one entity, or is listed under 'shared' on each.", _find)
