package dev.zeus.wheels.core.wheel;

import java.util.Base64;
import java.util.HexFormat;

/**
 * A SHA-256 digest, as 64 lower-case hexadecimal digits.
 *
 * @param hex the digest
 */
public record Sha256(String hex) implements Comparable<Sha256> {
    public Sha256 {
        if (hex.length() != 64 || !hex.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))) {
            throw new IllegalArgumentException("not a SHA-256 digest in lower-case hexadecimal: \"" + hex + '"');
        }
    }

    /** The digest as a subresource integrity string, {@code sha256-…=}, as Nix writes hashes. */
    public String sri() {
        return "sha256-" + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
    }

    @Override
    public int compareTo(Sha256 other) {
        return hex.compareTo(other.hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
