"""Bodies of spotters and inspectors for tests: every detail can be changed."""

from typing import Any
from uuid import uuid4

from django.core.files.base import ContentFile
from django.core.files.images import ImageFile

from literacy.models import SiteImage

DRAWING = b"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 700 400">
<path fill="#C9DCE0" d="M0 0h700v400H0z"/><path d="M300 150h200v200H300z"/></svg>"""


def items(*values: Any) -> list[dict[str, Any]]:
    """Return the items of a list, each with an id of its own."""
    return [{"type": "item", "id": str(uuid4()), "value": value} for value in values]


def make_image(**changes: Any) -> SiteImage:
    file = ImageFile(ContentFile(DRAWING), name=f"{uuid4()}.svg")
    fields = {"title": "شارع", "file": file, "width": 700, "height": 400}
    return SiteImage.objects.create(**{**fields, **changes})


def piece_value(text: str, technique: str = "", **changes: Any) -> dict[str, Any]:
    note = "كلمة تخبرنا ماذا نشعر." if technique else ""
    fields = {"text": text, "technique": technique, "required": True, "note": note}
    return {**fields, **changes}


def spotter_body(**changes: Any) -> dict[str, Any]:
    pieces = [
        piece_value("يا جماعة،"),
        piece_value("هذه فضيحة مقرفة!", "loaded"),
        piece_value("يُغلق الجسر يوم الأحد."),
        piece_value("أرسلوها الآن قبل الحذف!", "urgency"),
    ]
    fields = {
        "question": "أين الحيلة في هذه الرسالة؟",
        "author": "ضفاف عاجل",
        "detail": "أُعيد توجيهها مرّات كثيرة",
        "segments": items(*pieces),
        "techniques": ["loaded", "urgency"],
    }
    return {**fields, **changes}


def spot_value(label: str, **changes: Any) -> dict[str, Any]:
    fields = {
        "label": label,
        "x": 10,
        "y": 20,
        "width": 30,
        "height": 25,
        "is_clue": False,
        "explanation": f"شرح {label}",
    }
    return {**fields, **changes}


def inspector_body(**changes: Any) -> dict[str, Any]:
    spots = [
        spot_value("ثلج على الجبال", is_clue=True),
        spot_value("ماء في الشارع", x=40),
        spot_value("شجرة بلا أوراق", x=70, is_clue=True),
        spot_value("بيت بنافذتين", y=60),
    ]
    fields = {
        "question": "ما الذي لا يوافق التعليق؟",
        "author": "ضفاف عاجل",
        "detail": "قبل 9 دقائق",
        "caption": "فيضان في ضفاف هذا الصيف",
        "picture": changes.pop("picture", None) or make_image().pk,
        "alt": "شارع فيه ماء وبيت وشجرة.",
        "spots": items(*spots),
        "needed": 2,
        "allowed_false": 1,
        "asks_verdict": True,
        "provenance": "نُشرت الصورة أوّل مرّة في الشتاء الماضي.",
    }
    return {**fields, **changes}
