"""The S3 on loopback signs as the documentation of AWS shows it."""

from __future__ import annotations

from tests.fakes.s3 import Asked, signature

SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"
SCOPE = "20130524/us-east-1/s3/aws4_request"
AT = "20130524T000000Z"
EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


def test_a_signed_request_has_the_signature_of_the_example() -> None:
    headers = {
        "host": "examplebucket.s3.amazonaws.com",
        "range": "bytes=0-9",
        "x-amz-content-sha256": EMPTY,
        "x-amz-date": AT,
    }
    made = signature(
        Asked("GET", "/test.txt", headers), SECRET, SCOPE, AT, ";".join(headers), EMPTY
    )
    assert made == "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41"


def test_a_signed_link_has_the_signature_of_the_example() -> None:
    target = (
        "/test.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256"
        "&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request"
        f"&X-Amz-Date={AT}&X-Amz-Expires=86400&X-Amz-SignedHeaders=host"
    )
    asked = Asked("GET", target, {"host": "examplebucket.s3.amazonaws.com"})
    made = signature(asked, SECRET, SCOPE, AT, "host", "UNSIGNED-PAYLOAD")
    assert made == "aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404"
