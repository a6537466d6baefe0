// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import dev.zeus.wheels.SourceFormat;
import dev.zeus.wheels.Sources;
import dev.zeus.wheels.python.NearName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What must hold for the sources of a wheel set and the wheels that name them. */
final class SourceRules {
    /** A source is a directory of generated/ and part of a variable's name: both should stay readable. */
    private static final int LONGEST_NAME = 40;

    private final Findings findings;

    SourceRules(Findings findings) {
        this.findings = findings;
    }

    /** The names that a wheel may use: the built-in source and the declared ones. */
    static List<String> names(WrittenSet set) {
        List<String> names = new ArrayList<>(List.of(Sources.PYPI));
        for (WrittenSet.Source source : set.sources().values()) {
            source.name()
                    .map(Written::value)
                    .filter(name -> !names.contains(name))
                    .ifPresent(names::add);
        }
        return names;
    }

    void check(WrittenSet set, List<WrittenDeclaration.Wheel> wheels) {
        Seen<String> names = new Seen<>();
        Map<String, String> urls = new HashMap<>();
        urls.put(Sources.PYPI_URL, Sources.PYPI);
        Set<String> used = new HashSet<>();
        wheels.forEach(wheel -> used.add(wheel.source().value()));
        for (WrittenSet.Source source : set.sources().values()) {
            source.name().ifPresent(name -> checkName(name, names, used));
            source.url().ifPresent(url -> checkUrl(url, source, urls, wheels));
            Seen<String> places = new Seen<>();
            source.files().items().forEach(place -> checkPlace(place, source, places));
            checkSwitches(source);
        }
        wheels.forEach(wheel -> checkUse(wheel.source(), set));
    }

    private void checkName(Written<String> name, Seen<String> names, Set<String> used) {
        String text = name.value();
        if (!isName(text)) {
            String better = text.toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
            findings.add(
                    Mistake.BAD_SOURCE_NAME,
                    name.site(),
                    Quoted.text(text),
                    isName(better) ? "did you mean " + Quoted.text(better) + "?" : "write for instance \"acme\"");
        } else if (text.equals(Sources.PYPI)) {
            findings.add(Mistake.RESERVED_SOURCE_NAME, name.site(), Quoted.text(text), "it is built in");
        } else if (text.equals("custom")) {
            findings.add(
                    Mistake.RESERVED_SOURCE_NAME,
                    name.site(),
                    Quoted.text(text),
                    "its directory holds the custom packages");
        } else {
            Optional<String> before = names.put(text, name.site());
            if (before.isPresent()) {
                findings.add(Mistake.DUPLICATE_SOURCE, name.site(), Quoted.text(text), before.get());
            } else if (!used.contains(text)) {
                findings.add(Mistake.UNUSED_SOURCE, name.site(), Quoted.text(text));
            }
        }
    }

    private void checkUrl(
            Written<String> url,
            WrittenSet.Source source,
            Map<String, String> urls,
            List<WrittenDeclaration.Wheel> wheels) {
        String name = source.name().map(Written::value).orElse("");
        Optional<SourceUrl.Wrong> wrong = SourceUrl.check(url.value(), source.format(), source.allowHttp());
        wrong.ifPresent(found -> findings.add(found.mistake(), url.site(), found.arguments()));
        String other = urls.putIfAbsent(SourceUrl.canonical(url.value(), source.format()), name);
        if (other != null && !other.equals(name)) {
            findings.add(Mistake.DUPLICATE_SOURCE_URL, url.site(), Quoted.text(url.value()), Quoted.text(other));
        } else if (wrong.isEmpty()
                && source.format() == SourceFormat.SIMPLE
                && !SourceUrl.isAddressOfFolder(url.value())) {
            List<String> projects = wheels.stream()
                    .filter(wheel -> wheel.source().value().equals(name))
                    .map(wheel -> Named.of(wheel).project())
                    .toList();
            IndexAddress.doubt(url.value(), projects)
                    .ifPresent(doubt -> findings.add(
                            Suspicion.SUSPECT_INDEX,
                            url.site(),
                            Quoted.text(url.value()),
                            doubt.reason(),
                            doubt.hint()));
        }
    }

    /** The members about logins and plain http must make sense for the addresses. */
    private void checkSwitches(WrittenSet.Source source) {
        Optional<String> url = source.url().map(Written::value);
        if (url.isEmpty()
                || SourceUrl.check(url.get(), source.format(), source.allowHttp())
                        .isPresent()) {
            return;
        }
        boolean folder = SourceUrl.isAddressOfFolder(url.get())
                || (source.format() == SourceFormat.FLAT && SourceUrl.isRelativeFolder(url.get()));
        if (source.requiresLogin() && folder) {
            idle(source, "requiresLogin = true changes nothing, since a folder has no login", "remove it");
        } else if (source.requiresLogin() && SourceUrl.isPlain(url.get())) {
            idle(
                    source,
                    "requiresLogin = true cannot be met, since no login is sent to an address of plain http",
                    "write an https:// address, or remove requiresLogin");
        }
        boolean plain =
                Stream.concat(url.stream(), source.files().values().stream()).anyMatch(SourceUrl::isPlain);
        if (source.allowHttp() && !plain) {
            idle(source, "allowHttp = true changes nothing, since no address begins with http://", "remove it");
        }
    }

    private void idle(WrittenSet.Source source, String reason, String hint) {
        findings.add(Suspicion.OVERRULED, source.site(), reason, hint);
    }

    private void checkPlace(Written<String> place, WrittenSet.Source source, Seen<String> seen) {
        SourceUrl.place(place.value(), source.allowHttp())
                .ifPresentOrElse(
                        wrong -> findings.add(wrong.mistake(), place.site(), wrong.arguments()),
                        () -> seen.put(SourceUrl.canonical(place.value(), SourceFormat.SIMPLE), place.site())
                                .ifPresent(before -> findings.add(
                                        Suspicion.TWICE_IN_LIST,
                                        place.site(),
                                        Quoted.text(place.value()),
                                        before,
                                        "remove one")));
    }

    /** Tells of a name that is not a source of the set. */
    void checkUse(Written<String> source, WrittenSet set) {
        List<String> known = names(set);
        if (set.sources().complete() && !known.contains(source.value())) {
            findings.add(
                    Mistake.UNKNOWN_SOURCE,
                    source.site(),
                    Quoted.text(source.value()),
                    Quoted.all(known),
                    NearName.among(known, source.value())
                            .map(name -> "did you mean " + Quoted.text(name) + "?")
                            .orElse("add a @Source of that name to @WheelSet"));
        }
    }

    /** Whether a source may have this name. */
    static boolean isName(String text) {
        return !text.isEmpty()
                && text.length() <= LONGEST_NAME
                && text.charAt(0) >= 'a'
                && text.charAt(0) <= 'z'
                && text.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-');
    }
}
