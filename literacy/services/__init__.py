"""One verb per use case."""

from .learners import (
    forget_learner,
    give_phrase,
    merge_learners,
    return_by_phrase,
    start_learner,
)

__all__ = [
    "forget_learner",
    "give_phrase",
    "merge_learners",
    "return_by_phrase",
    "start_learner",
]
