"""Everything that knows wagtail-localize; no other module imports it.

`repairs` holds what we change of the library, `services` begins, saves, and submits
translations, `gate` asks what is wrong with them, `queries` reads, `menus` has the
buttons of lists, `fields` what models and blocks say of their translation.
"""
