"""Makes content for tests: one plain function each, every detail can be changed."""

from collections.abc import Sequence
from itertools import count
from typing import Any
from uuid import uuid4

from django.utils import timezone
from wagtail.models import Locale, Page, Site

from courses.models import LessonPage, ModuleIndexPage, ModulePage
from literacy.models import HelpPage, HelpResource, HomePage, InfoPage, Learner
from literacy.services import sign_content
from quizzes.models import Activity, ActivityVersion, QuizPage, Skill
from tests.bodies import inspector_body, spotter_body

numbers = count(1)


def spelled() -> str:
    """Return a new word without digits: pages shape those."""
    number, letters = next(numbers), "ابتثجحخدذرزس"
    return "".join(letters[int(digit)] for digit in str(number))


def item(value: Any, kind: str = "item") -> dict[str, Any]:
    """Return an item of a list or stream with an id of its own."""
    return {"type": kind, "id": str(uuid4()), "value": value}


def make_locale(language: str = "ar") -> Locale:
    return Locale.objects.get_or_create(language_code=language)[0]


def make_learner(**changes: Any) -> Learner:
    return Learner.objects.create(**{"language": "ar", **changes})


def make_skill(**changes: Any) -> Skill:
    fields = {"title": "وقفة", "locale": make_locale()}
    return Skill.objects.create(**{**fields, **changes})


def choice_body(**changes: Any) -> dict[str, Any]:
    options = [
        item({"text": "التحقّق أولًا", "correct": True, "why": "لأنّ المصدر مجهول."}),
        item({"text": "مشاركة المنشور", "correct": False, "why": "لا نعرف من كتبه."}),
    ]
    fields = {
        "stimulus": [],
        "question": "ما أفضل خطوة؟",
        "several": False,
        "options": options,
    }
    return {**fields, **changes}


def confidence_body(**changes: Any) -> dict[str, Any]:
    fields = {
        "stimulus": [],
        "statement": "تُغلق البلدية الجسر يومين.",
        "source": "صفحة البلدية",
        "evidence": "الإعلان منشور في الصفحة الرسمية.",
    }
    return {**fields, **changes}


def order_body(**changes: Any) -> dict[str, Any]:
    steps = [
        item({"text": text, "why": "لأنّها تأتي هنا.", "swaps_with_next": False})
        for text in ("نتوقّف", "نشعر", "نسأل", "نقرّر")
    ]
    return {"question": "رتّبوا الخطوات", "steps": steps, **changes}


def post_value(**changes: Any) -> dict[str, Any]:
    finding = {"kind": "who", "title": "الحساب", "text": "صفحة عمرها أسبوع."}
    fields = {
        "author": "ضفاف عاجل 24",
        "handle": "dhifaf24",
        "avatar": "arcs",
        "verified": False,
        "age": "قبل 9 دقائق",
        "text": "عاجل! شاركوا قبل الحذف!",
        "likes": 4200,
        "shares": 3400,
        "veracity": "misleading",
        "harm": "none",
        "report_category": "",
        "feeling": "fear",
        "findings": [item(finding)],
        "why": "لا مصدر في المنشور.",
        "fair_version": "تذكر الصفحة المصدر والتاريخ.",
        "next_time": "نبحث عن المصدر أولًا.",
        "picture": None,
        "alt": "",
    }
    return {**fields, **changes}


def feed_body(**changes: Any) -> dict[str, Any]:
    posts = [
        item(post_value()),
        item(post_value(author="بلدية ضفاف", handle="baladiya", veracity="accurate")),
    ]
    fields = {
        "intro": "تصفّحوا المنشورات.",
        "ask": "none",
        "accuracy_prompt": False,
        "posts": posts,
    }
    return {**fields, **changes}


def reply(text: str, next_: str, quality: str) -> dict[str, Any]:
    fields = {"text": text, "next": next_, "quality": quality}
    return item({**fields, "feedback": "ردّ هادئ."})


def node_value(**changes: Any) -> dict[str, Any]:
    message = {"sender": "layla", "kind": "voice", "text": "سمعتُ خبرًا مقلقًا."}
    fields = {
        "key": "start",
        "stage": "neutral",
        "messages": [item(message)],
        "flags": [item("no-source")],
        "pause": True,
        "choices": [
            reply("من قال هذا؟", "good", "safe"),
            reply("سأرسله", "late", "risky"),
        ],
    }
    return {**fields, **changes}


def chat_body(**changes: Any) -> dict[str, Any]:
    flags = [
        {
            "key": "no-source",
            "text": "لا مصدر",
            "present": True,
            "why": "لم تذكر أحدًا.",
        },
        {"key": "rude", "text": "كلام جارح", "present": False, "why": "الكلام لطيف."},
    ]
    ends = [
        {"key": "good", "type": "safe", "title": "سؤال لطيف", "summary": "سألنا أولًا."},
        {"key": "late", "type": "late", "title": "تراجعنا", "summary": "صحّحنا بعدها."},
    ]
    person = {"key": "layla", "name": "ليلى", "role": "الخالة", "avatar": "sun"}
    fields = {
        "intro": "رسالة في مجموعة العائلة.",
        "name": "العائلة",
        "people": [item(person)],
        "flags": [item(flag) for flag in flags],
        "nodes": [item(node_value())],
        "ends": [item(end) for end in ends],
        "say": [item("من أين الخبر؟")],
    }
    return {**fields, **changes}


def sort_body(**changes: Any) -> dict[str, Any]:
    cards = [
        ("انكسر الأنبوب الساعة الخامسة.", 1, None),
        ("هم السبب دائمًا.", 2, None),
        ("منذ جاؤوا ساء كلّ شيء.", 2, None),
        ("تعطّلت الحافلة عند الجسر.", 1, 2),
    ]
    fields = {
        "question": "أين مكان كلّ جملة؟",
        "categories": [item({"name": "سبب"}), item({"name": "لوم جماعة"})],
        "cards": [
            item({"text": text, "category": number, "also": also, "why": "شيء حدث."})
            for text, number, also in cards
        ],
    }
    return {**fields, **changes}


def result_value(**changes: Any) -> dict[str, Any]:
    fields = {
        "title": "المصرف ينفي",
        "address": "al-daffa.example/news",
        "snippet": "لا صلة للمصرف بالمعهد.",
        "date": "آذار 2026",
        "sponsored": False,
        "kind": "news",
        "worth": 2,
        "text": "قال المصرف إنّه لم يتعامل مع المعهد.",
    }
    return {**fields, **changes}


def way_value(kind: str = "name", **changes: Any) -> dict[str, Any]:
    advert = result_value(
        title="عرض المعهد", address="springs.example/offer", sponsored=True, worth=0
    )
    is_search = kind in ("name", "claim", "picture")
    fields = {
        "kind": kind,
        "label": f"نبحث: {kind}",
        "worth": 2 if is_search else 0,
        "text": "" if is_search else "تمدح الصفحة نفسها.",
        "results": [item(advert), item(result_value())] if is_search else [],
    }
    return {**fields, **changes}


def search_body(**changes: Any) -> dict[str, Any]:
    page = {
        "title": "معهد الينابيع للصحّة",
        "address": "springs.example",
        "text": "ثق بنا: 20 خبيرًا.",
        "picture": None,
        "alt": "",
    }
    fields = {
        "intro": "وصلت صفحة معهد إلى المجموعة.",
        "page": page,
        "budget": 4,
        "searches": [item(way_value(kind)) for kind in ("about", "name", "claim")],
        "expert": [item("نغادر الصفحة"), item("نبحث عن الاسم"), item("نقرأ الخبر")],
    }
    return {**fields, **changes}


BODIES = {
    "choice": choice_body,
    "confidence": confidence_body,
    "order": order_body,
    "feed": feed_body,
    "chat": chat_body,
    "spotter": spotter_body,
    "inspector": inspector_body,
    "sort": sort_body,
    "search": search_body,
}


def make_activity(format_: str = "choice", **changes: Any) -> Activity:
    """Publish an activity of a format; `body` replaces the whole body."""
    body = changes.pop("body", None) or BODIES[format_]()
    fields = {
        "title": f"نشاط {spelled()}",
        "locale": changes.get("locale") or make_locale(),
        "skill": changes.get("skill") or make_skill(),
        "veracity": "misleading",
        "why": "لأنّ المنشور لا يذكر مصدرًا.",
        "look_for": "المصدر\nالتاريخ",
        "fair_version": "منشور يذكر مصدره.",
        "next_time": "نبحث عن المصدر.",
    }
    activity = Activity(**{**fields, **changes})
    stream = Activity._meta.get_field("body")
    activity.body = stream.to_python([item(body, format_)])
    activity.full_clean()
    activity.save()
    sign_if_sensitive(activity)
    activity.save_revision().publish()
    return activity


def sign_if_sensitive(instance: Any) -> None:
    """Let nobody in particular sign it, so that it may be published."""
    if instance.sensitivity >= 2:
        sign_content(user=None, instance=instance)


def version_of(activity: Activity) -> ActivityVersion:
    return ActivityVersion.objects.get(
        activity_key=activity.translation_key,
        language=activity.locale.language_code,
        is_current=True,
    )


def make_home(**changes: Any) -> HomePage:
    """Return the Arabic home page, as the root of the site."""
    found = HomePage.objects.filter(locale=make_locale()).first()
    if found:
        return found
    fields = {
        "title": "فكّر قبل ما تشارك",
        "slug": "begin",
        "locale": make_locale(),
        "hero_first": "لحظة…",
        "hero_second": "هل هذا صحيح؟",
        "hero_text": "تدريبات قصيرة.",
        "hero_button": "لنبدأ",
        "habits_title": "ثلاث خطوات",
        "modules_title": "بماذا نبدأ؟",
        "footer_text": "موقع تعليميّ.",
    }
    home = HomePage(**{**fields, **changes})
    Page.get_first_root_node().add_child(instance=home)
    Site.objects.update_or_create(
        is_default_site=True, defaults={"hostname": "localhost", "root_page": home}
    )
    return home


def make_info(**changes: Any) -> InfoPage:
    fields = {"title": "من نحن", "slug": "about", "intro": "نتعلّم معًا."}
    home = make_home()
    page = InfoPage(**{"locale": home.locale, **fields, **changes})
    home.add_child(instance=page)
    return page


def make_help_page(**changes: Any) -> HelpPage:
    """Return the Arabic help page."""
    found = HelpPage.objects.first()
    if found:
        return found
    step = {"title": "لا ندفع", "text": "من يأخذ مرّة يطلب مرّة أخرى."}
    fields = {
        "title": "مساعدة",
        "slug": "help",
        "intro": "لستم وحدكم.",
        "empty_text": "الخطوات أعلاه صحيحة دائمًا.",
    }
    home = make_home()
    page = HelpPage(**{"locale": home.locale, **fields, **changes})
    stream = HelpPage._meta.get_field("first_steps")
    page.first_steps = stream.to_python([item(step, "step")])
    home.add_child(instance=page)
    return page


def make_help(**changes: Any) -> HelpResource:
    """Publish a help resource that was verified today."""
    fields = {
        "name": f"خطّ {spelled()}",
        "kind": "civil",
        "what_for": "يسمعكم شخص مدرَّب.",
        "confidentiality_note": "جمعية مستقلّة لا تسأل عن الاسم.",
        "phone": "123",
        "verified_on": timezone.localdate(),
        "verified_by": "منى",
        "locale": changes.get("locale") or make_locale(),
    }
    resource = HelpResource(**{**fields, **changes})
    resource.full_clean()
    resource.save()
    resource.save_revision().publish()
    return resource


def make_index() -> ModuleIndexPage:
    home = make_home()
    found = ModuleIndexPage.objects.child_of(home).first()
    if found:
        return found
    index = ModuleIndexPage(
        title="الوحدات", slug="modules", intro="ثماني وحدات.", locale=home.locale
    )
    home.add_child(instance=index)
    return index


def make_module(**changes: Any) -> ModulePage:
    index = make_index()
    number = next(numbers)
    fields = {
        "title": f"وحدة {spelled()}",
        "slug": f"module-{number}",
        "promise": "نتوقّف ثم نقرّر.",
        "is_open": True,
        "share_text": "لنجرّب وقفة قصيرة.",
        "locale": index.locale,
    }
    module = ModulePage(**{**fields, **changes})
    index.add_child(instance=module)
    return module


def make_bank(pairs: int = 4, **changes: Any) -> list[Activity]:
    """Publish matched twins for a check: one misleading and one accurate each."""
    skill = changes.pop("skill", None) or make_skill()
    return [
        make_activity(
            purpose="check",
            pair_key=f"pair-{number}",
            veracity=veracity,
            skill=skill,
            **changes,
        )
        for number in range(pairs)
        for veracity in ("misleading", "accurate")
    ]


def lesson_steps(
    predict: Activity, practice: list[Activity], bank: list[Activity]
) -> list[dict[str, Any]]:
    """Return the raw steps of a lesson."""
    scene = {"heading": "ليلة هادئة", "text": "وصلت رسالة.", "picture": None, "alt": ""}
    idea = {
        "heading": "الفكرة",
        "text": "الشعور القويّ إشارة.",
        "idea": "نتوقّف أولًا.",
        "example": "",
        "picture": None,
        "alt": "",
    }
    check = {
        "heading": "تحقّق",
        "text": "أربعة أمثلة.",
        "activities": [item(activity.pk) for activity in bank],
    }
    return [
        item(scene, "hook"),
        item({"activity": predict.pk}, "predict"),
        item(idea, "key_idea"),
        *(
            item({"heading": "تمرين", "text": "", "activity": one.pk}, "practice")
            for one in practice
        ),
        item(check, "check"),
        item(
            {"heading": "خلاصة", "text": "نتوقّف.", "today": "وقفة واحدة."}, "takeaway"
        ),
    ]


def make_lesson(**changes: Any) -> LessonPage:
    """Publish a lesson; `practice` and `bank` replace its activities."""
    module = changes.pop("module", None) or make_module()
    practice = changes.pop("practice", None) or [make_activity("choice")]
    bank = changes.pop("bank", None) or make_bank(2)
    predict = changes.pop("predict", None) or make_activity("choice")
    number = next(numbers)
    fields = {
        "title": f"درس {spelled()}",
        "slug": f"lesson-{number}",
        "summary": "وقفة قبل المشاركة.",
        "objective": "التوقّف قبل المشاركة.",
        "content_note": "درس عن ضغط في المحادثات. يمكن تركه في أيّ وقت."
        if changes.get("sensitivity", 0) >= 2
        else "",
        "locale": module.locale,
    }
    lesson = LessonPage(**{**fields, **changes})
    stream = LessonPage._meta.get_field("steps")
    lesson.steps = stream.to_python(lesson_steps(predict, practice, bank))
    module.add_child(instance=lesson)
    sign_if_sensitive(lesson)
    lesson.save_revision().publish()
    return lesson


def make_quiz(
    activities: Sequence[Activity] = (), skills: Sequence[Skill] = (), **changes: Any
) -> QuizPage:
    """Publish a quiz below the home page, or below `parent`."""
    parent = changes.pop("parent", None) or make_home()
    fields = {
        "title": f"أسئلة {spelled()}",
        "slug": f"quiz-{next(numbers)}",
        "intro": "لنرَ أين نقف.",
        "locale": parent.locale,
    }
    raw = {
        "activities": [item(one.pk, "activity") for one in activities],
        "skills": [item(one.pk, "skill") for one in skills],
        "bands": [item(band, "band") for band in changes.pop("bands", [])],
    }
    quiz = QuizPage(**{**fields, **changes})
    for name, value in raw.items():
        setattr(quiz, name, QuizPage._meta.get_field(name).to_python(value))
    parent.add_child(instance=quiz)
    quiz.save_revision().publish()
    return quiz
