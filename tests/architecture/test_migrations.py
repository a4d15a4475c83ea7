"""The database is what the models say: no change waits for a migration."""

import pytest
from django.apps import apps
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ProjectState
from django.utils import translation

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _untranslated():
    """Read labels as they are written: migrations keep the English source."""
    with translation.override(None):
        yield


OURS = {"literacy", "quizzes", "courses", "classrooms", "campaigns"}


def waiting(migrated: ProjectState) -> list[str]:
    """Return the changes between a migrated state and the models."""
    detector = MigrationAutodetector(migrated, ProjectState.from_apps(apps))
    return [
        f"{label}: {operation.describe()}"
        for label, migrations in detector.changes(graph=loader().graph).items()
        for migration in migrations
        for operation in migration.operations
    ]


def loader() -> MigrationLoader:
    return MigrationLoader(None)


def test_no_migration_is_pending():
    assert waiting(loader().project_state()) == []


def test_a_forgotten_migration_is_found():
    state = loader().project_state()
    state.remove_field("literacy", "learner", "code")

    assert any("learner" in change for change in waiting(state))


def test_no_two_migrations_end_an_app():
    assert loader().detect_conflicts() == {}


@pytest.mark.parametrize("label", sorted(OURS & set(apps.app_configs)))
def test_migrations_have_names_that_can_be_said_aloud(label):
    names = [name for app, name in loader().disk_migrations if app == label]

    assert [name for name in names if "_auto_" in name or "_alter_" in name] == []
