// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A package index that a wheel set uses beside the built-in {@code pypi}.
 *
 * <pre>{@code
 * @WheelSet(…, sources = {
 *     @Source(name = "acme", url = "https://index.example/simple/"),
 *     @Source(name = "vendored", url = "wheels/", format = SourceFormat.FLAT)
 * })
 * }</pre>
 *
 * <p>Credentials never stand here: they belong to the {@code settings.xml} server of the same name.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({})
public @interface Source {
    /**
     * {@return the name that {@link Wheel#source()} refers to, which is also the directory of its generated files:
     * lower-case letters, digits and hyphens, beginning with a letter}
     */
    String name();

    /**
     * {@return the root of the index's simple API (PEP 503, PEP 691): {@code https}, or {@code http} on this machine's
     * loopback or with {@link #allowHttp()}}
     *
     * <p>With {@link SourceFormat#FLAT}: a page of links by {@code https}, a folder by a {@code file:} address, which
     * means something on this machine only, or a folder relative to the one that holds {@code generated/}, such as
     * {@code "wheels/"}. Any of these may end in the name of one wheel or source distribution, and then is that alone;
     * what it requires comes from {@code pypi} unless declared otherwise.
     */
    String url();

    /** {@return how it lists its files} */
    SourceFormat format() default SourceFormat.SIMPLE;

    /**
     * {@return whether it is never asked without a login} Some indexes answer strangers with a part of what they have,
     * which would be locked as if it were all.
     */
    boolean requiresLogin() default false;

    /**
     * {@return where its files are, beside the index's own host: scheme and host of each place, such as
     * {@code "https://files.example"}}
     *
     * <p>Where any is given, files of it come from nowhere else. Without, they come from wherever the pages of the
     * index say; a lock that names another place is then held against those pages.
     */
    String[] files() default {};

    /**
     * {@return whether its address may be plain {@code http}} Anybody on the way can then change what is locked, hashes
     * included; its login is never sent.
     */
    boolean allowHttp() default false;
}
