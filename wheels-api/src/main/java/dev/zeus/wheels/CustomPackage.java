package dev.zeus.wheels;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a Python package that is built by a Nix definition of one's own.
 *
 * <pre>{@code
 * @CustomPackage(
 *         description = "UUID version 7 for Python",
 *         definition = """
 *             { buildPythonPackage, fetchPypi, setuptools }:
 *             buildPythonPackage {
 *               pname = "uuid7";
 *               …
 *             }
 *             """)
 * interface Uuid7 {}
 * }</pre>
 *
 * <p>The definition is what {@code callPackage} of a Python package set takes: a function of a set. Its syntax is
 * checked while it is typed; what its arguments are is nixpkgs' business.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface CustomPackage {
    /** The package's name where the type's name does not say it. */
    String name() default "";

    /** The Nix function that builds it. */
    String definition();

    /** The Python versions it is built for, out of the wheel set's; empty for all of them. */
    String[] pythons() default {};

    /** One line that says what it is; empty for none. */
    String description() default "";

    /** The declarations of this wheel set that it needs, such as {@code Numpy.class}. */
    Class<?>[] dependencies() default {};

    /** The tests to generate; {@link PackageTest#ABI} asks about wheels and cannot apply here. */
    PackageTest[] tests() default {PackageTest.IMPORT, PackageTest.METADATA};
}
