"""A visitor's pages in a real browser."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread
from typing import Protocol

import pytest
from flask import Flask
from playwright.sync_api import Page
from waitress.server import create_server

from tests.web.visitor import Visitor


class Show(Protocol):
    """What shows a page of the visitor's in the browser."""

    def __call__(self, path: str) -> Page:
        """Open it with the visitor's cookie."""


@pytest.fixture
def served(app: Flask) -> Iterator[str]:
    """Serve the application, and give its address."""
    with serving(app) as address:
        yield address


@contextmanager
def serving(app: Flask) -> Iterator[str]:
    """Serve an application, and give its address."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        server = create_server(app, sockets=[listener])
        thread = Thread(target=server.run, daemon=True)
        thread.start()
        yield f"http://localhost:{listener.getsockname()[1]}"
        server.close()
        thread.join(timeout=5)


@pytest.fixture
def show(served: str, visitor: Visitor, page: Page) -> Show:
    """Give what shows a page of the visitor's."""

    def open_as_visitor(path: str) -> Page:
        cookie = visitor.client.get_cookie("hub")
        if cookie is not None:
            page.context.add_cookies([{"name": "hub", "value": cookie.value, "url": served}])
        page.goto(served + path)
        return page

    return open_as_visitor
