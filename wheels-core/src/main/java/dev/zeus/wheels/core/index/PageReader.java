// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.index;

import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.event.WheelsEvent;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.http.AnswerReader;
import dev.zeus.wheels.core.http.HttpAnswer;
import dev.zeus.wheels.core.http.Login;
import dev.zeus.wheels.core.http.Origin;
import dev.zeus.wheels.core.http.SafeUrl;
import dev.zeus.wheels.core.text.Printable;
import dev.zeus.wheels.python.Advisory;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.Version;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes a project page of an answer: judges its status, its content type and its syntax. */
final class PageReader {
    static final String ACCEPT =
            "application/vnd.pypi.simple.v1+json, application/vnd.pypi.simple.v1+html;q=0.2, text/html;q=0.1";

    /** Version 1.4 of the simple API is of PEP 792. */
    private static final int KNOWN_MINOR = 4;

    private final IndexSource source;
    private final EventSink events;

    PageReader(IndexSource source, EventSink events) {
        this.source = source;
        this.events = events;
    }

    /** A reader of the page of a project, for one answer. */
    AnswerReader<ProjectPage> of(PackageName name) {
        return new AnswerReader<>() {
            private Optional<ListingForm.Kept> read = Optional.empty();

            @Override
            public ProjectPage read(HttpAnswer answer) {
                requireSuccess(name, answer);
                Listing listing = listing(answer);
                ProjectStatus status = status(name, answer, listing);
                JudgedFiles judged = new PageFiles(name, source, answer, listing).judged();
                read = Optional.of(new ListingForm.Kept(listing, judged));
                return page(answer, listing, judged, status);
            }

            @Override
            public String form() {
                return ListingForm.NAME;
            }

            @Override
            public Optional<byte[]> formed() {
                return read.flatMap(kept -> ListingForm.write(kept.listing(), kept.judged()));
            }

            @Override
            public ProjectPage readFormed(HttpAnswer answer) {
                try {
                    ListingForm.Kept kept = ListingForm.read(answer.body());
                    if (!kept.judged().name().equals(name)) {
                        throw new Listing.UnreadableException(
                                "it is of \"" + kept.judged().name() + '"');
                    }
                    return page(answer, kept.listing(), kept.judged(), status(name, answer, kept.listing()));
                } catch (Listing.UnreadableException e) {
                    throw garbage(answer, "a project page", String.valueOf(e.getMessage()));
                }
            }
        };
    }

    /** The page of a project. */
    ProjectPage read(PackageName name, HttpAnswer answer) {
        return of(name).read(answer);
    }

    private ProjectPage page(HttpAnswer answer, Listing listing, JudgedFiles judged, ProjectStatus status) {
        judged.notes().forEach(note -> events.accept(new WheelsEvent.Noted(note)));
        return judged.page(source, answer, listing, status);
    }

    /** The advisories about a version; empty where the index does not publish them. */
    Optional<List<Advisory>> advisories(PackageName name, Version version, HttpAnswer answer) {
        if (answer.status() == 404 || answer.status() == 410) {
            return Optional.empty();
        }
        requireSuccess(name, answer);
        if (!answer.fields().mediaType().equals("application/json")) {
            throw otherType(answer, "JSON", "no audit without it; look at what that address serves");
        }
        try {
            return AdvisoryPage.parse(name, version, answer.body());
        } catch (Listing.UnreadableException e) {
            throw garbage(answer, "advisories about \"" + name + "\" " + version, String.valueOf(e.getMessage()));
        }
    }

    /**
     * Where the attestations of some files are, by file name; of an index that does not speak JSON, nowhere.
     *
     * @param files the names of the files
     */
    Map<String, String> attestations(PackageName name, Set<String> files, HttpAnswer answer) {
        String type = answer.fields().mediaType();
        if (answer.status() == 406 || (answer.status() == 200 && type.endsWith("html"))) {
            return Map.of();
        }
        requireSuccess(name, answer);
        try {
            return ProvenanceLinks.of(files, answer.body());
        } catch (Listing.UnreadableException e) {
            throw garbage(answer, "a project page", String.valueOf(e.getMessage()));
        }
    }

    /** A page of links to files of any project. */
    Listing links(HttpAnswer answer) {
        if (answer.status() != 200) {
            throw new WheelsException(
                    IndexProblem.BAD_ANSWER,
                    "the source \"" + source.name() + "\" answered " + answer.status() + sentence(answer),
                    "correct its address; queried: \"" + SafeUrl.of(answer.uri()) + "\"");
        }
        return listing(answer);
    }

    private void requireSuccess(PackageName name, HttpAnswer answer) {
        String who = "the index \"" + source.name() + "\"";
        String variable = Login.variable(source.name());
        switch (answer.status()) {
            case 200 -> {
                // What follows reads it.
            }
            case 404, 410 -> throw new NoSuchProjectException(name, source);
            case 401 ->
                throw new WheelsException(
                        IndexProblem.WRONG_LOGIN,
                        who + " requires other credentials for \"" + name + "\" (it answered 401)" + sentence(answer),
                        Origin.of(answer.uri()).keepsSecrets()
                                ? "set " + variable + "_USERNAME and " + variable + "_PASSWORD, or a server with the id"
                                        + " \"" + source.name()
                                        + "\" in settings.xml; no other index is queried instead"
                                : "give the source an https address: over plain http no login is sent");
            case 403 ->
                throw new WheelsException(
                        IndexProblem.FORBIDDEN,
                        who + " denies access to \"" + name + "\" (it answered 403)" + sentence(answer),
                        "ask for access to it, or declare another source for it; no other index is queried instead");
            default ->
                throw new WheelsException(
                        IndexProblem.BAD_ANSWER,
                        who + " answered " + answer.status() + " for \"" + name + "\"" + sentence(answer),
                        "correct the source's address; queried: \"" + SafeUrl.of(answer.uri()) + "\"");
        }
    }

    /** What the server says of its refusal itself, where that is text and no page. */
    private static String sentence(HttpAnswer answer) {
        String type = answer.fields().mediaType();
        boolean text = type.equals("text/plain") || type.endsWith("json");
        return text && answer.body().length > 0 ? ": " + Printable.of(answer.text(), 200) : "";
    }

    private Listing listing(HttpAnswer answer) {
        try {
            return switch (answer.fields().mediaType()) {
                case "application/vnd.pypi.simple.v1+json" -> JsonPage.parse(answer.body());
                case "text/html", "application/vnd.pypi.simple.v1+html" -> html(answer);
                default ->
                    throw otherType(
                            answer,
                            "JSON or HTML of the simple API",
                            "correct the source's address; it must be the root of a simple API (PEP 503 or 691)");
            };
        } catch (Listing.UnreadableException e) {
            throw garbage(answer, "a project page", String.valueOf(e.getMessage()));
        }
    }

    private WheelsException otherType(HttpAnswer answer, String expected, String hint) {
        return new WheelsException(
                IndexProblem.OTHER_CONTENT,
                "the index \"" + source.name() + "\" answered \"" + SafeUrl.of(answer.uri()) + "\" as \""
                        + Printable.of(answer.fields().get("content-type").orElse(""), 60)
                        + "\", expected " + expected,
                hint);
    }

    private Listing html(HttpAnswer answer) throws Listing.UnreadableException {
        Listing listing = HtmlPage.parse(answer.text());
        if (listing.files().isEmpty() && answer.text().indexOf('<') < 0) {
            throw new Listing.UnreadableException("it is not HTML");
        }
        if (listing.form() && listing.files().stream().noneMatch(file -> PageFiles.isDistribution(file.filename()))) {
            throw new Listing.UnreadableException("it has a form and no files, like a page that asks for a password");
        }
        return listing;
    }

    private WheelsException garbage(HttpAnswer answer, String expected, String why) {
        return new WheelsException(
                IndexProblem.BROKEN_PAGE,
                "the index \"" + source.name() + "\" answered \"" + SafeUrl.of(answer.uri())
                        + "\" with something other than " + expected + ": " + Printable.of(why, 120)
                        + "; it begins with \""
                        + Printable.of(answer.text(), 80) + "\"",
                "open the address in a browser; if the page looks right there, try again");
    }

    private void requireVersion(String version, HttpAnswer answer) {
        int dot = version.indexOf('.');
        String minor = dot < 0 ? "" : version.substring(dot + 1);
        if (dot != 1 || version.charAt(0) != '1' || minor.isEmpty() || minor.length() > 4 || !isNumber(minor)) {
            throw new WheelsException(
                    IndexProblem.OTHER_API_VERSION,
                    "the index \"" + source.name() + "\" speaks version \"" + Printable.of(version, 20)
                            + "\" of the simple API at \"" + SafeUrl.of(answer.uri()) + "\", expected 1.x",
                    "update Zeus Wheels, or declare another address of this index");
        }
        if (Integer.parseInt(minor) > KNOWN_MINOR) {
            events.accept(new WheelsEvent.Noted("the index \"" + source.name() + "\" speaks version " + version
                    + " of the simple API, newer than the known 1." + KNOWN_MINOR));
        }
    }

    private static boolean isNumber(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private ProjectStatus status(PackageName name, HttpAnswer answer, Listing listing) {
        requireVersion(listing.apiVersion(), answer);
        ProjectStatus status = listing.status()
                .flatMap(ProjectStatus.State::parse)
                .map(state -> new ProjectStatus(
                        state, Printable.of(listing.statusReason().orElse(""), 200)))
                .orElse(ProjectStatus.ACTIVE);
        if (status.state() == ProjectStatus.State.QUARANTINED) {
            throw new WheelsException(
                    IndexProblem.QUARANTINED,
                    status.said(name, source.name()),
                    "do not use it: the index suspects it to be harmful");
        }
        return status;
    }
}
