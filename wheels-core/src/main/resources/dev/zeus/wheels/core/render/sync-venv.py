"""Gives a virtual environment what is locked: python sync-venv.py REQUIREMENTS RECORD [WHEELS]

It installs the requirements with their hashes, out of the folder WHEELS if that is given, and uninstalls what the
requirements of the time before, which RECORD holds, had installed beyond that. What its user has installed stays.
"""

import pathlib
import subprocess
import sys

from pip._vendor.packaging.requirements import Requirement
from pip._vendor.packaging.utils import canonicalize_name

# A user who removes it no longer gets its help.
KEPT = {"pip"}


def installed(text):
    """The names of the requirements that are for this interpreter."""
    names = set()
    for line in text.replace("\\\n", " ").splitlines():
        line = line.split(" #")[0].split(" --hash")[0].strip()
        if line and not line.startswith(("#", "-")):
            requirement = Requirement(line)
            if requirement.marker is None or requirement.marker.evaluate():
                names.add(canonicalize_name(requirement.name))
    return names


def pip(command, *arguments):
    subprocess.run(
        [sys.executable, "-m", "pip", command, "--disable-pip-version-check", *arguments],
        check=True,
    )


def main(requirements, record, wheels=None):
    text = pathlib.Path(requirements).read_text(encoding="utf-8")
    record = pathlib.Path(record)
    offline = ["--no-index", "--find-links", wheels] if wheels else []
    # What is interrupted leaves behind what both had: the next time knows of all that may be there.
    former = record.read_text(encoding="utf-8") if record.exists() else ""
    record.write_text(former + text, encoding="utf-8")
    if installed(text):
        pip("install", "--require-hashes", "--no-deps", *offline, "-r", requirements)
    gone = installed(former) - installed(text) - KEPT
    if gone:
        pip("uninstall", "--yes", *sorted(gone))
    record.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    try:
        main(*sys.argv[1:])
    except subprocess.CalledProcessError as error:
        sys.exit(error.returncode)
