package com.acme.python;

import dev.zeus.wheels.Platform;
import dev.zeus.wheels.Wheel;

@Wheel(platforms = Platform.UNIVERSAL, version = ">=2.32,<3")
interface Requests {}
