from django.urls import path

from . import views

urlpatterns = [
    path("me/", views.me, name="me"),
    path("progress/", views.my_progress, name="my_progress"),
    path("progress/phrase/", views.phrase_new, name="phrase_new"),
    path("progress/my-phrase/", views.my_phrase, name="my_phrase"),
    path("progress/return/", views.phrase_use, name="phrase_use"),
    path("progress/forget/", views.forget_me, name="forget_me"),
]
