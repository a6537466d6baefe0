/** The annotations that declare wheels, and the registry of declarations that a build reads. */
module dev.zeus.wheels.api {
    requires static org.jspecify;

    exports dev.zeus.wheels;
}
