"""The test database: built once for each state of the migrations, then copied.

Migrating takes most of the time that one test alone needs, so the migrated database is
kept under the fingerprint of all migrations: SQLite as a file in pytest's cache,
PostgreSQL as a template beside the test databases.
"""

import fcntl
import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import django
from django.apps import apps
from django.db import connection


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold a lock that all workers of a run share."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def migrations_fingerprint() -> str:
    """Return a digest of every migration that is installed, and of Django's version."""
    digest = hashlib.sha256(f"{connection.vendor} {django.__version__}".encode())
    for config in sorted(apps.get_app_configs(), key=lambda config: config.label):
        for path in sorted(Path(config.path, "migrations").glob("*.py")):
            digest.update(f"{config.label} {path.name}".encode() + path.read_bytes())
    return digest.hexdigest()[:16]


def create_database(cache: Path) -> None:
    """Create the test database that settings name, by copying where possible.

    `cache` is a folder that outlives the run.
    """
    name = f"migrated-{migrations_fingerprint()}"
    with locked(cache / "lock"):
        if connection.vendor == "sqlite":
            copy_sqlite(cache / f"{name}.sqlite3")
        else:
            copy_postgresql(name)


def renew_database(cache: Path) -> None:
    """Bring the test database back to how `create_database` made it."""
    template = f"migrated-{migrations_fingerprint()}"
    if connection.vendor == "sqlite":
        fill_sqlite(cache / f"{template}.sqlite3")
        return
    connection.close()
    quote = connection.ops.quote_name
    name = quote(connection.settings_dict["NAME"])
    with connection.creation._nodb_cursor() as cursor:
        cursor.execute(f"DROP DATABASE {name} WITH (FORCE)")
        cursor.execute(f"CREATE DATABASE {name} TEMPLATE {quote(template)}")


def destroy_database(name: str) -> None:
    connection.creation.destroy_test_db(name, verbosity=0)


def migrate_from_nothing() -> None:
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)


def copy_sqlite(kept: Path) -> None:
    """Fill the database in memory from the file, or the file from a new database."""
    if not kept.exists():
        for old in kept.parent.glob("migrated-*.sqlite3"):
            old.unlink()
        migrate_from_nothing()
        unfinished = kept.with_suffix(".part")
        with closing(sqlite3.connect(unfinished)) as file:
            connection.connection.backup(file)
        unfinished.rename(kept)
        return
    use_test_name()
    fill_sqlite(kept)


def fill_sqlite(kept: Path) -> None:
    connection.ensure_connection()
    with closing(sqlite3.connect(kept)) as file:
        file.backup(connection.connection)


def copy_postgresql(template: str) -> None:
    """Create the database from the template, or the template from a new database."""
    creation = connection.creation
    with creation._nodb_cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [template])
        is_kept = cursor.fetchone() is not None
    if is_kept:
        connection.settings_dict["TEST"]["TEMPLATE"] = template
        creation._create_test_db(verbosity=0, autoclobber=True)
        use_test_name()
        return
    migrate_from_nothing()
    connection.close()
    model = connection.ops.quote_name(connection.settings_dict["NAME"])
    with creation._nodb_cursor() as cursor:
        cursor.execute(f'CREATE DATABASE "{template}" TEMPLATE {model}')


def use_test_name() -> None:
    """Point the connection at the test database."""
    connection.close()
    connection.settings_dict["NAME"] = connection.creation._get_test_db_name()
