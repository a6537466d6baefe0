// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.disk;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 as the JDK has it: {@code Sha256Digest.unfed().digest(bytes)}. */
public final class Sha256Digest {
    /** Copied where it can be: to look one up among the providers of the JVM takes longer than to digest a key. */
    private static final MessageDigest UNFED = look();

    private Sha256Digest() {}

    /** A digest that has not been fed anything yet. */
    public static MessageDigest unfed() {
        try {
            return (MessageDigest) UNFED.clone();
        } catch (CloneNotSupportedException e) {
            return look();
        }
    }

    private static MessageDigest look() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
