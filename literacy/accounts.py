"""How allauth behaves here."""

import hmac
from hashlib import sha256

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone


class AccountAdapter(DefaultAccountAdapter):
    """Accounts are given by an administrator; no address of anybody is kept."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        """Return a pseudonym of the address that changes every day.

        Shaped as an IPv6 address of the private range, so that rate limits
        work while the address itself is never stored.
        """
        address = super().get_client_ip(request)
        key = f"{settings.SECRET_KEY}:{timezone.localdate()}".encode()
        digest = hmac.new(key, address.encode(), sha256).hexdigest()
        return f"fd{digest[:2]}:{digest[2:6]}:{digest[6:10]}:{digest[10:14]}::"
