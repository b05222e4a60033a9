from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from hub import settings


def test_the_secret_is_drawn_once_and_kept_from_others(tmp_path: Path) -> None:
    read = settings.read({"HUB_DATA": str(tmp_path / "data")})

    first = settings.prepare(read)
    second = settings.prepare(read)

    assert len(first.secret) > 32
    assert first.secret == second.secret
    assert (tmp_path / "data" / "secret").stat().st_mode & 0o077 == 0


def test_programs_that_start_at_once_agree_on_the_secret(tmp_path: Path) -> None:
    read = settings.read({"HUB_DATA": str(tmp_path)})

    with ThreadPoolExecutor(8) as pool:
        prepared = list(pool.map(settings.prepare, [read] * 8))

    assert len({each.secret for each in prepared}) == 1
    assert [file.name for file in tmp_path.iterdir()] == ["secret"]


def test_a_secret_that_was_given_is_the_one(tmp_path: Path) -> None:
    read = settings.read({"HUB_DATA": str(tmp_path), "HUB_SECRET": "given"})

    assert settings.prepare(read).secret == "given"
    assert not (tmp_path / "secret").exists()


@pytest.mark.parametrize("folder", ["/proc/hub", "/dev/null/hub"])
def test_a_folder_that_takes_nothing_is_refused_in_one_sentence(folder: str) -> None:
    read = settings.read({"HUB_DATA": folder})

    with pytest.raises(settings.DataFolderRefused) as refused:
        settings.prepare(read)

    assert str(refused.value).startswith(f"The folder {folder} cannot be written to")
