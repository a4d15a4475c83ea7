"""A site with the settings of production, for tests that start processes."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
# Sound ones: nothing to refuse and nothing to warn of.
SETTINGS = {
    "DJANGO_SETTINGS_MODULE": "literacy.settings.production",
    "SECRET_KEY": "a-key-of-a-test-that-is-long-enough-to-pass-every-check-there",
    "ALLOWED_HOSTS": "learn.example",
    "SITE_URL": "https://learn.example",
    "SOURCE_URL": "https://learn.example/source",
    "EMAIL_URL": "smtp+tls://site:secret@mail.example:587",
    "TRUSTED_PROXY_COUNT": "1",
}


def run_in_production(
    *arguments: str, folder: Path, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run Python with these arguments; the data are in the folder."""
    # The browser tests of the same process set it, and no site has it.
    inherited = {
        name: value
        for name, value in os.environ.items()
        if name != "DJANGO_ALLOW_ASYNC_UNSAFE"
    }
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=inherited
        | SETTINGS
        | {
            "DATA_DIR": str(folder),
            "DATABASE_URL": f"sqlite:///{folder / 'site.sqlite3'}",
            "REDIS_URL": "",
        }
        | environment,
        stdin=subprocess.DEVNULL,
        timeout=120,
        capture_output=True,
        text=True,
        check=False,
    )
