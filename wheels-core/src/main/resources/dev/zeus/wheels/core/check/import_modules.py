"""Imports the modules named after a site directory; run with -I -S, so that nothing else is on the path."""

import importlib
import site
import sys

# -S leaves these out, and packages may expect them.
site.setquit()
site.setcopyright()
site.sethelper()
site.addsitedir(sys.argv[1])

for name in sys.argv[2:]:
    importlib.import_module(name)
