"""One verb per use case."""

from .debts import Debt, Payment, pay_debts
from .editors import (
    greet_in_arabic,
    make_demo_editor,
    open_to_editors,
    set_up_editors,
)
from .expired import expired_entries
from .help import share_facts
from .learners import (
    forget_idle_learners,
    forget_learner,
    give_phrase,
    hash_phrase,
    lock_learner,
    lock_learners,
    merge_learners,
    phrase_mark,
    renew_phrase,
    return_by_phrase,
    start_learner,
)
from .moving import move_translations, refuse_move
from .pictures import owed_pictures
from .revisions import prune_revisions
from .schedule import run_due_jobs
from .signing import (
    content_digest,
    is_editor,
    key_of,
    may_publish,
    may_sign,
    note_care,
    note_shipped,
    sign,
    sign_content,
)
from .stored_pages import owed_pages

__all__ = [
    "Debt",
    "Payment",
    "content_digest",
    "expired_entries",
    "forget_idle_learners",
    "forget_learner",
    "give_phrase",
    "greet_in_arabic",
    "hash_phrase",
    "is_editor",
    "key_of",
    "lock_learner",
    "lock_learners",
    "make_demo_editor",
    "may_publish",
    "may_sign",
    "merge_learners",
    "move_translations",
    "note_care",
    "note_shipped",
    "open_to_editors",
    "owed_pages",
    "owed_pictures",
    "pay_debts",
    "phrase_mark",
    "prune_revisions",
    "refuse_move",
    "renew_phrase",
    "return_by_phrase",
    "run_due_jobs",
    "set_up_editors",
    "share_facts",
    "sign",
    "sign_content",
    "start_learner",
]
