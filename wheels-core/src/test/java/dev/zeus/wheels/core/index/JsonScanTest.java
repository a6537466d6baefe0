// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The scan of a page, held against the library: it says the same, or leaves the page to that. */
class JsonScanTest {
    private static final String DIGEST = "0123456789abcdef".repeat(4);

    /** Files as indexes write them. */
    static Stream<String> usual() {
        return Stream.of(
                "",
                "{}",
                "{\"filename\":\"a-1-py3-none-any.whl\",\"url\":\"https://h/a-1-py3-none-any.whl\"}",
                "{\"url\":\"../a-1.tar.gz\",\"filename\":\"a-1.tar.gz\",\"size\":0}",
                "{\"hashes\":{\"sha256\":\"" + DIGEST + "\",\"md5\":\"1\"},\"size\":123456789012345678}",
                "{\"hashes\":{},\"core-metadata\":{\"sha256\":\"" + DIGEST + "\"}}",
                "{\"hashes\":\"none\",\"core-metadata\":{}}",
                "{\"core-metadata\":false,\"dist-info-metadata\":{\"sha256\":\"1\"}}",
                "{\"core-metadata\":true,\"dist-info-metadata\":{\"sha256\":\"1\"}}",
                "{\"core-metadata\":{\"md5\":\"2\"},\"data-dist-info-metadata\":{\"sha256\":\"1\"}}",
                "{\"core-metadata\":\"text\"}",
                "{\"yanked\":true}, {\"yanked\":false} ,\n{\"yanked\":\"\"},{\"yanked\":\"for \\\"this\\\" \\u00e9\"}",
                "{\"yanked\":\"wegen überall\"},{\"yanked\":\"wegen überall\"}",
                "{\"requires-python\":null,\"upload-time\":\"2026-01-02T03:04:05Z\",\"provenance\":{\"a\":[1,{\"b\":2}]}}",
                "{\"requires-python\":\">=3.8\"},{\"requires-python\":\">=3.9\"},{\"requires-python\":\">=3.8\"}",
                "null, 3, [], [[\"files\"]], {\"filename\":\"b\"}");
    }

    /** Files that are for the library. */
    static Stream<String> unusual() {
        return Stream.of(
                "{\"filename\":\"a\",\"filename\":\"b\"}",
                "{\"filename\":3}",
                "{\"filename\":true}",
                "{\"hashes.sha256\":\"a\"}",
                "{\"url\":\"https://h/a#sha256=" + DIGEST + "\"}",
                "{\"size\":-1}",
                "{\"size\":1.5}",
                "{\"size\":\"17\"}",
                "{\"size\":01}",
                "{\"x\":{\"y\":1e5}}",
                "{\"file\\u006eame\":\"a\"}",
                "{\"yanked\":\"\\ud800\"}",
                "{\"yanked\":3}",
                "{\"requires-python\":3}",
                "{\"filename\":\"a\tb\"}",
                "{\"filename\":\"a\"},",
                "{\"filename\":\"a\"",
                "tru",
                "{,}",
                "{\"a\" \"b\"}",
                "[".repeat(30) + "]".repeat(30));
    }

    @ParameterizedTest
    @MethodSource("usual")
    void saysWhatTheLibrarySays(String files) throws Listing.UnreadableException {
        byte[] body = page(files);
        assertThat(JsonScan.read(body).map(JsonScanTest::words)).contains(words(JsonPage.parseAny(body)));
    }

    @ParameterizedTest
    @MethodSource("unusual")
    void leavesWhatIsUnusualToTheLibrary(String files) {
        assertThat(JsonScan.read(page(files))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"files\":[]}",
                "{\"name\":\"a\",\"files\":[],\"project-status\":{\"status\":\"archived\",\"reason\":\"done\"}}",
                "{\"meta\":{\"api-version\":\"1.9\",\"_last-serial\":3},\"files\":[],\"versions\":[\"1\",\"2\"]}\n",
                "{\"meta\":{\"api-version\":3},\"name\":null,\"files\":[]}"
            })
    void readsWhatAPageSaysOfItself(String page) throws Listing.UnreadableException {
        byte[] body = page.getBytes(StandardCharsets.UTF_8);
        assertThat(JsonScan.read(body).map(JsonScanTest::words)).contains(words(JsonPage.parseAny(body)));
    }

    /** PEP 691 knows true and text that is not empty; what else stands there says nothing. */
    @ParameterizedTest
    @CsvSource({
        "true, true",
        "'\"broken\"', true",
        "'\" \"', true",
        "false, false",
        "'\"\"', false",
        "null, false",
        "0, false",
        "1, false",
        "0.5, false",
        "[], false",
        "'[true]', false",
        "{}, false",
        "'{\"sha256\":\"1\"}', false"
    })
    void onlyTrueOrAReasonMeanYanked(String value, boolean yanked) throws Listing.UnreadableException {
        byte[] body = page("{\"filename\":\"a\",\"yanked\":" + value + ",\"url\":\"u\"}");

        ListedFile file = JsonPage.parse(body).files().get(0);
        assertThat(file.yanked().isPresent()).isEqualTo(yanked);
        assertThat(file.url()).isEqualTo("u");
        assertThat(JsonPage.parseAny(body).files().get(0).yanked()).isEqualTo(file.yanked());
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "{\"files\":[]}", ",", "}", "null", "0", "\"", "\u00a0", "\0"})
    void refusesWhatFollowsThePage(String rest) {
        byte[] body = ("{\"files\":[]} \n" + rest).getBytes(StandardCharsets.UTF_8);

        assertThatExceptionOfType(Listing.UnreadableException.class).isThrownBy(() -> JsonPage.parse(body));
    }

    /** Cut, and with bytes changed: either both understand the same, or it is the library that judges. */
    @Test
    void understandsNothingOtherwiseThanTheLibrary() {
        Random random = new Random(7);
        List<String> all = Stream.concat(usual(), unusual()).toList();
        int read = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] body = page(all.get(random.nextInt(all.size())) + (random.nextBoolean() ? "" : "," + all.get(2)));
            int changes = random.nextInt(3);
            for (int change = 0; change < changes; change++) {
                byte[] odd = {
                    '"', '\\', '{', '}', '[', ']', ',', ':', '0', 'e', ' ', (byte) 0xc3, 0, (byte) random.nextInt()
                };
                body[random.nextInt(body.length)] = odd[random.nextInt(odd.length)];
            }
            Optional<Listing> scanned = JsonScan.read(body);
            if (scanned.isPresent()) {
                read++;
                String why = new String(body, StandardCharsets.UTF_8);
                try {
                    assertThat(words(scanned.get())).as(why).isEqualTo(words(JsonPage.parseAny(body)));
                } catch (Listing.UnreadableException e) {
                    throw new AssertionError("the library refuses " + why, e);
                }
            }
        }
        assertThat(read).isGreaterThan(3000);
    }

    /** A file of a large page costs a row of numbers and its words once, and no object of its own. */
    @Test
    void aFileTakesLittleMemory() {
        int files = 5000;
        byte[] body = page(String.join(
                ",",
                IntStream.range(0, files)
                        .mapToObj(i -> "{\"core-metadata\":{\"sha256\":\"" + DIGEST
                                + "\"},\"data-dist-info-metadata\":{\"sha256\":\"" + DIGEST
                                + "\"},\"filename\":\"demo-1."
                                + i + "-py3-none-any.whl\",\"hashes\":{\"sha256\":\"" + DIGEST
                                + "\"},\"requires-python\":\">=3.8\",\"size\":1,\"upload-time\":\"2026-01-02T03:04:05Z\","
                                + "\"url\":\"https://files.example/ab/cd/" + DIGEST + "/demo-1." + i
                                + "-py3-none-any.whl\",\"yanked\":false}")
                        .toList()));
        JsonScan.read(body);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        Optional<Listing> listing = JsonScan.read(body);
        long taken = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
        assertThat(listing.orElseThrow().files()).hasSize(files);
        assertThat(taken / files).isLessThan(1000);
    }

    private static byte[] page(String files) {
        return ("{\"files\":[" + files + "],\"meta\":{\"api-version\":\"1.1\"},\"name\":\"demo\"}")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Everything that a listing says, as values that can be compared. */
    static List<Object> words(Listing listing) {
        return List.of(
                listing.apiVersion(),
                listing.name(),
                listing.base(),
                listing.status(),
                listing.statusReason(),
                listing.form(),
                listing.files().stream()
                        .map(file -> new WrittenFile(
                                file.filename(),
                                file.url(),
                                file.sha256(),
                                file.fragmentSha256(),
                                file.requiresPython(),
                                file.size(),
                                file.uploadTime(),
                                file.yanked(),
                                file.metadata()))
                        .toList());
    }
}
