// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zeus.wheels.core.contract.Proves;
import dev.zeus.wheels.core.event.WheelsEvent;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.setup.LockUpdate;
import dev.zeus.wheels.python.Publisher;
import dev.zeus.wheels.testkit.Answer;
import dev.zeus.wheels.testkit.BuiltWheel;
import dev.zeus.wheels.testkit.LoopbackIndex;
import dev.zeus.wheels.testkit.PageStyle;
import dev.zeus.wheels.testkit.ProblemExample;
import dev.zeus.wheels.testkit.WheelBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who published what is locked, as the attestations of the index say. */
final class PublishersTest {
    private static final String ACME = "{\"kind\":\"GitHub\",\"claims\":null,\"repository\":\"acme/demo\","
            + "\"workflow\":\"release.yml\",\"environment\":\"pypi\"}";
    private static final String EVIL = ACME.replace("acme/demo", "evil/demo");
    private static final Publisher BY_ACME = new Publisher(
            "GitHub",
            new TreeMap<>(Map.of("repository", "acme/demo", "workflow", "release.yml", "environment", "pypi")));

    @TempDir
    Path home;

    private LoopbackIndex index;
    private final BuiltWheel one = WheelBuilder.of("demo", "1.0").build();
    private final BuiltWheel two = WheelBuilder.of("demo", "2.0").build();

    @BeforeEach
    void serve() {
        index = LoopbackIndex.start().style(PageStyle.JSON);
        index.add(one);
    }

    @AfterEach
    void stop() {
        index.close();
    }

    private Acme acme() {
        return new Acme(home).source("test", index.uri()).wheel("demo", "test").attestations();
    }

    private static String provenance(BuiltWheel wheel, String publisher) {
        String statement = "{\"_type\":\"https://in-toto.io/Statement/v1\",\"subject\":[{\"name\":\"" + wheel.filename()
                + "\",\"digest\":{\"sha256\":\"" + wheel.sha256()
                + "\"}}],\"predicateType\":\"https://docs.pypi.org/attestations/publish/v1\",\"predicate\":null}";
        String encoded = Base64.getEncoder().encodeToString(statement.getBytes(StandardCharsets.UTF_8));
        return "{\"version\":1,\"attestation_bundles\":[{\"publisher\":" + publisher
                + ",\"attestations\":[{\"version\":1,\"verification_material\":{},\"envelope\":{\"statement\":\""
                + encoded
                + "\",\"signature\":\"MEUC\"}}]}]}";
    }

    private void attested(BuiltWheel wheel, String publisher) {
        index.attested(wheel.filename(), Answer.json(provenance(wheel, publisher)));
    }

    private static List<String> warnings(Acme run) {
        return run.events.stream()
                .filter(WheelsEvent.Warned.class::isInstance)
                .map(event -> ((WheelsEvent.Warned) event).problem().toString())
                .toList();
    }

    private static List<Publisher> publishers(Acme run) {
        return run.lock().packages().get(0).standing().publishers();
    }

    private String text() throws IOException {
        return Files.readString(home.resolve("generated/pylock.toml"));
    }

    @Test
    void areRecordedWhereTheStandardHasAPlaceForThem() throws IOException {
        attested(one, ACME);
        Acme first = acme();
        first.generate(new LockUpdate.Keep());

        assertThat(warnings(first)).isEmpty();
        assertThat(publishers(first)).containsExactly(BY_ACME);
        assertThat(text()).contains("""
                attestation-identities = [
                    { kind = "GitHub", environment = "pypi", repository = "acme/demo", workflow = "release.yml" },
                ]
                """);
    }

    @Test
    void askNothingAndChangeNothingWhereNobodyWantsThem() throws IOException {
        new Acme(home).source("test", index.uri()).wheel("demo", "test").generate(new LockUpdate.Keep());
        String without = text();
        attested(one, ACME);
        Acme other = new Acme(Files.createDirectory(home.resolve("other")))
                .source("test", index.uri())
                .wheel("demo", "test");
        other.generate(new LockUpdate.Keep());

        assertThat(Files.readString(home.resolve("other/generated/pylock.toml")))
                .isEqualTo(without);
        assertThat(index.count("/integrity/" + one.filename())).isZero();
    }

    @Test
    void areAskedOncePerFile() {
        attested(one, ACME);
        acme().generate(new LockUpdate.Keep());
        index.add(WheelBuilder.of("more", "1.0").build());
        acme().wheel("more", "test").generate(new LockUpdate.Keep());

        assertThat(index.count("/integrity/" + one.filename())).isEqualTo(1);
        assertThat(publishers(acme())).containsExactly(BY_ACME);
    }

    @Proves(
            id = "attack 15",
            given = "a new version by another publisher than that of the locked one, where attestations are recorded",
            outcome = "L209 warns with both publishers")
    @Test
    void ofAPackageThatMovesToOthersAreAWarning() {
        attested(one, ACME);
        acme().generate(new LockUpdate.Keep());
        index.add(two);
        attested(two, EVIL);
        Acme moved = acme();
        moved.generate(new LockUpdate.UpgradeAll());

        assertThat(warnings(moved)).singleElement().asString().satisfies(ProblemExample.printed("L209"));
        assertThat(warnings(moved))
                .singleElement()
                .asString()
                .contains("\"demo\" 2.0 was published by GitHub (environment pypi, repository evil/demo, workflow")
                .contains("and 1.0 was published by GitHub (environment pypi, repository acme/demo, workflow");
    }

    @Test
    void thatVanishAreAWarning() {
        attested(one, ACME);
        acme().generate(new LockUpdate.Keep());
        index.add(two);
        Acme moved = acme();
        moved.generate(new LockUpdate.UpgradeAll());

        assertThat(warnings(moved))
                .singleElement()
                .asString()
                .contains("[wheels/L209] \"demo\" 2.0 says of no publisher, and 1.0 was published by GitHub");
        assertThat(publishers(moved)).isEmpty();
    }

    @Test
    void thatStayOrAppearAreNone() {
        acme().generate(new LockUpdate.Keep());
        index.add(two);
        attested(two, ACME);
        Acme appeared = acme();
        appeared.generate(new LockUpdate.UpgradeAll());
        BuiltWheel three = WheelBuilder.of("demo", "3.0").build();
        index.add(three);
        attested(three, ACME);
        Acme stayed = acme();
        stayed.generate(new LockUpdate.UpgradeAll());

        assertThat(warnings(appeared)).isEmpty();
        assertThat(warnings(stayed)).isEmpty();
        assertThat(publishers(stayed)).containsExactly(BY_ACME);
    }

    /** One file of a version without a publisher could come from anyone. */
    @Test
    void areThoseOfAllFilesOrNone() {
        BuiltWheel linux = WheelBuilder.of("demo", "2.0")
                .tags("cp312-cp312-manylinux_2_28_x86_64")
                .build();
        BuiltWheel newer = WheelBuilder.of("demo", "2.0")
                .tags("cp313-cp313-manylinux_2_28_x86_64")
                .build();
        index.add(linux);
        index.add(newer);
        attested(linux, ACME);
        Acme both = new Acme(home).source("test", index.uri()).attestations();
        both.targets(new Acme(home).set().targets(), "3.12", "3.13").wheel("demo", "test");
        both.generate(new LockUpdate.Keep());

        assertThat(both.lock().packages().get(0).wheels()).hasSize(2);
        assertThat(publishers(both)).isEmpty();
    }

    @Test
    void stayInALockThatMayNotChange() throws IOException {
        attested(one, ACME);
        acme().generate(new LockUpdate.Keep());
        String before = text();
        long asked = index.counts().values().stream().mapToLong(Long::longValue).sum();
        acme().generate(new LockUpdate.Locked());

        assertThat(text()).isEqualTo(before);
        assertThat(index.counts().values().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(asked);
        assertThatThrownBy(() -> new Acme(home)
                        .source("test", index.uri())
                        .wheel("demo", "test")
                        .generate(new LockUpdate.Locked()))
                .isInstanceOf(WheelsException.class)
                .hasMessageContaining("[wheels/L201]");
    }

    @Test
    void areTakenFromTheCacheOffline() throws IOException {
        attested(one, ACME);
        acme().generate(new LockUpdate.Keep());
        String before = text();
        Files.delete(home.resolve("generated/pylock.toml"));
        acme().offline().generate(new LockUpdate.Keep());

        assertThat(text()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "[] | not a JSON object",
                "{\"version\":1 | not readable JSON",
                "{\"version\":2,\"attestation_bundles\":[]} | not of version 1",
                "{\"version\":1,\"attestation_bundles\":{}} | no bundles",
                "{\"version\":1,\"attestation_bundles\":[{\"publisher\":{\"kind\":\"GitHub\"},\"attestations\":[]}]} | has no attestations",
                "{\"version\":1,\"attestation_bundles\":[{\"attestations\":[{\"envelope\":{\"statement\":\"%%%\"}}]}]} | in base64",
                "{\"version\":1,\"attestation_bundles\":[{\"attestations\":[{\"envelope\":{\"statement\":\"e30=\"}}]}]} | another file",
            })
    void areNoneWhereTheirObjectIsBroken(String body, String why) {
        index.attested(one.filename(), Answer.json(body));
        Acme run = acme();
        run.generate(new LockUpdate.Keep());

        assertThat(publishers(run)).isEmpty();
        assertThat(warnings(run)).singleElement().asString().contains("[wheels/X423]", why);
        if (why.contains("version 1")) {
            assertThat(warnings(run)).singleElement().asString().satisfies(ProblemExample.printed("X423"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"kind\":\"\"}'",
        "'{\"kind\":\"Git\\u202eHub\"}'",
        "'{\"kind\":\"GitHub\",\"repository\":\"acme\\u001b[2J\"}'",
        "'{\"kind\":\"GitHub\",\"Repo sitory\":\"acme\"}'",
        "'{\"claims\":{}}'",
    })
    void areNoneWhereTheyCouldMislead(String publisher) {
        attested(one, publisher);
        Acme run = acme();
        run.generate(new LockUpdate.Keep());

        assertThat(publishers(run)).isEmpty();
        assertThat(warnings(run))
                .singleElement()
                .asString()
                .contains("[wheels/X423]")
                .doesNotContain("\u202e", "\u001b");
    }

    @Proves(
            id = "attack 15",
            given = "attestations at a relative address, or at one of this machine",
            outcome = "X423, it is not followed")
    @ParameterizedTest
    @CsvSource({
        "/integrity/demo",
        "file:///etc/passwd",
        "http://169.254.169.254/latest",
        "https://user/name:pw@host/",
        "'javascript:alert(1)'",
        "'http://[::1'",
    })
    void areNotAskedAtAnAddressThatIsNotFollowed(String address) {
        index.attested(one.filename(), address);
        Acme run = acme();
        run.generate(new LockUpdate.Keep());

        assertThat(publishers(run)).isEmpty();
        assertThat(warnings(run))
                .singleElement()
                .asString()
                .contains("[wheels/X423]")
                .doesNotContain("pw@");
    }

    @Proves(
            id = "attack 15",
            given = "attestations for another file or digest",
            outcome = "X423, the file counts as one without a publisher")
    @Test
    void areOfTheVeryFile() {
        index.attested(one.filename(), Answer.json(provenance(two, ACME)));
        Acme run = acme();
        run.generate(new LockUpdate.Keep());

        assertThat(publishers(run)).isEmpty();
        assertThat(warnings(run)).singleElement().asString().contains("another file", two.filename());
    }

    @Test
    void areNotAskedOfAnIndexThatSpeaksHtml() {
        index.style(PageStyle.RICH_HTML);
        attested(one, ACME);
        Acme run = acme();
        run.generate(new LockUpdate.Keep());

        assertThat(publishers(run)).isEmpty();
        assertThat(warnings(run)).isEmpty();
    }
}
