// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.http;

import java.util.Optional;

/**
 * How many decoded bytes of an answer are taken at most.
 *
 * @param setting the setting that says so; absent where the request itself does
 * @param bytes the limit where no setting says it
 */
public record SizeLimit(Optional<HttpSetting> setting, long bytes) {
    /** The limit of a setting, such as {@link HttpSetting#PAGE_SIZE}. */
    static SizeLimit of(HttpSetting setting) {
        return new SizeLimit(Optional.of(setting), 0);
    }

    /** A limit of so many bytes. */
    public static SizeLimit of(long bytes) {
        return new SizeLimit(Optional.empty(), bytes);
    }

    long bytes(HttpSettings settings) {
        return setting.map(settings::of).orElse(bytes);
    }

    String said(HttpSettings settings) {
        return setting.map(settings::said).orElseGet(() -> bytes + " bytes");
    }
}
