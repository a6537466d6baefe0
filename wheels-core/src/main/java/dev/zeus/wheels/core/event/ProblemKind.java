// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.event;

/**
 * One kind of {@link Problem}: a code with one meaning, and what a page says of it.
 *
 * <p>Each package lists its kinds in an enum. {@code docs/codes.md} and {@code wheels:explain} are made of these.
 */
public interface ProblemKind {
    /** What its code stands for. */
    Meaning meaning();

    /** The stable code, such as {@code L201}. */
    default String code() {
        return meaning().code();
    }

    /** What is wrong, in a few words without a value. */
    default String title() {
        return meaning().title();
    }

    /** What it means, and what mends it. */
    default String explanation() {
        return meaning().explanation();
    }
}
