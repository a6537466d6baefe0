package com.acme.python;

import dev.zeus.wheels.Wheel;

@Wheel
interface Numpy {}
