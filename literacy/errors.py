"""What a service may refuse."""


class UnknownPhraseError(Exception):
    """No learner has this return phrase."""


class LearnerGoneError(Exception):
    """A learner was forgotten, or became one with another, in the meantime."""


class RefusedError(Exception):
    """What an editor asked for is not done.

    `text` says why and what to do, in the language of whoever asked; `details` are
    lines below it, `url` is where it is mended.
    """

    def __init__(self, text: str, details: tuple[str, ...] = (), url: str = "") -> None:
        super().__init__(" ".join([text, *details]))
        self.text, self.details, self.url = text, details, url
