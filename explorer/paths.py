"""Where the bundled resources and the reader's own files are."""

from __future__ import annotations

import os
from pathlib import Path

APP = "secure-communities-explorer"
_OVERRIDE = "SECURE_COMMUNITIES_DATA"


class MissingResources(RuntimeError):  # noqa: N818 - it says what is the matter
    """The bundled content is not beside the program; the message says where it was looked for."""


def resources() -> Path:
    """The folder of bundled resources: inside an installed package, else beside it in a checkout."""
    package = Path(__file__).resolve().parent
    for folder in (package / "resources", package.parent / "resources"):
        if (folder / "content").is_dir():
            return folder
    raise MissingResources(
        f"The bundled content is missing: neither {package / 'resources'} nor"
        f" {package.parent / 'resources'} holds a folder 'content'. Please install the program again."
    )


def use_data_dir(folder: Path) -> None:
    """Keep everything of the reader's in *folder*, for shared or portable machines."""
    os.environ[_OVERRIDE] = str(folder.expanduser().resolve())


def data_dir() -> Path:
    """Notes, answers and packs of the reader."""
    return _folder("data")


def config_dir() -> Path:
    """Settings of the reader."""
    return _folder("config")


def cache_dir() -> Path:
    """Files that the program can make again at any time."""
    return _folder("cache")


def log_dir() -> Path:
    """The rotating log."""
    return _folder("log")


def _folder(kind: str) -> Path:
    """The platform's folder of a kind; it is not made here."""
    chosen = os.environ.get(_OVERRIDE)
    if chosen:
        return Path(chosen) / kind
    import platformdirs  # the first look costs some milliseconds: only when asked

    return Path(getattr(platformdirs, f"user_{kind}_path")(APP, appauthor=False))


def refusal(folder: Path) -> str:
    """Why nothing can be kept in a folder, in the system's words; empty where it can."""
    import tempfile  # not before the first picture

    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return ""
    except OSError as error:
        return error.strerror or str(error)


def write_whole(file: Path, data: bytes, keep_old: bool = False) -> None:
    """Replace *file* by *data*: after a crash or a full disk either the old or the new is there.

    With *keep_old* the version before stays beside it, with ``.bak`` at the end of its name.
    An :class:`OSError` says why it could not be written; then nothing has changed.
    """
    import tempfile  # only where something is written

    file.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}-")
    scrap = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        if keep_old and file.exists():
            file.with_name(file.name + ".bak").write_bytes(file.read_bytes())
        scrap.replace(file)
    except BaseException:
        scrap.unlink(missing_ok=True)
        raise
