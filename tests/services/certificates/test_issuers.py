from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from cpd_desktop.adapters.trust.documents import write_card, write_status_list
from cpd_desktop.domain.certificates.status_list import Ended, Ending, StatusList
from cpd_desktop.domain.errors import Conflict, Invalid, NotFound
from tests.adapters.trust.issuing import NOW, PROVIDER, issuer

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from cpd_desktop.adapters.trust.identity import IssuerIdentity
    from cpd_desktop.services.certificates.issuers import KnownIssuers
    from cpd_desktop.services.certificates.signing_keys import SigningKeys

THEIRS = issuer("Hill CPD")


def card(folder: Path, identity: IssuerIdentity = THEIRS, at: datetime = NOW) -> Path:
    path = folder / f"{at:%j}.card"
    provider = replace(PROVIDER, name="Hill CPD")
    path.write_bytes(write_card(identity.card(provider, at), identity))
    return path


def revoked(folder: Path, identity: IssuerIdentity = THEIRS, at: datetime = NOW) -> Path:
    path = folder / f"{at:%j}.list"
    status = StatusList(at, {"H-1": Ending(Ended.REVOKED)})
    path.write_bytes(write_status_list(status, identity))
    return path


def test_an_issuer_is_known_once_and_may_be_forgotten(
    issuers: KnownIssuers, tmp_path: Path
) -> None:
    added = issuers.add(card(tmp_path)).value
    issuers.add(card(tmp_path))
    assert [each.card.fingerprint for each in issuers.all()] == [THEIRS.token.fingerprint]
    issuers.forget(added.id)
    assert issuers.all() == ()
    with pytest.raises(NotFound):
        issuers.forget(added.id)


def test_a_newer_card_takes_the_place_of_the_older_and_not_the_other_way(
    issuers: KnownIssuers, tmp_path: Path
) -> None:
    later = NOW + timedelta(days=30)
    renewed = THEIRS.with_new_keys("Hill CPD", later)
    issuers.add(card(tmp_path))
    issuers.add_list(revoked(tmp_path))
    issuers.add(card(tmp_path, renewed, later))
    (known,) = issuers.all()
    assert known.card.fingerprint == renewed.token.fingerprint
    assert known.status is not None
    with pytest.raises(Conflict, match="newer one"):
        issuers.add(card(tmp_path))
    assert issuers.all() == (known,)


def test_a_changed_card_and_any_other_file_are_refused(
    issuers: KnownIssuers, tmp_path: Path
) -> None:
    path = card(tmp_path)
    path.write_bytes(path.read_bytes().replace(b"a", b"b", 1))
    with pytest.raises(Invalid):
        issuers.add(path)
    with pytest.raises(Invalid, match="not an issuer card"):
        issuers.add(revoked(tmp_path))
    assert issuers.all() == ()


def test_a_list_needs_a_knsigning_keys_and_an_older_one_changes_nothing(
    issuers: KnownIssuers, tmp_path: Path
) -> None:
    with pytest.raises(Invalid, match="card first"):
        issuers.add_list(revoked(tmp_path))
    issuers.add(card(tmp_path))
    issuers.add_list(revoked(tmp_path, at=NOW + timedelta(days=2)))
    with pytest.raises(Conflict, match="newer one"):
        issuers.add_list(revoked(tmp_path))
    (known,) = issuers.all()
    assert known.status is not None
    assert known.status.dated == NOW + timedelta(days=2)
    with pytest.raises(Invalid):
        issuers.add_list(revoked(tmp_path, issuer("Somebody")))


def test_ones_own_card_is_neither_taken_in_nor_forgotten(
    issuers: KnownIssuers, keys: SigningKeys, tmp_path: Path
) -> None:
    keys.make()
    keys.write_card(tmp_path / "own.card")
    with pytest.raises(Conflict, match="your own"):
        issuers.add(tmp_path / "own.card")
    (own,) = issuers.all()
    assert own.is_own
    with pytest.raises(NotFound):
        issuers.forget(own.id)
