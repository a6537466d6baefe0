// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.spec;

import static dev.zeus.wheels.Platform.UNIVERSAL;

import dev.zeus.wheels.Wheel;

/** A web framework, with the server and the tools that its documentation assumes. */
@Wheel(platforms = UNIVERSAL, extras = "standard")
interface Fastapi {}
