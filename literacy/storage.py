from whitenoise.storage import CompressedManifestStaticFilesStorage


class StaticStorage(CompressedManifestStaticFilesStorage):
    """Hashed names, also for what one script module imports from another."""

    support_js_module_import_aggregation = True
