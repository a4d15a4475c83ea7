"""The base models. Inside: users and images know nobody; pages know images."""

from .help import HelpPage, HelpResource
from .images import SiteImage, SiteRendition
from .learners import Learner
from .pages import BasePage, HomePage, InfoPage
from .schedule import ScheduledJob
from .signoffs import SecondEditorTask, SignOff
from .users import User

__all__ = [
    "BasePage",
    "HelpPage",
    "HelpResource",
    "HomePage",
    "SiteImage",
    "InfoPage",
    "Learner",
    "ScheduledJob",
    "SecondEditorTask",
    "SignOff",
    "SiteRendition",
    "User",
]
