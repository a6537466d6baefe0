// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels;

/**
 * One platform of a wheel set with the oldest system it must run on.
 *
 * @param platform never {@link Platform#UNIVERSAL}
 * @param floor the oldest glibc ({@code 2.39}), musl ({@code 1.2}) or macOS ({@code 14.0}) that wheels may require
 */
public record TargetDeclaration(Platform platform, String floor) {}
