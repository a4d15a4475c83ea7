"""Bring a stored snapshot to today's schema.

Whoever loads a snapshot upgrades it first; everything else here reads only SCHEMA.
"""

from collections.abc import Callable

from quizzes.scoring.errors import SnapshotError
from quizzes.scoring.reading import Json

SCHEMA = 1

# Step n makes schema n + 1 out of schema n; it may leave the number alone.
STEPS: dict[int, Callable[[Json], Json]] = {}


def upgrade(snapshot: Json) -> Json:
    """Return the snapshot in schema SCHEMA; the one given is left as it was.

    Raise SnapshotError for a schema that is not a whole number from 1 to SCHEMA: a
    newer one was written by newer code, and guessing would move marks.
    """
    schema = snapshot.get("schema")
    if not isinstance(schema, int) or isinstance(schema, bool):
        raise SnapshotError(f"snapshot without a schema number: {schema!r}")
    if not 1 <= schema <= SCHEMA:
        raise SnapshotError(f"snapshot of schema {schema}, but 1 to {SCHEMA} are known")
    for number in range(schema, SCHEMA):
        snapshot = {**STEPS[number](snapshot), "schema": number + 1}
    return snapshot
