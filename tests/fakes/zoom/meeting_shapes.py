"""What may be said about a meeting or a webinar, and of what kind and range it must be."""

from __future__ import annotations

from tests.fakes.zoom.shapes import (
    PAGES,
    Shape,
    choice,
    day,
    digits,
    flag,
    inside,
    mail,
    many,
    matching,
    moment,
    number,
    text,
    utc_moment,
    whole,
    yes_or_no,
    zone,
)

# The specification lists single days only; its own words allow "1,3".
DAYS = matching(r"[1-7](,[1-7])*")

RECURRENCE = inside(
    {
        "type": number(1, 2, 3),
        "repeat_interval": whole(1, 99),
        "weekly_days": DAYS,
        "monthly_day": whole(1, 31),
        "monthly_week": number(-1, 1, 2, 3, 4),
        "monthly_week_day": whole(1, 7),
        "end_times": whole(1, 60),
        "end_date_time": utc_moment,
    },
    needed=("type",),
)

INTERPRETER = inside(
    {"email": mail, "languages": text(), "interpreter_languages": text()},
)
SIGN_INTERPRETER = inside({"email": mail, "sign_language": text()})
REMINDER = inside({"enable": flag, "type": whole(0, 7)})

SHARED_SETTINGS: Shape = {
    "additional_data_center_regions": many(text(2)),
    "allow_host_control_participant_mute_state": flag,
    "allow_multiple_devices": flag,
    "alternative_host_update_polls": flag,
    "alternative_hosts": text(),
    "approval_type": number(0, 1, 2),
    "audio": choice("both", "telephony", "voip", "thirdParty"),
    "audio_conference_info": text(2048),
    "authentication_domains": text(),
    "authentication_option": text(),
    "auto_recording": choice("local", "cloud", "none"),
    "close_registration": flag,
    "contact_email": mail,
    "contact_name": text(),
    "email_in_attendee_report": flag,
    "global_dial_in_countries": many(text(2)),
    "host_video": flag,
    "language_interpretation": inside({"enable": flag, "interpreters": many(INTERPRETER)}),
    "meeting_authentication": flag,
    "registrants_confirmation_email": flag,
    "registrants_email_notification": flag,
    "registration_type": number(1, 2, 3),
    "request_permission_to_unmute_participants": flag,
    "show_join_info": flag,
    "show_share_button": flag,
    "sign_language_interpretation": inside(
        {"enable": flag, "interpreters": many(SIGN_INTERPRETER, most=20)}
    ),
}

MEETING_SETTINGS: Shape = {
    **SHARED_SETTINGS,
    "alternative_host_manage_cloud_recording": flag,
    "alternative_host_manage_meeting_summary": flag,
    "alternative_hosts_email_notification": flag,
    "approved_or_denied_countries_or_regions": inside(
        {
            "approved_list": many(text(2)),
            "denied_list": many(text(2)),
            "enable": flag,
            "method": choice("approve", "deny"),
        }
    ),
    "authentication_exception": many(inside({"email": mail, "name": text()})),
    "auto_add_recording_to_video_management": inside(
        {
            "enable": flag,
            "channels": many(
                inside({"channel_id": text(), "name": text()}, needed=("channel_id",)),
                most=5,
                least=1,
            ),
        },
        needed=("enable",),
    ),
    "auto_start_ai_companion_questions": flag,
    "auto_start_meeting_summary": flag,
    "breakout_room": inside(
        {
            "enable": flag,
            "rooms": many(inside({"name": text(), "participants": many(text())})),
        }
    ),
    "calendar_type": number(1, 2),
    "cn_meeting": flag,
    "continuous_meeting_chat": inside(
        {
            "enable": flag,
            "auto_add_invited_external_users": flag,
            "auto_add_meeting_participants": flag,
        }
    ),
    "device_testing": flag,
    "disable_participant_video": flag,
    "email_notification": flag,
    "encryption_type": choice("enhanced_encryption", "e2ee"),
    "focus_mode": flag,
    "host_save_video_order": flag,
    "in_meeting": flag,
    "internal_meeting": flag,
    "jbh_time": number(0, 5, 10, 15),
    "join_before_host": flag,
    "meeting_invitees": many(inside({"email": mail})),
    "mute_upon_entry": flag,
    "participant_focused_meeting": flag,
    "participant_video": flag,
    "private_meeting": flag,
    "push_change_to_calendar": flag,
    "question_and_answer": inside(
        {
            "enable": flag,
            "allow_submit_questions": flag,
            "allow_anonymous_questions": flag,
            "question_visibility": choice("answered", "all"),
            "attendees_can_comment": flag,
            "attendees_can_upvote": flag,
        }
    ),
    "resources": many(
        inside(
            {
                "resource_type": choice("whiteboard"),
                "resource_id": text(),
                "permission_level": choice("editor", "commenter", "viewer"),
            }
        )
    ),
    "summary_template_id": text(),
    "use_pmi": flag,
    "waiting_room": flag,
    "waiting_room_options": inside(
        {
            "mode": choice("follow_setting", "custom"),
            "who_goes_to_waiting_room": choice(
                "everyone",
                "users_not_in_account",
                "users_not_in_account_or_whitelisted_domains",
                "users_not_on_invite",
            ),
        },
        needed=("mode",),
    ),
    "watermark": flag,
    "who_can_ask_questions": whole(1, 5),
    "who_will_receive_summary": whole(1, 4),
}

WEBINAR_SETTINGS: Shape = {
    **SHARED_SETTINGS,
    "add_audio_watermark": flag,
    "add_watermark": flag,
    "attendees_and_panelists_reminder_email_notification": REMINDER,
    "email_language": text(8),
    "enable_session_branding": flag,
    "enforce_login": flag,
    "enforce_login_domains": text(),
    "follow_up_absentees_email_notification": REMINDER,
    "follow_up_attendees_email_notification": REMINDER,
    "hd_video": flag,
    "hd_video_for_attendees": flag,
    "on_demand": flag,
    "panelist_authentication": flag,
    "panelists_invitation_email_notification": flag,
    "panelists_video": flag,
    "post_webinar_survey": flag,
    "practice_session": flag,
    "question_and_answer": inside(
        {
            "enable": flag,
            "allow_submit_questions": flag,
            "allow_anonymous_questions": flag,
            "answer_questions": choice("only", "all"),
            "attendees_can_comment": flag,
            "attendees_can_upvote": flag,
            "allow_auto_reply": flag,
            "auto_reply_text": text(),
        }
    ),
    "registrants_restrict_number": whole(0, 20_000),
    "send_1080p_video_to_attendees": flag,
    "survey_url": text(),
}

SHARED: Shape = {
    "agenda": text(2000),
    "duration": whole(1, 1440),
    "password": text(10),
    "recurrence": RECURRENCE,
    "schedule_for": mail,
    "start_time": moment,
    "template_id": text(),
    "timezone": zone,
    "topic": text(200, shortest=1),
    "tracking_fields": many(inside({"field": text(), "value": text()}, needed=("field",))),
}

MEETING: Shape = {
    **SHARED,
    "pre_schedule": flag,
    "settings": inside(MEETING_SETTINGS),
    "type": number(1, 2, 3, 8, 10),
}
WEBINAR: Shape = {
    **SHARED,
    "is_simulive": flag,
    "record_file_id": text(),
    "settings": inside(WEBINAR_SETTINGS),
    "simulive_delay_start": inside(
        {"enable": flag, "time": whole(0, 60), "timeunit": choice("second", "minute")}
    ),
    "transition_to_live": flag,
    "type": number(5, 6, 9),
}

NEW_MEETING = inside({**MEETING, "default_password": flag}, needed=("topic",))
NEW_WEBINAR = inside({**WEBINAR, "default_passcode": flag}, needed=("topic",))
# What is made and what is changed differ a little. The two old keys about logging in are deprecated
# and refused here, and so are those that only making a meeting lists.
CHANGED_MEETING = inside(
    {
        **MEETING,
        "settings": inside(
            {
                **{
                    key: rule
                    for key, rule in MEETING_SETTINGS.items()
                    if key not in {"show_join_info", "additional_data_center_regions"}
                },
                "authentication_name": text(),
                "custom_keys": many(inside({"key": text(64), "value": text(256)}), most=10),
                "global_dial_in_numbers": many(
                    inside(
                        {
                            "city": text(),
                            "country": text(2),
                            "country_name": text(),
                            "number": text(),
                            "type": choice("toll", "tollfree"),
                        }
                    )
                ),
            }
        ),
    }
)
CHANGED_WEBINAR = inside(
    {
        **{key: rule for key, rule in WEBINAR.items() if key != "template_id"},
        "settings": inside({**WEBINAR_SETTINGS, "notify_registrants": flag}),
    }
)
STATUS = inside({"action": choice("end", "recover")}, needed=("action",))
WEBINAR_STATUS = inside({"action": choice("end")}, needed=("action",))

OCCURRENCE: Shape = {"occurrence_id": matching(r"\d{13}")}
READ: Shape = {**OCCURRENCE, "show_previous_occurrences": yes_or_no}
DELETE: Shape = {
    **OCCURRENCE,
    "schedule_for_reminder": yes_or_no,
    "cancel_meeting_reminder": yes_or_no,
}
DELETE_WEBINAR: Shape = {**OCCURRENCE, "cancel_webinar_reminder": yes_or_no}
OLD_PAGES: Shape = {**PAGES, "page_number": digits(1, 10_000)}
LIST: Shape = {
    **OLD_PAGES,
    "type": choice("scheduled", "live", "upcoming", "upcoming_meetings", "previous_meetings"),
    "from": day,
    "to": day,
    "timezone": zone,
}
# The specification forgets the token that its own answer gives.
LIST_WEBINARS: Shape = {**OLD_PAGES, "type": choice("scheduled", "upcoming")}
