/** PyTorch as its authors build it for CUDA, with the libraries of NVIDIA as wheels beside it. */
@WheelSet(pythons = "3.12", targets = @On(value = Platform.X86_64_LINUX, glibc = "2.39"))
package com.acme.training;

import dev.zeus.wheels.On;
import dev.zeus.wheels.Platform;
import dev.zeus.wheels.WheelSet;
