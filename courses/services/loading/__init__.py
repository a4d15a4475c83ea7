"""Loads content files into the CMS.

Inside: `files` read, `raw` make field values, `words` translate, `saving` writes,
`site`, `modules` and `activities` know which file becomes what.
"""

from .files import ContentError, read_file
from .modules import load_module
from .site import load_site

__all__ = ["ContentError", "load_module", "load_site", "read_file"]
