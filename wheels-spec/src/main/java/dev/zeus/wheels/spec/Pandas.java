// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.spec;

import dev.zeus.wheels.Wheel;

/** Tables of data. */
@Wheel
interface Pandas {}
