package com.acme.python;

import dev.zeus.wheels.PythonEnvironment;

@PythonEnvironment(
    packages = {Wheels.Flask.class, Wheels.Numpy.class},
    python = "3.12")
interface Research {}
