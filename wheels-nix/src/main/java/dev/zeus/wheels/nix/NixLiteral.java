// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.nix;

/**
 * A definition whose value is a text without interpolation, such as {@code pname = "uuid7";}.
 *
 * @param name the last name on the left
 * @param value the text as written, escapes included
 * @param line the line of the name, counted from 1
 * @param column its column, counted from 1
 */
public record NixLiteral(String name, String value, int line, int column) {}
