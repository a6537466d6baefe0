"""Rewrites the requirements of the wheels in a directory: without their versions, or without them."""

import base64
import hashlib
import pathlib
import sys
import zipfile

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name


def rewritten(metadata, relaxed, removed):
    for line in metadata.split("\n"):
        field, _, text = line.partition(":")
        if field == "Requires-Dist":
            requirement = Requirement(text.strip())
            name = canonicalize_name(requirement.name)
            if name in removed or "1" in removed:
                continue
            if name in relaxed or "1" in relaxed:
                requirement.specifier = type(requirement.specifier)()
            line = f"Requires-Dist: {requirement}"
        yield line


def main():
    directory, *lists = sys.argv[1:]
    relaxed, removed = ({canonicalize_name(name) for name in names.split()} for names in lists)
    for wheel in pathlib.Path(directory).glob("*.whl"):
        with zipfile.ZipFile(wheel) as archive:
            files = [(info, archive.read(info)) for info in archive.infolist()]
        changed = {}
        for info, data in files:
            if info.filename.endswith(".dist-info/METADATA") and info.filename.count("/") == 1:
                changed[info.filename] = "\n".join(rewritten(data.decode(), relaxed, removed)).encode()
        for info, data in files:
            if info.filename.endswith(".dist-info/RECORD") and info.filename.count("/") == 1:
                lines = data.decode().splitlines()
                for name, new in list(changed.items()):
                    digest = base64.urlsafe_b64encode(hashlib.sha256(new).digest()).rstrip(b"=").decode()
                    lines = [
                        f"{name},sha256={digest},{len(new)}" if line.startswith(name + ",") else line for line in lines
                    ]
                changed[info.filename] = ("\n".join(lines) + "\n").encode()
        wheel.chmod(0o644)
        with zipfile.ZipFile(wheel, "w") as archive:
            for info, data in files:
                archive.writestr(info, changed.get(info.filename, data))


main()
