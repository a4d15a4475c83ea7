"""What exactly was answered to a version: feed."""

from django.utils.translation import gettext as _

from quizzes.formats.feed.posts import FULL, WORTH, kind_of
from quizzes.formats.tables import Breakdown, grid
from quizzes.scoring import counters
from quizzes.scoring.counters import Counts
from quizzes.scoring.reading import Json


def breakdown(snapshot: Json, counts: Counts) -> list[Breakdown]:
    posts = []
    for one in snapshot["body"]["posts"]:
        worth = WORTH[kind_of(one)]
        best = {name for name, points in worth.items() if points == FULL}
        posts.append((one["id"], f"{one['author']}: {one['text']}", best))
    columns = [
        ("share", _("Shared")),
        ("skip", _("Skipped")),
        ("report", _("Reported")),
    ]
    found = counters.by_pair(counts, "post")
    return [grid("posts", posts, columns, found, counts, extra="checked")]
