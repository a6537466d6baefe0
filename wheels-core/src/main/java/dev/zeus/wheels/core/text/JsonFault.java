// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.text;

import com.fasterxml.jackson.core.JsonProcessingException;

/** What is wrong with a text that is to be JSON, in the words of the library without the names of its classes. */
public final class JsonFault {
    private static final String SETTING = ", from `";

    private JsonFault() {}

    /** For example {@code Document nesting depth (1001) exceeds the maximum allowed (1000)}. */
    @SuppressWarnings("exports") // For the use cases, which may know the library of JSON.
    public static String of(JsonProcessingException e) {
        String message = e.getOriginalMessage();
        int from = message.lastIndexOf(SETTING);
        int end = message.lastIndexOf('`');
        return from >= 0 && end >= from + SETTING.length()
                ? message.substring(0, from) + message.substring(end + 1)
                : message;
    }
}
