"""Rewrites what wheels say that they require: some names get any version, some are taken out.

It is given a JSON object with the lists "relax" and "remove", then the wheels. Names are compared as Python compares
them (PEP 503): "typing-extensions" is typing_extensions, and "pydantic" is not pydantic-core. nixpkgs' own hook takes
names for patterns of text.
"""

import base64
import csv
import hashlib
import io
import json
import os
import re
import shutil
import sys
import zipfile

FIELD = re.compile(
    r"Requires-Dist\s*:\s*(?P<name>[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)\s*(?P<extras>\[[^\]]*\])?(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)


def canonical(name):
    return re.sub(r"[-_.]+", "-", name).lower()


def rewritten(metadata, relax, remove):
    """The metadata with other requirements; the description after the first empty line is not looked at."""
    header, blank, description = re.match(r"(.*?)((?:\r?\n){2}|\Z)(.*)\Z", metadata, re.DOTALL).groups()
    fields = []
    # A line that begins with a space goes on with the field before it.
    for field in re.split(r"\r?\n(?![ \t])", header):
        match = FIELD.fullmatch(field)
        name = canonical(match["name"]) if match else ""
        if name in remove:
            print(f"without the requirement {field.partition(':')[2].strip()}")
            continue
        # One that names an address asks for no version.
        if name in relax and not match["rest"].lstrip().startswith("@"):
            marker = match["rest"].partition(";")[2].strip()
            relaxed = match["name"] + (match["extras"] or "") + (f"; {marker}" if marker else "")
            print(f"{relaxed} instead of {field.partition(':')[2].strip()}")
            field = f"Requires-Dist: {relaxed}"
        fields.append(field)
    return "\n".join(fields) + blank + description


def listed(record, path, content):
    """RECORD with the digest of one file as it is now (PEP 376)."""
    digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
    lines = io.StringIO()
    writer = csv.writer(lines, lineterminator="\n")
    for row in csv.reader(io.StringIO(record)):
        writer.writerow([path, f"sha256={digest}", len(content)] if row[:1] == [path] else row)
    return lines.getvalue()


def rewrite(wheel, relax, remove):
    with zipfile.ZipFile(wheel) as archive:
        paths = [path for path in archive.namelist() if re.fullmatch(r"[^/]+\.dist-info/METADATA", path)]
        changed = {}
        for path in paths:
            old = archive.read(path)
            new = rewritten(old.decode("utf-8", "surrogateescape"), relax, remove).encode("utf-8", "surrogateescape")
            if new != old:
                record = path[: -len("METADATA")] + "RECORD"
                changed[path] = new
                changed[record] = listed(archive.read(record).decode("utf-8", "surrogateescape"), path, new).encode(
                    "utf-8", "surrogateescape"
                )
        if not changed:
            return
        with zipfile.ZipFile(wheel + ".new", "w") as other:
            for info in archive.infolist():
                content = changed.get(info.filename)
                if content is not None:
                    other.writestr(info, content)
                else:
                    with archive.open(info) as old, other.open(info, "w") as new:
                        shutil.copyfileobj(old, new, 1 << 20)
    os.replace(wheel + ".new", wheel)


def main():
    asked = json.loads(sys.argv[1])
    relax, remove = ({canonical(name) for name in asked[key]} for key in ("relax", "remove"))
    for wheel in sys.argv[2:]:
        rewrite(wheel, relax, remove)


main()
