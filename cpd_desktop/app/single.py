"""One window per data folder: a second start raises the first."""

from __future__ import annotations

import hashlib
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

if TYPE_CHECKING:
    from cpd_desktop.store.folder import DataFolder

PATIENCE = 2000  # milliseconds


class RaiseListener(QObject):
    """Says when somebody starts the application a second time, and which file that was to open."""

    asked = Signal(str)

    def __init__(self, folder: DataFolder, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        # The folder's lock is ours, so whatever bears the name is left over from a kill.
        QLocalServer.removeServer(_name(folder))
        self._server.newConnection.connect(self._heard)
        self._server.listen(_name(folder))

    def close(self) -> None:
        """Stop listening."""
        self._server.close()

    def _heard(self) -> None:
        while (caller := self._server.nextPendingConnection()) is not None:
            caller.disconnected.connect(caller.deleteLater)
            caller.readyRead.connect(partial(self._hear_out, caller))
            self._hear_out(caller)

    def _hear_out(self, caller: QLocalSocket) -> None:
        if caller.canReadLine():
            file = bytes(caller.readLine().data()).decode(errors="replace").strip()
            caller.disconnectFromServer()
            self.asked.emit(file)


def raise_other(folder: DataFolder, file: str = "") -> bool:
    """Ask the window that is open to come to the front and open a file; say if it answered."""
    socket = QLocalSocket()
    socket.connectToServer(_name(folder))
    if not socket.waitForConnected(PATIENCE):
        return False
    socket.write(f"{file}\n".encode(errors="replace"))
    socket.flush()
    if socket.state() != QLocalSocket.LocalSocketState.UnconnectedState:
        socket.waitForDisconnected(PATIENCE)
    return True


def _name(folder: DataFolder) -> str:
    place = hashlib.sha256(str(folder.path.resolve()).encode()).hexdigest()[:16]
    return f"cpd-desktop-{place}"
