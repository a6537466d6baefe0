// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.python;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Names that Python imports and that people take for names of projects.
 *
 * <pre>{@code
 * ImportNames.project(PackageName.parse("sklearn")); // scikit-learn
 * ImportNames.isStandard(PackageName.parse("asyncio")); // true
 * }</pre>
 *
 * @see <a href="https://docs.python.org/3/library/">The Python Standard Library</a>
 */
public final class ImportNames {
    private static final Map<String, String> PROJECTS = Map.ofEntries(
            Map.entry("attr", "attrs"),
            Map.entry("bs4", "beautifulsoup4"),
            Map.entry("crypto", "pycryptodome"),
            Map.entry("cv2", "opencv-python"),
            Map.entry("dateutil", "python-dateutil"),
            Map.entry("docx", "python-docx"),
            Map.entry("dotenv", "python-dotenv"),
            Map.entry("fitz", "pymupdf"),
            Map.entry("gi", "pygobject"),
            Map.entry("git", "gitpython"),
            Map.entry("google-protobuf", "protobuf"),
            Map.entry("jose", "python-jose"),
            Map.entry("jwt", "pyjwt"),
            Map.entry("magic", "python-magic"),
            Map.entry("mysqldb", "mysqlclient"),
            Map.entry("openssl", "pyopenssl"),
            Map.entry("pil", "pillow"),
            Map.entry("pptx", "python-pptx"),
            Map.entry("serial", "pyserial"),
            Map.entry("skimage", "scikit-image"),
            Map.entry("sklearn", "scikit-learn"),
            Map.entry("usb", "pyusb"),
            Map.entry("win32api", "pywin32"),
            Map.entry("yaml", "pyyaml"),
            Map.entry("zmq", "pyzmq"));

    private static final Set<String> STANDARD =
            Set.of(("abc argparse array ast asyncio base64 bisect bz2 calendar cmath collections concurrent"
                            + " configparser contextlib copy csv ctypes curses dataclasses datetime decimal difflib dis"
                            + " email ensurepip enum errno fcntl fnmatch fractions ftplib functools gc getopt getpass"
                            + " gettext glob graphlib gzip hashlib heapq hmac html http imaplib importlib inspect io"
                            + " ipaddress itertools json linecache locale logging lzma mailbox math mimetypes mmap"
                            + " multiprocessing netrc numbers operator os pathlib pdb pickle pkgutil platform plistlib"
                            + " poplib pprint queue random re readline sched secrets select selectors shelve shlex"
                            + " shutil signal smtplib socket socketserver sqlite3 ssl stat statistics string stringprep"
                            + " struct subprocess sys sysconfig syslog tarfile tempfile textwrap threading time timeit"
                            + " tkinter tokenize tomllib traceback tracemalloc turtle types typing unicodedata unittest"
                            + " urllib uuid venv warnings wave weakref webbrowser wsgiref xml xmlrpc zipfile zipimport"
                            + " zlib zoneinfo")
                    .split(" "));

    private ImportNames() {}

    /**
     * The project that has a module of a name which is not the project's own.
     *
     * @param name the name as one of a project
     * @return the project's name; empty where none is known
     */
    public static Optional<PackageName> project(PackageName name) {
        return Optional.ofNullable(PROJECTS.get(name.value())).map(PackageName::parse);
    }

    /**
     * {@return whether Python itself has a module of a name}
     *
     * @param name the name as one of a project
     */
    public static boolean isStandard(PackageName name) {
        return STANDARD.contains(name.value());
    }
}
