/** The wheels of Acme. */
module com.acme.strict {
    requires dev.zeus.wheels.api;

    exports com.acme.python;

    provides dev.zeus.wheels.WheelRegistry with
            com.acme.AcmeProvider;
}
