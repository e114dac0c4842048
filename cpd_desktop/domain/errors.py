"""Everything that can go wrong in a way a person can do something about."""

from __future__ import annotations

from cpd_desktop.domain.words import Sentence


class CpdError(Exception):
    """Something a person should read: what happened and was kept, and what to do next."""

    title = Sentence("errors", "This did not work")
    advice = Sentence("errors", "Try again. If it happens again, save a report under Help.")

    def __init__(self, says: Sentence, advice: Sentence | None = None) -> None:
        super().__init__(says)
        self.says = says
        if advice is not None:
            self.advice = advice

    def __str__(self) -> str:
        return f"{self.says} {self.advice}"


class Invalid(CpdError):
    """What was entered breaks a rule; ``problems`` says which field and why."""

    title = Sentence("errors", "Something needs correcting")
    advice = Sentence("errors", "Correct it and try again. Nothing was changed.")

    def __init__(self, problems: dict[str, Sentence]) -> None:
        self.problems = problems
        super().__init__(next(iter(problems.values())))


class NotFound(CpdError):
    """It is not there, or not any more."""

    title = Sentence("errors", "It is not there any more")
    advice = Sentence("errors", "It may have been deleted; look in the Trash.")


class Conflict(CpdError):
    """It was changed in the meantime, or another window holds it."""

    title = Sentence("errors", "It was changed in the meantime")
    advice = Sentence("errors", "Nothing was changed. Look at it again, then decide.")


class NotAllowed(CpdError):
    """The rules forbid it in this state."""

    title = Sentence("errors", "This is not possible now")
    advice = Sentence("errors", "Nothing was changed.")


class Unavailable(CpdError):
    """Something outside the application does not answer or has no room."""

    title = Sentence("errors", "No answer")
    advice = Sentence("errors", "Nothing was lost. Try again in a moment.")


class Damaged(CpdError):
    """The data on disk cannot be trusted as it stands."""

    title = Sentence("errors", "The data is damaged")
    advice = Sentence("errors", "Restore a backup: everything up to it is safe.")


class NewerData(CpdError):
    """The data folder was written by a later version of the application."""

    title = Sentence("errors", "This data needs a newer version")
    advice = Sentence("errors", "Install the latest CPD Desktop. Nothing was changed.")


class NeedsSignIn(CpdError):
    """A person must sign in, or open the keychain, before this can go on."""

    title = Sentence("errors", "Sign in to go on")
    advice = Sentence("errors", "Open Settings, Accounts, and sign in.")
