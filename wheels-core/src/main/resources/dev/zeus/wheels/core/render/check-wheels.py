#
"""Asks an environment of wheels what it is told to, and fails with all that is wrong.

`python check-wheels.py QUESTIONS`: the file has `packages`, each with the `tests` that are asked of it (`abi`, `import`,
`metadata`), and with `whole` the environment is asked, too: whether everything in `modules` is imported, whether files
collide, whether requirements are met.
"""

import faulthandler
import importlib
import importlib.machinery
import importlib.metadata
import json
import pathlib
import sys
import sysconfig

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version


def metadata(package):
    found = importlib.metadata.distribution(package["name"])
    if canonicalize_name(found.metadata["Name"]) != package["name"]:
        yield f"the metadata names {found.metadata['Name']}"
    if Version(found.version) != Version(package["version"]):
        yield f"the metadata says version {found.version}, expected {package['version']}"


def abi(package):
    fitting = tuple(importlib.machinery.EXTENSION_SUFFIXES)
    machine = sysconfig.get_platform().split("-")[-1]
    for file in importlib.metadata.files(package["name"]) or ():
        foreign = ".cpython-" in file.name and file.suffix == ".so" and not file.name.endswith(fitting)
        if foreign:
            yield f"{file} is for another Python; this one loads {', '.join(fitting)}"
    wheel = importlib.metadata.distribution(package["name"]).read_text("WHEEL") or ""
    platforms = {line.split("-")[-1] for line in wheel.splitlines() if line.startswith("Tag:")}
    if platforms and not any(p == "any" or p.endswith((machine, "universal2")) for p in platforms):
        yield f"the wheel is for {', '.join(sorted(platforms))}, this machine is {machine}"


def imported(module):
    try:
        importlib.import_module(module)
    except BaseException as error:
        return error


def said(module, error):
    return f"import {module}: {type(error).__name__}: {error}"


def imports(package):
    for module in package["imports"]:
        if error := imported(module):
            yield said(module, error)


def nobody_brings(name):
    # A module that a package lacks of its own is a defect, so only whole packages count.
    module, parent, places = "", None, None
    for part in name.split("."):
        module = f"{module}.{part}".lstrip(".")
        spec = importlib.machinery.PathFinder.find_spec(module, places)
        if spec is None:
            return parent is None or parent.origin is None
        parent, places = spec, spec.submodule_search_locations or []
    return False


def wanting(error):
    seen = []
    while error is not None and not any(error is other for other in seen):
        if isinstance(error, ModuleNotFoundError) and error.name and nobody_brings(error.name):
            return error.name
        seen.append(error)
        error = error.__cause__ or error.__context__


def came_along(modules):
    # Some want others to be imported before them: what fails is tried once more, after all.
    for module in [module for module in modules if imported(module)]:
        error = imported(module)
        if error and (name := wanting(error)):
            print(f"{module} was not imported: it wants {name}, which nothing here requires")
        elif error:
            yield said(module, error)


def collisions():
    owners = {}
    for distribution in importlib.metadata.distributions():
        for file in distribution.files or ():
            # What nixpkgs has removed again (tests) is in RECORD all the same.
            if (
                "__pycache__" not in file.parts
                and not file.parts[0].endswith(".dist-info")
                and file.locate().exists()
            ):
                content = file.hash.value if file.hash else None
                owners.setdefault(str(file), {})[distribution.metadata["Name"]] = content
    for file, contents in sorted(owners.items()):
        if len(set(contents.values())) > 1:
            yield f"{file} belongs to {' and '.join(sorted(contents))}"


def requirements():
    for distribution in importlib.metadata.distributions():
        for text in distribution.requires or ():
            requirement = Requirement(text)
            if requirement.marker and not requirement.marker.evaluate({"extra": ""}):
                continue
            name = distribution.metadata["Name"]
            try:
                found = importlib.metadata.version(requirement.name)
            except importlib.metadata.PackageNotFoundError:
                yield f"{name} requires {requirement}, which is not there"
                continue
            if not requirement.specifier.contains(found, prereleases=True):
                yield f"{name} requires {requirement}, but there is {found}"


def main():
    faulthandler.enable()
    asked = json.loads(pathlib.Path(sys.argv[1]).read_text())
    questions = {"abi": abi, "import": imports, "metadata": metadata}
    failures = []
    for package in asked["packages"]:
        for test in package["tests"]:
            failures += [f"{package['name']}: {test}: {failure}" for failure in questions[test](package)]
        print(package["name"], "was asked for:", *package["tests"])
    if asked["whole"]:
        failures += came_along(asked["modules"])
        failures += [f"collision: {failure}" for failure in collisions()]
        failures += [f"requirement: {failure}" for failure in requirements()]
        print("the environment was asked for: imports, collisions, requirements")
    if failures:
        sys.exit("\n".join(failures))


if __name__ == "__main__":
    main()
