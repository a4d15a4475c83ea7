"""Turns an activity into the plain JSON that learners see and answers refer to."""

from collections.abc import Callable, Iterable
from typing import Any

from wagtail.blocks import ListBlock, StructBlock
from wagtail.images.blocks import ImageChooserBlock

from literacy.content_rules import field_faults
from literacy.pictures import frozen_picture, served_picture
from literacy.stamps import stamped
from quizzes.models import Activity, ActivityVersion
from quizzes.scoring.upgrade import SCHEMA

Json = dict[str, Any]


def freeze(activity: Activity, draw: Callable[..., Json] = frozen_picture) -> Json:
    """Return the activity as plain JSON: all that is shown, graded and explained.

    Pictures are as `draw` returns them: what is to be stamped, or what is shown.
    """
    child = activity.body[0]
    body = child.block.shaped(freeze_value(child.block, child.value, draw))
    return {
        "schema": SCHEMA,
        "format": child.block_type,
        "key": activity.key,
        "purpose": activity.purpose,
        "veracity": activity.veracity,
        "pair": activity.pair_key,
        "skill": activity.skill.key if activity.skill else "",
        "sensitivity": activity.sensitivity,
        "why": activity.why,
        "look_for": [line for line in activity.look_for.splitlines() if line.strip()],
        "fair_version": activity.fair_version,
        "next_time": activity.next_time,
        "sources_note": activity.sources_note,
        "body": body,
    }


def freeze_draft(activity: Activity) -> Json:
    """Return the activity as plain JSON for an editor, its pictures without stamps."""
    return freeze(activity, served_picture)


def freeze_value(block: Any, value: Any, draw: Callable[..., Json]) -> Any:
    """Return a block's value as JSON; items of a list carry their ids."""
    if isinstance(block, ImageChooserBlock):
        enlarges = getattr(block.meta, "enlarges", False)
        return draw(value, enlarges=enlarges) if value else None
    if isinstance(block, ListBlock):
        frozen = [
            (item.id, freeze_value(block.child_block, item.value, draw))
            for item in value.bound_blocks
        ]
        return [
            {"id": id_, **item} if isinstance(item, dict) else item
            for id_, item in frozen
        ]
    if isinstance(block, StructBlock):
        return {
            name: freeze_value(child, value[name], draw)
            for name, child in block.child_blocks.items()
        }
    return value


def with_stamps(value: Any, language: str) -> Any:
    """Return frozen content with every picture in it stamped."""
    if isinstance(value, list):
        return [with_stamps(one, language) for one in value]
    if not isinstance(value, dict):
        return value
    if {"file", "width", "height"} <= value.keys():
        large = value.get("large")
        beside = {"large": stamped(large, language)} if large else {}
        return {**stamped(value, language), **beside}
    return {name: with_stamps(one, language) for name, one in value.items()}


def without_large(value: Any) -> Any:
    """Return frozen content without larger pictures, which are more of the same."""
    if isinstance(value, list):
        return [without_large(one) for one in value]
    if not isinstance(value, dict):
        return value
    return {name: without_large(one) for name, one in value.items() if name != "large"}


def draft_versions(*, ids: Iterable[int]) -> dict[int, ActivityVersion]:
    """Return by primary key, unsaved, what publishing the drafts would freeze.

    Drafts that cannot be shown yet are left out.
    """
    activities = Activity.objects.filter(pk__in=list(ids)).select_related("locale")
    drafts = [activity.get_latest_revision_as_object() for activity in activities]
    return {
        activity.pk: ActivityVersion(
            activity_key=activity.translation_key,
            language=activity.language,
            number=0,
            content=freeze_draft(activity),
        )
        for activity in drafts
        if activity.body
        and not any(one.field == "body" for one in field_faults(activity))
    }
