"""Where files live: what is shipped beside the package, and the user's own folders."""

from __future__ import annotations

from pathlib import Path

APPLICATION = "briefing"
_PACKAGE = Path(__file__).resolve().parent


def is_there(path: Path) -> bool:
    """Tell whether there is a file or folder; one that may not be looked at counts as there, an impossible name not."""
    try:
        return path.exists()
    except PermissionError:
        return True
    except OSError:
        return False


def data_folder() -> Path:
    """Return the folder that holds the shipped ``config.yaml``, ``themes`` and ``seeds``.

    That is ``_data`` inside the package where it is installed, else the checkout above the package.
    """
    installed = _PACKAGE / "_data"
    return installed if installed.is_dir() else _PACKAGE.parent


def shipped_config() -> Path:
    """Return the shipped ``config.yaml``."""
    return data_folder() / "config.yaml"


def shipped_themes() -> Path:
    """Return the folder of shipped themes."""
    return data_folder() / "themes"


def shipped_seeds() -> Path:
    """Return the folder of shipped articles."""
    return data_folder() / "seeds"


def shipped_knowledge() -> Path:
    """Return the folder of the tables of knowledge."""
    return _PACKAGE / "knowledge"


def user_config_folder() -> Path:
    """Return the user's configuration folder on this platform; it need not exist."""
    import platformdirs  # noqa: PLC0415 - kept out of start-up where no folder of the user's is asked for

    return platformdirs.user_config_path(APPLICATION, appauthor=False)


def user_config() -> Path:
    """Return the user's ``config.yaml``; it need not exist."""
    return user_config_folder() / "config.yaml"


def user_preferences() -> Path:
    """Return the file of what was chosen in the dashboard, which only the program writes; it need not exist."""
    return user_config_folder() / "preferences.yaml"


def user_themes() -> Path:
    """Return the folder of the user's own themes; it need not exist."""
    return user_config_folder() / "themes"


def user_knowledge() -> Path:
    """Return the folder of the user's own tables of knowledge; it need not exist."""
    return user_config_folder() / "knowledge"


def user_memory() -> Path:
    """Return the file in which runs leave what the next one begins with, beside the library; it need not exist."""
    return user_library().with_name("memory.sqlite3")


def user_library() -> Path:
    """Return the file that keeps what was read, in the user's data folder on this platform; it need not exist."""
    import platformdirs  # noqa: PLC0415 - kept out of start-up where no folder of the user's is asked for

    return platformdirs.user_data_path(APPLICATION, appauthor=False) / "library.sqlite3"
