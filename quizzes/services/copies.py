from uuid import uuid4

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from literacy.models import User
from quizzes.models import Activity
from quizzes.models.activities import new_key

TITLE = 160
# What a copy does not take over: it is new, unreviewed and never was published.
FRESH = {
    "pk": None,
    "live": False,
    "has_unpublished_changes": True,
    "first_published_at": None,
    "last_published_at": None,
    "live_revision": None,
    "latest_revision": None,
    "go_live_at": None,
    "expire_at": None,
    "expired": False,
    "locked": False,
    "locked_at": None,
    "locked_by": None,
    "reviewed_by": None,
    "review_due": None,
}


@transaction.atomic
def duplicate_activity(*, activity: Activity, user: User) -> Activity:
    """Return a draft of its own that begins as the newest draft of another.

    It has a key of its own and no translations; answers and counters stay behind.
    The pair stays: what is nearly the same must not be drawn together.
    """
    title = _("Copy of %(title)s") % {"title": activity.title}
    made: Activity = activity.get_latest_revision_as_object()
    fields = {**FRESH, "key": new_key(), "translation_key": uuid4()}
    for name, value in fields.items():
        setattr(made, name, value)
    made.title = title[:TITLE]
    made._state.adding = True
    made.save(force_insert=True)
    made.save_revision(user=user, log_action=False, clean=False)
    log(instance=made, action="wagtail.create", user=user)
    return made
