// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels;

/**
 * A patch: a file of the project, or one from the network.
 *
 * @param file relative to the directory that holds the generated files; empty for one from the network
 * @param url its address; empty for a file
 * @param hash the SRI hash of what is fetched; empty for a file
 */
public record PatchDeclaration(String file, String url, String hash) {}
