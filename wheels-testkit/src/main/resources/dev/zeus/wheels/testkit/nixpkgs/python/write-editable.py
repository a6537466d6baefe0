"""Writes a wheel that only points to where source lies."""

import base64
import hashlib
import json
import pathlib
import re
import sys
import zipfile

told = json.loads(sys.argv[1])
name = re.sub(r"[-_.]+", "_", told["pname"])
info = f"{name}-{told['version']}.dist-info"
points = "\n".join(
    f"[{group}]\n" + "".join(f"{key} = {value}\n" for key, value in entries.items())
    for group, entries in told["entryPoints"].items()
    if entries
)
root = told["root"]
files = {
    f"_{told['pname']}.pth": f'import os.path, sys; sys.path.insert(0, os.path.expandvars("{root}"))\n',
    f"{info}/METADATA": "Metadata-Version: 2.1\n"
    + f"Name: {told['pname']}\nVersion: {told['version']}\n"
    + "".join(f"Requires-Dist: {each}\n" for each in told["requires"]),
    f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: fixture\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    f"{info}/entry_points.txt": points,
}


def line(path, text):
    digest = base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b"=").decode()
    return f"{path},sha256={digest},{len(text.encode())}\n"


pathlib.Path("dist").mkdir()
with zipfile.ZipFile(f"dist/{name}-{told['version']}-py3-none-any.whl", "w") as wheel:
    for path, text in files.items():
        wheel.writestr(path, text)
    record = "".join(line(path, text) for path, text in files.items()) + f"{info}/RECORD,,\n"
    wheel.writestr(f"{info}/RECORD", record)
