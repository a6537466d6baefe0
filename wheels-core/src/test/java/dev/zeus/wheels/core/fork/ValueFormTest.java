// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.fork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.SampleDeclarations;
import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.core.event.Subject;
import dev.zeus.wheels.core.event.WheelsEvent;
import dev.zeus.wheels.core.http.Login;
import dev.zeus.wheels.core.setup.LockUpdate;
import dev.zeus.wheels.python.PackageName;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ValueFormTest {
    private static final Problem PROBLEM = new Problem(
            "X301",
            "\"a\u0000\uD83D\uDE00\" does not answer",
            "try again",
            Subject.ofPackage("numpy").on("cp312-x86_64-linux").at("src/App.java", 12));

    /** Every message of the channel, with every event. */
    static Stream<ForkMessage> messages() {
        return Stream.of(
                new ForkMessage.Ready(4711),
                new ForkMessage.Begun(),
                new ForkMessage.Happened(new WheelsEvent.Started("resolve", 3)),
                new ForkMessage.Happened(new WheelsEvent.Advanced("resolve", "numpy")),
                new ForkMessage.Happened(new WheelsEvent.Finished("resolve", "")),
                new ForkMessage.Happened(new WheelsEvent.Fetched(1L << 40, Optional.of(Instant.EPOCH))),
                new ForkMessage.Happened(new WheelsEvent.Fetched(0, Optional.empty())),
                new ForkMessage.Happened(new WheelsEvent.Warned(PROBLEM)),
                new ForkMessage.Happened(new WheelsEvent.Noted("odd")),
                new ForkMessage.LoginNeeded(true, "https"),
                new ForkMessage.LoginFound(Optional.of(new Login("me", "secret")), Optional.empty()),
                new ForkMessage.LoginFound(Optional.empty(), Optional.of(PROBLEM)),
                new ForkMessage.Done(List.of("Resolved 3 packages", "")),
                new ForkMessage.Failed(PROBLEM, "trace"),
                new ForkMessage.Broke(true, "trace"));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void aMessageArrivesAsItWasSent(ForkMessage message) throws IOException {
        assertThat(sent(ForkMessage.class, message)).isEqualTo(message);
    }

    @Test
    void everyKindOfMessageAndOfEventIsAmongThem() {
        assertThat(messages().map(message -> (Object) message.getClass()))
                .containsAll(Arrays.asList((Object[]) ForkMessage.class.getPermittedSubclasses()));
        assertThat(messages().filter(ForkMessage.Happened.class::isInstance).map(message ->
                        (Object) ((ForkMessage.Happened) message).event().getClass()))
                .containsAll(Arrays.asList((Object[]) WheelsEvent.class.getPermittedSubclasses()));
    }

    @Test
    void aSetWithAValueInEveryMemberArrivesWhole() throws IOException {
        WheelSetDeclaration set = new SampleDeclarations().of(WheelSetDeclaration.class);

        assertThat(sent(WheelSetDeclaration.class, set)).isEqualTo(set);
    }

    static Stream<LockUpdate> updates() {
        return Stream.of(
                new LockUpdate.Keep(),
                new LockUpdate.Locked(),
                new LockUpdate.UpgradeAll(),
                new LockUpdate.UpgradePackages(new TreeSet<>(List.of(PackageName.parse("numpy")))),
                new LockUpdate.UpgradeSource("pypi"));
    }

    @ParameterizedTest
    @MethodSource("updates")
    void anUpdateArrivesAsItWasSent(LockUpdate update) throws IOException {
        assertThat(sent(LockUpdate.class, update)).isEqualTo(update);
    }

    @Test
    void whatIsCutOrNoMessageIsRefused() throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        ValueForm.write(new DataOutputStream(whole), ForkMessage.class, new ForkMessage.Failed(PROBLEM, "trace"));
        for (int length = 0; length < whole.size(); length++) {
            DataInputStream cut = in(Arrays.copyOf(whole.toByteArray(), length));
            assertThatThrownBy(() -> ValueForm.read(cut, ForkMessage.class)).isInstanceOf(EOFException.class);
        }
        for (String other : List.of("#!/bin/sh: no Java here", "\0\0\0\6\177\177\177\177")) {
            DataInputStream in = in(other.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
            assertThatThrownBy(() -> ValueForm.read(in, ForkMessage.class)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void aTypeWithoutAFormIsRefusedAtOnce() {
        assertThatThrownBy(() -> sent(Odd.class, new Odd(new StringBuilder())))
                .hasMessage("class java.lang.StringBuilder has no form between processes");
    }

    private record Odd(StringBuilder text) {}

    private static <T> T sent(Class<T> type, T value) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ValueForm.write(new DataOutputStream(out), type, Objects.requireNonNull(value));
        DataInputStream in = in(out.toByteArray());
        T read = ValueForm.read(in, type);
        assertThat(in.read()).isEqualTo(-1);
        return read;
    }

    private static DataInputStream in(byte[] bytes) {
        return new DataInputStream(new ByteArrayInputStream(bytes));
    }
}
