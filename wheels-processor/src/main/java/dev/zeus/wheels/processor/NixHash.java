package dev.zeus.wheels.processor;

import java.util.Base64;
import java.util.HexFormat;
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
    private static final int LONGEST = 100;

    private NixHash() {}

    /** Whether a text is {@code sha256-} and 32 bytes in base 64. */
    static boolean isSri(String text) {
        return text.length() <= LONGEST
                && text.startsWith(PREFIX)
                && base64(text.substring(PREFIX.length())).isPresent();
    }

    /** The hash that another spelling means. */
    static Optional<String> sri(String text) {
        String digest = text.startsWith("sha256:") ? text.substring("sha256:".length()) : text;
        Optional<byte[]> bytes =
                switch (digest.length()) {
                    case 64 -> hex(digest);
                    case 52 -> base32(digest);
                    case 44 -> base64(digest);
                    default -> Optional.empty();
                };
        return bytes.map(hash -> PREFIX + Base64.getEncoder().encodeToString(hash));
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
