package com.acme.python;

import dev.zeus.wheels.Platform;
import dev.zeus.wheels.Wheel;

/** The build for CUDA. */
@Wheel(name = "torch", source = "cuda", platforms = Platform.X86_64_LINUX)
interface TorchCuda {}
