"""Sends all that waits in a folder, until it is killed or done."""

from __future__ import annotations

import sys
from pathlib import Path

from cpd_desktop.store.folder import DataFolder
from tests.faults.mail_cut import send

if __name__ == "__main__":
    send(DataFolder(Path(sys.argv[1])))
