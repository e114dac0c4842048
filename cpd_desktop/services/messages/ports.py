"""The ports to those who write mails out and those who carry them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from cpd_desktop.domain.messages.accounts import MailAccount
    from cpd_desktop.domain.messages.found_server import FoundServer
    from cpd_desktop.domain.messages.purposes import Purpose
    from cpd_desktop.domain.messages.states import Outcome
    from cpd_desktop.domain.messages.texts import MailText, Rendered
    from cpd_desktop.domain.secret import Secret
    from cpd_desktop.domain.words import Sentence
    from cpd_desktop.services.work import Work


class Parcel(NamedTuple):
    """A message as it is handed over: exact bytes, and the two addresses on the outside."""

    message_id: str
    sender: str
    recipient: str
    content: bytes


class Delivery(NamedTuple):
    """What came of handing one over, with the words of whoever took or refused it.

    After ``ends`` nothing else is worth trying: the account takes no more now.
    """

    outcome: Outcome
    says: Sentence | None = None
    ends: bool = False


class Postman(Protocol):
    """Carries messages of one account, all of them over one connection where there is one."""

    @property
    def is_ready(self) -> bool:
        """Say whether the next message can be handed over at once."""

    def connect(self) -> None:
        """Get ready, signed in; nothing is handed over by it.

        Raises ``NeedsSignIn`` if the sign-in is refused, ``NotAllowed`` if the other side is not
        who it should be, and ``Unavailable`` if it does not answer.
        """

    def announce(self, parcel: Parcel) -> None:
        """Bring a message as far as it can be taken back, which may be nowhere at all.

        Nobody has it by that. ``hand_over`` of the same message ends it, and tells all that went
        wrong here too; ``close`` takes it back.
        """

    def hand_over(self, parcel: Parcel) -> Delivery:
        """Hand one message over; never raises for what can happen out there.

        ``Outcome.LATER`` and ``Outcome.REFUSED`` are certain not to have arrived. What is not known
        is ``Outcome.UNCERTAIN``.
        """

    def close(self) -> None:
        """Let go of the connection; messages already handed over stay so."""


class Postmen(Protocol):
    """Finds who carries the messages of an account."""

    def of(self, account: MailAccount) -> Postman:
        """Return one, not connected yet; raises ``NotAllowed`` if nobody can."""


class SignIns(Protocol):
    """Signs mail accounts in through the person's own browser."""

    def connect(
        self,
        account: MailAccount,
        work: Work,
        *,
        show: Callable[[str, bool], None],
        say: Callable[[Sentence], str],
        language: str,
        client_secret: Secret | None = None,
    ) -> str:
        """Sign in, keep what renews that, and return who signed in, where that is told.

        ``show`` is told the address to copy and whether a browser opened it. Raises ``Invalid``
        without a client ID, ``NotAllowed`` if the person declines, ``NeedsSignIn``,
        ``Unavailable`` and ``Cancelled``.
        """

    def disconnect(self, account: MailAccount) -> bool:
        """Forget the sign-in; say whether the provider was told too."""


class Mailbox(Protocol):
    """A mailbox that mail comes back to. All calls may wait."""

    def connect(self) -> None:
        """Get ready, signed in; raises as ``Postman.connect`` does."""

    def arrived(self, seen: str, concerns: Callable[[bytes], bool]) -> Iterator[tuple[str, bytes]]:
        """Yield for each mail after the mark ``seen`` its own mark, and the mail.

        Without a mark the last two weeks are looked at. The mail is empty unless its headers
        concern somebody; nothing is changed in the mailbox. Raises ``Unavailable``.
        """

    def keep_sent(self, content: bytes) -> None:
        """Put a copy into the folder of sent mail; raises ``Unavailable``."""

    def close(self) -> None:
        """Let go of the connection."""


class Mailboxes(Protocol):
    """Finds the mailbox of an account."""

    def mailbox_of(self, account: MailAccount) -> Mailbox | None:
        """Return it, not connected yet; nothing if the account has none."""


class MailServers(Protocol):
    """Finds out where a domain takes mail."""

    def find(self, address: str) -> FoundServer | None:
        """Ask the domain of an address; nothing if it tells nothing. Only when a person asks.

        Raises ``Invalid`` for no address, and ``Unavailable`` if nobody answers there.
        """


class TextWriter(Protocol):
    """Writes one text for one person after the other."""

    def written(self, values: Mapping[str, object]) -> Rendered:
        """Return what the mail says; raises ``Invalid`` if the text does what it may not."""


class Stationery(Protocol):
    """Turns texts with fields in them into mails."""

    def languages(self) -> Sequence[str]:
        """Return the languages there are texts in."""

    def built_in(self, purpose: Purpose, language: str) -> MailText:
        """Return the text that came with the application; English where there is none."""

    def fields(self, text: MailText) -> frozenset[str]:
        """Return the fields it uses; raises ``Invalid`` where it cannot be read or may not be."""

    def writer(self, text: MailText, language: str) -> TextWriter:
        """Return what writes this text; raises ``Invalid`` as ``fields`` does."""

    def address(self, text: str) -> str:
        """Return an address as servers take it, in ASCII; raises ``Invalid``."""
