// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A patch of a {@link Recipe}: a file of the project, or one from the network with its hash.
 *
 * <pre>{@code
 * @Patch(file = "patches/einops-torch.patch")
 * @Patch(url = "https://code.example/einops/42.patch", hash = "sha256-…")
 * }</pre>
 *
 * <p>The compiler reports an invalid patch ({@code V185}).
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({})
public @interface Patch {
    /** {@return the file, relative to the directory that contains {@code generated/}} */
    String file() default "";

    /** {@return its address, with {@code https}} */
    String url() default "";

    /** {@return the hash of the patch after {@code fetchpatch} normalised it, such as {@code "sha256-…"}} */
    String hash() default "";
}
