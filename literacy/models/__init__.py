"""The base models. Inside: pages know drafts and images; help knows pages."""

from .care import CareMixin
from .drafts import DraftMixin
from .help import HelpPage, HelpResource
from .images import SiteImage, SiteRendition
from .learners import Learner
from .pages import BasePage, HomePage, InfoPage
from .previews import LanguagePreviewMixin
from .schedule import ScheduledJob
from .signoffs import SecondEditorTask, SignOff
from .translations import PublishedWords
from .users import User

__all__ = [
    "BasePage",
    "CareMixin",
    "DraftMixin",
    "HelpPage",
    "HelpResource",
    "HomePage",
    "SiteImage",
    "InfoPage",
    "LanguagePreviewMixin",
    "Learner",
    "PublishedWords",
    "ScheduledJob",
    "SecondEditorTask",
    "SignOff",
    "SiteRendition",
    "User",
]
