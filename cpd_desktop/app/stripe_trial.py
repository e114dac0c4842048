"""A Stripe inside the program, so that the program can try whether it can ask one anything."""

from __future__ import annotations

import json
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any, Final

from cpd_desktop.app.mail_trial import HERE

if TYPE_CHECKING:
    from collections.abc import Iterator

# Whole objects stand inside some answers, and the library makes one of its own of each.
_ANSWERS: Final[dict[str, dict[str, Any]]] = {
    "/v1/account": {"id": "acct_trial", "object": "account", "country": "GB"},
    "/v1/customers": {"id": "cus_trial", "object": "customer", "name": "Trial"},
    "/v1/checkout/sessions": {
        "id": "cs_trial",
        "object": "checkout.session",
        "status": "open",
        "amount_total": 7500,
        "currency": "gbp",
        "payment_intent": {"id": "pi_trial", "object": "payment_intent"},
    },
    "/v1/refunds": {
        "id": "re_trial",
        "object": "refund",
        "status": "succeeded",
        "charge": {"id": "ch_trial", "object": "charge"},
    },
    "/v1/events": {
        "object": "list",
        "data": [{"id": "evt_trial", "object": "event", "type": "charge.refunded"}],
    },
}


@contextmanager
def stripe_server() -> Iterator[str]:
    """Run one on a free port of this computer only; yield its address."""

    class Answering(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._answer()

        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            self._answer()

        def log_message(self, *_: object) -> None:
            pass

        def _answer(self) -> None:
            body = json.dumps(_ANSWERS[self.path.partition("?")[0]]).encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

    with ThreadingHTTPServer((HERE, 0), Answering) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield f"http://{HERE}:{server.server_address[1]}"
        finally:
            server.shutdown()
            thread.join()
