package com.acme.research;

import dev.zeus.wheels.EnvironmentVariable;
import dev.zeus.wheels.JupyterKernel;
import dev.zeus.wheels.PackageTest;
import dev.zeus.wheels.PipBridge;
import dev.zeus.wheels.PythonEnvironment;
import dev.zeus.wheels.PythonProject;
import dev.zeus.wheels.PythonScript;
import dev.zeus.wheels.Wheel;

/** A project with its tests, a script, a notebook kernel, and a shell for pip users. */
@PythonEnvironment(
        libraries = "libpq",
        variables = @EnvironmentVariable(name = "PGAPPNAME", value = "research"),
        projects = @PythonProject(directory = "analysis", tests = "tests", markers = "not database"),
        scripts = @PythonScript(file = "tools/report.py"),
        kernels = @JupyterKernel(name = "research", displayName = "Research"),
        pip = @PipBridge)
interface Research {
    @Wheel
    interface Ipykernel {}

    /** It looks for libpq when it is imported, which the environment has and a build has not. */
    @Wheel(tests = {PackageTest.METADATA, PackageTest.ABI})
    interface Psycopg {}

    @Wheel
    interface Pytest {}
}
