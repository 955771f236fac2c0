"""Run a PostgreSQL of our own on loopback, in a folder that is thrown away."""

import atexit
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import psycopg

DEBIAN = Path("/usr/lib/postgresql")


def programs() -> Path | None:
    """Return the folder of the server's programs, the newest; None without any."""
    found = sorted(DEBIAN.glob("*/bin/initdb"), key=lambda one: int(one.parts[-3]))
    on_path = shutil.which("initdb")
    return found[-1].parent if found else Path(on_path).parent if on_path else None


class Server:
    """Start and stop one server; it is never run by the administrator."""

    def __init__(self, folder: Path, port: int) -> None:
        self.folder, self.port = folder, port
        self.address = f"postgresql://wenlu@127.0.0.1:{port}/postgres"

    @property
    def log(self) -> Path:
        """Return the file the server writes its own log to."""
        return self.folder / "server.log"

    def make(self) -> None:
        """Make the files of a new server."""
        data = str(self.folder / "data")
        self._run("initdb", "-D", data, "-U", "wenlu", "-A", "trust", "--no-sync")

    def start(self) -> None:
        """Start, and wait until it answers."""
        options = f"-p {self.port} -c listen_addresses=127.0.0.1 -c max_connections=60"
        options += f" -c unix_socket_directories={self.folder}"
        options += " -c log_error_verbosity=terse -c log_min_error_statement=panic"
        log = ("-l", str(self.log))
        self._run("pg_ctl", "-D", self._data, *log, "-o", options, "-w", "start")

    def stop(self) -> None:
        """Stop at once, as a crash does."""
        self._run("pg_ctl", "-D", self._data, "-m", "immediate", "-w", "stop")

    @property
    def _data(self) -> str:
        return str(self.folder / "data")

    def _run(self, program: str, *arguments: str) -> None:
        folder = programs()
        assert folder is not None
        user = "postgres" if os.getuid() == 0 else None
        command = [str(folder / program), *arguments]
        subprocess.run(
            command, user=user, cwd=self.folder, check=True, stdout=subprocess.DEVNULL
        )


@contextmanager
def running() -> Iterator[Server]:
    """Give a new server; stop it and throw it away at the end."""
    folder = Path(tempfile.mkdtemp(prefix="wenlu-postgres-"))
    if os.getuid() == 0:
        owner = pwd.getpwnam("postgres")
        os.chown(folder, owner.pw_uid, owner.pw_gid)
    server = Server(folder, _free_port())
    try:
        server.make()
        server.start()
        yield server
        server.stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@cache
def shared() -> Server:
    """Return the server that the tests of this process share."""
    whole = running()
    server = whole.__enter__()
    atexit.register(whole.__exit__, None, None, None)
    return server


def emptied() -> Server:
    """Return the shared server with nothing in it."""
    server = shared()
    with psycopg.connect(server.address, autocommit=True) as db:
        for table in ("sessions", "guards", "counts"):
            db.execute(f"drop table if exists {table}")
    return server


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])
