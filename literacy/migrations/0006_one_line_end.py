from django.db import migrations

from ._line_ends import mend_json, mend_models, mend_sources, mend_text


def mend(apps, schema_editor):
    mend_models(apps, "literacy", ["HomePage", "InfoPage", "HelpPage", "HelpResource"])
    mend_text(apps.get_model("wagtailcore", "Page"), "search_description")
    mend_json(apps.get_model("wagtailcore", "Revision"), "content")
    mend_sources(apps)


class Migration(migrations.Migration):
    dependencies = [
        ("literacy", "0005_telephones"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
        ("wagtail_localize", "0016_rename_page_revision_translationlog_revision"),
    ]

    operations = [migrations.RunPython(mend, migrations.RunPython.noop)]
