"""A page as a browser without scripts sees it: its forms, its links, its words, its reference."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

_TYPED_IN = {"text", "tel", "email", "hidden", "number", "date", "password", "search"}
_SILENT = {"script", "style", "title"}


@dataclass
class Control:
    """One thing in a form that can be filled in."""

    name: str
    type: str
    value: str = ""
    is_on: bool = False
    inputmode: str = ""
    autocomplete: str = ""


@dataclass
class Form:
    """A form, and where it is sent."""

    action: str
    controls: list[Control] = field(default_factory=list)

    def named(self, name: str) -> list[Control]:
        """Give the controls of a name."""
        return [control for control in self.controls if control.name == name]

    def sent(self, **chosen: str) -> list[tuple[str, str]]:
        """Give what a browser would send, with `chosen` typed or picked."""
        kept = [
            (control.name, control.value)
            for control in self.controls
            if control.name not in chosen and (control.type in _TYPED_IN or control.is_on)
        ]
        return [*kept, *chosen.items()]


@dataclass
class Page:
    """What came back: the status, where one stands now, how long it took, and what is on it."""

    status: int
    url: str
    html: str
    seconds: float
    forms: list[Form] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    words: str = ""
    reference: str = ""

    @property
    def path(self) -> str:
        """Give the last part of the address, which on a question's page names the question."""
        return self.url.split("?")[0].rstrip("/").rsplit("/", 1)[-1]

    @property
    def trouble(self) -> str:
        """Give what is said to be wrong, as far as a sentence says it."""
        return f"{self.status} at {self.url}: {' '.join(self.words.split())[:600]}"


def read(*, status: int, url: str, html: str, seconds: float = 0) -> Page:
    """Read a page."""
    page = Page(status, url, html, seconds)
    reader = _Reader(page)
    reader.feed(html)
    reader.close()
    return page


class _Reader(HTMLParser):
    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._within: list[str] = []
        self._typing: Control | None = None
        self._is_reference = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        self._within.append(tag)
        if tag == "a" and "href" in told:
            self._page.links.append(told["href"])
        elif tag == "form":
            self._page.forms.append(Form(told.get("action", "")))
        elif tag in {"input", "textarea"} and self._page.forms and "name" in told:
            self._add(tag, told)
        self._is_reference |= "reference" in told.get("class", "").split()

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self._typing = None
        self._is_reference = False
        if tag in self._within:
            while self._within.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        if self._typing is not None:
            self._typing.value += data
        if self._is_reference:
            self._page.reference = data.strip()
            self._is_reference = False
        if not _SILENT & set(self._within):
            self._page.words += data

    def _add(self, tag: str, told: dict[str, str]) -> None:
        control = Control(
            name=told["name"],
            type="text" if tag == "textarea" else told.get("type", "text"),
            value=told.get("value", ""),
            is_on="checked" in told,
            inputmode=told.get("inputmode", ""),
            autocomplete=told.get("autocomplete", ""),
        )
        self._page.forms[-1].controls.append(control)
        self._typing = control if tag == "textarea" else None


def addressed(page: Page, ending: str) -> Iterator[str]:
    """Give the links of a page whose address ends so."""
    return (link for link in page.links if link.rstrip("/").endswith(ending))
