package com.acme.python;

import dev.zeus.wheels.Platform;
import dev.zeus.wheels.Wheel;

@Wheel(source = "acme", platforms = Platform.UNIVERSAL)
interface AcmeApp {}
