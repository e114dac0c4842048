"""What goes on by itself while the window is open, and what it says there."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from cpd_desktop.app.account_watch import AccountWatch
from cpd_desktop.app.calendar_feed import CalendarFeed
from cpd_desktop.app.mail_watch import MailWatch
from cpd_desktop.app.stripe_watch import StripeWatch
from cpd_desktop.app.update_watch import UpdateWatch
from cpd_desktop.app.zoom_watch import ZoomWatch

if TYPE_CHECKING:
    from cpd_desktop.app.background import Background
    from cpd_desktop.domain.words import Sentence
    from cpd_desktop.services.messages.sending import SendReport
    from cpd_desktop.ui.desk import Desk
    from cpd_desktop.ui.main_window import MainWindow

AT_LEISURE = 1500  # milliseconds: once what the first click needs is there


class Watches(QObject):
    """The calendar file, the accounts, Zoom, mail, Stripe, new versions and the icon."""

    open_asked = Signal()

    def __init__(self, desk: Desk, window: MainWindow, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._window = desk, window
        self.calendar = CalendarFeed(desk, self)
        self.zoom = ZoomWatch(desk, self)
        self.mail = MailWatch(desk, self)
        self.stripe = StripeWatch(desk, self)
        self.accounts = AccountWatch(
            *(desk.services, desk.jobs, window.navigation, self.stripe, self)
        )
        self.updates = UpdateWatch(desk.services, desk.jobs, window, self)
        self.background: Background | None = None
        desk.feed.changed.connect(self.accounts.heard)
        for trouble in (self.calendar, self.zoom, self.mail, self.stripe):
            trouble.failed.connect(self._warn)
        self.zoom.held_up.connect(self._say_zoom_held_up)
        self.stripe.held_up.connect(self._say_stripe_held_up)
        self.mail.held_up.connect(self._say_mail_held_up)
        for about, watch in (("zoom", self.zoom), ("mail", self.mail), ("stripe", self.stripe)):
            watch.came_through.connect(partial(window.banner.settled, about))
        self.mail.uncertain.connect(self._say_uncertain)
        self.mail.refused.connect(self._say_refused)
        self.mail.reminders.connect(self._say_reminders)
        self.mail.bounced.connect(self._say_bounced)
        window.page_shown.connect(self._see_page)

    def begin(self) -> None:
        """Begin with what may have changed since the window was open the last time."""
        self.calendar.start()
        QTimer.singleShot(AT_LEISURE, self.accounts, self.accounts.look)
        self.zoom.start()
        self.stripe.start()

    def begin_rest(self) -> None:
        """Begin with what nobody waits for."""
        from cpd_desktop.app.background import Background

        self.mail.start()
        self.updates.look()
        if self.background is None:
            desk = self._desk
            made = Background(desk.services, desk.jobs, self._window, desk.theme, self)
            made.open_asked.connect(self.open_asked)
            made.send_asked.connect(self._send_mail)
            made.failed.connect(self._warn)
            desk.feed.changed.connect(made.heard)
            self.background = made
            made.look()

    def end(self) -> None:
        """End; what is on its way is finished first."""
        for each in (self.zoom, self.mail, self.stripe):
            each.stop()
        if self.background is not None:
            self.background.end()

    def _send_mail(self) -> None:
        from cpd_desktop.ui.send.send_now import send_now

        send_now(self._desk, self, self._say_sent)

    def _say_sent(self, report: SendReport) -> None:
        from cpd_desktop.ui.wording import in_words

        words = self.tr("%n message(s) sent.", "", report.sent)
        if report.stopped is not None:
            words = f"{words} {in_words(report.stopped)}"
        self._window.banner.say(words, fades=report.stopped is None)
        if self.background is not None and not self._window.isVisible():
            self.background.say(words)

    def _warn(self, error: Exception) -> None:
        from cpd_desktop.ui.wording import explain

        words = explain(error)
        self._window.banner.say(f"{words.says} {words.advice}", "warn")

    def _say_zoom_held_up(self, why: Sentence) -> None:
        self._say(why, self.tr("What is to be sent to Zoom waits here."), "zoom")

    def _say_stripe_held_up(self, why: Sentence) -> None:
        self._say(why, self.tr("What happened at Stripe is not known here yet."), "stripe")

    def _say(self, why: Sentence, words: str, about: str) -> None:
        from cpd_desktop.ui.wording import in_words

        self._window.banner.say(f"{in_words(why)} {words}", "warn", about=about)

    def _say_mail_held_up(self, why: Sentence) -> None:
        from cpd_desktop.ui.wording import in_words

        words = self.tr("The rest waits in the outbox.")
        self._lead_to_outbox(f"{in_words(why)} {words}", about="mail")

    def _say_uncertain(self, count: int) -> None:
        text = self.tr("Nobody knows whether %n message(s) arrived. You decide.", "", count)
        self._lead_to_outbox(text, "to decide")

    def _say_refused(self, count: int) -> None:
        text = self.tr("Not sent: %n message(s). The outbox says why.", "", count)
        self._lead_to_outbox(text, "failed")

    def _say_reminders(self, count: int) -> None:
        if count and self._window.page != "outbox":
            text = self.tr("%n reminder(s) due: send or leave out.", "", count)
            self._lead_to_outbox(text, about="reminders")
        else:
            self._window.banner.settled("reminders")

    def _see_page(self) -> None:
        if self._window.page == "outbox":  # where the same is asked, with what there is to choose
            self._window.banner.settled("reminders")

    def _say_bounced(self, count: int) -> None:
        text = self.tr("%n message(s) did not arrive: the mail came back.", "", count)
        self._lead_to_outbox(text, "came back")

    def _lead_to_outbox(self, text: str, part: str = "", *, about: str = "") -> None:
        lead = partial(self._window.go, "outbox", None, part)
        banner, words = self._window.banner, self.tr("Open Outbox")
        banner.say(text, "warn", action=words, run=lead, about=about)
