"""How models and blocks say what becomes of their values in other languages."""

from wagtail_localize.fields import SynchronizedField
from wagtail_localize.segments.types import OverridableSegmentValue

__all__ = ["OverridableSegmentValue", "SynchronizedField"]
