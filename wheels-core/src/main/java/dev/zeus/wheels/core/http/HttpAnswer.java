// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * An answer with its whole body.
 *
 * @param uri where it came from, after redirects
 * @param status the HTTP status: 2xx, 304 or a 4xx that no retry would change
 * @param fields its header fields
 * @param body the decoded body
 */
public record HttpAnswer(URI uri, int status, HttpFields fields, byte[] body) {
    /** Whether the status is 2xx. */
    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** The body as UTF-8, with replacement characters for malformed bytes. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "HttpAnswer[" + status + " of " + SafeUrl.of(uri) + ", " + body.length + " bytes]";
    }
}
