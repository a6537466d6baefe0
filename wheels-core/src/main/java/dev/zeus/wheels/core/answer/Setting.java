// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.answer;

/**
 * The value of an option, and where it comes from.
 *
 * <p>Example: {@code new Setting("wheels.http.retries", "6", "the environment, WHEELS_HTTP_RETRIES")}.
 *
 * @param name the option
 * @param value the value, without secrets; empty if there is none
 * @param origin where it was set: the command line, the pom, a profile, the environment, the wheel set, or nowhere
 */
public record Setting(String name, String value, String origin) {}
