// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.index;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.zeus.wheels.core.text.JsonFault;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Where the attestations of files are, as the JSON page of a project says (PEP 740). */
final class ProvenanceLinks {
    private ProvenanceLinks() {}

    /** The addresses as written, by file name; nothing of a file that has none. */
    static Map<String, String> of(Set<String> files, byte[] body) throws Listing.UnreadableException {
        Map<String, String> links = new HashMap<>();
        try (JsonParser json = JsonPage.FACTORY.createParser(body)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new Listing.UnreadableException("it is not a JSON object");
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                boolean listing = json.currentName().equals("files");
                if (json.nextToken() == JsonToken.START_ARRAY && listing) {
                    read(json, files, links);
                } else {
                    json.skipChildren();
                }
            }
        } catch (JsonProcessingException e) {
            throw new Listing.UnreadableException("it is not readable JSON: " + JsonFault.of(e));
        } catch (IOException e) {
            throw new Listing.UnreadableException("it is not readable JSON");
        }
        return links;
    }

    private static void read(JsonParser json, Set<String> files, Map<String, String> links) throws IOException {
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() != JsonToken.START_OBJECT) {
                json.skipChildren();
                continue;
            }
            String name = "";
            String link = "";
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                boolean text = json.nextToken() == JsonToken.VALUE_STRING;
                if (text && field.equals("filename")) {
                    name = json.getText();
                } else if (text && field.equals("provenance")) {
                    link = json.getText();
                } else {
                    json.skipChildren();
                }
            }
            if (!link.isEmpty() && files.contains(name)) {
                links.put(name, link);
            }
        }
    }
}
