"""The formats of activities: a folder each, and one line each in `names`.

A folder holds everything that only its format knows. `response` and `scoring` are plain
Python, gathered in `rules`; `block` is what editors fill in, gathered in `blocks`; the
rest (form, screen, breakdown, preview, findings) is gathered in `registry`. What the
formats share stands beside them.
"""
