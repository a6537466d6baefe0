"""Answers each line of questions as Python's packaging does: one JSON list a line in, one text a line out."""

import hashlib
import json
import sys

import packaging._manylinux as manylinux
import packaging._musllinux as musllinux
from packaging import tags
from packaging.markers import InvalidMarker, Marker, UndefinedComparison, UndefinedEnvironmentName
from packaging.pylock import Pylock, PylockSelectError, PylockValidationError
from packaging.requirements import InvalidRequirement, Requirement
from packaging.specifiers import InvalidSpecifier, SpecifierSet
from packaging.utils import InvalidWheelFilename, canonicalize_name, parse_wheel_filename
from packaging.version import InvalidVersion, Version


def sign(answer):
    return "true" if answer else "false"


def joined(values):
    return "[" + "|".join(map(str, values)) + "]"


def compare(a, b):
    a, b = Version(a), Version(b)
    return f"{(a > b) - (a < b)} {a} {b} {a.public} {b.base_version} {sign(a.is_prerelease)} {sign(b.is_postrelease)}"


def match(specifiers, version):
    specifiers, version = SpecifierSet(specifiers), Version(version)
    modes = (None, True, False)
    return f"{specifiers} " + " ".join(sign(specifiers.contains(version, prereleases=mode)) for mode in modes)


def choose(specifiers, versions):
    specifiers, versions = SpecifierSet(specifiers), [Version(v) for v in versions]
    modes = (None, True, False)
    return " ".join(joined(specifiers.filter(versions, prereleases=mode)) for mode in modes)


def marker(text, environments):
    parsed = Marker(text)
    answers = [str(parsed)]
    for environment in environments:
        try:
            answers.append(sign(parsed.evaluate(environment)))
        except (UndefinedComparison, UndefinedEnvironmentName):
            answers.append("undefined")
    return " ".join(answers)


def requirement(text):
    r = Requirement(text)
    extras = sorted(canonicalize_name(extra) for extra in r.extras)
    return f"{canonicalize_name(r.name)} {joined(extras)} {r.specifier} {r.url} {r.marker}"


def wheel(text):
    name, version, build, found = parse_wheel_filename(text)
    return f"{name} {version} {joined(build)} {joined(sorted(map(str, found)))}"


def platforms(system, major, minor, arch):
    if system == "macos":
        return list(tags.mac_platforms((major, minor), arch))
    manylinux._have_compatible_abi = lambda executable, archs: True
    manylinux._get_manylinux_module = lambda: None
    manylinux._get_glibc_version = lambda: manylinux._GLibCVersion(major, minor)
    musllinux._get_musl_version = lambda executable: musllinux._MuslVersion(major, minor)
    module = manylinux if system == "glibc" else musllinux
    return [*module.platform_tags([arch]), f"linux_{arch}"]


def compatible(minor, threaded, system, *platform):
    python, interpreter = (3, minor), f"cp3{minor}"
    where = platforms(system, *platform)
    found = [*tags.cpython_tags(python, [interpreter + ("t" if threaded else "")], where)]
    found += tags.compatible_tags(python, interpreter, where)
    # The whole list would be many megabytes.
    return f"{len(found)} " + hashlib.sha256("\n".join(map(str, found)).encode()).hexdigest()


def pypy(minor, abi, system, *platform):
    python, interpreter = (3, minor), f"pp3{minor}"
    where = platforms(system, *platform)
    found = [*tags.generic_tags(interpreter, [abi], where), *tags.compatible_tags(python, "pp3", where)]
    return f"{len(found)} " + hashlib.sha256("\n".join(map(str, found)).encode()).hexdigest()


def pylock(toml, environment, wanted, extras, groups):
    lock = Pylock.from_dict(toml)
    try:
        chosen = list(
            lock.select(
                environment=environment,
                tags=[tag for text in wanted for tag in tags.parse_tag(text)],
                extras=extras,
                dependency_groups=groups,
            )
        )
    except PylockSelectError:
        return "unselectable"
    return joined(f"{package.name}={getattr(source, 'filename', type(source).__name__)}" for package, source in chosen)


QUESTIONS = {f.__name__: f for f in (compare, match, choose, marker, requirement, wheel, compatible, pypy, pylock)}
INVALID = (InvalidVersion, InvalidSpecifier, InvalidMarker, InvalidRequirement, InvalidWheelFilename, PylockValidationError)

with open(sys.argv[1], encoding="utf-8") as questions, open(sys.argv[2], "w", encoding="utf-8") as answers:
    for line in questions:
        kind, *arguments = json.loads(line)
        try:
            answer = QUESTIONS[kind](*arguments)
        except INVALID:
            answer = "invalid"
        answers.write(json.dumps(answer) + "\n")
