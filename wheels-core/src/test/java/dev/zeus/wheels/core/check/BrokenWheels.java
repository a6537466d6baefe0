// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.check;

import dev.zeus.wheels.Platform;
import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.testkit.BuiltWheel;
import dev.zeus.wheels.testkit.MachOBytes;
import dev.zeus.wheels.testkit.NativeBytes;
import dev.zeus.wheels.testkit.WheelBuilder;
import dev.zeus.wheels.testkit.ZipBytes;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Wheels that are broken in one way each, with the check and the code that must tell. */
final class BrokenWheels {
    static final Target LINUX = new Target("3.12", Platform.X86_64_LINUX, "2.39");
    static final Target MAC = new Target("3.12", Platform.AARCH64_DARWIN, "14.0");

    private static final String INFO = "demo-1.0.dist-info/";
    static final String MODULE = "demo/_core.cpython-312-x86_64-linux-gnu.so";
    private static final String LINUX_TAGS = "cp312-cp312-manylinux_2_17_x86_64";

    /** A target as old as the tags allow, where the test is what it has: the floor of a newer one would do. */
    private static Target target(String file, String code) {
        boolean mac = file.contains("macosx");
        if (!code.equals("C235") && !code.equals("C237")) {
            return mac ? MAC : LINUX;
        }
        String floor = mac ? "11.0" : file.contains("2_28") ? "2.28" : "2.17";
        return new Target("3.12", mac ? Platform.AARCH64_DARWIN : Platform.X86_64_LINUX, floor);
    }

    /** A wheel, and what must be found. */
    record Case(String name, Target target, BuiltWheel wheel, Check check, String code) {
        @Override
        public String toString() {
            return name;
        }
    }

    private final List<Case> cases = new ArrayList<>();

    private BrokenWheels() {}

    static List<Case> all() {
        BrokenWheels broken = new BrokenWheels();
        broken.archives();
        broken.layouts();
        broken.paths();
        broken.dataDirectories();
        broken.wheelFiles();
        broken.metadata();
        broken.entryPoints();
        broken.linux();
        broken.stableAbi();
        broken.macos();
        broken.tags();
        return broken.cases;
    }

    private void add(String name, BuiltWheel wheel, Check check, String code) {
        cases.add(new Case(name, target(wheel.filename(), code), wheel, check, code));
    }

    static WheelBuilder demo() {
        return WheelBuilder.of("demo", "1.0")
                .file("demo/__init__.py", "VALUE = 1\n")
                .file("demo/a.py", "A = 1\n");
    }

    /** With a file that was compiled for some tags. */
    static WheelBuilder compiled(String tags, String path, NativeBytes file) {
        return demo().tags(tags).file(path, file.build());
    }

    private static BuiltWheel bytes(byte[] bytes) {
        BuiltWheel wheel = demo().build();
        return new BuiltWheel(
                wheel.project(), wheel.version(), wheel.filename(), bytes, wheel.metadata(), wheel.requiresPython());
    }

    private void archive(String name, byte[] bytes) {
        add(name, bytes(bytes), Check.ARCHIVE, "X503");
    }

    private void zip(String name, UnaryOperator<ZipBytes> change) {
        archive(name, change.apply(ZipBytes.of(demo().build())).build());
    }

    private static byte[] set(byte[] bytes, int fromEnd, int value) {
        bytes[bytes.length - fromEnd] = (byte) value;
        return bytes;
    }

    private void archives() {
        byte[] whole = demo().build().bytes();
        archive("nothing at all", new byte[0]);
        archive("no archive", "x".repeat(500).getBytes(StandardCharsets.UTF_8));
        archive("cut by one byte", java.util.Arrays.copyOf(whole, whole.length - 1));
        archive("cut in half", java.util.Arrays.copyOf(whole, whole.length / 2));
        archive("a byte behind its end", java.util.Arrays.copyOf(whole, whole.length + 1));
        zip("a comment", zip -> zip.comment("hidden"));
        archive("several disks", set(whole.clone(), 18, 1));
        archive("more entries promised than there are", set(set(whole.clone(), 12, 99), 14, 99));
        archive("a directory that begins elsewhere", set(whole.clone(), 6, 1));
    }

    private void layouts() {
        zip("a program before its start", zip -> zip.prefix("#!/bin/sh\n"));
        zip("an entry that the directory does not list", zip -> zip.with("demo/a.py", ZipBytes.Part::hidden));
        zip("bytes between two entries", zip -> zip.with("demo/a.py", part -> part.after(new byte[] {1, 2, 3})));
        zip("bytes before the directory", zip -> zip.beforeDirectory("hidden"));
        zip("another name in the entry's header", zip -> zip.with("demo/a.py", part -> part.local("demo/b.py")));
        zip("another checksum in the entry's header", zip -> zip.with("demo/a.py", part -> part.localCrc(1)));
        zip("another size in the entry's header", zip -> zip.with("demo/a.py", part -> part.localSize(1)));
        zip("an encrypted entry", zip -> zip.with("demo/a.py", part -> part.flags(1)));
        zip("an entry compressed by bzip2", zip -> zip.with("demo/a.py", part -> part.method(12)));
        zip("a link", zip -> zip.with("demo/a.py", part -> part.mode(0120777)));
        for (int kind : new int[] {0010000, 0020000, 0060000, 0140000}) {
            zip(
                    "a mode of " + Integer.toOctalString(kind),
                    zip -> zip.with("demo/a.py", part -> part.mode(kind | 0644)));
        }
        byte[] none = new byte[0];
        byte[] name = field(0x7075, "\1....demo/z.py".getBytes(StandardCharsets.UTF_8));
        byte[] sizes = field(1, new byte[0]);
        byte[] twice =
                ByteBuffer.allocate(2 * sizes.length).put(sizes).put(sizes).array();
        zip("a second name in the directory", zip -> zip.with("demo/a.py", part -> part.extra(name, none)));
        zip("a second name in the entry's header", zip -> zip.with("demo/a.py", part -> part.extra(none, name)));
        zip("sizes twice in the directory", zip -> zip.with("demo/a.py", part -> part.extra(twice, none)));
        zip("sizes twice in the entry's header", zip -> zip.with("demo/a.py", part -> part.extra(none, twice)));
        zip("an entry twice", zip -> zip.add("demo/a.py", "B = 2\n"));
        add(
                "an entry that is not deflated as it says",
                bytes(ZipBytes.of(demo().build())
                        .with("demo/a.py", part -> part.method(8))
                        .build()),
                Check.RECORD,
                "X503");
        add(
                "a checksum that is not the content's",
                bytes(ZipBytes.of(demo().build())
                        .with("demo/a.py", part -> part.crc(7))
                        .build()),
                Check.RECORD,
                "X503");
    }

    private static byte[] field(int id, byte[] content) {
        return ByteBuffer.allocate(4 + content.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) id)
                .putShort((short) content.length)
                .put(content)
                .array();
    }

    private void dataDirectories() {
        for (String path : List.of("demo-1.0.data/pwned/x", "demo-1.0.data/x", "demo-1.0.data/Purelib/x.py")) {
            add("the data file " + path, demo().file(path, "x").build(), Check.ARCHIVE, "C213");
        }
        add(
                "the data of another project",
                demo().file("other-1.0.data/purelib/x.py", "").build(),
                Check.ARCHIVE,
                "C213");
    }

    private void paths() {
        for (String path : List.of("../demo.py", "/demo.py", "demo/../a.py", "demo//b.py", "./demo.py", "C:/demo.py")) {
            zip(
                    "the path " + path,
                    zip -> zip.with("demo/a.py", part -> part.named(path.getBytes(StandardCharsets.UTF_8))));
        }
        zip("a path with a backslash", zip -> zip.add("demo\\b.py", ""));
        zip("a path with a zero", zip -> zip.add("demo/b\0.py", ""));
        zip(
                "a path that is not UTF-8",
                zip -> zip.with("demo/a.py", part -> part.named(new byte[] {'d', (byte) 0xff})));
        zip(
                "an empty path",
                zip -> zip.with(
                        "demo/a.py", part -> part.named(new byte[] {' '}).local("")));
        add("two paths that differ by case", demo().file("demo/A.py", "").build(), Check.ARCHIVE, "C211");
        add(
                "two paths that differ by Unicode form",
                demo().file("demo/\u00e4.py", "").file("demo/a\u0308.py", "").build(),
                Check.ARCHIVE,
                "C211");
        add(
                "a directory with a content",
                bytes(ZipBytes.of(demo().build()).add("demo/data/", "x").build()),
                Check.ARCHIVE,
                "C212");
        add("a file where a directory is", demo().file("demo/a.py/b.py", "").build(), Check.ARCHIVE, "C212");
        add("no metadata", bytes(without("METADATA")), Check.ARCHIVE, "X504");
        add(
                "two distributions",
                demo().file("other-1.0.dist-info/METADATA", "Metadata-Version: 2.1\n")
                        .build(),
                Check.ARCHIVE,
                "X504");
    }

    private static byte[] without(String file) {
        return ZipBytes.of(demo().build()).without(INFO + file).build();
    }

    private void record(String name, String record, String code) {
        add(name, demo().record(record).build(), Check.RECORD, code);
    }

    private void wheelFiles() {
        add("no RECORD", bytes(without("RECORD")), Check.RECORD, "C201");
        record("a RECORD that is no table", "demo/__init__.py\n", "C201");
        record("a RECORD with a line twice", INFO + "RECORD,,\n" + INFO + "RECORD,,\n", "C202 C203");
        record("a RECORD without a file", INFO + "RECORD,,\n", "C203");
        record("a RECORD without a digest", "demo/__init__.py,,\n", "C205 C203");
        record("a RECORD with a weak digest", "demo/__init__.py,md5=AAAA,\n", "C205 C203");
        record("a RECORD with SHA-1", "demo/__init__.py,sha1=AAAA,\n", "C205 C203");
        record("a RECORD with a wrong digest", "demo/__init__.py,sha256=AAAA,10\n", "C206 C203");
        add(
                "a file that RECORD does not know",
                bytes(ZipBytes.of(demo().build()).add("demo/extra.py", "").build()),
                Check.RECORD,
                "C203");
        add(
                "a file of RECORD that is gone",
                bytes(ZipBytes.of(demo().build()).without("demo/a.py").build()),
                Check.RECORD,
                "C204");
        ZipBytes whole = ZipBytes.of(demo().build());
        String list = new String(whole.content(INFO + "RECORD"), StandardCharsets.UTF_8);
        add(
                "a digest of RECORD in itself",
                bytes(whole.without(INFO + "RECORD")
                        .add(INFO + "RECORD", list.replace(INFO + "RECORD,,", INFO + "RECORD,sha256=AAAA,"))
                        .build()),
                Check.RECORD,
                "C206");
        add("no WHEEL", demo().wheelFile("").build(), Check.WHEEL, "C221");
        wheel("a WHEEL without a tag", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\n", "C221");
        wheel("a WHEEL without a version", "Root-Is-Purelib: true\nTag: py3-none-any\n", "C221");
        wheel("a WHEEL that does not say where it goes", "Wheel-Version: 1.0\nTag: py3-none-any\n", "C221");
        wheel("a WHEEL of a later standard", "Wheel-Version: 2.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n", "C222");
        wheel("a WHEEL with another tag", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py2-none-any\n", "C223");
        wheel(
                "a WHEEL with a tag more",
                "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py2-none-any\nTag: py3-none-any\n",
                "C223");
        wheel(
                "a WHEEL with a build number",
                "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nBuild: 3\nTag: py3-none-any\n",
                "C223");
        add(
                "the directory of another project",
                demo().infoDirectory("other-1.0").build(),
                Check.WHEEL,
                "C224");
        add("the directory of another version", demo().infoDirectory("demo-1.1").build(), Check.WHEEL, "C224");
        add("a directory without a version", demo().infoDirectory("demo").build(), Check.WHEEL, "C224");
        add(
                "where its author installed it from",
                demo().file(INFO + "direct_url.json", "{\"url\": \"file:///src/demo\", \"dir_info\": {}}")
                        .build(),
                Check.DIRECT_URL,
                "C225");
    }

    private void wheel(String name, String text, String code) {
        add(name, demo().wheelFile(text).build(), Check.WHEEL, code);
    }

    private void metadata() {
        String head = "Metadata-Version: 2.1\nName: demo\nVersion: 1.0\n";
        metadata("the metadata of another project", "Metadata-Version: 2.1\nName: other\nVersion: 1.0\n", "C301");
        metadata("the metadata of another version", "Metadata-Version: 2.1\nName: demo\nVersion: 1.1\n", "C301");
        metadata("a Python that is not locked", head + "Requires-Python: >=3.9\n", "C301");
        metadata("a requirement that is not locked", head + "Requires-Dist: tool\n", "C301");
        metadata("metadata without a name", "Metadata-Version: 2.1\nVersion: 1.0\n", "C302");
        metadata("metadata without a version", "Metadata-Version: 2.1\nName: demo\n", "C302");
        metadata("an empty METADATA", "", "C302");
        metadata("metadata of a later standard", "Metadata-Version: 99.0\nName: demo\nVersion: 1.0\n", "C302");
        metadata("a version that is none", "Metadata-Version: 2.1\nName: demo\nVersion: one\n", "C302");
    }

    private void metadata(String name, String text, String code) {
        add(name, demo().metadata(text).build(), Check.METADATA, code);
    }

    private void entryPoints() {
        points("a command before any group", "demo = demo:main\n", "C251");
        points("a group with a line that is none", "[console_scripts]\ndemo\n", "C251");
        points("a command without a module", "[console_scripts]\ndemo = :main\n", "C251");
        points("a command with a slash", "[console_scripts]\n../demo = demo:main\n", "C252");
        points("a command with a backslash", "[gui_scripts]\nde\\mo = demo:main\n", "C252");
        points("a hidden command", "[console_scripts]\n.demo = demo:main\n", "C252");
        points("a command without a function", "[console_scripts]\ndemo = demo\n", "C252");
        points("a command of a module that is not there", "[console_scripts]\ndemo = demo.cli:main\n", "C253");
        points("a command of a package that nobody has", "[console_scripts]\ndemo = nobody:main\n", "C253");
    }

    private void points(String name, String text, String code) {
        add(name, demo().file(INFO + "entry_points.txt", text).build(), Check.ENTRY_POINTS, code);
    }

    private static WheelBuilder module(String tags, String path, NativeBytes file) {
        return demo().tags(tags).file(path, file.build());
    }

    private static NativeBytes elf() {
        return NativeBytes.elf("x86_64").needs("libc.so.6", "GLIBC_2.17");
    }

    private void linux(String name, String tags, String path, NativeBytes file, String code) {
        add(name, module(tags, path, file).build(), Check.NATIVE, code);
    }

    private void linux() {
        linux("a compiled module for every platform", "py3-none-any", MODULE, elf(), "C231");
        linux("a module of another Python", LINUX_TAGS, "demo/_core.cpython-311-x86_64-linux-gnu.so", elf(), "C232");
        linux(
                "a module of a free-threaded Python",
                LINUX_TAGS,
                "demo/_core.cpython-312t-x86_64-linux-gnu.so",
                elf(),
                "C232");
        linux("code for ARM", LINUX_TAGS, MODULE, NativeBytes.elf("aarch64"), "C234");
        linux("code for 32 bits", LINUX_TAGS, MODULE, NativeBytes.elf("i686"), "C234");
        linux("code for another byte order", LINUX_TAGS, MODULE, NativeBytes.elf("s390x"), "C234");
        linux("a glibc newer than promised", LINUX_TAGS, MODULE, elf().needs("libm.so.6", "GLIBC_2.29"), "C235");
        linux(
                "a glibc newer than manylinux2014",
                "cp312-cp312-manylinux2014_x86_64",
                MODULE,
                elf().needs("libm.so.6", "GLIBC_2.18"),
                "C235");
        linux(
                "a libstdc++ newer than promised",
                LINUX_TAGS,
                MODULE,
                elf().needs("libstdc++.so.6", "GLIBCXX_3.4.30"),
                "C235");
        linux(
                "an ABI of C++ newer than promised",
                LINUX_TAGS,
                MODULE,
                elf().needs("libstdc++.so.6", "GLIBCXX_3.4.19", "CXXABI_1.3.7", "CXXABI_1.3.11"),
                "C235");
        linux("a libgcc newer than promised", LINUX_TAGS, MODULE, elf().needs("libgcc_s.so.1", "GCC_7.0.0"), "C235");
        linux(
                "a bundled library newer than promised",
                LINUX_TAGS,
                "demo.libs/libfoo-1234.so.1",
                NativeBytes.elf("x86_64").soname("libfoo-1234.so.1").needs("libc.so.6", "GLIBC_2.38"),
                "C235");
        linux("the library of one Python", LINUX_TAGS, MODULE, elf().needs("libpython3.12.so.1.0"), "C236");
        linux("a library that nobody brings", LINUX_TAGS, MODULE, elf().needs("libfoo.so.1"), "C241");
        linux("a library of a desktop", LINUX_TAGS, MODULE, elf().needs("libGL.so.1"), "C241");
        linux(
                "a bundled library that needs another",
                LINUX_TAGS,
                "demo.libs/libfoo.so.1",
                NativeBytes.elf("x86_64").needs("libbar.so.2"),
                "C241");
        garbled("an ELF file that is cut", java.util.Arrays.copyOf(elf().build(), 90));
        byte[] bytes = elf().build();
        bytes[4] = 9;
        garbled("an ELF file of no class", bytes);
    }

    private void garbled(String name, byte[] bytes) {
        add(name, demo().tags(LINUX_TAGS).file(MODULE, bytes).build(), Check.NATIVE, "X507");
    }

    private void stableAbi() {
        String tags = "cp39-abi3-manylinux_2_17_x86_64";
        String path = "demo/_core.abi3.so";
        linux("a function that is in no stable ABI", tags, path, elf().imports("PyUnicode_AsUTF8X"), "C233");
        linux("a private function in the stable ABI", tags, path, elf().imports("_PyLong_Sign"), "C233");
        linux("a function newer than the stable ABI", tags, path, elf().imports("PyType_GetName"), "C233");
    }

    private void macos() {
        String path = "demo/_core.cpython-312-darwin.so";
        String arm = "cp312-cp312-macosx_11_0_arm64";
        mac("code for Intel", arm, path, MachOBytes.thin("x86_64", 11, 0), "C234");
        mac(
                "one half of a universal wheel",
                "cp312-cp312-macosx_11_0_universal2",
                path,
                MachOBytes.fat(MachOBytes.thin("arm64", 11, 0)),
                "C234");
        mac(
                "a function that is in no stable ABI, on macOS",
                "cp39-abi3-macosx_11_0_arm64",
                "demo/_core.abi3.so",
                MachOBytes.importing("arm64", 11, 0, "PyLong_FromLong", "_PyLong_Sign"),
                "C233");
        mac("a newer macOS than promised", arm, path, MachOBytes.thin("arm64", 13, 3), "C237");
        mac(
                "a Mach-O file that is cut",
                arm,
                path,
                java.util.Arrays.copyOf(MachOBytes.thin("arm64", 11, 0, "/usr/lib/a.dylib"), 60),
                "X507");
    }

    private void mac(String name, String tags, String path, byte[] bytes, String code) {
        add(name, demo().tags(tags).file(path, bytes).build(), Check.NATIVE, code);
    }

    private void tags() {
        for (String tags : List.of(
                "cp311-cp311-manylinux_2_17_x86_64",
                "cp312-cp312-manylinux_2_17_aarch64",
                "cp312-cp312-manylinux_2_40_x86_64",
                "cp312-cp312-musllinux_1_2_x86_64",
                "cp312-cp312-win_amd64",
                "py2-none-any",
                "cp313-abi3-manylinux_2_17_x86_64",
                "cp312-cp312-macosx_15_0_arm64",
                "cp312-cp312-macosx_11_0_x86_64")) {
            add("a wheel for " + tags, demo().tags(tags).build(), Check.TAGS, "C404");
        }
    }
}
