"""Rewrites the requirements of the wheels in a directory: without their versions, or without them.

As nixpkgs' hook does it, with all that this misses: a name is a pattern of text, looked for as it is written. It has no
end, so that one name is also the beginning of others; "-" and "_" differ; only relaxing passes over capitals; and of the
wheels those are meant that begin with the package's name.
"""

import base64
import hashlib
import pathlib
import re
import sys
import zipfile


def rewritten(metadata, relaxed, removed):
    for line in metadata.split("\n"):
        for name in [r"[a-zA-Z0-9_.-]+"] if relaxed == ["1"] else relaxed:
            line = re.sub(
                rf"(Requires-Dist: {name}\s*(\[[^]]+\])?)[^;]*(;.*)?",
                lambda found: found[1] + (found[3] or ""),
                line,
                count=1,
                flags=re.IGNORECASE,
            )
        if not any(re.search(f"Requires-Dist: {name}", line) for name in removed):
            yield line


def main():
    directory, pname, *lists = sys.argv[1:]
    relaxed, removed = (names.split() for names in lists)
    for wheel in pathlib.Path(directory).glob(re.sub(r"[^a-zA-Z0-9.]", "_", pname) + "*.whl"):
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
