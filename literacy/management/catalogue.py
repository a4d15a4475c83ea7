"""Message catalogues without gettext: find the words, merge them, compile them.

`locale/<language>/LC_MESSAGES/django.po` holds our own words, found in the code.
`overrides.po` beside it holds words of Django, Wagtail and others that we say in
our own way. Both are compiled into one `django.mo`.
"""

import ast
import io
import tokenize
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import polib
from django.utils.translation.template import templatize

APPS = ("literacy", "quizzes", "courses", "campaigns")
PLURALS = {
    "ar": "nplurals=6; plural=n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && "
    "n%100<=10 ? 3 : n%100>=11 && n%100<=99 ? 4 : 5;",
    "ckb": "nplurals=2; plural=(n != 1);",
}
# Function name: where its context, its message and its plural stand.
SINGULAR, PLURAL = ("message",), ("message", "plural")
SHAPES = {
    "_": SINGULAR,
    "gettext": SINGULAR,
    "gettext_noop": SINGULAR,
    "ngettext": PLURAL,
    "pgettext": ("context", *SINGULAR),
    "npgettext": ("context", *PLURAL),
}
SHAPES |= {f"{name}_lazy": shape for name, shape in SHAPES.items() if name[0] != "_"}
NOTE = "Translators:"

Key = tuple[str | None, str]


@dataclass
class Message:
    """One message of the code, with the places that say it."""

    context: str | None
    message: str
    plural: str | None = None
    places: list[tuple[str, str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def key(self) -> Key:
        return self.context, self.message


Found = tuple[int, dict[str, str]]


def in_python(source: str) -> Iterator[Found]:
    """Yield (line, parts) of each call to a gettext function with plain strings."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        function = node.func
        name = getattr(function, "id", None) or getattr(function, "attr", None)
        shape = SHAPES.get(name or "")
        if shape is None or len(node.args) < len(shape):
            continue
        values = [getattr(argument, "value", None) for argument in node.args]
        texts = [value for value in values[: len(shape)] if isinstance(value, str)]
        if len(texts) == len(shape):
            yield node.lineno, dict(zip(shape, texts, strict=True))


def in_template(source: str) -> Iterator[Found]:
    """Yield (line, parts) of each translation in a Django template."""
    # Django turns the template into gettext calls between runs of X on the same
    # lines; the indentation of what is left means nothing.
    lines = [line.strip() for line in templatize(source).splitlines()]
    name, line, texts = "", 0, []
    try:
        for token in tokenize.generate_tokens(io.StringIO("\n".join(lines)).readline):
            if token.type == tokenize.NAME and token.string in SHAPES:
                name, line, texts = token.string, token.start[0], []
            elif token.type == tokenize.STRING and name:
                texts.append(ast.literal_eval(token.string))
            elif token.string == ")" and name:
                shape = SHAPES[name]
                yield line, dict(zip(shape, texts[: len(shape)], strict=True))
                name = ""
    except tokenize.TokenError as error:
        raise ValueError(f"cannot read the translations: {error}") from error


def notes_above(lines: list[str], line: int) -> list[str]:
    """Return the note to translators that ends just above the line."""
    before = lines[line - 2].strip() if line >= 2 else ""
    if NOTE not in before:
        return []
    return [before[before.index(NOTE) :].removesuffix("#}").strip()]


def messages_of(path: Path, root: Path) -> Iterator[Message]:
    source = path.read_text(encoding="utf-8")
    find = in_python if path.suffix == ".py" else in_template
    lines = source.splitlines()
    for line, parts in find(source):
        yield Message(
            parts.get("context"),
            parts["message"],
            parts.get("plural"),
            [(str(path.relative_to(root)), "")],
            notes_above(lines, line),
        )


def find_messages(root: Path) -> dict[Key, Message]:
    """Return every message of the project's own code, in the order of its files."""
    found: dict[Key, Message] = {}
    for app in APPS:
        for path in sorted((root / app).rglob("*")):
            if path.suffix not in {".py", ".html", ".txt"} or not path.is_file():
                continue
            if path.suffix != ".py" and "templates" not in path.parts:
                continue
            for message in messages_of(path, root):
                known = found.setdefault(message.key, message)
                known.plural = known.plural or message.plural
                for place in message.places:
                    if place not in known.places:
                        known.places.append(place)
                if known is not message:
                    known.notes.extend(set(message.notes) - set(known.notes))
    return found


def load(path: Path, language: str) -> polib.POFile:
    """Return the catalogue at the path, or a new one with its plural rule."""
    if path.exists():
        return polib.pofile(str(path), wrapwidth=78)
    catalogue = polib.POFile(wrapwidth=78)
    catalogue.metadata = {
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": PLURALS[language],
    }
    return catalogue


def merge(catalogue: polib.POFile, messages: dict[Key, Message]) -> None:
    """Make the catalogue hold these messages and no others; keep translations."""
    kept = {(entry.msgctxt, entry.msgid): entry for entry in catalogue}
    plural_rule = catalogue.metadata.get("Plural-Forms", PLURALS["ckb"])
    forms = int(plural_rule.partition("=")[2].partition(";")[0])
    del catalogue[:]
    for key, message in messages.items():
        entry = kept.get(key) or polib.POEntry(
            msgctxt=message.context, msgid=message.message
        )
        if bool(entry.msgid_plural) != bool(message.plural):
            entry.msgstr = ""
            entry.msgstr_plural = {}
        if message.plural:
            entry.msgid_plural = message.plural
            entry.msgstr_plural = {
                number: entry.msgstr_plural.get(number, "") for number in range(forms)
            }
        else:
            entry.msgid_plural = ""
        entry.occurrences = message.places
        entry.comment = "\n".join(message.notes)
        flags = set(entry.flags) - {"python-format"}
        entry.flags = sorted(flags | ({"python-format"} & formats_of(message)))
        catalogue.append(entry)


def formats_of(message: Message) -> set[str]:
    texts = f"{message.message}{message.plural or ''}"
    return {"python-format"} if "%(" in texts or "%s" in texts else set()


def compile_folder(folder: Path) -> Path:
    """Compile django.po and overrides.po of one language into django.mo."""
    target = folder / "django.mo"
    sources = [
        path
        for path in (folder / "django.po", folder / "overrides.po")
        if path.exists()
    ]
    newest = max(path.stat().st_mtime for path in sources)
    if target.exists() and target.stat().st_mtime > newest:
        return target
    whole, *others = [polib.pofile(str(path)) for path in sources]
    for other in others:
        own = {(entry.msgctxt, entry.msgid) for entry in other}
        whole[:] = [e for e in whole if (e.msgctxt, e.msgid) not in own]
        whole.extend(other)
    # Written beside and moved in place: another process may be reading.
    beside = target.with_suffix(f".{id(whole)}.new")
    whole.save_as_mofile(str(beside))
    beside.replace(target)
    return target


def compile_all(locale_dir: Path) -> list[Path]:
    folders = {path.parent for path in locale_dir.glob("*/LC_MESSAGES/*.po")}
    return [compile_folder(folder) for folder in sorted(folders)]
