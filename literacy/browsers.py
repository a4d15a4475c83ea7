"""Browsers inside chat and social apps, and the way out of them."""

from urllib.parse import quote

from django.http import HttpRequest

# What the windows of Facebook, Instagram, TikTok and Telegram call themselves.
# Telegram and others on iPhones open Safari’s own view, which says nothing.
IN_APP = (
    "FBAN",
    "FBAV",
    "FB_IAB",
    "Instagram",
    "musical_ly",
    "BytedanceWebview",
    "TikTok",
    "trill_",
    "Telegram",
)


def is_in_app(request: HttpRequest) -> bool:
    """Return whether the page is open inside one of these apps.

    The page cache would keep it for everybody: ask only for what is private.
    """
    agent = request.headers.get("User-Agent", "")
    return any(name in agent for name in IN_APP)


def address_elsewhere(request: HttpRequest, path: str) -> str:
    """Return a link to the path that leaves the app: on Android, an intent.

    Elsewhere it is the plain address, for the app's own menu to open in a browser.
    """
    url = request.build_absolute_uri(path)
    if "Android" not in request.headers.get("User-Agent", ""):
        return url
    scheme, _, rest = url.partition("://")
    return (
        f"intent://{rest}#Intent;scheme={scheme};action=android.intent.action.VIEW;"
        f"category=android.intent.category.BROWSABLE;"
        f"S.browser_fallback_url={quote(url, safe='')};end"
    )
