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
 * <p>Write it in {@code package-info.java}:
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
 * <p>A declaration belongs to the nearest enclosing package that has a wheel set. The annotation processor generates
 * one registry for each wheel set, here {@code com.acme.python.AcmeWheels}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PACKAGE)
public @interface WheelSet {
    /** {@return the CPython versions to lock for, such as {@code "3.12"}; at least one} */
    String[] pythons();

    /** {@return the platforms to lock for, each with its floor; at least one} */
    On[] targets();

    /** {@return the indexes to use in addition to the built-in {@code pypi}} */
    Source[] sources() default {};

    /** {@return where undeclared (transitive) dependencies come from} */
    DependencyPolicy dependencies() default DependencyPolicy.WHEELS;

    /**
     * {@return bounds on the versions of packages that something needs, such as {@code "numpy<2.4"}; a marker limits a
     * bound to some targets} A constraint by itself installs nothing.
     */
    String[] constraints() default {};

    /**
     * {@return requirements that replace every other requirement on the same project, such as {@code "protobuf>=6"}:
     * for packages whose own bounds are wrong} An override replaces the whole requirement, including its extras;
     * {@code "uvicorn[standard]>=0.30"} keeps one.
     */
    String[] overrides() default {};

    /** {@return projects to leave out, whatever requires them, such as {@code "tensorboard"}} */
    String[] excludes() default {};

    /**
     * {@return packages to replace with others in the whole Python set, such as {@code torch} with {@code torch-bin}}
     */
    Replacement[] replacements() default {};

    /** {@return which of several matching versions to select} */
    ResolutionStrategy strategy() default ResolutionStrategy.HIGHEST;

    /** {@return whether to select pre-releases} */
    PrereleasePolicy prereleases() default PrereleasePolicy.IF_NECESSARY;

    /**
     * {@return the minimum age of files to lock: a timestamp ({@code "2026-11-01T12:00:00Z"}), a day
     * ({@code "2026-11-01"}, in UTC, including files of that day), or an age ({@code "7 days"}, {@code "P7D"})} Empty
     * for any age.
     *
     * <p>The lock records the moment. A file without an upload time counts as too new. A malicious release of a
     * hijacked package is usually discovered within days.
     *
     * <p>Locked files stay, however new they are, until an upgrade lets them move: {@code mvn wheels:generate
     * -Dwheels.upgrade}.
     */
    String excludeNewer() default "";

    /**
     * {@return packages with their own cooldown, such as {@code {"numpy=2 days", "acme-tools"}}: a name, optionally
     * followed by a value as for {@link #excludeNewer()}; a name alone permits any age} They take precedence over
     * {@link #excludeNewerSources()}.
     */
    String[] excludeNewerPackages() default {};

    /** {@return sources with their own cooldown, such as {@code "internal"} for any age, or {@code "pypi=14 days"}} */
    String[] excludeNewerSources() default {};

    /**
     * {@return the licences that packages are allowed to have, as SPDX identifiers, such as {@code {"MIT",
     * "Apache-2.0", "BSD-3-Clause"}}; empty for any}
     *
     * <p>{@code wheels:check} checks every locked wheel, declared or not. For a choice of licences ({@code OR}), one
     * must be allowed; for several at once ({@code AND}), all must be. An exception ({@code WITH}) to an allowed
     * licence is allowed, too.
     */
    String[] licenses() default {};

    /** {@return projects that may have any licence, such as one whose metadata states none} */
    String[] licenseExceptions() default {};

    /** {@return problems that {@code wheels:check} finds and that are known to be harmless} */
    Excuse[] excuses() default {};

    /** {@return the workflow that checks the set and proposes upgrades; at most one} */
    ContinuousIntegration[] ci() default {};

    /**
     * {@return how to determine the system libraries that compiled Linux wheels need} With {@link LibraryPolicy#READ},
     * locking downloads these wheels in full.
     */
    LibraryPolicy libraries() default LibraryPolicy.COMMON;

    /**
     * {@return whether the lock records who published its files, from the attestations on the index (<a
     * href="https://peps.python.org/pep-0740/">PEP 740</a>)} A package that moves to files of another publisher, or of
     * none, then causes a warning. This costs one request for each new file that has attestations, and one for the page
     * of each project that moves.
     */
    boolean attestations() default false;

    /**
     * {@return the simple name of the generated registry}
     *
     * <p>Empty for the default: the last meaningful segment of the package's name (not {@code python}, {@code wheels},
     * {@code spec} and the like), capitalised, followed by {@code Wheels}. {@code com.acme.python} gives
     * {@code AcmeWheels}.
     */
    String registry() default "";
}
