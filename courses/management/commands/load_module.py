from courses.management.loading import LoadCommand
from courses.services.loading import load_module


class Command(LoadCommand):
    help = "Loads a module, with its lessons and activities, from a folder."
    load = staticmethod(load_module)
