"""Serves stylesheets, scripts, fonts and pictures of the design."""

from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.utils.http import parse_etags
from whitenoise.middleware import WhiteNoiseMiddleware

from literacy.encodings import accepted_encodings


class StaticFilesMiddleware(WhiteNoiseMiddleware):
    """Reads for WhiteNoise what it looks at as plain text: refusals and lists."""

    @staticmethod
    def serve(static_file: Any, request: HttpRequest) -> HttpResponseBase:
        meta = request.META
        accepted = accepted_encodings(meta.get("HTTP_ACCEPT_ENCODING", ""))
        meta["HTTP_ACCEPT_ENCODING"] = ", ".join(accepted)
        tags = parse_etags(meta.get("HTTP_IF_NONE_MATCH", ""))
        etag = getattr(static_file, "etag", None)
        if etag and {"*", etag} & {tag.removeprefix("W/") for tag in tags}:
            meta["HTTP_IF_NONE_MATCH"] = etag
        return WhiteNoiseMiddleware.serve(static_file, request)
