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
 * <p>The type's name gives the package's name: {@code NautilusTrader} declares {@code nautilus-trader} (normalised as
 * in <a href="https://peps.python.org/pep-0503/">PEP 503</a>), with the attribute {@code nautilus_trader}. The type has
 * no other meaning and stays empty.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Wheel {
    /** {@return the package's name if it does not follow from the type's name, such as {@code "ruamel.yaml"}} */
    String name() default "";

    /** {@return the project's name on the index if it differs from the package's name here} */
    String wheelName() default "";

    /** {@return the name of the index: {@code pypi}, or a {@link Source} of the wheel set} */
    String source() default Sources.PYPI;

    /**
     * {@return the platforms to install it on, a subset of the wheel set's; empty for all of them}
     *
     * <p>{@link Platform#UNIVERSAL} alone requires a pure wheel ({@code py3-none-any}), which works on every target.
     */
    Platform[] platforms() default {};

    /** {@return the Python versions to install it on, a subset of the wheel set's; empty for all of them} */
    String[] pythons() default {};

    /**
     * {@return a version specifier (<a href="https://peps.python.org/pep-0440/">PEP 440</a>), such as
     * {@code ">=1.220,<2"}; empty for any version}
     */
    String version() default "";

    /**
     * {@return the extras to install with it (<a href="https://peps.python.org/pep-0508/">PEP 508</a>), such as
     * {@code "standard"}}
     */
    String[] extras() default {};

    /**
     * {@return the tests to generate; {@link PackageTest#ABI} does not apply to a universal wheel, and is skipped
     * there}
     */
    PackageTest[] tests() default {PackageTest.IMPORT, PackageTest.METADATA, PackageTest.ABI};

    /** {@return what supplies the package: a wheel, a source distribution or nixpkgs} */
    Provider provider() default Provider.WHEEL;
}
