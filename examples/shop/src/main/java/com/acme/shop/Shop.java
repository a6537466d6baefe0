package com.acme.shop;

import dev.zeus.wheels.Application;
import dev.zeus.wheels.ContainerImage;
import dev.zeus.wheels.EnvironmentVariable;
import dev.zeus.wheels.Label;
import dev.zeus.wheels.PythonEnvironment;
import dev.zeus.wheels.PythonProject;
import dev.zeus.wheels.SystemService;
import dev.zeus.wheels.Wheel;

/** The service, its application, the image that runs it in a cluster, and the module that runs it on NixOS. */
@PythonEnvironment(
        packages = {Shop.Fastapi.class, Shop.Uvicorn.class},
        variables = @EnvironmentVariable(name = "SHOP_CURRENCY", value = "EUR"),
        projects = @PythonProject(directory = "service"),
        applications = @Application(name = "shop", commands = "uvicorn", arguments = "shop:app"),
        images =
                @ContainerImage(
                        name = "acme/shop",
                        arguments = {"--host", "0.0.0.0", "--port", "8000"},
                        ports = 8000,
                        labels = @Label(name = "org.opencontainers.image.title", value = "The shop")),
        services =
                @SystemService(
                        description = "the shop",
                        port = 8000,
                        arguments = {"--port", "{port}"},
                        credentials = "api-key"))
interface Shop {
    @Wheel
    interface Fastapi {}

    @Wheel
    interface Uvicorn {}
}
