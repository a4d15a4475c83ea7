"""What a service may refuse."""


class UnknownPhraseError(Exception):
    """No learner has this return phrase."""
