// SPDX-License-Identifier: Apache-2.0
package com.acme.python;

import dev.zeus.wheels.Wheel;

@Wheel
interface Numpy {}
