"""Killed processes: what the server loses, and what does not outlive it."""

import http.client
import os
import signal
import threading
import time

import pytest

from .serving import ask, is_alive, served, wait_until

VISITORS = 4
# Takes a page off the site until a minute that has passed by now, on a computer that
# was off since yesterday.
GIVE_A_DATE = """
from datetime import timedelta
from django.utils import timezone
from literacy.models import InfoPage, ScheduledJob
page = InfoPage.objects.get(slug="about", locale__language_code="ar")
page.unpublish()
page.go_live_at = timezone.now() - timedelta(minutes=1)
page.save_revision(approved_go_live_at=page.go_live_at)
ScheduledJob.objects.update(due_at=page.go_live_at - timedelta(days=1))
"""


class Visits:
    """Visitors who ask for a page again and again, and what they got."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.found: list[bool] = []
        self.stopped = threading.Event()
        self.threads = [threading.Thread(target=self.go) for _ in range(VISITORS)]

    def go(self) -> None:
        while not self.stopped.wait(0.02):
            try:
                # Past the page cache, so that the workers have something to do.
                is_good = ask(self.port, "/ar/?page=2").status == 200
            except (OSError, http.client.HTTPException):
                is_good = False
            self.found.append(is_good)

    @property
    def good(self) -> int:
        return self.found.count(True)

    def __enter__(self) -> "Visits":
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *exception: object) -> None:
        self.stopped.set()
        for thread in self.threads:
            thread.join()


def test_a_killed_worker_loses_only_its_own_requests(server):
    assert wait_until(lambda: len(server.workers) == 2)
    with Visits(server.port) as visits:
        assert wait_until(lambda: visits.good > 10)
        killed = server.workers[0]
        os.kill(killed, signal.SIGKILL)
        assert wait_until(lambda: len(set(server.workers) - {killed}) == 2)
        time.sleep(1)
        until_now = visits.good
        assert wait_until(lambda: visits.good > until_now + 10)

    assert server.process.poll() is None
    # Each visitor had one request at a time.
    assert visits.found.count(False) <= VISITORS


def test_nothing_answers_after_the_server_is_killed(image):
    """Workers share the port: left behind, they would answer beside the next server."""
    with served(image) as server:
        assert wait_until(lambda: len(server.workers) == 2)
        members = [*server.workers, *server.below("run_schedule")]
        assert len(members) == 3

        server.process.kill()
        server.process.wait()

        assert wait_until(lambda: not any(map(is_alive, members)), seconds=5)
        with pytest.raises(ConnectionRefusedError):
            ask(server.port)


def test_scheduled_publishing_runs_beside_the_server_and_ends_with_it(image):
    image.run("python", "manage.py", "shell", "-c", GIVE_A_DATE)
    with served(image) as server:
        assert wait_until(lambda: ask(server.port, "/ar/about/").status == 200, 20)
        (schedule,) = server.below("run_schedule")
        # What Ctrl+C does: it reaches all of a terminal's processes.
        os.killpg(server.process.pid, signal.SIGINT)

        # Sooner than a worker that hangs is killed.
        assert server.process.wait(8) == 0
        assert wait_until(lambda: not is_alive(schedule), seconds=5)
