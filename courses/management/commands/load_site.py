from courses.management.loading import LoadCommand
from courses.services.loading import load_site


class Command(LoadCommand):
    help = "Loads the home page, the list of modules and the plain pages from a folder."
    load = staticmethod(load_site)
