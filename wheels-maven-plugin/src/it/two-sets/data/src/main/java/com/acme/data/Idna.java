package com.acme.data;

import dev.zeus.wheels.Wheel;

@Wheel(version = ">=3.4,<4")
interface Idna {}
