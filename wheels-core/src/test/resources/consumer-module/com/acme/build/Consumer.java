// SPDX-License-Identifier: Apache-2.0
package com.acme.build;

import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.ForkedGenerate;
import dev.zeus.wheels.core.GenerateRequest;
import dev.zeus.wheels.core.LockedWheels;
import dev.zeus.wheels.core.Tree;
import dev.zeus.wheels.core.Verify;
import dev.zeus.wheels.core.VerifyRequest;
import dev.zeus.wheels.core.check.Outcome;
import dev.zeus.wheels.core.check.WheelReading;
import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.event.WheelsEvent;
import dev.zeus.wheels.core.http.HttpOptions;
import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.core.question.LockQuery;
import dev.zeus.wheels.core.setup.AnswerFormat;
import dev.zeus.wheels.core.setup.Declarations;
import dev.zeus.wheels.core.setup.IndexAccess;
import dev.zeus.wheels.core.setup.LockUpdate;
import dev.zeus.wheels.core.setup.SourceRoots;
import dev.zeus.wheels.core.setup.TargetChoice;
import dev.zeus.wheels.core.text.Printable;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Locks what is declared, in a directory, checks it, and asks about it. */
public final class Consumer {
    private Consumer() {}

    public static void main(String[] args) {
        Path home = Path.of(args[0]);
        Path generated = home.resolve("generated");
        Path result = home.resolve("result.json");
        SourceRoots sources = SourceRoots.none();
        EventSink events = event -> {
            if (event instanceof WheelsEvent.Noted || event instanceof WheelsEvent.Warned) {
                System.out.println(Printable.text(event.toString()));
            }
        };
        IndexAccess access = new IndexAccess(
                home.resolve("cache"),
                false,
                Map.of(),
                source -> Optional.empty(),
                home.resolve("netrc"),
                HttpOptions.DEFAULTS);
        ClassLoader loader = Consumer.class.getClassLoader();
        WheelSetDeclaration set = Declarations.wheelSet(loader).orElseThrow();
        System.out.println(
                "checks of its own: " + Declarations.inspections(loader).size());
        GenerateRequest request = new GenerateRequest(
                set, generated, result, new LockUpdate.Keep(), Optional.empty(), false, sources, access);
        ForkedGenerate.run(request, events).forEach(System.out::println);
        LockQuery query = new LockQuery(set, generated, sources);
        for (LockedPackage locked : query.lock(events).packages()) {
            System.out.println("locked " + locked.name() + " " + locked.version());
        }
        LockedWheels wheels = new LockedWheels(
                set, generated, TargetChoice.ALL, "", List.of(), WheelReading.WHOLE, access, Optional.empty());
        VerifyRequest check = new VerifyRequest(wheels, result, Optional.empty(), Map.of(), sources, false);
        long failed = Verify.run(check, events).results().stream()
                .filter(each -> each.outcome() instanceof Outcome.Failed)
                .count();
        System.out.println("failed " + failed);
        System.out.print(Tree.run(query, Optional.empty(), false, Optional.empty(), AnswerFormat.TEXT, events));
    }
}
