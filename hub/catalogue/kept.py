"""Versions that were offered, kept as long as a case or a printed form may need them."""

from sqlalchemy import String, Text, select
from sqlalchemy.orm import Mapped, mapped_column

from hub.catalogue import versions
from hub.catalogue.definition import Service
from hub.errors import Refused
from hub.store import Base, CouncilOwned, Session


class UnknownVersion(Refused):
    """Say that this council keeps no such version of a service."""

    key = "unknown_version"


class ServiceVersion(CouncilOwned, Base):
    """Hold the source of one version of a service as a council offered it."""

    __tablename__ = "service_versions"

    version: Mapped[str] = mapped_column(String(64), primary_key=True)
    service: Mapped[str] = mapped_column(String(100))
    source: Mapped[str] = mapped_column(Text)


def keep(session: Session, service: Service) -> None:
    """Keep a version; keeping it again changes nothing."""
    row = {
        "council": session.council,
        "version": service.version,
        "service": service.id,
        "source": service.source,
    }
    session.insert_once(ServiceVersion, row)


def of_version(session: Session, version: str) -> Service:
    """Give a service just as it was offered in a version.

    :raises UnknownVersion: if this council keeps no such version.
    """
    wanted = select(ServiceVersion.source).where(ServiceVersion.version == version)
    source = session.sql.scalar(wanted)
    if source is None:
        raise UnknownVersion(version=version)
    return versions.build(source)
