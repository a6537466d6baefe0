"""Imports the modules named after a site directory; run with -I -S, so that nothing else is on the path.

Ends with a line for each module that failed: its name, and the top-level module that it misses, or "-".
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

failures = []
for name in sys.argv[2:]:
    try:
        importlib.import_module(name)
    except BaseException as error:
        traceback.print_exc()
        top = (getattr(error, "name", None) or "").split(".")[0]
        absent = isinstance(error, ModuleNotFoundError) and top and importlib.util.find_spec(top) is None
        said = traceback.format_exception_only(type(error), error)[-1].strip().replace("\n", " ")
        failures.append((name, top if absent else "-", said))

sys.stdout.flush()
sys.stderr.flush()
for name, absent, said in failures:
    print("wheels-check:", name, absent, said)
sys.stdout.flush()
sys.exit(3 if failures else 0)
