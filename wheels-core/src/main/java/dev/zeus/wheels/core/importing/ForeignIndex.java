// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.importing;

import dev.zeus.wheels.SourceFormat;

/**
 * A place that packages come from.
 *
 * @param name the name of its {@code @Source}
 * @param url its address, without a login
 * @param format how it lists its files
 * @param login whether the file had a login for it
 */
record ForeignIndex(String name, String url, SourceFormat format, boolean login) {}
