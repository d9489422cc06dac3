"""Who decides: a name or an ORCID iD, given or taken from git."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

from claimgraph.errors import UsageError

_ORCID = re.compile(r"(?:https?://orcid\.org/|orcid:)?(\d{4}-\d{4}-\d{4}-\d{3}[\dX])", re.IGNORECASE)


def author(given: str | None, folder: Path) -> str:
    """Give the name to write into decisions; several are separated by ``|``.

    Raises UsageError for an ORCID iD with a wrong check digit, and if nobody is named.
    """
    named = " ".join((given if given is not None else _from_git(folder)).split())
    if not named:
        raise UsageError(
            "Nobody is named as the one who decides. Say who, with --author NAME or --author ORCID."
        )
    return "|".join(_checked(each.strip()) for each in named.split("|") if each.strip())


def _checked(name: str) -> str:
    if not (found := _ORCID.fullmatch(name)):
        return name
    digits = found[1].upper().replace("-", "")
    # ISO 7064, MOD 11-2.
    total = 0
    for digit in digits[:-1]:
        total = (total + int(digit)) * 2
    check = (12 - total % 11) % 11
    if digits[-1] != ("X" if check == 10 else str(check)):
        raise UsageError(f"--author {name} is no ORCID iD: its last digit does not fit. Correct it.")
    return f"https://orcid.org/{found[1].upper()}"


def _from_git(folder: Path) -> str:
    git = shutil.which("git")
    if git is None:
        return ""
    asked = subprocess.run(  # noqa: S603 - fixed words, no shell
        [git, "config", "user.name"],
        cwd=folder,
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
        timeout=10,
    )
    return asked.stdout.strip() if asked.returncode == 0 else ""
