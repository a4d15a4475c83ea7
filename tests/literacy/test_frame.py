"""What stands around every page: the languages."""

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
