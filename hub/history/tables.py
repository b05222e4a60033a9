"""The tables of history: chains and their entries, the texts apart, seals and what they cover."""

from datetime import datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import ForeignKeyConstraint, Index, LargeBinary, String, text
from sqlalchemy.orm import Mapped, mapped_column

from hub.store import Base, CanonicalJson, CouncilOwned

HASH = String(64)


class Chain(CouncilOwned, Base):
    """The head of one chain: its last entry, and how far it was sealed."""

    __tablename__ = "chains"
    _unsealed: ClassVar = text("number <> sealed_number")
    __table_args__ = (
        Index(
            "ix_chains_unsealed",
            "council",
            "id",
            postgresql_where=_unsealed,
            sqlite_where=_unsealed,
        ),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    number: Mapped[int]
    hash: Mapped[str] = mapped_column(HASH)
    sealed_number: Mapped[int]


class Entry(CouncilOwned, Base):
    """One thing that happened, bound by its hash to all that happened before it."""

    __tablename__ = "history"
    __table_args__ = (ForeignKeyConstraint(["council", "chain"], ["chains.council", "chains.id"]),)

    chain: Mapped[UUID] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(60))
    at: Mapped[datetime]
    actor: Mapped[str] = mapped_column(String(100))
    facts: Mapped[dict[str, Any]] = mapped_column(CanonicalJson)
    commitment: Mapped[str] = mapped_column(HASH)
    previous: Mapped[str] = mapped_column(HASH)
    hash: Mapped[str] = mapped_column(HASH)


class EntryText(CouncilOwned, Base):
    """The personal words of one entry, and the salt of its commitment: erasable."""

    __tablename__ = "history_texts"
    __table_args__ = (
        ForeignKeyConstraint(
            ["council", "chain", "number"], ["history.council", "history.chain", "history.number"]
        ),
    )

    chain: Mapped[UUID] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    salt: Mapped[bytes] = mapped_column(LargeBinary(16))
    text: Mapped[dict[str, Any]] = mapped_column(CanonicalJson)


class Seal(CouncilOwned, Base):
    """One seal: what changed since the last one, and how much there is in all."""

    __tablename__ = "seals"

    number: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    heads: Mapped[int]
    chains: Mapped[int]
    entries: Mapped[int]
    root: Mapped[str] = mapped_column(HASH)
    previous: Mapped[str] = mapped_column(HASH)
    hash: Mapped[str] = mapped_column(HASH)


class SealedHead(CouncilOwned, Base):
    """A chain's head as one seal found it."""

    __tablename__ = "sealed_heads"
    __table_args__ = (
        ForeignKeyConstraint(["council", "seal"], ["seals.council", "seals.number"]),
        Index("ix_sealed_heads_chain", "council", "chain", "number"),
    )

    seal: Mapped[int] = mapped_column(primary_key=True)
    chain: Mapped[UUID] = mapped_column(primary_key=True)
    number: Mapped[int]
    hash: Mapped[str] = mapped_column(HASH)
