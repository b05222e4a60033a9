"""A visitor with a browser: keeps cookies, follows links, fills in forms, and tries again."""

import itertools
import time
from http.client import HTTPException
from http.cookiejar import CookieJar, DefaultCookiePolicy
from urllib.error import HTTPError
from urllib.parse import urlencode, urljoin
from urllib.request import HTTPCookieProcessor, ProxyHandler, Request, build_opener

from tests.provision import pages
from tests.provision.pages import Form, Page

_AWAY = 503
_BETWEEN_TRIES = 0.05
_VISITORS = itertools.count(1)


class Unanswered(Exception):
    """Say that nothing came back, or only that we should try again, until patience ran out."""


class Visitor:
    """Visit one hub; `patience` is for how many seconds an unanswered page is asked for again.

    `by_proxy` visits it as a council's proxy does, which has taken https off.
    """

    def __init__(
        self, base_url: str, *, patience: float = 0, timeout: float = 30, by_proxy: bool = False
    ) -> None:
        self.base_url = base_url
        self.patience = patience
        self.timeout = timeout
        self.seconds: list[float] = []
        self.addresses: list[str] = []
        self._headers = {"X-Forwarded-For": _address(next(_VISITORS))}
        self._headers |= {"X-Forwarded-Proto": "https"} if by_proxy else {}
        secure = ("http",) if by_proxy else ("https",)
        jar = CookieJar(DefaultCookiePolicy(secure_protocols=secure))
        self._opener = build_opener(HTTPCookieProcessor(jar), ProxyHandler({}))

    def get(self, address: str) -> Page:
        """Open a page, by its address on the hub or by a link."""
        return self._ask(urljoin(self.base_url, address), None)

    def post(self, page: Page, form: Form, chosen: dict[str, str]) -> Page:
        """Send a form of a page, with `chosen` typed or picked, and follow where it leads."""
        return self._ask(urljoin(page.url, form.action), urlencode(form.sent(**chosen)).encode())

    def _ask(self, url: str, body: bytes | None) -> Page:
        deadline = time.monotonic() + self.patience
        while True:
            try:
                page = self._once(url, body)
            except (OSError, HTTPException) as reason:
                why: BaseException | None = reason
            else:
                if page.status != _AWAY:
                    return page
                why = None
            if time.monotonic() > deadline:
                raise Unanswered(url) from why
            time.sleep(_BETWEEN_TRIES)

    def _once(self, url: str, body: bytes | None) -> Page:
        started = time.monotonic()
        try:
            answer = self._opener.open(self._request(url, body), timeout=self.timeout)
        except HTTPError as refusal:
            answer = refusal
        with answer:
            html = answer.read().decode("utf-8", "replace")
            seconds = time.monotonic() - started
            self.seconds.append(seconds)
            self.addresses += [url, answer.url]
            return pages.read(status=answer.status, url=answer.url, html=html, seconds=seconds)

    def _request(self, url: str, body: bytes | None) -> Request:
        return Request(url, data=body, headers=self._headers)  # noqa: S310 (http, and of our own hub)


def _address(number: int) -> str:
    """Give each visitor an address of their own, as the proxy before the hub would tell it."""
    return f"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}"
