"""Deletes a printed paper from a CUPS queue, which else keeps its file for a day: one request of its protocol (IPP, RFC 8011).

The service's own `cancel -x` refuses papers that are printed already: it sends "purge-jobs" where the service reads "purge-job"
(CUPS 2.4).
"""

import getpass
import os
import socket
import struct
from http.client import HTTPConnection
from itertools import count

PATIENCE = 20.0
"""Seconds the service may take to answer."""
_CANCEL_JOB, _OPERATION, _END = 8, 1, 3
_INTEGER, _BOOLEAN, _NAME, _URI, _CHARSET, _LANGUAGE = 0x21, 0x22, 0x42, 0x45, 0x47, 0x48
_SOCKETS = ("/run/cups/cups.sock", "/var/run/cups/cups.sock")
_NUMBERS = count(1)


def purge(name: str) -> bool:
    """Delete the paper "laser-7" and its file from its queue; False when the service would not. Raises OSError."""
    queue, _dash, number = name.rpartition("-")
    server = _server()
    local = server.startswith("/")
    connection = _Local(server) if local else HTTPConnection(server, timeout=PATIENCE)
    headers = {"Content-Type": "application/ipp"} | ({"Authorization": f"PeerCred {getpass.getuser()}"} if local else {})
    try:
        connection.request("POST", "/jobs/", _request(queue, int(number)), headers)
        answer = connection.getresponse()
        said = answer.read()
    finally:
        connection.close()
    return answer.status == 200 and len(said) > 4 and struct.unpack(">H", said[2:4])[0] < 0x100


class _Local(HTTPConnection):
    """Over the service's own socket, where it knows who asks."""

    def __init__(self, path: str) -> None:
        super().__init__("localhost", timeout=PATIENCE)
        self._path = path

    def connect(self) -> None:
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.settimeout(PATIENCE)
        self.sock.connect(self._path)


def _server() -> str:
    """Where the print service listens: a path or host:port, as its own programs find it."""
    named = os.environ.get("CUPS_SERVER", "")
    return named or next((path for path in _SOCKETS if os.path.exists(path)), "localhost:631")


def _request(queue: str, number: int) -> bytes:
    given = (_attribute(_CHARSET, "attributes-charset", b"utf-8"), _attribute(_LANGUAGE, "attributes-natural-language", b"en"),
             _attribute(_URI, "printer-uri", f"ipp://localhost/printers/{queue}".encode()),
             _attribute(_INTEGER, "job-id", struct.pack(">i", number)),
             _attribute(_NAME, "requesting-user-name", getpass.getuser().encode()),
             _attribute(_BOOLEAN, "purge-job", b"\x01"))
    return struct.pack(">BBHIB", 2, 0, _CANCEL_JOB, next(_NUMBERS), _OPERATION) + b"".join(given) + bytes([_END])


def _attribute(kind: int, name: str, value: bytes) -> bytes:
    return struct.pack(">BH", kind, len(name)) + name.encode() + struct.pack(">H", len(value)) + value
