"""Imports the modules named after a site directory; run with -I -S, so that nothing else is on the path.

Ends with a line for each module that failed: its name, and the module that it misses where nothing installs that
or what is around it, or "-". The last line counts them, so that a process that ended before is not taken for one
that had nothing to say.
"""

import importlib
import importlib.util
import site
import sys
import traceback

# -S leaves these out, and packages may expect them.
site.setquit()
site.setcopyright()
site.sethelper()
site.addsitedir(sys.argv[1])


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


failures = []
for name in sys.argv[2:]:
    try:
        importlib.import_module(name)
    except BaseException as error:
        traceback.print_exc()
        said = traceback.format_exception_only(type(error), error)[-1].strip().replace("\n", " ")
        failures.append((name, wanting(error), said))

sys.stdout.flush()
sys.stderr.flush()
print()
for failure in failures:
    print("wheels-check:", *failure)
print("wheels-check-end:", len(failures))
sys.stdout.flush()
sys.exit(3 if failures else 0)
