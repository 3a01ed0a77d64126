"""What a library holds: documents with numbered paragraphs, and the items that editors prepare from them."""

from briefs.models.base import Identifier, Model
from briefs.models.citations import Block, CitedText, ParagraphId, Section, Sentence
from briefs.models.documents import (
    Caption,
    DayCount,
    Document,
    Paragraph,
    Quote,
    Sourcing,
    SourcingKind,
    UnnamedSource,
)
from briefs.models.items import (
    ENTITIES,
    Entity,
    Event,
    Kind,
    Organisation,
    Person,
    Place,
    Precision,
    Relation,
    Topic,
)
from briefs.models.waivers import Waiver

__all__ = [
    "ENTITIES",
    "Block",
    "Caption",
    "CitedText",
    "DayCount",
    "Document",
    "Entity",
    "Event",
    "Identifier",
    "Kind",
    "Model",
    "Organisation",
    "Paragraph",
    "ParagraphId",
    "Person",
    "Place",
    "Precision",
    "Quote",
    "Relation",
    "Section",
    "Sentence",
    "Sourcing",
    "SourcingKind",
    "Topic",
    "UnnamedSource",
    "Waiver",
]
