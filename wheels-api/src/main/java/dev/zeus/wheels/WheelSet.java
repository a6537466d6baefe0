// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The shared settings of the wheels declared in a package and the packages below it.
 *
 * <p>It stands in {@code package-info.java}:
 *
 * <pre>{@code
 * @WheelSet(
 *         pythons = {"3.12", "3.13", "3.14"},
 *         targets = {
 *             @On(value = Platform.X86_64_LINUX, glibc = "2.39"),
 *             @On(value = Platform.AARCH64_DARWIN, macos = "14.0")
 *         },
 *         sources = @Source(name = "acme", url = "https://index.example/simple/"))
 * package com.acme.python;
 * }</pre>
 *
 * <p>A declaration belongs to the wheel set of the nearest enclosing package that has one. The annotation processor
 * generates one registry for each wheel set, here {@code com.acme.python.AcmeWheels}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PACKAGE)
public @interface WheelSet {
    /** {@return the CPython versions to lock for, such as {@code "3.12"}; at least one} */
    String[] pythons();

    /** {@return the platforms to lock for, each with its floor; at least one} */
    On[] targets();

    /** {@return the indexes beside the built-in {@code pypi}} */
    Source[] sources() default {};

    /** {@return where the packages come from that declared ones depend on and nobody declares} */
    DependencyPolicy dependencies() default DependencyPolicy.WHEELS;

    /**
     * {@return versions that packages are held to where something needs them, such as {@code "numpy<2.4"}; a marker
     * says on which targets} A constraint alone installs nothing.
     */
    String[] constraints() default {};

    /**
     * {@return requirements that replace whatever any package asks of the same project, such as {@code "protobuf>=6"}:
     * for packages whose own bounds are wrong} The whole requirement is replaced, its extras with it;
     * {@code "uvicorn[standard]>=0.30"} keeps one.
     */
    String[] overrides() default {};

    /** {@return projects that are left out, whatever asks for them, such as {@code "tensorboard"}} */
    String[] excludes() default {};

    /**
     * {@return packages that others stand in for in the whole Python set, such as {@code torch-bin} for {@code torch}}
     */
    Replacement[] replacements() default {};

    /** {@return which of several fitting versions is taken} */
    ResolutionStrategy strategy() default ResolutionStrategy.HIGHEST;

    /** {@return whether pre-releases are taken} */
    PrereleasePolicy prereleases() default PrereleasePolicy.IF_NECESSARY;

    /**
     * {@return how old files must be to be locked: a moment ({@code "2026-11-01T12:00:00Z"}), a day
     * ({@code "2026-11-01"}, by UTC and with its own files), or an age ({@code "7 days"}, {@code "P7D"})} Empty for any
     * age.
     *
     * <p>The lock records the moment. A file whose index does not say when it was uploaded counts as too new. New
     * releases of a package that was taken over are mostly found within days.
     *
     * <p>What is locked stays, however new it is, until it may move: {@code mvn wheels:generate -Dwheels.upgrade}.
     */
    String excludeNewer() default "";

    /**
     * {@return packages with a cooldown of their own, such as {@code {"numpy=2 days", "acme-tools"}}: after the name
     * what {@link #excludeNewer()} takes, and without that any age will do} They go before those of sources.
     */
    String[] excludeNewerPackages() default {};

    /**
     * {@return sources with a cooldown of their own, such as {@code "internal"} for one whose releases need no age, or
     * {@code "pypi=14 days"}}
     */
    String[] excludeNewerSources() default {};

    /**
     * {@return the licences that packages may have, as SPDX identifiers, such as {@code {"MIT", "Apache-2.0",
     * "BSD-3-Clause"}}; empty for any}
     *
     * <p>{@code wheels:check} holds every locked wheel against them, those that nobody declares with the others. A
     * package may have a choice of licences ({@code OR}) of which one is allowed, several at once ({@code AND}) if all
     * are, and an allowed one with an exception ({@code WITH}).
     */
    String[] licenses() default {};

    /** {@return projects that may have any licence, such as one whose metadata name none} */
    String[] licenseExceptions() default {};

    /** {@return what {@code wheels:check} finds wrong with packages and is known to do no harm} */
    Excuse[] excuses() default {};

    /** {@return the workflow that checks the set and proposes upgrades; at most one} */
    ContinuousIntegration[] ci() default {};

    /**
     * {@return how it is known which libraries of the system compiled Linux wheels need} With
     * {@link LibraryPolicy#READ} locking fetches these wheels as a whole.
     */
    LibraryPolicy libraries() default LibraryPolicy.COMMON;

    /**
     * {@return whether the lock records who published its files, as the attestations that an index keeps say (PEP 740)}
     * A package that moves to files of another publisher, or of none, is then a warning. It costs one request for each
     * new file that has attestations, and one for the page of each project that moves.
     */
    boolean attestations() default false;

    /**
     * {@return the simple name of the generated registry}
     *
     * <p>Empty for the default: the last segment of the package's name that says something (so not {@code python},
     * {@code wheels}, {@code spec} and the like), capitalised, and {@code Wheels}. {@code com.acme.python} gives
     * {@code AcmeWheels}.
     */
    String registry() default "";
}
