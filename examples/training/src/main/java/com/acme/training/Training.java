package com.acme.training;

import dev.zeus.wheels.Application;
import dev.zeus.wheels.PythonEnvironment;
import dev.zeus.wheels.SystemService;
import dev.zeus.wheels.Wheel;

/** Training on a graphics card: in a shell, by {@code torchrun}, and as a service that may reach the card. */
@PythonEnvironment(
        applications = @Application(commands = "torchrun"),
        services = @SystemService(name = "training", description = "training", arguments = "/var/lib/training/train.py"))
interface Training {
    @Wheel
    interface Torch {}
}
