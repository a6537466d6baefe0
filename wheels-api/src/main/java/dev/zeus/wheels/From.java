// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Where the source of a {@link CustomPackage} comes from: exactly one of {@code github}, {@code index} and {@code url}.
 *
 * <pre>{@code
 * @From(github = "SWivid/F5-TTS", tag = "1.1.7", hash = "sha256-…")
 * @From(index = "uuid7", hash = "sha256-…")
 * @From(url = "https://files.example/speech-1.1.7.tar.gz", hash = "sha256-…")
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({})
public @interface From {
    /**
     * {@return owner and repository on GitHub, such as {@code "SWivid/F5-TTS"}, with a {@link #tag()} or a
     * {@link #rev()}}
     */
    String github() default "";

    /** {@return the tag} */
    String tag() default "";

    /** {@return the commit, 40 hexadecimal digits} */
    String rev() default "";

    /** {@return the project's name on the public Python index, as its source distribution's file name spells it} */
    String index() default "";

    /** {@return the address of an archive, with {@code https}} */
    String url() default "";

    /**
     * {@return the hash in Nix's form, {@code "sha256-…"}: of the archive's bytes, or for GitHub of the unpacked files;
     * {@code nix-prefetch-github} prints it, and so does a build with a wrong hash}
     */
    String hash();
}
