import pytest

from quizzes.scoring import upgrade as upgrading
from quizzes.scoring.errors import SnapshotError
from quizzes.scoring.upgrade import SCHEMA, upgrade
from tests.quizzes.scoring.snapshots import make_choice


def test_todays_schema_stays_as_it_is():
    snapshot = make_choice()
    assert snapshot["schema"] == SCHEMA
    assert upgrade(snapshot) == snapshot


@pytest.mark.parametrize("schema", [SCHEMA + 1, 0, -1, None, "1", 1.0, True])
def test_an_unknown_schema_is_refused(schema):
    with pytest.raises(SnapshotError):
        upgrade({**make_choice(), "schema": schema})


def test_a_snapshot_without_a_schema_is_refused():
    with pytest.raises(SnapshotError):
        upgrade({})


def test_every_step_is_there():
    assert sorted(upgrading.STEPS) == list(range(1, SCHEMA))


def test_steps_are_taken_one_after_the_other(monkeypatch):
    steps = {
        1: lambda snapshot: {**snapshot, "said": "one"},
        2: lambda snapshot: {**snapshot, "said": snapshot["said"] + " two"},
    }
    monkeypatch.setattr(upgrading, "STEPS", steps)
    monkeypatch.setattr(upgrading, "SCHEMA", 3)
    old = {"schema": 1}
    assert upgrade(old) == {"schema": 3, "said": "one two"}
    assert upgrade({"schema": 2, "said": "…"}) == {"schema": 3, "said": "… two"}
    assert old == {"schema": 1}
