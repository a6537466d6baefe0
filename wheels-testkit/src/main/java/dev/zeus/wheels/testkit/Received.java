// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.testkit;

import java.util.Map;
import java.util.Optional;

/**
 * One request that the loopback server has read.
 *
 * @param method the HTTP method
 * @param path the path with its query, still percent-encoded
 * @param headers the headers by lower-case name
 */
public record Received(String method, String path, Map<String, String> headers) {
    public Received {
        headers = Map.copyOf(headers);
    }

    /** The value of a header, by its lower-case name. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }
}
