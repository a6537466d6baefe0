// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A platform that a wheel set is locked for, with its floor: the oldest system its wheels must run on.
 *
 * <pre>{@code
 * @On(value = Platform.X86_64_LINUX, glibc = "2.39")
 * @On(value = Platform.X86_64_LINUX_MUSL, musl = "1.2")
 * @On(value = Platform.AARCH64_DARWIN, macos = "14.0")
 * }</pre>
 *
 * <p>The floor determines which platform tags fit: {@code manylinux_2_35} fits glibc 2.39, {@code macosx_15_0} does not
 * fit macOS 14.0 (<a href="https://peps.python.org/pep-0600/">PEP 600</a>, and the platform compatibility tags of the
 * Python packaging guide).
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({})
public @interface On {
    /** {@return the platform; {@link Platform#UNIVERSAL} is not allowed} */
    Platform value();

    /** {@return the oldest glibc, such as {@code "2.39"}; required for Linux with glibc} */
    String glibc() default "";

    /** {@return the oldest musl, such as {@code "1.2"}; required for Linux with musl} */
    String musl() default "";

    /** {@return the oldest macOS, such as {@code "14.0"}; required for Darwin} */
    String macos() default "";
}
