package com.acme.tools;

import dev.zeus.wheels.Application;
import dev.zeus.wheels.HomeModule;
import dev.zeus.wheels.PythonEnvironment;
import dev.zeus.wheels.Wheel;

/** Tools for every day as commands without a Python, and, for who wants it, the Python that has them. */
@PythonEnvironment(
        applications = {
            @Application(commands = {"black", "blackd"}),
            @Application(
                    name = "httpie",
                    commands = {"http", "https"}),
            @Application(commands = "yt-dlp")
        },
        homes = @HomeModule(name = "tools", interpreter = true))
interface Tools {
    /** {@code blackd} is a server, and needs the extra. */
    @Wheel(extras = "d")
    interface Black {}

    @Wheel
    interface Httpie {}

    @Wheel
    interface YtDlp {}
}
