"""What the editor of texts shows, read in one go away from the window."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cpd_desktop.domain.messages.purposes import Purpose
    from cpd_desktop.domain.messages.texts import MailText
    from cpd_desktop.services.messages.texts import KeptText
    from cpd_desktop.services.services import Services

MOST_PEOPLE = 500  # more of them than anybody looks through


@dataclass(frozen=True, slots=True)
class TextsContent:
    """One text with its versions, and the event and people it can be looked at with."""

    current: KeptText
    built_in: MailText
    versions: Sequence[KeptText]
    event_id: int | None
    people: Sequence[tuple[int, str]]


def texts_content(
    services: Services,
    purpose: Purpose,
    language: str,
    scope: int | None,
    event_id: int | None,
) -> TextsContent:
    """Return what is written for this, and people of the event, or of the newest that has any."""
    texts = services.mail_texts
    people: Sequence[tuple[int, str]] = ()
    for key in (event_id,) if event_id is not None else services.events.ids(descending=True)[:20]:
        event_id = key
        people = [(each.id, each.name) for each in services.registrations.on(key)[:MOST_PEOPLE]]
        if people:
            break
    return TextsContent(
        texts.current(purpose, language, scope),
        services.outside.stationery.built_in(purpose, language),
        texts.versions(purpose, language, scope),
        event_id,
        people,
    )


def values_of(
    services: Services, event_id: int, purpose: Purpose, language: str, registration: int
) -> Mapping[str, object]:
    """Return what the fields of a mail hold for somebody."""
    occasions = services.preparing.occasions
    occasion = occasions.of(event_id, language)
    found = occasions.recipients(occasion, purpose, "", [registration])
    return found[0].values if found else occasions.values(occasion, purpose, registration)
