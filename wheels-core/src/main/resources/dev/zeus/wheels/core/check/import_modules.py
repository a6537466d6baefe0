"""Imports the modules of one package from a site directory; run with -I -S, so that nothing else is on the path.

Arguments: the site directory; the descriptor that holds a token; the one that takes the answer; the parts of the site
directory that are on the path, separated by commas, or an empty one if all of it is one place; the modules. The answer
is one line of JSON for each module as soon as it was tried: its name, and if it failed the module that it misses where
nothing installs that or what is around it, or "-", and the words of the error. The last line has the token, which stays
unread until all imports are done, and how many modules were tried. Nothing runs after the answer, whatever the modules
have registered for the end.
"""

import importlib
import importlib.util
import json
import os
import site
import sys
import traceback

path, token, answer = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
parts = sys.argv[4].split(",") if sys.argv[4] else []
names = sys.argv[5:]
del sys.argv[1:]
for descriptor in (token, answer):
    os.set_inheritable(descriptor, False)
read, write, leave, dumps = os.read, os.write, os._exit, json.dumps

# -S leaves these out, and packages may expect them.
site.setquit()
site.setcopyright()
site.sethelper()
if parts:
    # As Nix builds: each package is in a place of its own, ahead of Python's modules, and no .pth file is read.
    sys.path[:0] = [os.path.join(path, part) for part in parts]
    # Nor is there a home, nor a program that nobody asked for (GitPython looks for git).
    os.environ.update(HOME="/dev/null/home", PATH="/dev/null/bin")
else:
    site.addsitedir(path)


def absent(missing):
    """The first part of a module's name that is not there, below namespaces only; "-" if a package lacks it."""
    parts = missing.split(".")
    for end in range(1, len(parts) + 1):
        name = ".".join(parts[:end])
        spec = importlib.util.find_spec(name)
        if spec is None:
            return name
        if spec.origin is not None:
            break
    return "-"


def wanting(error):
    """The absent module that an error comes from; packages like to say in words of their own which extra has it."""
    seen = []
    while error is not None and not any(error is other for other in seen):
        if isinstance(error, ModuleNotFoundError) and error.name and absent(error.name) != "-":
            return absent(error.name)
        seen.append(error)
        error = error.__cause__ or error.__context__
    return "-"


def tell(line):
    text = dumps(line).encode() + b"\n"
    while text:
        text = text[write(answer, text) :]


failed = False
for name in names:
    line = [name]
    try:
        importlib.import_module(name)
    except BaseException as error:
        failed = True
        traceback.print_exc()
        said = traceback.format_exception_only(type(error), error)[-1].strip().replace("\n", " ")
        line += [wanting(error), said[:2000]]
    tell(line)

for stream in (sys.stdout, sys.stderr):
    try:
        stream.flush()
    except (AttributeError, OSError, ValueError):
        pass
tell({"token": read(token, 64).decode(), "tried": len(names)})
leave(3 if failed else 0)
