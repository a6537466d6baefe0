/** A front end that knows the exported packages only. */
module com.acme.build {
    requires dev.zeus.wheels.core;

    provides dev.zeus.wheels.WheelRegistry with
            com.acme.build.Registry;
}
