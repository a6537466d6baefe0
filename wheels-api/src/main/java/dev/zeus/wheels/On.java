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
 * <p>The floor decides which platform tags fit: {@code manylinux_2_35} fits glibc 2.39, {@code macosx_15_0} does not
 * fit macOS 14.0 (PEP 600, and the platform compatibility tags of the Python packaging guide).
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({})
public @interface On {
    /** {@return the platform; {@link Platform#UNIVERSAL} is none} */
    Platform value();

    /** {@return the oldest glibc, such as {@code "2.39"}; for Linux with glibc, where it is required} */
    String glibc() default "";

    /** {@return the oldest musl, such as {@code "1.2"}; for Linux with musl, where it is required} */
    String musl() default "";

    /** {@return the oldest macOS, such as {@code "14.0"}; for Darwin, where it is required} */
    String macos() default "";
}
