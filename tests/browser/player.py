"""A learner who takes lessons: reads, answers, and is told what to expect."""

from playwright.sync_api import Locator, Page, expect

from . import marks, searches, truth
from .hands import Keys, Touch

SURELY_FALSE, SURELY_TRUE = "1", "5"
# Why, what a fair version looks like, next time; the verdict is the heading.
PARTS = 3


class Player:
    """Plays what a page shows; `hands` say how, `scripts` whether they are on."""

    def __init__(self, page: Page, hands: Touch | Keys, *, scripts: bool) -> None:
        self.page, self.hands, self.scripts = page, hands, scripts

    def open(self, address: str) -> None:
        self.page.goto(address)
        self.lesson = self.page.url

    # Steps

    @property
    def step(self) -> Locator:
        """The step shown; with scripts off all are there at once."""
        return self.page.locator(".step.is-now" if self.scripts else ".step")

    def step_of(self, kind: str) -> Locator:
        return self.page.locator(f".step[data-kind={kind}]")

    def next_step(self) -> None:
        """Go on; the focus is on the next step's title, the bar has moved."""
        if not self.scripts:
            return
        before = self.bricks_done()
        self.hands.press(self.page.locator("[data-next]"))
        expect(self.step.locator(".step__title")).to_be_focused()
        assert self.bricks_done() == before + 1

    def bricks_done(self) -> int:
        return self.page.locator("[data-bricks] .is-done").count()

    def back_to_the_lesson(self) -> None:
        """With scripts off an answer has a page of its own, and a way back."""
        if self.scripts:
            return
        self.hands.press(self.page.locator(".activity__onward"))
        expect(self.page.locator("lesson-player")).to_be_visible()

    # Answers

    def place(self, number: int = 0) -> Locator:
        """The activity of the step shown, or of the page of an answer."""
        inside = self.page.locator("main")
        if self.scripts and self.page.locator("lesson-player").count():
            inside = self.step
        return inside.locator("live-fragment").nth(number)

    def answer(self, place: Locator, *, right: bool) -> None:
        """Fill in a form that is answered at once, and send it."""
        self.fill(place, right=right)
        if place.locator("[data-names]").count() and not self.scripts:
            marks.send_marks(self.hands, self.page, place, right=right)
        else:
            self.hands.press(place.locator("button[type=submit]").last)

    def fill(self, place: Locator, *, right: bool) -> None:
        if place.locator("[name=options]").count():
            self.fill_choice(place, right=right)
        elif place.locator("[name=step]").count():
            self.fill_confidence(place, right=right)
        elif place.locator("[name=marks]").count():
            marks.fill_spotter(self.hands, place, right=right)
        elif place.locator("[name=spots]").count():
            marks.fill_inspector(self.hands, place, right=right)
        elif place.locator(".sort").count():
            searches.fill_sort(self.hands, place, right=right)
        else:
            self.fill_order(place, right=right)

    def fill_choice(self, place: Locator, *, right: bool) -> None:
        fields = place.locator("[name=options]").all()
        ids = [field.get_attribute("value") for field in fields]
        wanted = [one for one in ids if (one in truth.right_options()) == right]
        several = fields[0].get_attribute("type") == "checkbox"
        for one in wanted if several else wanted[:1]:
            self.hands.mark(place.locator(f"[name=options][value='{one}']"))

    def fill_confidence(self, place: Locator, *, right: bool) -> None:
        parts = place.locator(
            ".statement > :first-child, .statement p > bdi, .post__text"
        )
        shown = truth.letters("".join(parts.all_inner_texts()))
        is_true = truth.evidence()[shown] == "accurate"
        step = SURELY_TRUE if is_true == right else SURELY_FALSE
        self.hands.mark(place.locator(f"[name=step][value='{step}']"))

    def fill_order(self, place: Locator, *, right: bool) -> None:
        """With scripts: move each step until it is where it belongs."""
        selects = place.locator("order-list select")
        names = [one.get_attribute("name") for one in selects.all()]
        places = truth.places()
        wanted = {
            name: places[name.removeprefix("place-")]
            if right
            else len(names) + 1 - places[name.removeprefix("place-")]
            for name in names
        }
        for name, number in sorted(wanted.items(), key=lambda pair: pair[1]):
            select = place.locator(f"[name='{name}']")
            if not self.scripts:
                self.hands.pick(select, str(number))
                continue
            earlier = select.locator("xpath=..").locator("[data-move=earlier]")
            while int(select.input_value()) > number:
                self.hands.press(earlier)

    def expect_feedback(self, place: Locator, *, right: bool) -> None:
        """Four parts, the verdict by more than colour, and the focus on it."""
        feedback = place.locator(".feedback")
        # A step in between has a result of its own, and no feedback.
        expect(feedback).to_be_visible()
        result = place.locator("#result")
        expect(result).to_be_focused()
        assert result.inner_text().strip()
        assert feedback.locator(".feedback__part").count() >= PARTS
        assert ("feedback--miss" in feedback.get_attribute("class")) != right

    # A feed

    def decide(self, place: Locator, move: str) -> None:
        self.hands.press(place.locator(f"button[name=move][value={move}]"))

    def go_on(self, place: Locator) -> None:
        """Follow the one way on below a feedback."""
        self.hands.press(place.locator("a[data-part]"))

    def play_feed(self, *, check_first: bool = True) -> None:
        """Decide every post well: pause once, share what is true, skip the rest."""
        total = len(self.place_of_feed().locator(".count .bricks i").all())
        for number in range(total):
            place = self.place_of_feed()
            post = truth.posts()[place.locator("[name=post]").input_value()]
            for name in ("feeling", "reason"):
                if place.locator(f"[name={name}]").count():
                    self.hands.mark(place.locator(f"[name={name}]").nth(1))
            if check_first and number == 0:
                self.decide(place, "check")
                place = self.place_of_feed()
                expect(place.locator("#result")).to_be_focused()
                assert place.locator(".clue").count() == len(post["findings"])
            is_true = post["veracity"] == "accurate"
            self.decide(place, "share" if is_true else "skip")
            place = self.place_of_feed()
            expect(place.locator(".feedback, [name=accuracy]").first).to_be_attached()
            if place.locator("[name=accuracy]").count():
                # Half of the learners are asked this before they share.
                self.hands.mark(place.locator("[name=accuracy][value='4']"))
                self.decide(place, "share")
                place = self.place_of_feed()
            self.expect_feedback(place, right=True)
            self.go_on(place)
        place = self.place_of_feed()
        expect(place.locator(".results .res")).to_have_count(total)
        expect(place.locator("#result")).to_be_focused()

    def place_of_feed(self) -> Locator:
        return self.place_with(".simbar")

    def place_with(self, inside: str) -> Locator:
        """The activity that holds this, in the step shown or the answer's page."""
        main = self.page.locator("main")
        if self.scripts and self.page.locator("lesson-player").count():
            main = self.step
        return main.locator("live-fragment", has=self.page.locator(inside)).first

    # A chat

    def play_chat(self, flags: int = 2) -> None:
        """Reply kindly to the end, noticing signs on the way."""
        for _ in range(10):
            place = self.place_with(".simbar")
            if not place.locator("[name=choice]").count():
                break
            for number in range(min(flags, place.locator("[name=flags]").count())):
                self.hands.mark(place.locator("[name=flags]").nth(number))
            ids = [
                one.get_attribute("value")
                for one in place.locator("[name=choice]").all()
            ]
            best = next((one for one in ids if one in truth.kind_replies()), ids[0])
            turns = place.locator(".chat .is-me").count()
            self.hands.mark(place.locator(f"[name=choice][value='{best}']"))
            self.hands.press(place.locator("button[type=submit]"))
            place = self.place_with(".simbar")
            expect(place.locator(".chat .is-me")).to_have_count(turns + 1)
            expect(place.locator("#result")).to_be_focused()

    # A search

    def look(self, do: str, id_: str) -> Locator:
        """Make one move; what it brings is open, and the focus is on it."""
        place = self.place_with(".simbar")
        seen = place.locator(".tabs > li").count()
        self.hands.press(place.locator(f"button[name={do}][value='{id_}']"))
        place = self.place_with(".simbar")
        expect(place.locator(".tabs > li")).to_have_count(seen + 1)
        expect(place.locator("#result")).to_be_focused()
        expect(place.locator("details:has(> #result)")).to_have_attribute("open", "")
        return place

    def judge_page(self, verdict: str, evidence: str = "") -> Locator:
        """Unfold the verdict's form if need be, fill it in and send it."""
        place = self.place_with(".simbar")
        form = place.locator(".tab--decide")
        if form.get_attribute("open") is None:
            self.hands.press(form.locator("summary"))
        self.hands.mark(form.locator(f"[name=verdict][value={verdict}]"))
        if evidence:
            self.hands.mark(form.locator(f"[name=evidence][value='{evidence}']"))
        self.hands.press(form.locator("button[type=submit]"))
        return self.place_with(".simbar")

    def play_search(self, *, right: bool = True) -> None:
        """Leave the page, open the best result and decide by it; or guess."""
        place = self.place_with(".simbar")
        search, result, verdict = searches.best_move(place)
        if right:
            self.look("search", search)
            self.look("open", result)
            place = self.judge_page(verdict, result)
        else:
            place = self.judge_page("not" if verdict == "trust" else "trust")
        expect(place.locator(".paths")).to_be_visible()
        self.expect_feedback(place, right=right)

    # A check

    def play_check(self, rights: list[bool]) -> None:
        """Start the check, answer its questions, and see how it went."""
        place = self.check_place()
        self.hands.press(place.locator("button[type=submit]"))
        for number, right in enumerate(rights):
            place = self.check_place()
            expect(place.locator("#result")).to_be_focused()
            assert place.locator(".count .is-done").count() == number
            self.answer(place, right=right)
            place = self.check_place()
            expect(place.locator(".feedback")).to_be_visible()
            self.expect_feedback(place, right=right)
            self.go_on(place)
        place = self.check_place()
        expect(place.locator("[data-finished]")).to_be_visible()
        expect(place.locator("#result")).to_be_focused()
        expect(place.locator(".tag--ok")).to_have_count(sum(rights))

    def check_place(self) -> Locator:
        if self.page.locator("lesson-player").count():
            return self.page.locator("#activity-check")
        return self.page.locator("main live-fragment").first
