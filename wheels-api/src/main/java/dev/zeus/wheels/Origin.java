// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels;

/** Where the source of a custom package comes from; each with the SRI hash of what is fetched. */
public sealed interface Origin {
    /** {@return the SRI hash, such as {@code sha256-…}} */
    String hash();

    /**
     * A repository on GitHub.
     *
     * @param tag empty where {@code rev} says which commit
     * @param rev empty where {@code tag} says it
     */
    record GitHub(String owner, String repo, String tag, String rev, String hash) implements Origin {}

    /** A source distribution on the public Python index. */
    record Index(String project, String hash) implements Origin {}

    /** An archive. */
    record Archive(String url, String hash) implements Origin {}
}
