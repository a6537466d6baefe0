// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.wheel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives that a library writes in each of its ways, read as the library reads them; and those that are damaged. */
class TarStreamTest {
    private static final long LARGEST = 1 << 24;

    private static final List<String> NAMES = List.of(
            "demo-1.0/PKG-INFO",
            "demo-1.0/größe/日本.py",
            "demo-1.0/" + "long/".repeat(30) + "file.py",
            "demo-1.0/" + "x".repeat(300) + ".py",
            "demo-1.0/after.py");

    @ParameterizedTest
    @ValueSource(ints = {TarArchiveOutputStream.LONGFILE_GNU, TarArchiveOutputStream.LONGFILE_POSIX})
    void readsNamesOfAnyLength(int way) throws IOException {
        byte[] archive = archive(way, TarArchiveOutputStream.BIGNUMBER_ERROR);
        List<String> expected = new ArrayList<>();
        try (TarArchiveInputStream library = new TarArchiveInputStream(new ByteArrayInputStream(archive), "UTF-8")) {
            for (TarArchiveEntry entry = library.getNextEntry(); entry != null; entry = library.getNextEntry()) {
                String name = entry.getName();
                expected.add(
                        entry.isDirectory()
                                ? name.substring(0, name.length() - 1) + " is a directory"
                                : name + " = " + new String(library.readAllBytes(), UTF_8));
            }
        }
        assertThat(expected).hasSize(NAMES.size() + 3);
        assertThat(read(archive)).isEqualTo(expected);
    }

    /** Beyond eleven octal digits a size has a form of its own; the content is not there to be read. */
    @ParameterizedTest
    @ValueSource(ints = {TarArchiveOutputStream.BIGNUMBER_STAR, TarArchiveOutputStream.BIGNUMBER_POSIX})
    void readsLargeNumbers(int way) throws IOException {
        long size = 1L << 34;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        TarArchiveOutputStream out = new TarArchiveOutputStream(bytes, "UTF-8");
        out.setBigNumberMode(way);
        TarArchiveEntry entry = new TarArchiveEntry("demo-1.0/large");
        entry.setSize(size);
        out.putArchiveEntry(entry);
        out.flush();
        TarStream tar = new TarStream(new ByteArrayInputStream(bytes.toByteArray()), size);
        assertThat(tar.next()).contains(new TarStream.Entry("demo-1.0/large", false));
        assertThatThrownBy(tar::next).isInstanceOf(IOException.class).hasMessage("it has more than 16 GiB");
    }

    @Test
    void readsNothingOfWhatIsEmpty() throws IOException {
        assertThat(read(new byte[0])).isEmpty();
        assertThat(read(new byte[1024])).isEmpty();
    }

    /** An end that is missing is none of a file. */
    @Test
    void refusesWhatIsCutShort() throws IOException {
        byte[] archive = archive(TarArchiveOutputStream.LONGFILE_GNU, TarArchiveOutputStream.BIGNUMBER_ERROR);
        for (int length : List.of(100, 511, 520, 1000)) {
            byte[] cut = new byte[length];
            System.arraycopy(archive, 0, cut, 0, length);
            assertThatThrownBy(() -> read(cut)).as("%d bytes", length).isInstanceOf(IOException.class);
        }
        byte[] whole = new byte[1024];
        System.arraycopy(archive, 0, whole, 0, whole.length);
        assertThat(read(whole)).containsExactly(NAMES.get(0) + " = content of " + NAMES.get(0));
    }

    @Test
    void refusesWhatIsDamaged() throws IOException {
        byte[] archive = archive(TarArchiveOutputStream.LONGFILE_POSIX, TarArchiveOutputStream.BIGNUMBER_ERROR);
        archive[3]++;
        assertThatThrownBy(() -> read(archive)).hasMessage("the checksum of a header is wrong");
        assertThatThrownBy(() -> PaxHeader.parse("99 path=short\n".getBytes(UTF_8)))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> PaxHeader.parse("path=short\n".getBytes(UTF_8)))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> PaxHeader.parse("5 a=b".getBytes(UTF_8))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> PaxHeader.parse("-9 path=a\n".getBytes(UTF_8))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> PaxHeader.parse("13 size=none\n".getBytes(UTF_8)))
                .isInstanceOf(IOException.class);
        assertThat(PaxHeader.parse("12 path=a=b\n20 mtime=1.25000000\n10 size=7\n".getBytes(UTF_8)))
                .isEqualTo(new PaxHeader(Optional.of("a=b"), Optional.of(7L)));
        assertThat(PaxHeader.parse("21 GNU.sparse.name=b\n9 path=a\n".getBytes(UTF_8)))
                .isEqualTo(new PaxHeader(Optional.of("b"), Optional.empty()));
    }

    @Test
    void stopsAtItsBound() throws IOException {
        byte[] archive = archive(TarArchiveOutputStream.LONGFILE_GNU, TarArchiveOutputStream.BIGNUMBER_ERROR);
        TarStream tar = new TarStream(new ByteArrayInputStream(archive), 1024);
        tar.next();
        assertThatThrownBy(tar::next).hasMessageContaining("it has more than");
    }

    private static List<String> read(byte[] archive) throws IOException {
        TarStream tar = new TarStream(new ByteArrayInputStream(archive), LARGEST);
        List<String> said = new ArrayList<>();
        for (Optional<TarStream.Entry> each = tar.next(); each.isPresent(); each = tar.next()) {
            TarStream.Entry entry = each.get();
            said.add(entry.name()
                    + (entry.isDirectory() ? " is a directory" : " = " + new String(tar.content(1 << 20), UTF_8)));
        }
        return said;
    }

    private static byte[] archive(int longNames, int largeNumbers) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream out = new TarArchiveOutputStream(bytes, "UTF-8")) {
            out.setLongFileMode(longNames);
            out.setBigNumberMode(largeNumbers);
            out.setAddPaxHeadersForNonAsciiNames(longNames == TarArchiveOutputStream.LONGFILE_POSIX);
            for (String name : NAMES) {
                byte[] content = ("content of " + name).getBytes(UTF_8);
                TarArchiveEntry entry = new TarArchiveEntry(name);
                entry.setSize(content.length);
                out.putArchiveEntry(entry);
                out.write(content);
                out.closeArchiveEntry();
            }
            out.putArchiveEntry(new TarArchiveEntry("demo-1.0/directory/"));
            out.closeArchiveEntry();
            TarArchiveEntry link = new TarArchiveEntry("demo-1.0/link", TarConstants.LF_SYMLINK);
            link.setLinkName("demo-1.0/" + "y".repeat(200));
            out.putArchiveEntry(link);
            out.closeArchiveEntry();
            out.putArchiveEntry(new TarArchiveEntry("demo-1.0/empty"));
            out.closeArchiveEntry();
        }
        return bytes.toByteArray();
    }
}
