"""The WSGI application that granian serves."""

import os
import signal
from collections.abc import Callable, Iterable
from multiprocessing import parent_process
from typing import Any

from django.core.wsgi import get_wsgi_application

from literacy.processes import end_with

server = parent_process()
if server and server.pid:
    # Ctrl+C is for the server, which stops its workers: one that is told twice hangs.
    os.setpgrp()
    # Workers without their server would go on answering beside the next one.
    end_with(server.pid, signal.SIGKILL)

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "literacy.settings.production")
site = get_wsgi_application()


def application(environ: dict[str, Any], start_response: Callable) -> Iterable[bytes]:
    """Answer a request, and read it as UTF-8 whatever charset it names.

    Django reads the address in that charset before anything of ours can refuse it.
    """
    sent = environ.get("CONTENT_TYPE", "")
    if "charset" in sent.lower():
        parts = [part for part in sent.split(";") if "charset" not in part.lower()]
        environ["CONTENT_TYPE"] = ";".join(parts)
    return site(environ, start_response)
