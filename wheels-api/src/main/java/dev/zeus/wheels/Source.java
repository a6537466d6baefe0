// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A package index that a wheel set uses in addition to the built-in {@code pypi}.
 *
 * <pre>{@code
 * @WheelSet(…, sources = {
 *     @Source(name = "acme", url = "https://index.example/simple/"),
 *     @Source(name = "vendored", url = "wheels/", format = SourceFormat.FLAT)
 * })
 * }</pre>
 *
 * <p>Never write credentials here: put them into {@code settings.xml}, in the server of the same name.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({})
public @interface Source {
    /**
     * {@return the name that {@link Wheel#source()} refers to, and the directory of its generated files: lower-case
     * letters, digits and hyphens, starting with a letter}
     */
    String name();

    /**
     * {@return the root of the index's simple API (<a href="https://peps.python.org/pep-0503/">PEP 503</a>, <a
     * href="https://peps.python.org/pep-0691/">PEP 691</a>): {@code https}, or {@code http} on this machine's loopback
     * or with {@link #allowHttp()}}
     *
     * <p>With {@link SourceFormat#FLAT}: the {@code https} address of a page of links, the {@code file:} address of a
     * folder, which is valid only on this machine, or a folder relative to the one that contains {@code generated/},
     * such as {@code "wheels/"}. Each of these may end in the name of a wheel or a source distribution; the source then
     * has only that file, and its requirements come from {@code pypi} unless declared otherwise.
     */
    String url();

    /** {@return how it lists its files} */
    SourceFormat format() default SourceFormat.SIMPLE;

    /**
     * {@return whether it is never queried without a login} Some indexes show anonymous users only a part of their
     * content, which would then be locked as if it were everything.
     */
    boolean requiresLogin() default false;

    /**
     * {@return the places of its files in addition to the index's own host: scheme and host of each, such as
     * {@code "https://files.example"}}
     *
     * <p>If any place is given, its files come from nowhere else. Without one, they come from wherever the pages of the
     * index point; a lock that names another place is then compared with those pages.
     */
    String[] files() default {};

    /**
     * {@return whether its address may use plain {@code http}} Anyone on the network path can then change what is
     * locked, including the hashes. A login is never sent.
     */
    boolean allowHttp() default false;
}
