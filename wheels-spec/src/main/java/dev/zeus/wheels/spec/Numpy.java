// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.spec;

import dev.zeus.wheels.Wheel;

/** Arrays of numbers. */
@Wheel
interface Numpy {}
