// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.http;

import java.util.Optional;

/** Makes a value of an answer; what it refuses is never kept in the cache. */
@FunctionalInterface
public interface AnswerReader<T> {
    /**
     * The value.
     *
     * @throws dev.zeus.wheels.core.event.WheelsException if the answer is no good
     */
    T read(HttpAnswer answer);

    /**
     * The name of the form in which the cache keeps the bodies that this reads; empty where they are kept as they came.
     */
    default String form() {
        return "";
    }

    /**
     * The body that was read last, in the form that is kept; empty where it is kept as it came, as it must be where it
     * holds secrets of addresses.
     */
    default Optional<byte[]> formed() {
        return Optional.empty();
    }

    /**
     * The value of an answer whose body was kept in the form.
     *
     * @throws dev.zeus.wheels.core.event.WheelsException if the answer is no good
     */
    default T readFormed(HttpAnswer answer) {
        return read(answer);
    }
}
