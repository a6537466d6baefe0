// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.answer;

import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.Version;
import dev.zeus.wheels.python.VersionSpecifiers;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The set that the samples of the documentation are about. */
final class Shop {
    private Shop() {}

    static AskedLock lock() {
        return AskedLock.of("""
                *fastapi 0.121.0: starlette, pydantic, standard:uvicorn[standard]
                *pandas 2.3.3: numpy
                annotated-types 0.7.0
                anyio 4.11.0: idna, typing-extensions @cp312
                click 8.3.0
                idna 3.10
                numpy 2.3.4 @cp311
                numpy 2.4.0 @cp312
                pydantic 2.12.3: annotated-types, typing-extensions
                starlette 0.48.0: anyio, typing-extensions
                typing-extensions 4.15.0
                uvicorn 0.38.0: click, standard:uvloop @linux
                uvloop 0.22.1 @linux
                """);
    }

    /** What was locked some time before. */
    static AskedLock earlier() {
        return AskedLock.of("""
                *fastapi 0.120.0: starlette, pydantic, standard:uvicorn[standard]
                *pandas 2.3.3: numpy
                annotated-types 0.7.0
                anyio 4.11.0: idna, sniffio, typing-extensions
                click 8.3.1
                idna 3.10
                numpy 2.3.4 @cp311
                pydantic 2.12.3: annotated-types, typing-extensions
                sniffio 1.3.1
                starlette 0.48.0: anyio, typing-extensions
                typing-extensions 4.15.0
                uvicorn 0.38.0: click, standard:uvloop @linux
                uvloop 0.22.1 @cp312-x86
                """);
    }

    /** The reasons of a package where 3.11 of it is out, which {@code anyio} does not let in. */
    static Reasons reasons(LockGraph graph, String name) {
        LockedPackage locked = graph.packages(PackageName.parse(name)).get(0);
        List<Bound> bounds =
                List.of(new Bound(name + "<3.11,>=2.8", "anyio 4.11.0", VersionSpecifiers.parse("<3.11,>=2.8")));
        List<Release> releases = Stream.of("3.10", "3.11")
                .map(version ->
                        new Release(Version.parse(version), Optional.of(Instant.EPOCH), false, locked.targets()))
                .toList();
        return new Reasons(
                locked,
                bounds,
                List.of(),
                new TreeMap<>(),
                Optional.of(Outlook.of(locked, releases, bounds, List.of(), Optional.empty(), graph.targets())));
    }

    /** A package of which a newer release is out that nothing holds back. */
    static Outlook free(LockGraph graph, String name) {
        Optional<Version> newest = Optional.of(Version.parse("3.0.0"));
        return new Outlook(graph.packages(PackageName.parse(name)).get(0), newest, List.of(), newest);
    }
}
