"""Jobs that run by themselves: when they are due, never two at once, none forgotten."""

import threading
from contextlib import closing, suppress
from datetime import UTC, datetime, timedelta

import pytest
from django.core.management import CommandError, call_command, get_commands
from django.db import OperationalError, connection

from literacy.models import Learner, ScheduledJob
from literacy.schedule import JOBS, Job
from literacy.services import run_due_jobs
from literacy.services import schedule as service
from tests.make import make_info, make_learner

NOON = datetime(2026, 3, 1, 12, 0, 20, tzinfo=UTC)
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
MINUTELY = Job("publish_scheduled", every=MINUTE)
DAILY = Job("clearsessions", every=DAY)
pytestmark = pytest.mark.django_db


class Clock:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now

    def run(self, *jobs: Job) -> list[str]:
        return run_due_jobs(jobs=jobs, clock=self)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def broken(monkeypatch) -> Job:
    """Return a job whose command raises."""

    def call(command, **options):
        if command == "broken":
            raise CommandError("the disk is full")
        return call_command(command, **options)

    monkeypatch.setattr(service, "call_command", call)
    return Job("broken", every=DAY)


def test_every_job_is_a_command():
    assert [job.command for job in JOBS if job.command not in get_commands()] == []


@pytest.mark.parametrize("job", JOBS, ids=lambda job: job.command)
def test_every_job_runs_where_there_is_nothing_to_do(job, caplog):
    assert run_due_jobs(jobs=[job]) == [job.command]
    assert caplog.records == []


def test_a_job_runs_at_once_and_then_at_its_interval(clock):
    assert clock.run(MINUTELY, DAILY) == ["publish_scheduled", "clearsessions"]
    assert clock.run(MINUTELY, DAILY) == []

    clock.now += MINUTE
    assert clock.run(MINUTELY, DAILY) == ["publish_scheduled"]

    clock.now = NOON + DAY
    assert clock.run(MINUTELY, DAILY) == ["publish_scheduled", "clearsessions"]


def test_seconds_of_delay_do_not_add_up(clock):
    clock.run(MINUTELY)
    # A timer that fires each minute does not do so at the same second.
    clock.now += timedelta(seconds=45)

    assert clock.run(MINUTELY) == ["publish_scheduled"]


def test_a_failing_job_is_logged_and_does_not_stop_the_others(clock, broken, caplog):
    assert clock.run(broken, DAILY) == ["broken", "clearsessions"]
    assert "The scheduled job broken failed" in caplog.text
    assert "the disk is full" in caplog.text

    clock.now += HOUR
    assert clock.run(broken, DAILY) == ["broken"]


def test_a_job_that_is_running_is_left_alone(clock):
    ScheduledJob.objects.create(
        command="clearsessions", due_at=NOON - DAY, held_until=NOON + MINUTE
    )
    assert clock.run(DAILY) == []

    # Its process was killed: the reservation runs out, and the job is still due.
    clock.now += MINUTE
    assert clock.run(DAILY) == ["clearsessions"]
    assert ScheduledJob.objects.get().held_until is None


def test_a_job_that_is_stopped_in_the_middle_stays_due(clock, monkeypatch):
    def stop(command, **options):
        raise SystemExit

    monkeypatch.setattr(service, "call_command", stop)
    with pytest.raises(SystemExit):
        clock.run(DAILY)
    monkeypatch.undo()

    assert clock.run(DAILY) == ["clearsessions"]


def test_a_late_end_does_not_touch_the_reservation_of_another(clock):
    held_until = service.hold(DAILY, NOON)
    ScheduledJob.objects.update(held_until=NOON + HOUR)

    service.release(DAILY, held_until, NOON + DAY)

    assert ScheduledJob.objects.get().held_until == NOON + HOUR


def test_a_clock_that_was_wrong_stops_no_job(clock):
    clock.now = NOON + 3650 * DAY
    clock.run(DAILY)
    ScheduledJob.objects.update(held_until=clock.now + HOUR)

    clock.now = NOON
    assert clock.run(DAILY) == ["clearsessions"]


def test_learners_are_forgotten_after_400_days_and_no_sooner():
    old, new = make_learner(), make_learner()
    today = datetime.now(UTC).date()
    Learner.objects.filter(pk=old.pk).update(seen_on=today - 402 * DAY)
    Learner.objects.filter(pk=new.pk).update(seen_on=today - 398 * DAY)

    run_due_jobs()

    assert list(Learner.objects.all()) == [new]


def test_a_page_is_published_when_its_time_has_come(clock):
    page = make_info()
    page.unpublish()
    page.go_live_at = datetime.now(UTC) - HOUR
    page.save_revision(approved_go_live_at=page.go_live_at)

    clock.run(MINUTELY)

    page.refresh_from_db()
    assert page.live


def test_the_command_runs_what_is_due_once():
    call_command("run_schedule", "--once")

    assert set(ScheduledJob.objects.values_list("command", flat=True)) == {
        job.command for job in JOBS
    }


@pytest.mark.django_db(transaction=True)
def test_of_many_processes_one_runs_a_job():
    """Threads have connections of their own, as processes have."""
    together, held = threading.Barrier(6), []

    def hold() -> None:
        together.wait()
        # SQLite in memory refuses where a file would wait.
        with suppress(OperationalError), closing(connection):
            held.append(service.hold(DAILY, NOON))

    threads = [threading.Thread(target=hold) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert held.count(NOON + DAILY.at_most) == 1
    assert set(held) <= {NOON + DAILY.at_most, None}
