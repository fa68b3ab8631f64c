"""Checks that sdist and wheel hold every data file of the checkout: CHECKOUT SDIST WHEEL."""

import sys
import tarfile
import zipfile
from pathlib import Path

DATA_FOLDERS = ("themes", "seeds")
PACKAGE_DATA = (".tcss", ".css", ".html", ".js", ".yaml", ".typed")


def data_files(checkout: Path) -> list[str]:
    """Return the data files of the checkout, as paths below it."""
    files = [checkout / "config.yaml"]
    files += [file for folder in DATA_FOLDERS for file in (checkout / folder).rglob("*") if file.is_file()]
    files += [file for file in (checkout / "briefing").rglob("*") if file.suffix in PACKAGE_DATA]
    return sorted(file.relative_to(checkout).as_posix() for file in files)


def place_in_wheel(name: str) -> str:
    """Return where a file of the checkout stands in the wheel."""
    return name if name.startswith("briefing/") else f"briefing/_data/{name}"


def main(checkout: Path, sdist: Path, wheel: Path) -> int:
    """Say what is missing and return the exit code."""
    wanted = data_files(checkout)
    with tarfile.open(sdist) as archive:
        in_sdist = {name.partition("/")[2] for name in archive.getnames()}
    with zipfile.ZipFile(wheel) as archive:
        in_wheel = set(archive.namelist())
    missing = [f"sdist: {name}" for name in wanted if name not in in_sdist]
    missing += [f"wheel: {name}" for name in wanted if place_in_wheel(name) not in in_wheel]
    if not any(name.endswith(".data/data/share/man/man1/briefing.1") for name in in_wheel):
        missing.append("wheel: the man page")
    kinds = (".tcss", ".css", "themes/", "seeds/", "briefing/knowledge/")
    missing += [f"checkout: nothing of {kind}" for kind in kinds if not any(kind in name for name in wanted)]
    for line in missing:
        print("missing in", line)
    print(f"{len(wanted)} data files looked for in sdist and wheel")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:])))
