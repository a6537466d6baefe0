"""Fails if a binary needs a library that nothing provides.

Stands in for patching: the host's loader finds the libraries of the host, so only the question remains that nixpkgs'
hook asks, whether all that is needed was declared.
"""

import fnmatch
import pathlib
import struct
import sys

C_LIBRARY = {
    "libBrokenLocale.so.1", "libanl.so.1", "libc.so.6", "libdl.so.2", "libm.so.6",
    "libmvec.so.1", "libnsl.so.1", "libpthread.so.0", "libresolv.so.2", "librt.so.1", "libthread_db.so.1",
    "libutil.so.1", "ld-linux-x86-64.so.2", "ld-linux-aarch64.so.1",
}  # fmt: skip
PT_LOAD, PT_DYNAMIC = 1, 2
DT_NEEDED, DT_STRTAB = 1, 5


def needed(path):
    """The names in DT_NEEDED of a 64-bit little-endian ELF file; none of any other file."""
    data = path.read_bytes()
    if data[:6] != b"\x7fELF\x02\x01":
        return []
    start, size, count = struct.unpack_from("<Q", data, 32)[0], *struct.unpack_from("<HH", data, 54)
    segments = [struct.unpack_from("<IIQQQQ", data, start + n * size) for n in range(count)]
    loads = [(address, offset, length) for kind, _, offset, address, _, length in segments if kind == PT_LOAD]
    entries = []
    for kind, _, offset, _, _, length in segments:
        if kind == PT_DYNAMIC:
            entries = list(struct.iter_unpack("<QQ", data[offset : offset + length - length % 16]))
    tables = [value for tag, value in entries if tag == DT_STRTAB]
    names = []
    for tag, value in entries:
        if tag == DT_NEEDED:
            place = tables[0] + value
            for address, offset, length in loads:
                if address <= place < address + length:
                    begin = place - address + offset
                    names.append(data[begin : data.index(b"\0", begin)].decode())
                    break
    return names


def main():
    root, ignored, *directories = sys.argv[1:]
    # Below what was added to the search path libraries may be anywhere.
    split = directories.index("--")
    found = [path for place in directories[:split] if pathlib.Path(place).is_dir() for path in pathlib.Path(place).iterdir()]
    found += [path for place in directories[split + 1 :] for path in pathlib.Path(place).rglob("*.so*")]
    files = [path for path in pathlib.Path(root).rglob("*") if path.is_file() and not path.is_symlink()]
    provided = C_LIBRARY | {path.name for path in files + found}
    missing = []
    for path in files:
        if path.suffix == ".so" or ".so." in path.name or path.parent.name == "bin":
            for name in needed(path):
                if name not in provided and not any(fnmatch.fnmatch(name, glob) for glob in ignored.split()):
                    missing.append(f"{path.relative_to(root)} needs {name}")
    if missing:
        sys.exit("auto-patchelf: no library among the build inputs:\n  " + "\n  ".join(sorted(missing)))


main()
