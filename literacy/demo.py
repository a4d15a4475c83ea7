"""The demo editor's sign-in. It is published: production lets nobody in with it."""

EMAIL, PASSWORD = "edda@demo.example", "pause-and-check-first"
