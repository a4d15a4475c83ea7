"""Notes with how much care content was shown last; for migrations of upper apps.

What is published is shown as it stands. Of what was published once, the most careful
version counts: nobody can tell any more which of them that was.
"""

from typing import Any

from django.apps.registry import Apps


def note_shown(apps: Apps, label: str, name: str, field: str, shown: str) -> None:
    """Keep a field's value, or the highest one that it ever had, as what was shown."""
    model = apps.get_model(label, name)
    rows = model.objects.exclude(first_published_at=None)
    for pk, is_live, now in rows.values_list("pk", "live", field):
        value = now if is_live else max([now, *earlier(apps, label, name, pk, field)])
        if value:
            model.objects.filter(pk=pk).update(**{shown: value})


def earlier(apps: Apps, label: str, name: str, pk: int, field: str) -> list[Any]:
    """Return a field's values in all versions that are kept."""
    revisions = apps.get_model("wagtailcore", "Revision").objects.filter(
        content_type__app_label=label,
        content_type__model=name.lower(),
        object_id=str(pk),
    )
    contents = revisions.values_list("content", flat=True)
    return [content[field] for content in contents if content.get(field)]
