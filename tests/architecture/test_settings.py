"""The README lists every variable that the settings read, and no other."""

import re

from .sources import ROOT

READ = re.compile(r"\benv\.\w+\(\s*\"([A-Z_]+)\"")
NAME = re.compile(r"`([A-Z_]+)(…?)`")


def variables_read() -> set[str]:
    files = sorted((ROOT / "literacy" / "settings").glob("*.py"))
    return {
        name
        for file in files
        for name in READ.findall(file.read_text(encoding="utf-8"))
    }


def variables_listed(readme: str, known: set[str]) -> set[str]:
    """Return the names in the table; one that ends in “…” stands for several."""
    table = readme.partition("\n## Settings\n")[2].partition("\n## ")[0]
    cells = [line.split("|")[1] for line in table.splitlines() if line.startswith("|")]
    listed = set()
    for name, and_more in NAME.findall(" ".join(cells)):
        more = {one for one in known if one.startswith(name)} if and_more else set()
        listed |= more or {name}
    return listed


def test_every_variable_is_listed_and_no_other():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")

    assert variables_listed(readme, variables_read()) == variables_read()


def test_a_variable_left_out_is_found():
    table = "\n## Settings\n\n| `BUCKET`, `BUCKET_…` | a folder | media in `S3` |\n"

    assert variables_listed(table, {"BUCKET", "BUCKET_KEY", "DEBUG"}) == {
        "BUCKET",
        "BUCKET_KEY",
    }
