package com.acme.trading;

import dev.zeus.wheels.Wheel;

@Wheel
interface Six {}
