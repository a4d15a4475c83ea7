"""Views that need no page."""

from .doors import front_door, sign_in_door
from .files import media

__all__ = ["front_door", "media", "sign_in_door"]
