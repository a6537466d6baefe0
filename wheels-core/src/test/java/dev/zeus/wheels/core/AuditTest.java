package dev.zeus.wheels.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.output.GeneratedDirectory;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.testkit.Answer;
import dev.zeus.wheels.testkit.LoopbackIndex;
import dev.zeus.wheels.testkit.WheelBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is known of the locked versions, and what becomes of it. */
class AuditTest {
    private static final String IDNA = "{\"id\": \"PYSEC-2024-60\", \"aliases\": [\"CVE-2024-3651\"],"
            + " \"fixed_in\": [\"3.7\", \"4.0\"], \"summary\": \"Takes \\\"quadratic\\\" time\"}";

    @TempDir
    Path home;

    private LoopbackIndex index;
    private Acme acme;

    @BeforeEach
    void lock() {
        index = LoopbackIndex.start();
        index.add(WheelBuilder.of("app", "1.0").requires("idna<4").build());
        index.add(WheelBuilder.of("idna", "3.6").build());
        index.add(WheelBuilder.of("demo", "2.0").build());
        acme = new Acme(home).source("acme", index.uri()).wheel("app", "acme").wheel("demo", "acme", "<3");
        acme.generate(new LockUpdate.Keep());
        publish("app", "1.0", "");
        publish("idna", "3.6", IDNA);
        publish("demo", "2.0", "");
    }

    @AfterEach
    void stop() {
        index.close();
    }

    private void publish(String name, String version, String advisories) {
        String body = "{\"info\": {\"name\": \"" + name + "\", \"version\": \"" + version
                + "\"}, \"vulnerabilities\": [" + advisories + "]}";
        answer(
                name,
                version,
                Answer.bytes(body.getBytes(StandardCharsets.UTF_8)).with("Content-Type", "application/json"));
    }

    private void answer(String name, String version, Answer answer) {
        index.always("/pypi/" + name + "/" + version + "/json", answer);
    }

    private SortedMap<String, String> files() {
        return new GeneratedDirectory(home.resolve("generated"), text -> true).read();
    }

    private JsonNode result() throws IOException {
        return new ObjectMapper().readTree(Files.readString(home.resolve("result.json")));
    }

    private WheelsException failure() {
        return catchThrowableOfType(WheelsException.class, () -> acme.audit(""));
    }

    private List<String> known() {
        return acme.checked().packages().stream()
                .flatMap(locked ->
                        locked.standing().vulnerabilities().stream().map(one -> locked.name() + " " + one.id()))
                .toList();
    }

    @Test
    void findsWhatIsKnownAndSaysTheWayOut() throws IOException {
        publish("demo", "2.0", "{\"id\": \"PYSEC-1\", \"fixed_in\": [\"2.1\", \"3.0\"]}, {\"id\": \"PYSEC-2\"}");
        AuditOutcome outcome = acme.audit("");

        assertThat(outcome.lines())
                .containsExactly(
                        "demo 2.0 has 2 known vulnerabilities:",
                        "- PYSEC-1",
                        "  Fixed in: 2.1, 3.0 (\"<3\" allows 2.1)",
                        "- PYSEC-2",
                        "  No version is known that fixes it",
                        "idna 3.6 has 1 known vulnerability:",
                        "- PYSEC-2024-60: Takes \"quadratic\" time",
                        "  Fixed in: 3.7, 4.0",
                        "  Needed by: app 1.0",
                        "Audited 3 packages: 3 known vulnerabilities",
                        "Wrote pylock.toml");
        assertThat(outcome.problem()).hasValueSatisfying(problem -> {
            assertThat(problem.code()).isEqualTo("C601");
            assertThat(problem.message()).isEqualTo("known vulnerabilities in \"demo\" 2.0, \"idna\" 3.6");
            assertThat(problem.hint()).contains("-Dwheels.upgrade=demo,idna", "-Dwheels.audit.ignore=PYSEC-1,…");
        });
        assertThat(result().path("outcome").asText()).isEqualTo("failed");
        assertThat(result().at("/problems/0/code").asText()).isEqualTo("C601");
        assertThat(result().at("/files/changed/0").asText()).isEqualTo("pylock.toml");
        assertThat(result().at("/vulnerable/1/vulnerabilities/0"))
                .hasToString("{\"id\":\"PYSEC-2024-60\",\"aliases\":[\"CVE-2024-3651\"],\"fixedIn\":[\"3.7\",\"4.0\"],"
                        + "\"summary\":\"Takes \\\"quadratic\\\" time\"}");
    }

    @Test
    void writesNothingButTheFacts() {
        SortedMap<String, String> before = files();
        acme.audit("");
        SortedMap<String, String> after = files();

        assertThat(known()).containsExactly("idna PYSEC-2024-60");
        assertThat(lines(after).stream().filter(line -> !lines(before).contains(line)))
                .containsExactly(
                        "vulnerabilities = [",
                        "    { id = \"PYSEC-2024-60\", aliases = [\"CVE-2024-3651\"], fixed-in = [\"3.7\", \"4.0\"],"
                                + " summary = 'Takes \"quadratic\" time' },");
        assertThat(lines(before)).isSubsetOf(lines(after));

        publish("idna", "3.6", "");
        assertThat(acme.audit("").problem()).isEmpty();
        assertThat(files()).isEqualTo(before);
        after.remove(Generate.LOCK_FILE);
        before.remove(Generate.LOCK_FILE);
        assertThat(after).isEqualTo(before);
    }

    /** The lines of the lock but its sums. */
    private static List<String> lines(SortedMap<String, String> files) {
        return files.getOrDefault(Generate.LOCK_FILE, "")
                .lines()
                .filter(line -> !line.startsWith("sums = ") && !line.startsWith("digest = "))
                .toList();
    }

    @Test
    void ofSoundVersionsChangesNothing() throws IOException {
        publish("idna", "3.6", "{\"id\": \"PYSEC-2024-60\", \"withdrawn\": \"2025-01-01T00:00:00Z\"}");
        SortedMap<String, String> before = files();
        AuditOutcome outcome = acme.audit("");

        assertThat(outcome.lines()).containsExactly("Audited 3 packages: no known vulnerability");
        assertThat(outcome.problem()).isEmpty();
        assertThat(files()).isEqualTo(before);
        assertThat(result().path("outcome").asText()).isEqualTo("ok");
    }

    @Test
    void leavesOutWhatIsIgnoredByIdOrAlias() {
        assertThat(acme.audit(" CVE-2024-3651 ,PYSEC-9").lines())
                .containsExactly("Audited 3 packages: no known vulnerability");
        assertThat(known()).isEmpty();
        assertThat(acme.events)
                .asString()
                .contains("C603", "\"PYSEC-9\", which no locked package has")
                .doesNotContain("\"CVE-2024-3651\", which");
        assertThat(acme.audit("PYSEC-2024-60").problem()).isEmpty();
        assertThat(catchThrowableOfType(WheelsException.class, () -> acme.audit("all of them"))
                        .problem()
                        .code())
                .isEqualTo("D207");
    }

    @Test
    void saysOnceWhereASourcePublishesNoAdvisories() {
        List.of("app 1.0", "idna 3.6", "demo 2.0")
                .forEach(each -> answer(each.split(" ", 2)[0], each.split(" ", 2)[1], Answer.status(404)));
        assertThat(acme.audit("").lines()).containsExactly("Audited 0 of 3 packages: no known vulnerability");
        assertThat(acme.events)
                .asString()
                .containsOnlyOnce("C604")
                .contains("the source \"acme\" publishes no advisories; nothing is known of its 3 packages");
    }

    @Test
    void keepsWhatWasKnownWhereASourceIsSilent() {
        acme.audit("");
        answer("idna", "3.6", Answer.status(404));
        assertThat(acme.audit("").lines()).contains("Audited 2 of 3 packages: 1 known vulnerability");
        assertThat(acme.events).asString().contains("the source \"acme\" publishes no advisories about idna 3.6");
        assertThat(known()).containsExactly("idna PYSEC-2024-60");
    }

    @Test
    void thatCannotBeMadeWritesNothing() throws IOException {
        SortedMap<String, String> before = files();
        answer("demo", "2.0", Answer.status(500));
        assertThat(failure().problem().code()).isEqualTo("X302");
        assertThat(result().path("outcome").asText()).isEqualTo("failed");
        answer("demo", "2.0", Answer.html("<p>Welcome"));
        assertThat(failure().problem().code()).isEqualTo("X410");
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void needsTheNetwork() {
        acme.audit("");
        acme.offline();
        assertThat(failure().problem().code()).isEqualTo("C602");
        assertThat(failure().problem().hint()).isEqualTo("run it without -o");
    }

    @Test
    void needsALock() {
        assertThat(catchThrowableOfType(
                                WheelsException.class,
                                () -> new Acme(home.resolve("empty"))
                                        .source("acme", index.uri())
                                        .audit(""))
                        .problem()
                        .code())
                .isEqualTo("C101");
    }

    @Test
    void isKeptByGenerateAsLongAsTheVersionStays() {
        acme.audit("");
        index.add(WheelBuilder.of("demo", "2.5").build());
        acme.generate(upgrade("demo"));
        assertThat(acme.versions()).contains("demo 2.5 from acme", "idna 3.6 from acme");
        assertThat(known()).containsExactly("idna PYSEC-2024-60");

        // What is upgraded and has nothing newer is as vulnerable as before.
        acme.generate(new LockUpdate.UpgradeAll());
        assertThat(known()).containsExactly("idna PYSEC-2024-60");

        index.add(WheelBuilder.of("idna", "3.7").build());
        acme.generate(upgrade("idna"));
        assertThat(acme.versions()).contains("idna 3.7 from acme");
        assertThat(known()).isEmpty();
    }

    private static LockUpdate upgrade(String name) {
        return new LockUpdate.UpgradePackages(new TreeSet<>(List.of(PackageName.parse(name))));
    }

    @Test
    void asksEachVersionOnce() {
        acme.audit("");
        assertThat(index.counts())
                .containsAllEntriesOf(
                        Map.of("/pypi/app/1.0/json", 1L, "/pypi/idna/3.6/json", 1L, "/pypi/demo/2.0/json", 1L));
    }
}
