// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A SHA-256 as people write it for Nix.
 *
 * <p>{@code NixHash.sri("1xl38c5s…")} is {@code sha256-…} of the same hash, which older Nix wrote in its own base 32;
 * hexadecimal digits are understood likewise.
 */
final class NixHash {
    private static final String PREFIX = "sha256-";
    private static final String BASE_32 = "0123456789abcdfghijklmnpqrsvwxyz";
    private static final int BYTES = 32;

    /** A sha512 in the form of SRI has 95 characters. */
    private static final int LONGEST = 100;

    private static final Map<String, Integer> SIZES = Map.of("sha256", BYTES, "sha512", 64, "sha1", 20, "md5", 16);

    private NixHash() {}

    /** Whether a text is {@code sha256-} and 32 bytes in base 64. */
    static boolean isSri(String text) {
        return text.length() <= LONGEST
                && text.startsWith(PREFIX)
                && base64(text.substring(PREFIX.length())).isPresent();
    }

    /** The hash that another spelling means. */
    static Optional<String> sri(String text) {
        String digest = text.strip().replaceFirst("(?i)^sha-?256[:=-]+", "");
        Optional<byte[]> bytes =
                switch (digest.length()) {
                    case 64 -> hex(digest.toLowerCase(Locale.ROOT));
                    case 52 -> base32(digest);
                    case 44, 43 -> base64(padded(digest));
                    default -> Optional.empty();
                };
        return bytes.map(hash -> PREFIX + Base64.getEncoder().encodeToString(hash));
    }

    private static String padded(String digest) {
        String plain = digest.replace('-', '+').replace('_', '/');
        return plain.length() == 43 ? plain + "=" : plain;
    }

    /** Whether it is a hash of nothing, which stands for one that is to come. */
    static boolean isNothing(String text) {
        String digest = text.replaceFirst("^sha\\d+[:-]", "");
        return digest.length() > 8 && (digest.matches("A+=*") || digest.matches("0+"));
    }

    /**
     * Whether Nix reads a text as a hash: {@code sha256-…} and its siblings, and where the attribute says the
     * algorithm, bare digits.
     */
    static boolean isReadable(String text, boolean sha256) {
        String[] parts = text.split("[:-]", 2);
        Optional<Integer> size = Optional.ofNullable(SIZES.get(parts[0])).filter(known -> parts.length == 2);
        return size.isPresent()
                ? isDigest(parts[1], size.get(), text.charAt(parts[0].length()) == '-')
                : sha256 && isDigest(text, BYTES, false);
    }

    private static boolean isDigest(String digest, int size, boolean base64) {
        if (base64) {
            return isBase64(digest, size);
        }
        boolean hex = digest.length() == size * 2 && digest.matches("[0-9a-fA-F]+");
        boolean base32 =
                digest.length() == (size * 8 - 1) / 5 + 1 && digest.chars().allMatch(c -> BASE_32.indexOf(c) >= 0);
        return hex || base32 || isBase64(digest, size);
    }

    private static boolean isBase64(String text, int size) {
        try {
            return text.length() == (size + 2) / 3 * 4 && Base64.getDecoder().decode(text).length == size;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** What is wrong with a text that is not a hash. */
    static String problem(String text) {
        String digest = text.replaceFirst("^sha256[:-]", "");
        if (digest.length() == 32 && digest.matches("[0-9a-fA-F]+")) {
            return "it is as long as an MD5 hash, which no longer protects";
        } else if (digest.length() == 40 && digest.matches("[0-9a-fA-F]+")) {
            return "it is as long as a commit's name or a SHA-1 hash";
        }
        return text.startsWith(PREFIX) && digest.length() != 44
                ? "after \"sha256-\" it has " + digest.length() + " characters instead of 44"
                : "expected \"sha256-\" and 44 characters of base 64";
    }

    private static Optional<byte[]> base64(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            return bytes.length == BYTES && text.length() == 44 ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> hex(String text) {
        try {
            return Optional.of(HexFormat.of().parseHex(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Nix's base 32: five bits a digit, the lowest last. */
    private static Optional<byte[]> base32(String text) {
        byte[] bytes = new byte[BYTES];
        for (int n = 0; n < text.length(); n++) {
            int digit = BASE_32.indexOf(text.charAt(text.length() - 1 - n));
            int at = n * 5 / 8;
            int shift = n * 5 % 8;
            int carry = digit >> (8 - shift);
            if (digit < 0 || (at + 1 >= BYTES && carry != 0)) {
                return Optional.empty();
            }
            bytes[at] |= (byte) (digit << shift);
            if (at + 1 < BYTES) {
                bytes[at + 1] |= (byte) carry;
            }
        }
        return Optional.of(bytes);
    }
}
