"""What may be said about somebody who registers, and about what they are asked."""

from __future__ import annotations

from tests.fakes.zoom.meeting_shapes import OLD_PAGES
from tests.fakes.zoom.shapes import Shape, choice, flag, inside, mail, many, matching, text

LANGUAGES = "en-US de-DE es-ES fr-FR jp-JP pt-PT ru-RU zh-CN zh-TW ko-KO it-IT vi-VN pl-PL Tr-TR"
STANDARD = [
    "last_name",
    "address",
    "city",
    "country",
    "zip",
    "state",
    "phone",
    "industry",
    "org",
    "job_title",
    "purchasing_time_frame",
    "role_in_purchase_process",
    "no_of_employees",
    "comments",
]

PERSON: Shape = {
    **dict.fromkeys(STANDARD, text(255)),
    "first_name": text(64, shortest=1),
    "last_name": text(64),
    "email": mail,
    "no_of_employees": choice(
        "",
        "1-20",
        "21-50",
        "51-100",
        "101-500",
        "500-1,000",
        "1,001-5,000",
        "5,001-10,000",
        "More than 10,000",
    ),
    "purchasing_time_frame": choice(
        "", "Within a month", "1-3 months", "4-6 months", "More than 6 months", "No timeframe"
    ),
    "role_in_purchase_process": choice(
        "", "Decision Maker", "Evaluator/Recommender", "Influencer", "Not involved"
    ),
    "custom_questions": many(
        inside({"title": text(), "value": text(128)}, needed=("title", "value"))
    ),
    "language": choice(*LANGUAGES.split()),
}
NEEDED = ("email", "first_name")
NEW = inside({**PERSON, "auto_approve": flag}, NEEDED)
NEW_AT_WEBINAR = inside({**PERSON, "source_id": text()}, NEEDED)
BATCH_PERSON = inside(
    {"email": mail, "first_name": text(64, shortest=1), "last_name": text(64)}, NEEDED
)
BATCH: Shape = {"auto_approve": flag, "registrants": many(BATCH_PERSON, most=30, least=1)}
CHANGE = inside(
    {
        "action": choice("approve", "cancel", "deny"),
        "registrants": many(
            inside({"id": text(), "email": mail}, needed=("id", "email")), most=30, least=1
        ),
    },
    # The specification leaves the people out of what is needed; nothing would happen then.
    needed=("action", "registrants"),
)
QUESTIONS = inside(
    {
        "questions": many(
            inside({"field_name": choice(*STANDARD), "required": flag}, needed=("field_name",))
        ),
        "custom_questions": many(
            inside(
                {
                    "title": text(shortest=1),
                    "type": choice("short", "single"),
                    "required": flag,
                    "answers": many(text(shortest=1)),
                },
                needed=("title", "type"),
            )
        ),
    }
)
ONE_OCCURRENCE: Shape = {"occurrence_id": matching(r"\d{13}")}
SOME_OCCURRENCES: Shape = {"occurrence_ids": matching(r"\d{13}(,\d{13})*")}
LISTED: Shape = {
    **OLD_PAGES,
    **ONE_OCCURRENCE,
    "status": choice("pending", "approved", "denied"),
}
