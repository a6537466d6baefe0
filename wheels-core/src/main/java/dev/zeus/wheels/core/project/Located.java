// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.project;

/**
 * A value with its place in a file.
 *
 * @param value the value
 * @param place the file from the directory that has {@code generated/}, and the line: {@code service/pyproject.toml:7}
 */
public record Located<T>(T value, String place) {}
