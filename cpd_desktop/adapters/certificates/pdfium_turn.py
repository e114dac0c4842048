"""pdfium allows one thread at a time, whoever draws with it: each waits for its turn."""

from __future__ import annotations

import threading

pdfium_turn = threading.Lock()
