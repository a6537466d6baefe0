// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a Python package that Nix builds from source, described by members or by your own Nix definition.
 *
 * <pre>{@code
 * @CustomPackage(
 *         version = "1.1.7",
 *         description = "Text to speech with flow matching",
 *         license = "MIT",
 *         from = @From(github = "SWivid/F5-TTS", tag = "1.1.7", hash = "sha256-…"),
 *         buildSystem = BuildSystem.SETUPTOOLS,
 *         requires = {"accelerate", "torch", "bitsandbytes; platform_machine == 'x86_64'"})
 * @Recipe(relax = {"numpy", "pydantic"})
 * interface F5Tts {}
 *
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
 * <p>A definition is a function of a set, as {@code callPackage} of a Python package set takes it. The compiler and
 * your editor check its syntax; nixpkgs determines its arguments.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface CustomPackage {
    /** {@return the package's name if it does not follow from the type's name} */
    String name() default "";

    /** {@return the Nix function that builds it; empty if {@link #from()} and related members describe the build} */
    String definition() default "";

    /** {@return its version (<a href="https://peps.python.org/pep-0440/">PEP 440</a>), such as {@code "1.1.7"}} */
    String version() default "";

    /** {@return where its source comes from} */
    From from() default @From(hash = "");

    /** {@return the build system that makes a wheel from its source} */
    BuildSystem buildSystem() default BuildSystem.SETUPTOOLS;

    /** {@return the hash of its Rust dependencies in Nix's format, for a build system that needs it} */
    String cargoHash() default "";

    /**
     * {@return the packages of the Python set that it requires, by name (<a
     * href="https://peps.python.org/pep-0508/">PEP 508</a>): with extras ({@code "fastapi[standard]"}) and with markers
     * ({@code "bitsandbytes; platform_machine == 'x86_64'"}), but without versions, because the set has only one}
     */
    String[] requires() default {};

    /** {@return the modules that must import; empty for the module of its name} */
    String[] imports() default {};

    /** {@return its licence as an SPDX expression, such as {@code "MIT"}; empty for none} */
    String license() default "";

    /** {@return the address of its home page; empty for its source repository, if it has one} */
    String homepage() default "";

    /** {@return the Python versions to build it for, a subset of the wheel set's; empty for all of them} */
    String[] pythons() default {};

    /** {@return a one-line description; empty for none} */
    String description() default "";

    /** {@return the declarations of this wheel set that it requires, such as {@code Numpy.class}} */
    Class<?>[] dependencies() default {};

    /** {@return the tests to generate; {@link PackageTest#ABI} applies only to wheels} */
    PackageTest[] tests() default {PackageTest.IMPORT, PackageTest.METADATA};
}
