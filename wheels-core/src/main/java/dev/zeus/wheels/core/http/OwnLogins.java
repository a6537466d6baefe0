// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Takes our own logins out of what servers answer: some quote the request with its {@code Authorization}, and what they
 * quote is shown, kept and locked.
 *
 * <p>A password is found as it is, percent-encoded, in Base64 with its user or without, and as JSON may write each. One
 * of fewer than four characters is not looked for: it would blot out half of every page.
 */
final class OwnLogins {
    private static final int SHORTEST = 4;
    private static final String BLOT = "****";

    private final List<Credentials> credentials;

    OwnLogins(List<Credentials> credentials) {
        this.credentials = credentials;
    }

    /** The answer without the logins that were asked for so far; no other can be in it. */
    HttpAnswer without(HttpAnswer answer) {
        List<Login> known = new ArrayList<>();
        for (Credentials each : credentials) {
            each.known().ifPresent(known::add);
        }
        if (known.isEmpty()) {
            return answer;
        }
        List<String> forms = known.stream()
                .flatMap(OwnLogins::forms)
                .filter(form -> form.length() >= SHORTEST)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        if (forms.isEmpty()) {
            return answer;
        }
        SortedMap<String, String> fields = new TreeMap<>(answer.fields().values());
        fields.replaceAll((name, value) -> blotted(value, forms));
        // One character for each byte, so that any bytes come back as they were.
        String text = new String(answer.body(), StandardCharsets.ISO_8859_1);
        String clean = blotted(text, forms.stream().map(OwnLogins::bytes).toList());
        byte[] body = clean.equals(text) ? answer.body() : clean.getBytes(StandardCharsets.ISO_8859_1);
        return new HttpAnswer(answer.uri(), answer.status(), new HttpFields(fields), body);
    }

    private static String blotted(String text, List<String> forms) {
        String clean = text;
        for (String form : forms) {
            clean = clean.replace(form, BLOT);
        }
        return clean;
    }

    private static Stream<String> forms(Login login) {
        String pair = login.username() + ":" + login.password();
        return Stream.of(login.password(), base64(pair), base64(login.password()), encoded(login.password()))
                .flatMap(form -> Stream.of(form, form.replace("/", "\\/"), form.replace("=", "")));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String bytes(String form) {
        return new String(form.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
