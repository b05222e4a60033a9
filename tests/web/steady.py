"""A page without what differs from run to run, for the golden files."""

import re

from tests.web.visitor import Visitor

_MAIN = re.compile(r"<main.*</main>", re.DOTALL)
_TITLE = re.compile(r"<title>.*</title>")
_TOKEN = re.compile(r'(name="(?:csrf_token|draft|read|key)" value=")[^"]+')
_CHANGING = re.compile(r"\?v=[0-9a-f]+")


def part(visitor: Visitor, address: str) -> str:
    """Give a page's address, title and main part: the frame stands once, around the first page."""
    return part_of(visitor.open(address).text, address)


def part_of(page: str, address: str) -> str:
    """Give the same of a page that was opened or sent before."""
    title, main = _TITLE.search(page), _MAIN.search(page)
    assert title, address
    assert main, address
    return steady(f"<!-- {address} -->\n{title[0]}\n{main[0]}\n")


def steady(page: str) -> str:
    """Take out what differs from run to run, and the empty lines that templates leave."""
    same = _CHANGING.sub("", _TOKEN.sub(r"\1…", page))
    return "\n".join(line for line in same.split("\n") if line.strip())
