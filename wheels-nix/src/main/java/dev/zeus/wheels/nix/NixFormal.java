// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.nix;

/**
 * One argument that a Nix function takes by name, such as {@code fetchurl} in <code>{ fetchurl, hash ? "" }: …</code>.
 *
 * @param name the argument's name
 * @param hasDefault whether the function gives it a default
 * @param line its line in the text, counted from 1
 * @param column its column, counted from 1
 */
public record NixFormal(String name, boolean hasDefault, int line, int column) {}
