package com.acme.python;

import dev.zeus.wheels.Wheel;

/** Its wheels ask for different things. */
@Wheel(source = "open")
interface Demo {}
