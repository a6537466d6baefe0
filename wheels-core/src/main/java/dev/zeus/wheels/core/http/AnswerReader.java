package dev.zeus.wheels.core.http;

/** Makes a value of an answer; what it refuses is never kept in the cache. */
@FunctionalInterface
public interface AnswerReader<T> {
    /**
     * The value.
     *
     * @throws dev.zeus.wheels.core.event.WheelsException if the answer is no good
     */
    T read(HttpAnswer answer);
}
