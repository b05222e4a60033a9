from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub import settings

PRODUCTION = {
    "HUB_PRODUCTION": "yes",
    "HUB_SMTP_URL": "smtps://mail.aberwen.example",
    "HUB_SECRET": "s" * 32,
    "HUB_PUBLIC_URL": "https://requests.aberwen.example",
}
TWILIO = {
    "HUB_TWILIO_ACCOUNT": f"AC{'0' * 32}",
    "HUB_TWILIO_TOKEN": "word",
    "HUB_TWILIO_FROM": "+447700900982",
}


def test_with_nothing_set_the_hub_runs_on_a_laptop(tmp_path: Path) -> None:
    read = settings.read({"HUB_DATA": str(tmp_path)})

    assert read.is_embedded
    assert not read.production
    assert read.database_url == f"sqlite:///{tmp_path}/hub.sqlite"
    assert read.public_url == "http://localhost:8000"
    assert read.print_folder == tmp_path / "print"
    assert read.smtp_url is None
    assert (read.templates / "words").is_dir()


def test_reading_the_settings_writes_nothing(tmp_path: Path) -> None:
    settings.read({"HUB_DATA": str(tmp_path / "new")})

    assert not (tmp_path / "new").exists()


def test_the_public_address_follows_the_port() -> None:
    assert settings.read({"HUB_PORT": "8123"}).public_url == "http://localhost:8123"


def test_a_secret_may_lie_in_a_file(tmp_path: Path) -> None:
    file = tmp_path / "database-url"
    file.write_text("postgresql://hub@db/hub\n", encoding="utf-8")

    read = settings.read({"HUB_DATABASE_URL_FILE": str(file)})

    assert read.database_url == "postgresql://hub@db/hub"


def test_a_redis_address_makes_it_the_large_size() -> None:
    given = {"HUB_REDIS_URL": "redis://r/0", "HUB_DATABASE_URL": "postgresql://db/hub"}

    assert not settings.read(given).is_embedded


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"HUB_PORT": "eighty"}, "HUB_PORT must be a whole number from 0 to 65535."),
        ({"HUB_PORT": "-1"}, "HUB_PORT must be a whole number from 0 to 65535."),
        ({"HUB_PRODUCTION": "perhaps"}, "HUB_PRODUCTION must be yes or no."),
        ({"HUB_LOG_FORMAT": "xml"}, "HUB_LOG_FORMAT must be console or json."),
        (
            {"HUB_DATABASE_URL": "mysql://db"},
            "HUB_DATABASE_URL must begin with sqlite:// or postgresql:// or postgresql+psycopg://.",
        ),
        (
            {"HUB_REDIS_URL": "redis://r/0"},
            "HUB_REDIS_URL needs PostgreSQL: set HUB_DATABASE_URL, or leave HUB_REDIS_URL out.",
        ),
        (
            {"HUB_SECRET_FILE": "/nowhere/secret"},
            "HUB_SECRET_FILE names a file that cannot be read.",
        ),
        (
            {"HUB_SECRET_FILE": "/nowhere/secret", "HUB_SECRET": "s"},
            "HUB_SECRET is given twice: keep it or HUB_SECRET_FILE.",
        ),
        (
            PRODUCTION | {"HUB_SECRET": "short"},
            "HUB_SECRET must be 32 or more secret characters in production.",
        ),
        (
            PRODUCTION | {"HUB_PUBLIC_URL": "http://requests.aberwen.example"},
            "HUB_PUBLIC_URL must be the https:// address that residents see, in production.",
        ),
        (
            PRODUCTION | {"HUB_SMTP_URL": ""},
            "HUB_SMTP_URL must name the mail server in production: else nobody gets the e-mails.",
        ),
        ({"HUB_SECRET_FILE": "/dev/null"}, "HUB_SECRET_FILE names a file that is empty."),
        (
            {"HUB_DOCUMENTS_URL": "s3:///hub"},
            "HUB_DOCUMENTS_URL must name a bucket: s3://bucket or s3://bucket/hub.",
        ),
        (
            {"HUB_DOCUMENTS_URL": "s3://hub", "HUB_BUCKET_KEY_ID": "hub"},
            "HUB_BUCKET_SECRET and HUB_BUCKET_KEY_ID must be set together.",
        ),
        (
            {"HUB_TWILIO_ACCOUNT": f"AC{'0' * 32}"},
            "HUB_TWILIO_ACCOUNT and HUB_TWILIO_TOKEN must be set together.",
        ),
        (
            TWILIO | {"HUB_TWILIO_ACCOUNT": "me"},
            "HUB_TWILIO_ACCOUNT must be AC and 32 hexadecimal digits.",
        ),
        (
            TWILIO | {"HUB_TWILIO_FROM": ""},
            "HUB_TWILIO_FROM or HUB_TWILIO_SERVICE must be set, and not both.",
        ),
        (
            TWILIO | {"HUB_TWILIO_FROM": "07700 900982"},
            "HUB_TWILIO_FROM must be a number such as +447700900982.",
        ),
        (
            {"HUB_TWILIO_SERVICE": f"MG{'0' * 32}"},
            "HUB_TWILIO_ACCOUNT and HUB_TWILIO_TOKEN must be set together.",
        ),
        (
            {"HUB_TWILIO_NEXT_TOKEN": "word"},
            "HUB_TWILIO_ACCOUNT and HUB_TWILIO_TOKEN must be set together.",
        ),
        (
            PRODUCTION | TWILIO | {"HUB_TWILIO_URL": "http://texts.aberwen.example"},
            "HUB_TWILIO_URL must begin with https:// in production, or name this machine.",
        ),
    ],
)
def test_a_setting_that_cannot_be_obeyed_is_refused_in_one_sentence(
    given: dict[str, str], sentence: str
) -> None:
    with pytest.raises(settings.SettingsRefused) as refused:
        settings.read(given)

    assert str(refused.value) == sentence


def test_production_starts_when_it_has_been_told_all() -> None:
    assert settings.read(PRODUCTION).production


def test_texts_lie_in_a_folder_until_an_account_is_set_and_in_production_none_go() -> None:
    demo, real, production = map(settings.read, ({}, TWILIO, PRODUCTION))

    assert (demo.sends_texts, demo.text_folder) == (True, demo.data / "texts")
    assert real.texts is not None
    assert not production.sends_texts
    assert settings.read(PRODUCTION | TWILIO).sends_texts


@pytest.mark.parametrize("url", ["http://127.0.0.1:8100", "http://[::1]:8100", "https://a.example"])
def test_texts_go_in_the_clear_to_this_machine_alone(url: str) -> None:
    assert settings.read(PRODUCTION | TWILIO | {"HUB_TWILIO_URL": url}).sends_texts


def test_one_number_texts_for_one_council() -> None:
    without, account = (settings.read(given).texts for given in ({}, TWILIO))

    settings.demand_one_council(without, count=2)
    settings.demand_one_council(account, count=1)
    with pytest.raises(settings.SettingsRefused, match="this hub has 2"):
        settings.demand_one_council(account, count=2)


def test_no_secret_shows_when_the_settings_are_printed() -> None:
    hidden = {
        "HUB_SECRET": "hidden-secret",
        "HUB_DATABASE_URL": "postgresql://hub:hidden-word@db/hub",
        "HUB_REDIS_URL": "redis://:hidden-word@r/0",
        "HUB_SMTP_URL": "smtps://hub:hidden-word@mail",
        "HUB_METRICS_TOKEN": "hidden-token",
        "HUB_DOCUMENTS_URL": "s3://hub",
        "HUB_BUCKET_KEY_ID": "hub",
        "HUB_BUCKET_SECRET": "hidden-secret",
        **TWILIO,
        "HUB_TWILIO_TOKEN": "hidden-token",
        "HUB_TWILIO_NEXT_TOKEN": "hidden-token",
    }

    assert "hidden" not in repr(settings.read(hidden))


@given(st.dictionaries(st.sampled_from(["HUB_PORT", "HUB_LEASE_SECONDS"]), st.text()))
def test_no_words_whatever_break_the_reading(given: dict[str, str]) -> None:
    try:
        read = settings.read(given)
    except settings.SettingsRefused:
        return

    assert 0 <= read.port <= 65535


@pytest.mark.parametrize(
    "openid",
    [
        "aberwen https://id.example hub",
        "aberwen http://id.example hub word",
        "aberwen https://id.example hub word\naberwen https://other.example hub word",
        "aberwen nowhere hub word",
    ],
)
def test_a_councils_own_sign_in_that_cannot_be_is_refused_without_its_secret(openid: str) -> None:
    with pytest.raises(settings.SettingsRefused) as refused:
        settings.read({"HUB_OPENID": openid})

    assert str(refused.value).startswith("HUB_OPENID ")
    assert "word" not in str(refused.value).removesuffix("client secret.").replace("words", "")


def test_each_council_has_its_own_sign_in(tmp_path: Path) -> None:
    file = tmp_path / "openid"
    file.write_text("aberwen https://a.example hub one\nbryn https://b.example hub two\n")

    read = settings.read({"HUB_OPENID_FILE": str(file)})

    assert [(one.council, one.issuer) for one in read.openids] == [
        ("aberwen", "https://a.example"),
        ("bryn", "https://b.example"),
    ]
    assert "two" not in repr(read)
