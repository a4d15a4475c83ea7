"""What a site that others reach may not be started with."""

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

# Django's own deployment check asks for as much.
SHORTEST_KEY = 50
FEWEST_CHARACTERS = 10
PUBLISHED_KEY = "only-for-a-machine-that-nobody-else-reaches"
NEW_KEY = "python3 -c 'import secrets; print(secrets.token_urlsafe(50))'"


def weaknesses(settings: Mapping[str, Any]) -> list[str]:
    """Return one sentence for each weak setting: what to set, and to what."""
    return [*secrets_and_names(settings), *protection(settings)]


def secrets_and_names(settings: Mapping[str, Any]) -> Iterator[str]:
    if is_guessable(settings["SECRET_KEY"]):
        yield (
            f"SECRET_KEY must be a random text of {SHORTEST_KEY} characters or more "
            f"that is kept secret. This prints one: {NEW_KEY}"
        )
    hosts = settings["ALLOWED_HOSTS"]
    if not hosts or any("*" in host for host in hosts):
        yield (
            "ALLOWED_HOSTS must list the names of the site, separated by commas and "
            "without *, such as example.org,www.example.org"
        )


def protection(settings: Mapping[str, Any]) -> Iterator[str]:
    if settings["DEBUG"]:
        yield (
            "DEBUG shows visitors the inside of the site: unset it. It is for "
            "literacy.settings.dev alone."
        )
    if not settings["CMS_NEEDS_TWO_STEP"]:
        yield (
            "CMS_NEEDS_TWO_STEP is off: unset it, or one stolen password opens the CMS."
        )
    scheme = urlsplit(settings["SITE_URL"]).scheme
    if settings["PLAIN_HTTP"] and scheme != "http":
        yield (
            "PLAIN_HTTP is on, but SITE_URL does not begin with http:// : unset "
            "PLAIN_HTTP, or set SITE_URL to the plain address."
        )
    elif not settings["PLAIN_HTTP"] and scheme != "https":
        yield (
            "SITE_URL must be the public address, such as https://example.org. A site "
            "without https, in a network of its own, also needs PLAIN_HTTP=on."
        )


def is_guessable(key: str) -> bool:
    """Return whether a key is published, short, or made of few or repeated pieces."""
    return (
        key == PUBLISHED_KEY
        or len(key) < SHORTEST_KEY
        or len(set(key)) < FEWEST_CHARACTERS
        # Some rotation of a repeated text is the text itself.
        or key in (key + key)[1:-1]
    )
