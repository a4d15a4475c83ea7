"""How granian serves the site: its flags stand here and nowhere else."""

import sys

WORKERS = 2
FLAGS = (
    *("--interface", "wsgi", "--no-ws", "--log-level", "warning"),
    # The work is bound to the processor, and SQLite has one writer: more threads only
    # wait for each other.
    *("--blocking-threads", "2"),
    # A worker that dies is replaced; one that hangs does not keep the server alive.
    *("--respawn-failed-workers", "--workers-kill-timeout", "10"),
    # What is over this waits in the kernel, so that a burst is not held in memory.
    *("--backpressure", "64"),
)


def server_command(
    *,
    host: str,
    port: int,
    workers: int = WORKERS,
    application: str = "literacy.wsgi:application",
) -> list[str]:
    """Return the command line that serves the application."""
    place = ["--host", host, "--port", str(port), "--workers", str(workers)]
    return [sys.executable, "-m", "granian", *FLAGS, *place, application]
