// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.index;

import dev.zeus.wheels.core.text.AddressSecrets;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.PackagingParseException;
import dev.zeus.wheels.python.Version;
import dev.zeus.wheels.python.WheelFilename;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A page in the form that the cache keeps: its words, a table that says where they are, and what was found of its files
 * when it was judged.
 *
 * <p>What is said of the page as a whole is judged each time; what is said of each of thousands of files was judged
 * when it came. The name of the form changes with it, and with what is judged: what another release has kept is not a
 * page for this one.
 */
final class ListingForm {
    static final String NAME = "listing 2";

    private static final int MAGIC = 0x5a574c32;
    private static final int NONE = -1;

    private ListingForm() {}

    /** A page as it was kept. */
    record Kept(Listing listing, JudgedFiles judged) {}

    /** The form; empty where an address holds a secret, which is for the cache to take out. */
    static Optional<byte[]> write(Listing listing, JudgedFiles judged) {
        FileTable table = listing.files().isEmpty() || !(listing.files().get(0) instanceof FileTable.Row row)
                ? FileTableBuilder.of(listing.files())
                : row.table();
        List<Optional<byte[]>> words = new ArrayList<>(List.of(
                bytes(Optional.of(listing.apiVersion())),
                bytes(listing.name()),
                bytes(listing.base()),
                bytes(listing.status()),
                bytes(listing.statusReason()),
                bytes(Optional.of(listing.form() ? "form" : "")),
                bytes(Optional.of(judged.name().toString()))));
        judged.leftOut().forEach((version, why) -> {
            words.add(bytes(Optional.of(version.toString())));
            words.add(bytes(Optional.of(why)));
        });
        words.add(Optional.empty());
        judged.notes().forEach(note -> words.add(bytes(Optional.of(note))));
        words.add(Optional.empty());
        byte[] columns = judged.columns().bytes();
        if (table.holdsSecrets()
                || words.stream()
                        .anyMatch(word -> word.filter(ListingForm::holdsSecrets).isPresent())) {
            return Optional.empty();
        }
        int head = words.stream()
                .mapToInt(word -> 4 + word.map(bytes -> bytes.length).orElse(0))
                .sum();
        ByteBuffer out = ByteBuffer.allocate(8 + head + columns.length + table.length());
        out.putInt(MAGIC);
        for (Optional<byte[]> word : words) {
            out.putInt(word.map(bytes -> bytes.length).orElse(NONE));
            word.ifPresent(out::put);
        }
        out.putInt(columns.length).put(columns);
        table.write(out);
        return Optional.of(out.array());
    }

    private static boolean holdsSecrets(byte[] word) {
        String text = new String(word, StandardCharsets.ISO_8859_1);
        return !AddressSecrets.without(text).equals(text);
    }

    private static Optional<byte[]> bytes(Optional<String> word) {
        return word.map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws Listing.UnreadableException where this is nothing that {@link #write} wrote */
    static Kept read(byte[] bytes) throws Listing.UnreadableException {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (in.remaining() < 4 || in.getInt() != MAGIC) {
            throw broken();
        }
        Optional<String> version = word(in);
        Optional<String> name = word(in);
        Optional<String> base = word(in);
        Optional<String> status = word(in);
        Optional<String> reason = word(in);
        boolean form = word(in).filter("form"::equals).isPresent();
        try {
            PackageName project = PackageName.parse(word(in).orElseThrow(ListingForm::broken));
            SortedMap<Version, String> leftOut = new TreeMap<>();
            for (Optional<String> each = word(in); each.isPresent(); each = word(in)) {
                leftOut.put(Version.parse(each.get()), word(in).orElseThrow(ListingForm::broken));
            }
            List<String> notes = new ArrayList<>();
            for (Optional<String> each = word(in); each.isPresent(); each = word(in)) {
                notes.add(each.get());
            }
            int length = in.remaining() < 4 ? NONE : in.getInt();
            if (length < 0 || length > in.remaining()) {
                throw broken();
            }
            ByteBuffer columns = in.duplicate().limit(in.position() + length);
            in.position(columns.limit());
            List<ListedFile> files =
                    FileTable.read(in).orElseThrow(ListingForm::broken).files();
            return new Kept(
                    new Listing(version.orElseThrow(ListingForm::broken), name, base, files, status, reason, form),
                    new JudgedFiles(project, columns(columns, files), leftOut, notes));
        } catch (PackagingParseException | ReleaseColumns.Broken e) {
            throw broken();
        }
    }

    private static ReleaseColumns columns(ByteBuffer in, List<ListedFile> files) throws ReleaseColumns.Broken {
        return ReleaseColumns.read(
                in,
                files.size(),
                listed -> WheelFilename.parse(files.get(listed).filename()).tags(),
                listed -> PageFiles.pythons(files.get(listed)));
    }

    @SuppressWarnings("ByteBufferBackingArray") // it wraps what was read
    private static Optional<String> word(ByteBuffer in) throws Listing.UnreadableException {
        int length = in.remaining() < 4 ? in.limit() : in.getInt();
        if (length == NONE) {
            return Optional.empty();
        }
        if (length < 0 || length > in.remaining()) {
            throw broken();
        }
        String word = new String(in.array(), in.position(), length, StandardCharsets.UTF_8);
        in.position(in.position() + length);
        return Optional.of(word);
    }

    private static Listing.UnreadableException broken() {
        return new Listing.UnreadableException("it is not in the form that is kept");
    }
}
