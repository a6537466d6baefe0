package com.acme.python;

import dev.zeus.wheels.Platform;
import dev.zeus.wheels.Wheel;

/** The build for Metal. */
@Wheel(name = "torch", source = "open", platforms = Platform.AARCH64_DARWIN)
interface TorchMetal {}
