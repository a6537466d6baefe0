"""The questions of Standards.java to Python's packaging: a line each with its name, milliseconds and answer."""

import sys
import time

from packaging.markers import Marker
from packaging.specifiers import SpecifierSet
from packaging.version import Version


def lines(name):
    with open(f"{sys.argv[1]}/{name}.txt", encoding="utf-8") as file:
        return file.read().splitlines()


def environment(i):
    python = f"3.{8 + i % 7}"
    mac = i // 7 % 3 == 0
    return {
        "implementation_name": "cpython",
        "implementation_version": f"{python}.{i}",
        "os_name": "posix",
        "platform_machine": "x86_64" if i % 2 == 0 else "arm64" if mac else "aarch64",
        "platform_python_implementation": "CPython",
        "platform_release": f"6.1.{i}",
        "platform_system": "Darwin" if mac else "Linux",
        "platform_version": "",
        "python_full_version": f"{python}.{i}",
        "python_version": python,
        "sys_platform": "darwin" if mac else "linux",
        "extra": "all" if i % 5 == 0 else "",
    }


def parse_and_sort(texts):
    versions = sorted([Version(text) for text in texts])
    return f"{versions[0]} {versions[len(versions) // 2]} {versions[-1]}"


def match(specifiers, candidates):
    return sum(specifier.contains(candidate) for specifier in specifiers for candidate in candidates)


def evaluate(markers, environments):
    return sum(marker.evaluate(environment) for marker in markers for environment in environments)


def measure(name, question, *inputs):
    times = []
    for _ in range(3):
        start = time.perf_counter()
        answer = question(*inputs)
        times.append(time.perf_counter() - start)
    print(name, 1000 * min(times), answer)


measure("parseAndSort", parse_and_sort, lines("versions"))
measure("match", match, [SpecifierSet(t) for t in lines("specifiers")], [Version(t) for t in lines("candidates")])
measure("evaluate", evaluate, [Marker(t) for t in lines("markers")], [environment(i) for i in range(1000)])
