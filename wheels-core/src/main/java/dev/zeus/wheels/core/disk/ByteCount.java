// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.disk;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A number of bytes as people write it, such as {@code 1.5 GiB}.
 *
 * @param bytes how many
 */
public record ByteCount(long bytes) {
    private static final String[] UNITS = {"B", "KiB", "MiB", "GiB", "TiB"};

    /** As many digits as a long holds. */
    private static final int LONGEST = 18;

    /**
     * The room on the disk that a path is, or would be, on: {@code 12.0 KiB free of 64.0 KiB}.
     *
     * <p>It is in the message of whatever cannot be written, since how a system words a full disk depends on its
     * language.
     */
    public static String free(Path path) {
        @Nullable Path there = path.toAbsolutePath();
        while (there != null && !Files.exists(there)) {
            there = there.getParent();
        }
        try {
            FileStore store = Files.getFileStore(there == null ? path : there);
            return new ByteCount(store.getUsableSpace()) + " free of " + new ByteCount(store.getTotalSpace());
        } catch (IOException e) {
            return "free space unknown";
        }
    }

    /**
     * The number that a text such as {@code 500MiB}, {@code 2 GB} or {@code 1g} means; all units are powers of 1024.
     *
     * @throws NumberFormatException if it is not a size
     */
    public static ByteCount parse(String text) {
        String upper = text.strip().toUpperCase(Locale.ROOT);
        int end = 0;
        while (end < upper.length() && upper.charAt(end) >= '0' && upper.charAt(end) <= '9') {
            end++;
        }
        String unit = upper.substring(end).strip();
        for (int power = 0; power < UNITS.length; power++) {
            String name = UNITS[power].toUpperCase(Locale.ROOT);
            String letter = name.substring(0, 1);
            boolean meant = power == 0
                    ? Set.of("", name).contains(unit)
                    : Set.of(name, letter, letter + "B").contains(unit);
            if (meant && end > 0 && end <= LONGEST) {
                return new ByteCount(times(Long.parseLong(upper.substring(0, end)), 1L << (10 * power)));
            }
        }
        throw new NumberFormatException(text);
    }

    private static long times(long number, long unit) {
        if (number > Long.MAX_VALUE / unit) {
            throw new NumberFormatException(number + " of " + unit + " bytes");
        }
        return number * unit;
    }

    @Override
    public String toString() {
        double value = bytes;
        int unit = 0;
        while (value >= 1024 && unit < UNITS.length - 1) {
            value /= 1024;
            unit++;
        }
        return unit == 0 ? bytes + " B" : new BigDecimal(value).setScale(1, RoundingMode.HALF_UP) + " " + UNITS[unit];
    }
}
