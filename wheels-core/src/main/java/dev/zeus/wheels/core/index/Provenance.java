// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.index;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.zeus.wheels.core.text.JsonFault;
import dev.zeus.wheels.core.wheel.Sha256;
import dev.zeus.wheels.python.PackagingParseException;
import dev.zeus.wheels.python.Publisher;
import java.io.IOException;
import java.util.Base64;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The provenance object of a file (PEP 740): its attestations, in bundles by who made them.
 *
 * <p>Every attestation has to be about that very file.
 */
final class Provenance {
    private static final ObjectMapper JSON =
            new ObjectMapper(JsonPage.FACTORY).enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** PyPI has one bundle for each publisher, and usually one publisher (PEP 740). */
    private static final int MOST_BUNDLES = 20;

    /** A publisher attests publication and, since SLSA, the build (PEP 740). */
    private static final int MOST_ATTESTATIONS = 20;

    private Provenance() {}

    /** The publishers of the bundles. */
    static Set<Publisher> publishers(String file, Sha256 sha256, byte[] body) throws Listing.UnreadableException {
        JsonNode provenance = json(body);
        if (provenance.path("version").asInt(0) != 1) {
            throw new Listing.UnreadableException("they are not of version 1");
        }
        JsonNode bundles = provenance.path("attestation_bundles");
        if (!bundles.isArray() || bundles.size() > MOST_BUNDLES) {
            throw new Listing.UnreadableException("they have no bundles, or more than " + MOST_BUNDLES);
        }
        Set<Publisher> publishers = new TreeSet<>();
        for (JsonNode bundle : bundles) {
            JsonNode attestations = bundle.path("attestations");
            if (!attestations.isArray() || attestations.isEmpty() || attestations.size() > MOST_ATTESTATIONS) {
                throw new Listing.UnreadableException(
                        "a bundle has no attestations, or more than " + MOST_ATTESTATIONS);
            }
            for (JsonNode attestation : attestations) {
                requireOf(file, sha256, attestation);
            }
            publishers.add(publisher(bundle.path("publisher")));
        }
        return publishers;
    }

    private static JsonNode json(byte[] body) throws Listing.UnreadableException {
        try {
            JsonNode node = JSON.readTree(body);
            if (node == null || !node.isObject()) {
                throw new Listing.UnreadableException("they are not a JSON object");
            }
            return node;
        } catch (JsonProcessingException e) {
            throw new Listing.UnreadableException("they are not readable JSON: " + JsonFault.of(e));
        } catch (IOException e) {
            throw new Listing.UnreadableException("they are not readable JSON");
        }
    }

    /** The one subject of the statement is the file, by name and digest. */
    private static void requireOf(String file, Sha256 sha256, JsonNode attestation) throws Listing.UnreadableException {
        JsonNode subjects = statement(attestation).path("subject");
        JsonNode subject = subjects.path(0);
        String digest = subject.path("digest").path("sha256").asText("");
        if (subjects.size() != 1
                || !subject.path("name").asText("").equals(file)
                || !digest.equals(sha256.toString())) {
            throw new Listing.UnreadableException(
                    "they are about another file, \"" + subject.path("name").asText("") + "\" of sha256:" + digest);
        }
    }

    private static JsonNode statement(JsonNode attestation) throws Listing.UnreadableException {
        String encoded = attestation.path("envelope").path("statement").asText("");
        try {
            return json(Base64.getDecoder().decode(encoded));
        } catch (IllegalArgumentException e) {
            throw new Listing.UnreadableException("one has no statement in base64");
        }
    }

    /** The kind and the claims that are texts; others tell nothing that could be compared. */
    private static Publisher publisher(JsonNode publisher) throws Listing.UnreadableException {
        SortedMap<String, String> claims = new TreeMap<>();
        publisher.properties().forEach(claim -> {
            if (claim.getValue().isTextual()) {
                claims.put(claim.getKey(), claim.getValue().asText());
            }
        });
        String kind = claims.getOrDefault("kind", "");
        claims.remove("kind");
        try {
            return new Publisher(kind, claims);
        } catch (PackagingParseException e) {
            throw new Listing.UnreadableException(String.valueOf(e.getMessage()));
        }
    }
}
