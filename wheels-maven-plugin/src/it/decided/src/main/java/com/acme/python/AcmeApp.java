package com.acme.python;

import dev.zeus.wheels.Wheel;

/** Asks by an extra for what asks for it. */
@Wheel(source = "open")
interface AcmeApp {}
