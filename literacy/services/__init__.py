"""One verb per use case."""

from .editors import (
    greet_in_arabic,
    make_demo_editor,
    open_to_editors,
    set_up_editors,
)
from .learners import (
    forget_idle_learners,
    forget_learner,
    give_phrase,
    merge_learners,
    return_by_phrase,
    start_learner,
)

__all__ = [
    "forget_idle_learners",
    "forget_learner",
    "give_phrase",
    "greet_in_arabic",
    "make_demo_editor",
    "merge_learners",
    "open_to_editors",
    "return_by_phrase",
    "set_up_editors",
    "start_learner",
]
