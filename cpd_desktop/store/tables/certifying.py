"""What certificates look like, the register of those that were issued, and who issues."""

from __future__ import annotations

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    Text,
    UniqueConstraint,
)

from cpd_desktop.domain.certificates.register import Status
from cpd_desktop.store.tables.columns import (
    Moment,
    index,
    one_of,
    part_of,
    table,
    words,
    yes_or_no,
)

# ``built_in`` names the one that came with the application and was the start of it.
certificate_template = table(
    "certificate_template",
    Column("name", Text, CheckConstraint("trim(name) <> ''"), nullable=False, unique=True),
    words("built_in"),
    Column("hidden_at", Moment),
)
Index(
    "one_template_of_each_built_in",
    certificate_template.c.built_in,
    unique=True,
    sqlite_where=certificate_template.c.built_in != "",
)

# Only ever added to: what was printed stays as it was. The file holds its pictures, too.
template_version = table(
    "template_version",
    part_of("certificate_template"),
    Column("number", Integer, CheckConstraint("number > 0"), nullable=False),
    Column("sha256", Text, CheckConstraint("length(sha256) = 64"), nullable=False),
    Column("added_at", Moment, nullable=False),
    UniqueConstraint("certificate_template_id", "number", name="one_template_version_each"),
)

# Only the end of one is ever written; triggers refuse all else, and to remove one of which nothing
# is left below.
certificate = table(
    "certificate",
    part_of("registration"),
    Column("certificate_template_id", Integer, nullable=False),
    Column("template_version", Integer, nullable=False),
    Column("number", Text, CheckConstraint("trim(number) <> ''"), nullable=False, unique=True),
    Column("code", Text, CheckConstraint("trim(code) <> ''"), nullable=False, unique=True),
    Column("status", Text, nullable=False, server_default=Status.ISSUED),
    Column("issued_at", Moment, nullable=False),
    Column("issued_by", Text, nullable=False),
    Column("snapshot", Text, nullable=False),
    Column("sha256", Text, CheckConstraint("length(sha256) = 64"), nullable=False),
    Column("size", Integer, CheckConstraint("size > 0"), nullable=False),
    Column("sought", Text, nullable=False),  # number, code, name and title, as they are searched
    Column("ended_at", Moment),
    words("why"),
    # The new one is written after the old one ended, in the same transaction.
    Column(
        "replaced_by",
        Text,
        ForeignKey("certificate.number", deferrable=True, initially="DEFERRED"),
        unique=True,
    ),
    ForeignKeyConstraint(
        ["certificate_template_id", "template_version"],
        ["template_version.certificate_template_id", "template_version.number"],
    ),
    one_of("status", Status),
    CheckConstraint("(status = 'issued') = (ended_at IS NULL)", name="ended_at_some_time"),
    CheckConstraint("(status = 'issued') = (trim(why) = '')", name="ended_with_a_reason"),
    CheckConstraint("(status = 'replaced') = (replaced_by IS NOT NULL)", name="replaced_by_one"),
    CheckConstraint("replaced_by <> number", name="not_replaced_by_itself"),
)
index(certificate, "registration_id")
Index(
    "one_valid_certificate_each",
    certificate.c.registration_id,
    certificate.c.certificate_template_id,
    unique=True,
    sqlite_where=certificate.c.status == Status.ISSUED,
)

# That a certificate's file was there at a moment, as somebody else said; the token is a file.
time_stamp = table(
    "time_stamp",
    Column("certificate_id", Integer, ForeignKey("certificate.id"), nullable=False, unique=True),
    Column("sha256", Text, CheckConstraint("length(sha256) = 64"), nullable=False),
    Column("authority", Text, nullable=False),
    Column("stamped_at", Moment, nullable=False),
    Column("added_at", Moment, nullable=False),
)

# What is left of certificates that had to be kept no longer, so that no number is missing.
erased_certificate = table(
    "erased_certificate",
    Column("number", Text, nullable=False, unique=True),
    Column("code_hash", Text, CheckConstraint("length(code_hash) = 64"), nullable=False),
    Column("status", Text, nullable=False),
    Column("issued_at", Moment, nullable=False),
    Column("ended_at", Moment),
    Column("replaced_by", Text),
    Column("erased_at", Moment, nullable=False),
    one_of("status", Status),
)

# One's own card, and those of others whose certificates can be told; each with the newest list of
# what does not count any more.
issuer = table(
    "issuer",
    Column("card", Text, nullable=False),
    words("status_list"),
    yes_or_no("is_own"),
    Column("backed_up_at", Moment),
    Column("added_at", Moment, nullable=False),
)
Index("one_own_issuer", issuer.c.is_own, unique=True, sqlite_where=issuer.c.is_own == 1)
