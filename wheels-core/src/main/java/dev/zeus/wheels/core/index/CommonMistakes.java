package dev.zeus.wheels.core.index;

import dev.zeus.wheels.core.http.SafeUrl;
import dev.zeus.wheels.python.PackageName;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Names that people ask an index for though they mean something else: import names and the standard library. */
final class CommonMistakes {
    private static final Set<String> STANDARD_LIBRARY = Set.of(
            "abc",
            "argparse",
            "array",
            "ast",
            "asyncio",
            "base64",
            "bisect",
            "bz2",
            "calendar",
            "collections",
            "copy",
            "csv",
            "ctypes",
            "dataclasses",
            "datetime",
            "decimal",
            "difflib",
            "email",
            "enum",
            "fractions",
            "functools",
            "gc",
            "glob",
            "gzip",
            "hashlib",
            "heapq",
            "hmac",
            "html",
            "http",
            "importlib",
            "inspect",
            "io",
            "ipaddress",
            "itertools",
            "json",
            "logging",
            "lzma",
            "math",
            "mimetypes",
            "multiprocessing",
            "operator",
            "os",
            "pathlib",
            "pickle",
            "platform",
            "pprint",
            "queue",
            "random",
            "re",
            "secrets",
            "select",
            "shelve",
            "shutil",
            "signal",
            "socket",
            "sqlite3",
            "ssl",
            "statistics",
            "string",
            "struct",
            "subprocess",
            "sys",
            "tarfile",
            "tempfile",
            "textwrap",
            "threading",
            "time",
            "tkinter",
            "tomllib",
            "traceback",
            "types",
            "typing",
            "unittest",
            "urllib",
            "uuid",
            "venv",
            "warnings",
            "weakref",
            "xml",
            "zipfile",
            "zlib",
            "zoneinfo");

    private static final Map<String, String> IMPORT_NAMES = Map.ofEntries(
            Map.entry("attr", "attrs"),
            Map.entry("bs4", "beautifulsoup4"),
            Map.entry("cv2", "opencv-python"),
            Map.entry("dateutil", "python-dateutil"),
            Map.entry("dotenv", "python-dotenv"),
            Map.entry("google-protobuf", "protobuf"),
            Map.entry("jwt", "pyjwt"),
            Map.entry("pil", "pillow"),
            Map.entry("serial", "pyserial"),
            Map.entry("skimage", "scikit-image"),
            Map.entry("sklearn", "scikit-learn"),
            Map.entry("yaml", "pyyaml"),
            Map.entry("zmq", "pyzmq"));

    private CommonMistakes() {}

    static String hint(PackageName name, IndexSource source) {
        if (STANDARD_LIBRARY.contains(name.value())) {
            return "\"" + name + "\" is part of Python's standard library; remove its declaration";
        }
        return Optional.ofNullable(IMPORT_NAMES.get(name.value()))
                .map(real -> "\"" + name + "\" is an import name; the project is called \"" + real + "\"")
                .orElse("correct the name, or declare the source that has it; asked was \"" + SafeUrl.of(source.url())
                        + "\"");
    }
}
