"""Those who speak at a webinar."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.fakes.zoom.calls import Route
from tests.fakes.zoom.limits import Label
from tests.fakes.zoom.shapes import inside, mail, many, text
from tests.fakes.zoom.wire import Refusal, utc

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.fakes.zoom.calls import Call
    from tests.fakes.zoom.site import Site
    from tests.fakes.zoom.wire import Json

PANELIST = inside(
    {
        "email": mail,
        "name": text(64, shortest=1),
        "virtual_background_id": text(),
        "name_tag_id": text(),
        "name_tag_name": text(),
        "name_tag_pronouns": text(),
        "name_tag_description": text(),
    },
    needed=("email", "name"),
)
NEW = inside({"panelists": many(PANELIST, most=30, least=1)}, needed=("panelists",))


@dataclass(frozen=True, slots=True)
class Panelists:
    site: Site

    def routes(self) -> Iterator[Route]:
        place = "/webinars/{id}/panelists"
        light, medium = Label.LIGHT, Label.MEDIUM
        yield Route("GET", place, medium, "webinar:read:list_panelists", self.listing)
        yield Route(
            "POST", place, medium, "webinar:write:panelist", self.invite, body=NEW, status=201
        )
        yield Route("DELETE", place, light, "webinar:delete:panelist", self.remove_all)
        yield Route(
            "DELETE", f"{place}/{{panelist}}", light, "webinar:delete:panelist", self.remove
        )

    def listing(self, call: Call) -> Json:
        people = list(self.site.book.named(call, webinar=True).panelists.values())
        return {"total_records": len(people), "panelists": people}

    def invite(self, call: Call) -> Json:
        webinar = self.site.book.named(call, webinar=True)
        for said in call.body["panelists"]:
            known = next((p for p in webinar.panelists.values() if p["email"] == said["email"]), {})
            own = known.get("id") or self.site.book.new_token()
            link = f"{self.site.address}/w/{webinar.id}?tk={self.site.book.new_token(24)}"
            webinar.panelists[own] = {"id": own, "join_url": link} | known | said
        return {"id": str(webinar.id), "updated_at": utc(call.now)}

    def remove_all(self, call: Call) -> None:
        self.site.book.named(call, webinar=True).panelists.clear()

    def remove(self, call: Call) -> None:
        webinar = self.site.book.named(call, webinar=True)
        if webinar.panelists.pop(call.path["panelist"], None) is None:
            raise Refusal(400, 300, "Invalid panelist ID.")
