// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A Chromium without a window, with one page.
 *
 * @see <a href="https://chromedevtools.github.io/devtools-protocol/">The protocol that it is spoken to by</a>
 */
final class Browser implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SECONDS = 60;

    private final Process process;
    private final WebSocket socket;
    private final AtomicInteger last = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
    private final List<JsonNode> events = new CopyOnWriteArrayList<>();
    private CompletableFuture<Void> loaded = new CompletableFuture<>();

    private Browser(Process process, URI page) {
        this.process = process;
        this.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(page, new Listener())
                .orTimeout(SECONDS, TimeUnit.SECONDS)
                .join();
        List.of("Page", "Runtime", "Log", "Network").forEach(domain -> call(domain + ".enable", Map.of()));
    }

    /** Starts one whose files are in a directory. */
    static Browser start(Path program, Path home) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        program.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + home.resolve("profile"),
                        "about:blank")
                .redirectErrorStream(true)
                .start();
        String prefix = "DevTools listening on ws://";
        String address;
        try {
            do {
                address = Optional.ofNullable(process.inputReader().readLine())
                        .orElseThrow(() -> new IOException(program + " ends without an address"));
            } while (!address.startsWith(prefix));
        } catch (IOException e) {
            process.destroy();
            throw e;
        }
        String host = address.substring(prefix.length(), address.indexOf('/', prefix.length()));
        JsonNode pages = JSON.readTree(HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://" + host + "/json/list"))
                                .build(),
                        BodyHandlers.ofString())
                .body());
        return new Browser(
                process, URI.create(pages.at("/0/webSocketDebuggerUrl").asText()));
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean isLast) {
            text.append(data);
            if (isLast) {
                received(text.toString());
                text.setLength(0);
            }
            from.request(1);
            return CompletableFuture.completedFuture(null);
        }
    }

    private void received(String text) {
        try {
            JsonNode message = JSON.readTree(text);
            if (message.has("id")) {
                Optional.ofNullable(asked.remove(message.path("id").asInt())).ifPresent(one -> one.complete(message));
            } else {
                events.add(message);
                if (message.path("method").asText().equals("Page.loadEventFired")) {
                    loaded.complete(null);
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(text, e);
        }
    }

    private JsonNode call(String method, Map<String, ?> parameters) {
        int id = last.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        asked.put(id, answer);
        socket.sendText(
                        JSON.valueToTree(Map.of("id", id, "method", method, "params", parameters))
                                .toString(),
                        true)
                .join();
        JsonNode message = answer.orTimeout(SECONDS, TimeUnit.SECONDS).join();
        if (message.has("error") || message.at("/result/exceptionDetails").isObject()) {
            throw new IllegalStateException(method + ": " + message);
        }
        return message.path("result");
    }

    /** Opens a page in a window of a width, in the light or the dark, and waits until it is there. */
    void open(URI page, int width, String colours) {
        events.clear();
        call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", width < 600));
        call(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", colours))));
        loaded = new CompletableFuture<>();
        call("Page.navigate", Map.of("url", page.toString()));
        loaded.orTimeout(SECONDS, TimeUnit.SECONDS).join();
    }

    /** What a script, or what it promises, gives. */
    JsonNode evaluate(String script) {
        return call("Runtime.evaluate", Map.of("expression", script, "awaitPromise", true, "returnByValue", true))
                .at("/result/value");
    }

    /** Presses a key as a hand does. */
    void press(String key) {
        Map<String, Integer> codes = Map.of(
                "Tab", 9, "Enter", 13, " ", 32, "ArrowLeft", 37, "ArrowUp", 38, "ArrowRight", 39, "ArrowDown", 40);
        String text = key.equals("Enter") ? "\r" : key.length() == 1 ? key : "";
        for (String type : List.of(text.isEmpty() ? "rawKeyDown" : "keyDown", "keyUp")) {
            call(
                    "Input.dispatchKeyEvent",
                    Map.of(
                            "type",
                            type,
                            "key",
                            key,
                            "text",
                            type.equals("keyUp") ? "" : text,
                            "windowsVirtualKeyCode",
                            codes.getOrDefault(key, 0)));
        }
    }

    /** What is seen, as WebP. */
    byte[] picture() {
        return Base64.getDecoder()
                .decode(call("Page.captureScreenshot", Map.of("format", "webp", "quality", 70))
                        .path("data")
                        .asText());
    }

    /** What the console says since the page was opened: errors, refusals of the policy, and what scripts write. */
    List<String> said() {
        return of("Log.entryAdded", "Runtime.consoleAPICalled", "Runtime.exceptionThrown");
    }

    /** What was asked for since the page was opened, the page itself first. */
    List<String> requests() {
        return of("Network.requestWillBeSent");
    }

    private List<String> of(String... methods) {
        return events.stream()
                .filter(event -> List.of(methods).contains(event.path("method").asText()))
                .map(event -> event.path("params").toString())
                .toList();
    }

    @Override
    public void close() {
        socket.abort();
        process.destroy();
        process.onExit().join();
    }
}
