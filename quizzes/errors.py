"""What a service may refuse."""

from .models import Answer


class OtherAnswerError(Exception):
    """The UUID, or the place in a check, already holds another answer."""

    def __init__(self, answer: Answer) -> None:
        super().__init__(answer.uuid)
        self.answer = answer


class NothingToDrawError(Exception):
    """The bank holds no published activity in this language."""
