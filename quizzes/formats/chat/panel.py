"""What stands beside the fields when an activity is edited."""

from typing import Any

from wagtail.admin.panels import Panel

from quizzes.formats.chat.outline import chat_outline


class ChatOutlinePanel(Panel):
    """The saved chat as a list to read; shown for chats only."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "quizzes/admin/chat_outline.html"

        def is_shown(self) -> bool:
            body = self.instance.body
            return bool(body) and body[0].block_type == "chat"

        def get_context_data(
            self, parent_context: dict[str, Any] | None = None
        ) -> dict[str, Any]:
            context = super().get_context_data(parent_context)
            # After a refused form the instance holds what was entered: it is drawn too.
            return {**context, "outline": chat_outline(self.instance.body[0].value)}
