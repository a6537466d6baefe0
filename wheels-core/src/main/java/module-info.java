/**
 * The index client, the resolver, the lock, and the Nix code and checks that follow from it; knows nothing of Maven.
 *
 * <p>A front end calls the use cases in {@link dev.zeus.wheels.core}, such as {@link dev.zeus.wheels.core.Generate} and
 * {@link dev.zeus.wheels.core.Verify}. The other exported packages hold what these are asked and what they answer. How
 * they do it (resolving, rendering, indexes, formats) is not exported.
 */
// Four libraries name their module in the manifest only: the name is stable, so requiring them is safe.
@SuppressWarnings("requires-automatic")
module dev.zeus.wheels.core {
    requires transitive dev.zeus.wheels.api;
    requires transitive dev.zeus.wheels.python;
    requires com.fasterxml.jackson.databind;
    requires dev.zeus.wheels.nix;
    requires io.github.javadiffutils;
    requires java.compiler;
    requires java.management;
    requires jdk.compiler;
    requires jdk.net; // HttpClient asks for its socket options, and names no module that it needs.
    requires org.apache.commons.compress;
    requires org.apache.httpcomponents.client5.httpclient5;
    requires org.apache.httpcomponents.core5.httpcore5;
    requires org.snakeyaml.engine.v2;
    requires org.tomlj;
    requires static transitive org.jspecify;

    uses dev.zeus.wheels.WheelInspection;
    uses dev.zeus.wheels.WheelRegistry;

    exports dev.zeus.wheels.core;
    exports dev.zeus.wheels.core.answer;
    exports dev.zeus.wheels.core.check;
    exports dev.zeus.wheels.core.classes;
    exports dev.zeus.wheels.core.declaring;
    exports dev.zeus.wheels.core.disk;
    exports dev.zeus.wheels.core.doctor;
    exports dev.zeus.wheels.core.event;
    exports dev.zeus.wheels.core.http;
    exports dev.zeus.wheels.core.importing;
    exports dev.zeus.wheels.core.lock;
    exports dev.zeus.wheels.core.output;
    exports dev.zeus.wheels.core.question;
    exports dev.zeus.wheels.core.report;
    exports dev.zeus.wheels.core.setup;
    exports dev.zeus.wheels.core.text;
    exports dev.zeus.wheels.core.wheel;
}
