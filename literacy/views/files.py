"""What people uploaded, where no web server in front serves it."""

from posixpath import normpath

from django.conf import settings
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe
from django.views.static import serve

from literacy.storage import is_served


@require_safe
def media(request: HttpRequest, name: str) -> HttpResponseBase:
    """Serve a file that is for the public; 404 for an original or a document."""
    name = normpath(name)
    if not is_served(name):
        raise Http404
    return serve(request, name, document_root=settings.MEDIA_ROOT)
