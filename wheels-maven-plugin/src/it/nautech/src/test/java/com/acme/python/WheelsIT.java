package com.acme.python;

import dev.zeus.wheels.junit.LockedWheelTests;

class WheelsIT implements LockedWheelTests {}
