"""The WSGI application that granian serves."""

import os
import signal
from multiprocessing import parent_process

from django.core.wsgi import get_wsgi_application

from literacy.processes import end_with

server = parent_process()
if server and server.pid:
    # Ctrl+C is for the server, which stops its workers: one that is told twice hangs.
    os.setpgrp()
    # Workers without their server would go on answering beside the next one.
    end_with(server.pid, signal.SIGKILL)

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "literacy.settings.production")
application = get_wsgi_application()
