"""What a page says of the activities that it offers."""

from dataclasses import dataclass
from typing import Protocol, runtime_checkable
from uuid import UUID


@dataclass(frozen=True)
class StepPosition:
    """Where on its page an activity stands: the step's id, and its number from 1."""

    id: str
    number: int


@runtime_checkable
class OfferingPage(Protocol):
    """A page whose activities can be answered: lessons and quizzes."""

    translation_key: UUID

    def get_url(self) -> str | None:
        """Return the page's address; None for one outside the site."""

    def practice_keys(self) -> list[UUID]:
        """Return the keys of the activities that are answered on the page itself."""

    def check_keys(self) -> list[UUID]:
        """Return the keys of the activities that an attempt has or draws from."""

    def step_of(self, activity_key: UUID) -> StepPosition | None:
        """Return where the activity stands; None on a page without steps."""
