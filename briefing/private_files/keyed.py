"""Data in a file that counts only under the key it was written with, as a ``.pyc`` does, and only undamaged."""

from __future__ import annotations

import hashlib
import os
import tempfile
from contextlib import suppress
from pathlib import Path

_DIGEST_BYTES = 32


def digest(data: bytes) -> bytes:
    """Return a sum of 32 bytes, as keys are."""
    return hashlib.blake2b(data, digest_size=_DIGEST_BYTES).digest()


def read(file: Path, key: bytes) -> bytes | None:
    """Return what was written under a key, or null where that was not, or where it is damaged."""
    try:
        data = file.read_bytes()
    except OSError:
        return None
    total, body = data[_DIGEST_BYTES : 2 * _DIGEST_BYTES], data[2 * _DIGEST_BYTES :]
    return body if data.startswith(key) and total == digest(body) else None


def write(file: Path, key: bytes, body: bytes) -> None:
    """Write data under a key, for the user alone, whole or not at all; where it cannot be written, that is no error."""
    with suppress(OSError):
        handle, name = tempfile.mkstemp(prefix=file.name, dir=file.parent)
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(key + digest(body) + body)
            Path(name).replace(file)
        except OSError:
            Path(name).unlink(missing_ok=True)
