// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.index;

import dev.zeus.wheels.core.text.AddressSecrets;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A page in the form that the cache keeps: its words, and a table that says where they are.
 *
 * <p>It holds what {@link Listing} holds and judges nothing, so that a page that was kept is judged as one that has
 * just come. The name of the form changes with it: what another release has kept is not a page for this one.
 */
final class ListingForm {
    static final String NAME = "listing 1";

    private static final int MAGIC = 0x5a574c31;
    private static final int NONE = -1;

    private ListingForm() {}

    /** The form; empty where an address holds a secret, which is for the cache to take out. */
    static Optional<byte[]> write(Listing listing) {
        FileTable table = listing.files().isEmpty() || !(listing.files().get(0) instanceof FileTable.Row row)
                ? FileTableBuilder.of(listing.files())
                : row.table();
        List<Optional<byte[]>> words = List.of(
                bytes(Optional.of(listing.apiVersion())),
                bytes(listing.name()),
                bytes(listing.base()),
                bytes(listing.status()),
                bytes(listing.statusReason()),
                bytes(Optional.of(listing.form() ? "form" : "")));
        if (table.holdsSecrets()
                || words.stream()
                        .anyMatch(word -> word.filter(ListingForm::holdsSecrets).isPresent())) {
            return Optional.empty();
        }
        int head = words.stream()
                .mapToInt(word -> 4 + word.map(bytes -> bytes.length).orElse(0))
                .sum();
        ByteBuffer out = ByteBuffer.allocate(4 + head + table.length());
        out.putInt(MAGIC);
        for (Optional<byte[]> word : words) {
            out.putInt(word.map(bytes -> bytes.length).orElse(NONE));
            word.ifPresent(out::put);
        }
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
    static Listing read(byte[] bytes) throws Listing.UnreadableException {
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
        List<ListedFile> files =
                FileTable.read(in).orElseThrow(ListingForm::broken).files();
        return new Listing(version.orElseThrow(ListingForm::broken), name, base, files, status, reason, form);
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
