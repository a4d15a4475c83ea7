"""Segments written in bulk are the ones that the library writes one by one."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail_localize.models import StringSegment, TranslationSource

from tests.make import make_activity, make_locale

pytestmark = pytest.mark.django_db
PLACES = ("context__path", "context__field_path", "string__data", "order", "attrs")


def rows_of(source):
    return sorted(StringSegment.objects.filter(source=source).values_list(*PLACES))


def source_of(activity):
    return TranslationSource.update_or_create_from_instance(activity)[0]


@pytest.mark.parametrize("format_", ["choice", "sort", "chat"])
def test_the_library_finds_nothing_to_change(format_):
    make_locale("en")
    source = source_of(make_activity(format_))
    ours = rows_of(source)
    TranslationSource.refresh_segments.upstream(source)

    assert len(ours) > 5
    assert rows_of(source) == ours


def test_a_changed_word_replaces_one_segment():
    make_locale("en")
    activity = make_activity()
    before = rows_of(source_of(activity))
    activity.why = "لأنّ المصدر معروف."
    activity.save()
    after = rows_of(source_of(activity))

    changed = set(after) - set(before)
    assert [row[2] for row in changed] == ["لأنّ المصدر معروف."]
    assert len(after) == len(before)


def test_many_strings_cost_as_many_statements_as_few():
    make_locale("en")
    costs = []
    for format_ in ("choice", "chat"):
        activity = make_activity(format_)
        with CaptureQueriesContext(connection) as statements:
            source = source_of(activity)
        costs.append((len(statements), len(rows_of(source))))
    (few, strings), (many, more) = costs
    assert more > strings
    assert many <= few
