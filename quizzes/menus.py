"""What the bank brings to the menu of the CMS."""

from typing import Any

from django.http import HttpRequest
from django.urls import include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem

from .access import may_see
from .urls import report_patterns


class BankReportItem(MenuItem):
    """A report for whoever may see activities."""

    def is_shown(self, request: HttpRequest) -> bool:
        return may_see(request.user)


def item_analysis() -> MenuItem:
    return BankReportItem(
        _("Item analysis"),
        reverse("quizzes_report:items"),
        name="item-analysis",
        icon_name="list-ul",
        order=100,
    )


def report_urls() -> list[Any]:
    return [path("reports/items/", include((report_patterns, "quizzes_report")))]
