// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.spec;

import static dev.zeus.wheels.Platform.UNIVERSAL;

import dev.zeus.wheels.Wheel;

/** An HTTP client. */
@Wheel(platforms = UNIVERSAL)
interface Requests {}
