"""No post to the CMS, valid or broken, breaks the server or a page."""

import logging

from tests.base import make_adam, signed_in
from tests.cms_fuzz import fill_site, send_posts

logger = logging.getLogger(__name__)


def test_no_post_breaks_the_cms_or_the_site(committed_db, pytestconfig, settings):
    settings.PAGE_CACHE = False
    client = signed_in(make_adam())
    fill_site(client)
    client.raise_request_exception = False
    seed, count = (pytestconfig.getoption(name) for name in ("cms_seed", "cms_posts"))
    run = send_posts(client, seed=seed, count=count)
    logger.warning("Seed %s, %s", seed, run.figures())
    assert not run.faults, "\n".join(str(fault)[:600] for fault in run.faults)
    assert len(run.answers) > 8
