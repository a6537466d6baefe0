"""Makes the Python programs of a package find what it depends on."""

import pathlib
import sys

directory, python, *sites = sys.argv[1:]
for program in pathlib.Path(directory).iterdir():
    head, newline, body = program.read_bytes().partition(b"\n")
    if head.startswith(b"#!") and b"python" in head:
        path = f"import functools, site; functools.reduce(lambda k, p: site.addsitedir(p, k), {sites!r}, site._init_pathinfo())\n"
        program.write_bytes(f"#!{python}\n{path}".encode() + body)
