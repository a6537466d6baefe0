// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels;

/**
 * The user that a container image runs as, such as {@code new ImageUser("app", 65532)}.
 *
 * @param name the name
 * @param uid the number, also that of its group
 */
public record ImageUser(String name, int uid) {}
