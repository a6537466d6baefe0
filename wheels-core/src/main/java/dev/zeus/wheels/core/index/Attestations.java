// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.index;

import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.core.event.ProblemKind;
import dev.zeus.wheels.core.event.WheelsEvent;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.http.Http;
import dev.zeus.wheels.core.http.HttpAnswer;
import dev.zeus.wheels.core.http.HttpProblem;
import dev.zeus.wheels.core.http.HttpRequest;
import dev.zeus.wheels.core.http.SafeUrl;
import dev.zeus.wheels.core.http.Urls;
import dev.zeus.wheels.core.text.Printable;
import dev.zeus.wheels.core.wheel.Sha256;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.Publisher;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What an index says of who published its files (PEP 740): the publisher that it has verified itself when each file was
 * uploaded. The signatures are not verified anew, so that this is the word of the index.
 *
 * <p>What is wrong with the attestations of a file is said, and the file counts as one that has none.
 */
final class Attestations {
    /**
     * JSON alone: pages are kept by what they were asked for as, and those that are resolved from are kept shortened.
     */
    private static final String PAGE = "application/vnd.pypi.simple.v1+json";

    private static final String PROVENANCE = "application/vnd.pypi.integrity.v1+json, application/json";

    private static final Set<ProblemKind> OF_THE_FILE =
            Set.of(HttpProblem.FORBIDDEN_ADDRESS, HttpProblem.BAD_REDIRECT, HttpProblem.TOO_LARGE);

    private final IndexSource source;
    private final Http http;
    private final PageReader pages;
    private final EventSink events;

    Attestations(IndexSource source, Http http, PageReader pages, EventSink events) {
        this.source = source;
        this.http = http;
        this.pages = pages;
        this.events = events;
    }

    Map<String, Set<Publisher>> publishers(PackageName name, Map<String, Sha256> files) {
        Map<String, String> links = http.get(
                HttpRequest.page(source.page(name), PAGE), answer -> pages.attestations(name, files.keySet(), answer));
        Map<String, Set<Publisher>> publishers = new TreeMap<>();
        new TreeMap<>(links).forEach((file, link) -> {
            Sha256 sha256 = files.get(file);
            if (sha256 != null) {
                publishers.put(file, publishers(file, sha256, link));
            }
        });
        return publishers;
    }

    private Set<Publisher> publishers(String file, Sha256 sha256, String link) {
        try {
            URI address = address(link);
            return http.get(HttpRequest.page(address, PROVENANCE), answer -> read(file, sha256, answer));
        } catch (Listing.UnreadableException e) {
            return none(file, String.valueOf(e.getMessage()));
        } catch (WheelsException e) {
            // A fault of one link does not concern the run; a server that does not answer does.
            if (OF_THE_FILE.stream().anyMatch(e.problem()::is)) {
                return none(file, e.problem().message());
            }
            throw e;
        }
    }

    private static URI address(String link) throws Listing.UnreadableException {
        try {
            URI address = Urls.parse(link);
            if (address.getHost() == null || Urls.isAmbiguous(address)) {
                throw new Listing.UnreadableException(
                        "they are at \"" + SafeUrl.of(address) + "\", which is not a complete address");
            }
            return address;
        } catch (IllegalArgumentException e) {
            throw new Listing.UnreadableException(
                    "they are at \"" + SafeUrl.ofText(link) + "\", which is not an address");
        }
    }

    private Set<Publisher> read(String file, Sha256 sha256, HttpAnswer answer) {
        if (answer.status() == 404 || answer.status() == 410) {
            return Set.of();
        }
        try {
            if (answer.status() != 200) {
                throw new Listing.UnreadableException("the index answered " + answer.status() + " for them");
            }
            return Provenance.publishers(file, sha256, answer.body());
        } catch (Listing.UnreadableException e) {
            return none(file, String.valueOf(e.getMessage()));
        }
    }

    private Set<Publisher> none(String file, String why) {
        events.accept(new WheelsEvent.Warned(new Problem(
                IndexProblem.BROKEN_ATTESTATIONS,
                "the attestations of \"" + file + "\" cannot be used: " + Printable.of(why, 300),
                "tell the operators of the index \"" + source.name() + "\"; until then its publisher is unknown")));
        return Set.of();
    }
}
