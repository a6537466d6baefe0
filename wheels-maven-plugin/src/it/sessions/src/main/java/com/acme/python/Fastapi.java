package com.acme.python;

import dev.zeus.wheels.Wheel;

@Wheel(version = "<0.121", extras = "standard")
interface Fastapi {}
