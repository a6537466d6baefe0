package com.acme.python;

import dev.zeus.wheels.Platform;
import dev.zeus.wheels.Wheel;

@Wheel(source = "nautech", platforms = Platform.UNIVERSAL)
interface AcmeTrader {}
