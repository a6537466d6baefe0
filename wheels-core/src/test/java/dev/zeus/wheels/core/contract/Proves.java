// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.contract;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A numbered case of the contract with the outside world, and the test that proves it.
 *
 * <pre>{@code
 * @Test
 * @Proves(id = "fault 7", given = "the index answers 401", outcome = "X212 names the source and where its credentials belong")
 * void saysWhereCredentialsBelong() { … }
 * }</pre>
 *
 * <p>{@link ContractTableTest} writes {@code docs/index-contract.md} from these.
 */
@Documented
@Repeatable(Proves.All.class)
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Proves {
    /** {@code fault} or {@code attack} and its number in the lists that the project keeps. */
    String id();

    /** What goes wrong, or who tries what. */
    String given();

    /** What the user gets, with the code of the message where there is one. */
    String outcome();

    /**
     * A table whose rows are cases, each of them a line of the contract: the static method that feeds a parameterized
     * test of the same name with {@link Case cases}.
     */
    @Documented
    @Retention(RetentionPolicy.CLASS)
    @Target(ElementType.METHOD)
    @interface Rows {}

    /** Several cases that one test proves. */
    @Documented
    @Retention(RetentionPolicy.CLASS)
    @Target(ElementType.METHOD)
    @interface All {
        /** The cases. */
        Proves[] value();
    }
}
