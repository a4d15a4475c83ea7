"""The cast: the same people in every test, made by plain functions.

Tessa is a teacher, Edda an editor, Adam the administrator. All have PASSWORD.
"""

from allauth.account.models import EmailAddress
from django.test import Client

from literacy.models import User
from literacy.services import make_demo_editor, set_up_editors

PASSWORD = "seven calm bridges"
PEOPLE = ("tessa", "edda", "adam")


def address_of(name: str) -> str:
    return f"{name}@demo.example"


def verified(user: User) -> User:
    EmailAddress.objects.update_or_create(
        user=user, email=user.email, defaults={"verified": True, "primary": True}
    )
    return user


def make_tessa() -> User:
    """Return a teacher: an account without any right in the CMS."""
    found = User.objects.filter(email=address_of("tessa")).first()
    return found or verified(User.objects.create_user(address_of("tessa"), PASSWORD))


def make_edda() -> User:
    """Return an editor; make the pages first, so that she may write there."""
    set_up_editors()
    return make_demo_editor(email=address_of("edda"), password=PASSWORD)


def make_adam() -> User:
    """Return the administrator."""
    found = User.objects.filter(email=address_of("adam")).first()
    return found or verified(
        User.objects.create_superuser(address_of("adam"), PASSWORD)
    )


def signed_in(user: User) -> Client:
    """Return a browser in which the user is signed in, second step included."""
    client = Client()
    client.force_login(user)
    return client
