// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.contract;

/** A row of a test's table that is a case of the contract; {@link Proves.Rows} marks the table. */
public interface Case {
    /** {@code fault} or {@code attack} and its number. */
    String id();

    /** What goes wrong, or who tries what. */
    String given();

    /** What the user gets. */
    String outcome();
}
