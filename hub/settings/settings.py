"""The settings, one typed value: the default runs on a laptop, production must be told its secrets.

`docs/run-it.md` has a line for each.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import Self

from hub.settings.bucket import Bucket
from hub.settings.environment import Environment
from hub.settings.openid import OpenId, judge_openids, read_openids
from hub.settings.refusals import SettingsRefused
from hub.settings.texts import Texts, judge_texts

_TEMPLATES = Path(__file__).parents[2] / "templates"
_SECRET_LENGTH = 32


class LogFormat(StrEnum):
    """Say who reads the logs: a person at a terminal, or a program."""

    CONSOLE = "console"
    JSON = "json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Say how one installation runs; what may hold a password is kept out of its repr."""

    data: Path
    host: str
    port: int
    public_url: str
    production: bool
    templates: Path
    print_folder: Path
    trusted_proxies: int
    log_format: LogFormat
    lease_seconds: int
    database_url: str = field(repr=False)
    redis_url: str | None = field(repr=False)
    documents_url: str | None
    bucket_endpoint: str | None
    bucket_region: str
    bucket_key_id: str | None
    bucket_secret: str | None = field(repr=False)
    smtp_url: str | None = field(repr=False)
    twilio_account: str | None
    twilio_token: str | None = field(repr=False)
    twilio_next_token: str | None = field(repr=False)
    twilio_from: str | None
    twilio_service: str | None
    twilio_url: str
    metrics_token: str | None = field(repr=False)
    desk_idle_minutes: int
    desk_hours: int
    openid: str = field(repr=False)
    secret: str = field(repr=False)

    @property
    def is_embedded(self) -> bool:
        """Tell whether the jobs are done inside the web process, without a broker."""
        return self.redis_url is None

    def at_port(self, port: int) -> Self:
        """Give the settings with the port that was found when any would do (0)."""
        public_url = re.sub(r":0$", f":{port}", self.public_url)
        return replace(self, port=port, public_url=public_url)

    @property
    def documents(self) -> Path:
        """Be the folder of letters and of what residents send, where there is no bucket."""
        return self.data / "documents"

    @property
    def bucket(self) -> Bucket | None:
        """Be the bucket in which documents lie; None where they lie in a folder."""
        if self.documents_url is None:
            return None
        return Bucket(
            url=self.documents_url,
            endpoint=self.bucket_endpoint,
            region=self.bucket_region,
            key_id=self.bucket_key_id,
            secret=self.bucket_secret,
        )

    @property
    def mail_folder(self) -> Path:
        """Be where e-mails lie while no mail server is set."""
        return self.data / "mail"

    @property
    def texts(self) -> Texts | None:
        """Be the account that sends text messages; None where they lie in a folder, or none go."""
        if self.twilio_account is None or self.twilio_token is None:
            return None
        return Texts(
            account=self.twilio_account,
            token=self.twilio_token,
            next_token=self.twilio_next_token,
            sender=self.twilio_from,
            service=self.twilio_service,
            url=self.twilio_url,
        )

    @property
    def text_folder(self) -> Path | None:
        """Be where text messages lie while no carrier is set; in production there is none."""
        return None if self.production else self.data / "texts"

    @property
    def sends_texts(self) -> bool:
        """Tell whether anything carries text messages, so that they may be offered."""
        return self.texts is not None or self.text_folder is not None

    @property
    def openids(self) -> tuple[OpenId, ...]:
        """Be the councils' own sign-ins, of those that have one."""
        return read_openids(self.openid)

    @property
    def seals(self) -> Path:
        """Be the folder of the seals on the histories; copy it elsewhere."""
        return self.data / "seals"

    @property
    def erased(self) -> Path:
        """Be the folder of the ledger of what was erased; copy it elsewhere."""
        return self.data / "erased"


def read(environ: Mapping[str, str]) -> Settings:
    """Read every setting from the environment, and change nothing on the disk.

    :raises SettingsRefused: if one cannot be obeyed, or production lacks what it needs.
    """
    told = Environment(environ)
    data = told.path("HUB_DATA", Path("data"))
    port = told.number("HUB_PORT", 8000, least=0, most=65535)
    settings = Settings(
        data=data,
        host=told.words("HUB_HOST", "127.0.0.1"),
        port=port,
        public_url=_public_url(told, port),
        production=told.yes("HUB_PRODUCTION"),
        templates=told.path("HUB_TEMPLATES", _TEMPLATES),
        print_folder=told.path("HUB_PRINT_FOLDER", data / "print"),
        trusted_proxies=told.number("HUB_TRUSTED_PROXIES", 0, least=0, most=10),
        log_format=_log_format(told),
        lease_seconds=told.number("HUB_LEASE_SECONDS", 60, least=2, most=3600),
        database_url=_database_url(told, data),
        redis_url=told.address("HUB_REDIS_URL", "", schemes=("redis", "rediss")) or None,
        documents_url=told.address("HUB_DOCUMENTS_URL", "", schemes=("s3",)) or None,
        bucket_endpoint=told.address("HUB_BUCKET_ENDPOINT", "", schemes=("http", "https")) or None,
        bucket_region=told.words("HUB_BUCKET_REGION", "eu-west-2"),
        bucket_key_id=told.words("HUB_BUCKET_KEY_ID") or None,
        bucket_secret=told.words("HUB_BUCKET_SECRET") or None,
        smtp_url=told.address("HUB_SMTP_URL", "", schemes=("smtp", "smtps")) or None,
        twilio_account=told.words("HUB_TWILIO_ACCOUNT") or None,
        twilio_token=told.words("HUB_TWILIO_TOKEN") or None,
        twilio_next_token=told.words("HUB_TWILIO_NEXT_TOKEN") or None,
        twilio_from=told.words("HUB_TWILIO_FROM") or None,
        twilio_service=told.words("HUB_TWILIO_SERVICE") or None,
        twilio_url=_twilio_url(told),
        metrics_token=told.words("HUB_METRICS_TOKEN") or None,
        desk_idle_minutes=told.number("HUB_DESK_IDLE_MINUTES", 30, least=1, most=720),
        desk_hours=told.number("HUB_DESK_HOURS", 12, least=1, most=24),
        openid=told.words("HUB_OPENID"),
        secret=told.words("HUB_SECRET"),
    )
    _judge(settings)
    return settings


def _twilio_url(told: Environment) -> str:
    default = "https://api.twilio.com"
    return told.address("HUB_TWILIO_URL", default, schemes=("http", "https")).rstrip("/")


def _public_url(told: Environment, port: int) -> str:
    default = f"http://localhost:{port}"
    return told.address("HUB_PUBLIC_URL", default, schemes=("http", "https")).rstrip("/")


def _database_url(told: Environment, data: Path) -> str:
    schemes = ("sqlite", "postgresql", "postgresql+psycopg")
    return told.address("HUB_DATABASE_URL", f"sqlite:///{data / 'hub.sqlite'}", schemes=schemes)


def _log_format(told: Environment) -> LogFormat:
    words = told.words("HUB_LOG_FORMAT", LogFormat.CONSOLE)
    if words not in set(LogFormat):
        raise SettingsRefused(name="HUB_LOG_FORMAT", why=f"must be {' or '.join(LogFormat)}.")
    return LogFormat(words)


def _judge(settings: Settings) -> None:
    if settings.redis_url and settings.database_url.startswith("sqlite"):
        why = "needs PostgreSQL: set HUB_DATABASE_URL, or leave HUB_REDIS_URL out."
        raise SettingsRefused(name="HUB_REDIS_URL", why=why)
    if settings.bucket and not settings.bucket.name:
        why = "must name a bucket: s3://bucket or s3://bucket/hub."
        raise SettingsRefused(name="HUB_DOCUMENTS_URL", why=why)
    if (settings.bucket_key_id is None) is not (settings.bucket_secret is None):
        raise SettingsRefused(
            name="HUB_BUCKET_SECRET", why="and HUB_BUCKET_KEY_ID must be set together."
        )
    judge_texts(
        settings.texts,
        is_begun=any(
            (
                settings.twilio_account,
                settings.twilio_token,
                settings.twilio_next_token,
                settings.twilio_from,
                settings.twilio_service,
            )
        ),
        production=settings.production,
    )
    judge_openids(settings.openids, production=settings.production)
    if not settings.production:
        return
    if len(settings.secret) < _SECRET_LENGTH:
        why = f"must be {_SECRET_LENGTH} or more secret characters in production."
        raise SettingsRefused(name="HUB_SECRET", why=why)
    if not settings.public_url.startswith("https://"):
        why = "must be the https:// address that residents see, in production."
        raise SettingsRefused(name="HUB_PUBLIC_URL", why=why)
    if not settings.smtp_url:
        why = "must name the mail server in production: else nobody gets the e-mails."
        raise SettingsRefused(name="HUB_SMTP_URL", why=why)
