// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a Python package that is installed from a wheel of an index.
 *
 * <pre>{@code
 * @Wheel(platforms = {X86_64_LINUX, AARCH64_LINUX}, version = ">=1.220,<2")
 * interface NautilusTrader {}
 *
 * @Wheel(platforms = UNIVERSAL)
 * interface Databento {}
 *
 * @Wheel(wheelName = "PyYAML")
 * interface Yaml {}
 * }</pre>
 *
 * <p>The package's name comes from the type's: {@code NautilusTrader} is {@code nautilus-trader} (normalised as PEP 503
 * says), with the attribute {@code nautilus_trader}. The type itself means nothing else and stays empty.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Wheel {
    /** {@return the package's name where the type's name does not say it, such as {@code "ruamel.yaml"}} */
    String name() default "";

    /** {@return the project's name on the index where it differs from the package's name here} */
    String wheelName() default "";

    /** {@return the name of the index: {@code pypi} or that of a {@link Source} of the wheel set} */
    String source() default Sources.PYPI;

    /**
     * {@return the platforms it is wanted on, out of the wheel set's; empty for all of them}
     *
     * <p>{@link Platform#UNIVERSAL} alone demands a pure wheel ({@code py3-none-any}), which serves every target.
     */
    Platform[] platforms() default {};

    /** {@return the Python versions it is wanted on, out of the wheel set's; empty for all of them} */
    String[] pythons() default {};

    /** {@return a version specifier (PEP 440), such as {@code ">=1.220,<2"}; empty for any version} */
    String version() default "";

    /** {@return the extras to install with it (PEP 508), such as {@code "standard"}} */
    String[] extras() default {};

    /**
     * {@return the tests to generate; {@link PackageTest#ABI} means nothing for a universal wheel and is left out
     * there}
     */
    PackageTest[] tests() default {PackageTest.IMPORT, PackageTest.METADATA, PackageTest.ABI};

    /** {@return who supplies it} */
    Provider provider() default Provider.WHEEL;
}
