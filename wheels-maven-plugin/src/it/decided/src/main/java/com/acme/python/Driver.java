package com.acme.python;

import dev.zeus.wheels.Wheel;

/** What one build of torch asks for. */
@Wheel(source = "open")
interface Driver {}
