"""Text as people type and paste it: what is seen, what counts as the same, codes.

Digits as the site shows and reads them are in `literacy.formats`.
"""
