"""What stands around every page: the languages, and the source code."""

import pytest
from django.test import Client

from tests.make import make_info

pytestmark = pytest.mark.django_db


def test_a_switch_stays_on_the_host_of_the_visit():
    page = Client().get("/ar/progress/", headers={"host": "localhost"})

    assert 'href="/en/progress/"' in page.content.decode()


def test_search_engines_get_whole_addresses():
    page = Client().get(make_info().url)

    assert f'rel="canonical" href="{page.context["page"].full_url}"' in (
        page.content.decode()
    )


@pytest.mark.parametrize(
    ("path", "label"),
    [
        ("/ar/about/", "الشيفرة المصدرية لهذا الموقع"),
        ("/ar/progress/", "الشيفرة المصدرية لهذا الموقع"),
        ("/en/progress/", "Source code of this site"),
    ],
)
def test_the_foot_leads_to_the_source_of_what_runs(path, label, settings):
    settings.SOURCE_URL = "https://code.example/literacy/v1"
    make_info()
    page = Client().get(path).content.decode()
    assert f'<a href="https://code.example/literacy/v1">{label}</a>' in page


def test_without_an_address_there_is_no_link_to_the_source():
    page = Client().get(make_info().url).content.decode()
    assert "الشيفرة المصدرية" not in page
