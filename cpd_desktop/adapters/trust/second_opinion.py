"""pyHanko's opinion of a signed PDF file: a judge that knows nothing of how we write them."""

from __future__ import annotations

import io
import logging
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def second_opinion(pdf: bytes, chain: Sequence[bytes]) -> str | None:
    """Return why the file is not soundly signed under the last certificate, or nothing if it is.

    A time stamp after it has to be sound as well, whoever made it. It parses the whole file: only
    for files whose signature was found sound and known before.
    """
    from asn1crypto.x509 import Certificate  # type: ignore[import-untyped]
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.sign.validation import validate_pdf_signature, validate_pdf_timestamp
    from pyhanko_certvalidator import ValidationContext

    # Its own log says the same in the words of its authors.
    logging.getLogger("pyhanko").setLevel(logging.CRITICAL)
    try:
        reader = PdfFileReader(io.BytesIO(pdf))
        (signature,) = reader.embedded_regular_signatures
        context = ValidationContext(
            trust_roots=[Certificate.load(chain[-1])],
            other_certs=[Certificate.load(each) for each in chain[:-1]],
            allow_fetching=False,
            moment=signature.self_reported_timestamp,
        )
        status = validate_pdf_signature(signature, context)
        for stamp in reader.embedded_timestamp_signatures:
            maker = ValidationContext(trust_roots=[stamp.signer_cert], allow_fetching=False)
            told = validate_pdf_timestamp(stamp, maker)
            if not (told.valid and told.intact):
                return str(told.summary())
    except Exception as error:  # noqa: BLE001 - whatever it stumbles over, it did not approve
        return str(error) or type(error).__name__
    return None if status.bottom_line else status.summary()
