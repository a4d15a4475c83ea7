"""Listens to what a browser says of a page while a journey goes on."""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Request, Response

# Told by the responses themselves, with more to say.
FAILED_LOAD = "Failed to load resource"
# The CMS asks now and then who else is editing; whoever leaves cuts that short.
CUT_SHORT = "Error fetching %s /cms/editing-sessions/ping/"
LOCAL_SCHEMES = {"data", "blob", "about"}
# These may answer 4xx: a refusal is part of many a journey.
MAY_REFUSE = {"document", "fetch", "xhr"}


@dataclass
class Watch:
    """Collects errors in the console, other hosts and failed files."""

    url: str
    found: list[str] = field(default_factory=list)
    allowed: list[str] = field(default_factory=list)

    def follow(self, context: BrowserContext) -> None:
        context.on("console", self.hear)
        context.on(
            "weberror", lambda error: self.found.append(f"script: {error.error}")
        )
        context.on("request", self.see_request)
        context.on("response", self.see_response)

    def allow(self, part: str) -> None:
        """Let through what holds this text."""
        self.allowed.append(part)

    def faults(self) -> list[str]:
        return [
            fault
            for fault in self.found
            if not any(part in fault for part in self.allowed)
        ]

    def hear(self, message: ConsoleMessage) -> None:
        is_fault = message.type in ("error", "warning")
        if is_fault and not message.text.startswith((FAILED_LOAD, CUT_SHORT)):
            self.found.append(f"console: {message.text}")

    def see_request(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme in LOCAL_SCHEMES:
            return
        if address.netloc != urlsplit(self.url).netloc:
            self.found.append(f"other host: {request.url}")

    def see_response(self, response: Response) -> None:
        refused = response.request.resource_type in MAY_REFUSE
        if response.status >= (500 if refused else 400):
            self.found.append(f"{response.status}: {response.url}")
