import logging
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from io import StringIO

from django.core.management import call_command
from django.db.models import Q
from django.utils import timezone

from literacy.models import ScheduledJob
from literacy.schedule import JOBS, Job

# A daily job that failed does not wait for the next day.
RETRY = timedelta(hours=1)
logger = logging.getLogger(__name__)


def run_due_jobs(
    *, jobs: Iterable[Job] = JOBS, clock: Callable[[], datetime] = timezone.now
) -> list[str]:
    """Run the jobs that are due and that nobody runs; return their commands.

    A job that raises is logged, and the others run.
    """
    return [job.command for job in jobs if run_if_due(job, clock)]


def run_if_due(job: Job, clock: Callable[[], datetime]) -> bool:
    """Run one job, and return whether it was due."""
    started = clock()
    held_until = hold(job, started)
    if held_until is None:
        return False
    # Stays due when the process is stopped in the middle.
    due_at = started
    try:
        call_command(job.command, stdout=StringIO())
        # From the start of the minute, so that seconds of delay do not add up.
        due_at = started.replace(second=0, microsecond=0) + job.every
    except Exception:
        logger.exception("The scheduled job %s failed", job.command)
        due_at = started + min(job.every, RETRY)
    finally:
        release(job, held_until, due_at)
    return True


def hold(job: Job, now: datetime) -> datetime | None:
    """Reserve a due job, and return until when, or None if it is not to run.

    Times that lie further ahead than they can were written by a clock that was wrong:
    they count as past.
    """
    ScheduledJob.objects.get_or_create(
        command=job.command, defaults={"due_at": now, "held_until": None}
    )
    until = now + job.at_most
    is_due = Q(due_at__lte=now) | Q(due_at__gt=now + job.every)
    is_free = Q(held_until=None) | Q(held_until__lte=now) | Q(held_until__gt=until)
    # One statement: of two processes only one changes the row.
    held = ScheduledJob.objects.filter(is_due, is_free, command=job.command).update(
        held_until=until
    )
    return until if held else None


def release(job: Job, held_until: datetime, due_at: datetime) -> None:
    """End a reservation, unless it ran out and belongs to somebody else now."""
    ScheduledJob.objects.filter(command=job.command, held_until=held_until).update(
        held_until=None, due_at=due_at
    )
