// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.bench.resolve;

import static java.util.stream.Collectors.toMap;

import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.Generate;
import dev.zeus.wheels.core.GenerateRequest;
import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.generated.GeneratedFiles;
import dev.zeus.wheels.core.lock.Lock;
import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.core.setup.IndexAccess;
import dev.zeus.wheels.core.setup.LockUpdate;
import dev.zeus.wheels.core.setup.SourceRoots;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Our answers: a whole run of {@code wheels:generate} without Maven. */
record Ours(Path work) {

    /** All answers of a set, by target. */
    Function<Target, Answer> ask(WheelSetDeclaration set, Path cache) {
        IndexAccess standard = IndexAccess.standard();
        IndexAccess access =
                new IndexAccess(cache, false, Map.of(), standard.logins(), standard.netrc(), standard.http());
        Path generated = work.resolve("generated");
        try {
            Generate.run(
                    new GenerateRequest(
                            set,
                            generated,
                            work.resolve("result.json"),
                            new LockUpdate.UpgradeAll(),
                            Optional.empty(),
                            false,
                            SourceRoots.none(),
                            access),
                    EventSink.SILENT);
            Lock lock = Lock.parse(Files.readString(generated.resolve(GeneratedFiles.LOCK_FILE)));
            return target -> answer(lock, target);
        } catch (WheelsException e) {
            return target -> Answer.none(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Answer answer(Lock lock, Target target) {
        return Answer.of(lock.packages().stream()
                .filter(locked -> locked.targets().contains(target.id()))
                .collect(toMap(
                        locked -> locked.name().value(),
                        locked -> locked.version().toString(),
                        (a, b) -> a + " and " + b,
                        TreeMap::new)));
    }
}
