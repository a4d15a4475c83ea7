"""Freezes what learners see of an activity."""

import hashlib
import json
from typing import Any

from django.db import transaction
from django.db.models import Max

from quizzes.freezing import freeze, with_stamps, without_large
from quizzes.models import Activity, ActivityVersion

Json = dict[str, Any]


@transaction.atomic
def freeze_version(*, activity: Activity) -> ActivityVersion:
    """Make what the activity says now the current version of its language.

    The same content again is the same version, so answers stay together. The stamp
    on its pictures does not count: with another address or other words it is drawn
    anew, and the version stays. Nor does a larger one beside a picture.
    """
    content = freeze(activity)
    plain = json.dumps(without_large(content), sort_keys=True, ensure_ascii=False)
    digest = hashlib.sha256(plain.encode()).hexdigest()
    content = with_stamps(content, activity.language)
    versions = ActivityVersion.objects.filter(
        activity_key=activity.translation_key,
        language=activity.language,
    )
    versions.filter(is_current=True).exclude(digest=digest).update(is_current=False)
    version = versions.filter(digest=digest).first()
    if version is None:
        last = versions.aggregate(last=Max("number"))["last"] or 0
        return versions.create(
            activity_key=activity.translation_key,
            language=activity.language,
            number=last + 1,
            digest=digest,
            content=content,
            skill_key=content["skill"],
        )
    if not version.is_current or version.content != content:
        version.is_current, version.content = True, content
        version.save(update_fields=["is_current", "content"])
    return version


@transaction.atomic
def retire_version(*, activity: Activity) -> None:
    """Leave the activity without a current version: it can no longer be answered."""
    ActivityVersion.objects.filter(
        activity_key=activity.translation_key,
        language=activity.language,
    ).update(is_current=False)
