package com.acme.python;

import dev.zeus.wheels.Wheel;

/** Its RECORD is wrong, which is excused. */
@Wheel(source = "open")
interface AcmeHand {}
