"""Two ways to use a page: by touch, and by keyboard alone."""

from playwright.sync_api import Locator, Page

# A page of a lesson has fewer places to stop at than this.
MANY = 150
SHOWS_FOCUS = """element => {
  const seen = [element, element.nextElementSibling].filter(Boolean);
  return seen.some(one => {
    const style = getComputedStyle(one);
    const box = one.getBoundingClientRect();
    return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
      && box.width > 4 && box.height > 4
      && box.bottom > 0 && box.top < innerHeight;
  });
}"""
IS_REACHED = """element => element === document.activeElement
  || (element.type === 'radio' && document.activeElement?.type === 'radio'
    && element.name === document.activeElement.name
    && element.form === document.activeElement.form)"""


class Touch:
    """A finger, or a mouse."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def press(self, target: Locator) -> None:
        target.click()

    def mark(self, field: Locator) -> None:
        """Choose a radio or tick a box by its label."""
        if not field.is_checked():
            field.locator("xpath=ancestor::label").click()

    def pick(self, select: Locator, value: str) -> None:
        select.select_option(value)


class Keys:
    """Tab, arrows, Enter and Space; where the focus is must be seen at each stop."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def press(self, target: Locator) -> None:
        self.reach(target)
        self.page.keyboard.press("Enter")

    def mark(self, field: Locator) -> None:
        self.reach(field)
        if field.get_attribute("type") == "checkbox" and not field.is_checked():
            self.page.keyboard.press("Space")
        for _ in range(MANY):
            if field.is_checked():
                assert field.evaluate(SHOWS_FOCUS), "the focus is not seen"
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError("no arrow leads to the choice")

    def reach(self, target: Locator) -> None:
        """Go on with Tab until the focus is there."""
        target.wait_for(state="attached")
        for _ in range(MANY):
            if target.evaluate(IS_REACHED):
                now = self.page.locator(":focus")
                assert now.evaluate(SHOWS_FOCUS), "the focus is not seen"
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"Tab does not lead to {target}")
