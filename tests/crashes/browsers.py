"""Browsers that send an answer again, under its name, until they hear of it."""

import http.client
import random
import time
from dataclasses import dataclass, field
from urllib.parse import urlencode, urlsplit
from uuid import uuid4

from tests.benchmarks.client import FORM, Forms

HEADERS = {"Sec-Fetch-Site": "same-origin", "X-Part": "2", **FORM}
# As long as a test may last: a browser never gives up.
SECONDS = 90
QUESTIONS = 4


@dataclass
class Reply:
    status: int
    text: str


@dataclass
class Browser:
    """One learner's browser: its cookie, and what it sent and heard of."""

    url: str
    cookie: str = ""
    names: list[str] = field(default_factory=list)
    tries: int = 0
    replies: int = 0

    @property
    def code(self) -> str:
        """The learner's code; the rest of the cookie says when it was signed."""
        return self.cookie.partition(":")[0]

    def send(self, path: str, fields: dict[str, str]) -> Reply:
        """Post a form once, and keep the cookie that comes back."""
        self.tries += 1
        connection = http.client.HTTPConnection(urlsplit(self.url).netloc, timeout=20)
        headers = HEADERS | ({"Cookie": self.cookie} if self.cookie else {})
        try:
            connection.request("POST", path, urlencode(fields), headers)
            response = connection.getresponse()
            text = response.read().decode()
        finally:
            connection.close()
        for cookie in response.headers.get_all("Set-Cookie", []):
            if cookie.startswith("learner="):
                self.cookie = cookie.partition(";")[0]
        self.replies += 1
        return Reply(response.status, text)

    def insist(self, path: str, fields: dict[str, str]) -> Reply:
        """Post a form until a reply says that it arrived."""
        end = time.monotonic() + SECONDS
        while time.monotonic() < end:
            try:
                reply = self.send(path, fields)
            except (OSError, http.client.HTTPException):
                time.sleep(random.uniform(0.1, 0.4))
                continue
            if reply.status < 500:
                return reply
            time.sleep(0.1)
        raise TimeoutError(path)

    def answer(self, form: dict[str, str]) -> Reply:
        """Send an answer under a new name, as often as it takes."""
        name = str(uuid4())
        self.names.append(name)
        return self.insist("/ar/answers/", {**form, "uuid": name})

    def check(self, subject: str) -> None:
        """Go through a check from its start to its end."""
        start = {"subject": subject, "uuid": str(uuid4())}
        for _question in range(QUESTIONS):
            page = self.insist("/ar/checks/", start).text
            form = next(
                fields for _, fields in Forms(page).found if "version" in fields
            )
            self.answer(form)
