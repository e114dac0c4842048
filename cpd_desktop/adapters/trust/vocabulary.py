"""What the words of our badges mean in JSON-LD: those that we use, and nothing is fetched.

The same meanings as in the contexts that the badge names; a test compares the outcome with theirs.
"""

from __future__ import annotations

from typing import Any, Final

CREDENTIALS: Final = "https://www.w3.org/ns/credentials/v2"
BADGES: Final = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"

_VC = "https://www.w3.org/2018/credentials#"
_SECURITY = "https://w3id.org/security#"
_SCHEMA = "https://schema.org/"
_OB = "https://purl.imsglobal.org/spec/vc/ob/vocab.html#"
# Open Badges write these with https, which is not how XML Schema is called; so it is signed.
_XS = "https://www.w3.org/2001/XMLSchema#"
_MOMENT = "http://www.w3.org/2001/XMLSchema#dateTime"
_PLAIN = {"id": "@id", "type": "@type"}


def _typed(term: str, kind: str) -> dict[str, str]:
    return {"@id": term, "@type": kind}


def _kind(term: str, **words: Any) -> dict[str, Any]:
    return {"@id": term, "@context": {**_PLAIN, **words}}


_V2: Final = {
    **_PLAIN,
    "name": f"{_SCHEMA}name",
    "description": f"{_SCHEMA}description",
    "VerifiableCredential": _kind(
        f"{_VC}VerifiableCredential",
        credentialSubject=_typed(f"{_VC}credentialSubject", "@id"),
        issuer=_typed(f"{_VC}issuer", "@id"),
        validFrom=_typed(f"{_VC}validFrom", _MOMENT),
    ),
    "DataIntegrityProof": _kind(
        f"{_SECURITY}DataIntegrityProof",
        created=_typed("http://purl.org/dc/terms/created", _MOMENT),
        cryptosuite=_typed(f"{_SECURITY}cryptosuite", f"{_SECURITY}cryptosuiteString"),
        proofPurpose={
            **_typed(f"{_SECURITY}proofPurpose", "@vocab"),
            "@context": {"assertionMethod": f"{_SECURITY}assertionMethod"},
        },
        verificationMethod=_typed(f"{_SECURITY}verificationMethod", "@id"),
    ),
}

_OPEN_BADGES: Final = {
    **_PLAIN,
    "name": f"{_SCHEMA}name",
    "description": f"{_SCHEMA}description",
    "url": _typed(f"{_SCHEMA}url", f"{_XS}anyURI"),
    "narrative": f"{_OB}narrative",
    "OpenBadgeCredential": f"{_OB}OpenBadgeCredential",
    "Profile": f"{_OB}Profile",
    "AchievementSubject": _kind(
        f"{_OB}AchievementSubject",
        achievement=f"{_OB}achievement",
        activityStartDate=_typed(f"{_OB}activityStartDate", f"{_XS}date"),
        activityEndDate=_typed(f"{_OB}activityEndDate", f"{_XS}date"),
        creditsEarned=_typed(f"{_OB}creditsEarned", f"{_XS}float"),
        identifier=f"{_OB}identifier",
        licenseNumber=f"{_OB}licenseNumber",
        result=f"{_OB}result",
    ),
    "Achievement": _kind(
        f"{_OB}Achievement",
        achievementType=f"{_OB}achievementType",
        criteria=_typed(f"{_OB}Criteria", "@id"),
        resultDescription=f"{_OB}resultDescription",
    ),
    "IdentityObject": _kind(
        f"{_OB}IdentityObject",
        hashed=_typed(f"{_OB}hashed", f"{_XS}boolean"),
        identityHash=f"{_OB}identityHash",
        identityType=f"{_OB}identityType",
        salt=f"{_OB}salt",
    ),
    "ResultDescription": _kind(f"{_OB}ResultDescription", resultType=f"{_OB}resultType"),
    "Result": _kind(
        f"{_OB}Result",
        resultDescription=_typed(f"{_OB}resultDescription", f"{_XS}anyURI"),
        value=f"{_SCHEMA}value",
    ),
}

CONTEXTS: Final[dict[str, dict[str, Any]]] = {CREDENTIALS: _V2, BADGES: _OPEN_BADGES}
