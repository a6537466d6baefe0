// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.index;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.zeus.wheels.core.text.JsonFault;
import dev.zeus.wheels.core.text.Printable;
import dev.zeus.wheels.core.text.Valid;
import dev.zeus.wheels.python.Advisory;
import dev.zeus.wheels.python.AdvisoryId;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.Version;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The advisories in the JSON of one version, {@code …/pypi/NAME/VERSION/json}.
 *
 * <p>What would hide a vulnerability makes the page unreadable; an odd alias or fixed version is left out.
 *
 * @see <a href="https://docs.pypi.org/api/json/">the JSON API</a>
 */
final class AdvisoryPage {
    private static final ObjectMapper JSON = new ObjectMapper(JsonPage.FACTORY);

    /** A version of tensorflow has some hundred. */
    private static final int MOST = 2_000;

    /** An advisory has a few aliases, and a fixed version for each series that is maintained. */
    private static final int MOST_OF_ONE = 100;

    /** A summary is one line of a message. */
    private static final int LONGEST_SUMMARY = 200;

    private final Map<String, String> info = new HashMap<>();
    private Optional<JsonNode> vulnerabilities = Optional.empty();

    private AdvisoryPage() {}

    /** The advisories that were not withdrawn, by id; empty where the page does not speak of any, not even of none. */
    static Optional<List<Advisory>> parse(PackageName name, Version version, byte[] body)
            throws Listing.UnreadableException {
        AdvisoryPage page = new AdvisoryPage();
        try (JsonParser json = JsonPage.FACTORY.createParser(body)) {
            page.read(json);
        } catch (JsonProcessingException e) {
            throw new Listing.UnreadableException("it is not readable JSON: " + JsonFault.of(e));
        } catch (IOException e) {
            throw new Listing.UnreadableException("it is not readable JSON");
        }
        page.requireOf(name, version);
        return page.vulnerabilities.isPresent()
                ? Optional.of(advisories(page.vulnerabilities.get()))
                : Optional.empty();
    }

    /** Keeps what is asked for and skips the rest, which is long. */
    private void read(JsonParser json) throws IOException, Listing.UnreadableException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new Listing.UnreadableException("it is not a JSON object");
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            JsonToken value = json.nextToken();
            if (field.equals("vulnerabilities") && value == JsonToken.START_ARRAY) {
                vulnerabilities = Optional.of(JSON.<JsonNode>readTree(json));
            } else if (field.equals("info") && value == JsonToken.START_OBJECT) {
                readInfo(json);
            } else {
                json.skipChildren();
            }
        }
        if (json.nextToken() != null) {
            throw new Listing.UnreadableException("something follows the JSON object");
        }
    }

    private void readInfo(JsonParser json) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            boolean asked = field.equals("name") || field.equals("version");
            if (json.nextToken() == JsonToken.VALUE_STRING && asked) {
                info.put(field, json.getText());
            } else {
                json.skipChildren();
            }
        }
    }

    /** An answer about another project or version says nothing about this one. */
    private void requireOf(PackageName name, Version version) throws Listing.UnreadableException {
        String itsName = info.getOrDefault("name", "");
        String itsVersion = info.getOrDefault("version", "");
        boolean same = Valid.of(itsName, PackageName::parse)
                        .filter(name::equals)
                        .isPresent()
                && Valid.of(itsVersion, Version::parse).filter(version::equals).isPresent();
        if (!same) {
            throw new Listing.UnreadableException("it is about \"" + itsName + "\" \"" + itsVersion + '"');
        }
    }

    private static List<Advisory> advisories(JsonNode array) throws Listing.UnreadableException {
        if (array.size() > MOST) {
            throw new Listing.UnreadableException("it has more than " + MOST + " advisories");
        }
        List<Advisory> advisories = new ArrayList<>();
        for (JsonNode node : array) {
            if (!node.isObject()) {
                throw new Listing.UnreadableException("it has an advisory that is not a JSON object");
            }
            if (!node.hasNonNull("withdrawn")) {
                advisories.add(advisory(node));
            }
        }
        return SameAdvisories.merged(advisories);
    }

    private static Advisory advisory(JsonNode node) throws Listing.UnreadableException {
        String id = node.path("id").asText();
        AdvisoryId parsed = Valid.of(id, AdvisoryId::parse)
                .orElseThrow(() -> new Listing.UnreadableException("it has an advisory of the id \"" + id + '"'));
        return new Advisory(
                parsed,
                all(node.path("aliases"), AdvisoryId::parse),
                all(node.path("fixed_in"), Version::parse),
                summary(node));
    }

    /** What an advisory is about, in one line. */
    static String summary(JsonNode node) {
        String summary = node.path("summary").asText("");
        String text = summary.isBlank()
                ? node.path("details").asText("").strip().lines().findFirst().orElse("")
                : summary;
        return Printable.of(text, LONGEST_SUMMARY);
    }

    /** The texts of an array that a parser takes. */
    static <T> SortedSet<T> all(JsonNode array, Function<String, T> parser) {
        SortedSet<T> values = new TreeSet<>();
        for (JsonNode item : array) {
            if (item.isTextual() && values.size() < MOST_OF_ONE) {
                Valid.of(item.asText(), parser).ifPresent(values::add);
            }
        }
        return values;
    }
}
