/** A front end that knows the exported packages only. */
module com.acme.build {
    requires dev.zeus.wheels.core;
}
