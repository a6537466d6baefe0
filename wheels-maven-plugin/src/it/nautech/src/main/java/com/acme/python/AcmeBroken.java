package com.acme.python;

import dev.zeus.wheels.PackageTest;
import dev.zeus.wheels.Platform;
import dev.zeus.wheels.Wheel;

/** Its RECORD lies, and nobody asks whether it can be imported. */
@Wheel(source = "nautech", platforms = Platform.UNIVERSAL, tests = PackageTest.METADATA)
interface AcmeBroken {}
