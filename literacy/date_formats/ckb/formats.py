"""Dates as written in Iraq, in Sorani as in Arabic."""

from literacy.date_formats.ar.formats import *  # noqa: F403
