"""The base models. Inside: users and images know nobody; pages know images."""

from .images import SiteImage, SiteRendition
from .learners import Learner
from .pages import BasePage, HomePage, InfoPage
from .signoffs import SecondEditorTask, SignOff
from .users import User

__all__ = [
    "BasePage",
    "HomePage",
    "SiteImage",
    "InfoPage",
    "Learner",
    "SecondEditorTask",
    "SignOff",
    "SiteRendition",
    "User",
]
