"""What is said when a program that the tests need is not there: they fail, and never skip."""

import shutil
from os import environ
from typing import NoReturn

import pytest


def fail(what: str, remedy: str) -> NoReturn:
    """Fail the test with one line that says what to do."""
    pytest.fail(f"{what} is missing: {remedy}", pytrace=False)


def program(*names: str, setting: str, remedy: str) -> str:
    """Find the first program of these names, or the one that the setting names."""
    asked = [environ[setting]] if setting in environ else names
    for name in asked:
        if found := shutil.which(name):
            return found
    fail(asked[0], f"{remedy}, or say in {setting} where it is.")
