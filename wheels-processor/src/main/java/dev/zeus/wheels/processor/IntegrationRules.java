// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import dev.zeus.wheels.NixCache;
import dev.zeus.wheels.processor.hint.CronHint;
import dev.zeus.wheels.python.NearName;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What must hold for the workflow that checks a wheel set. */
final class IntegrationRules {
    private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    private static final Pattern CACHE = Pattern.compile("[a-z0-9][a-z0-9_-]{0,99}");
    private static final Pattern CACHE_HOST =
            Pattern.compile("(?:https?://)?([a-z0-9][a-z0-9_-]{0,99})(?:\\.[a-z0-9.-]+)?/?");
    private static final int OLDEST_JAVA = 17;

    /** Two digits: at two releases a year, enough for decades. */
    private static final int NEWEST_JAVA = 99;

    /** As of autumn 2026; a newer one is only warned of. */
    private static final int NEWEST_KNOWN_JAVA = 27;

    /** What GitHub itself runs on the platforms of wheels. */
    private static final List<String> RUNNERS = List.of(
            "ubuntu-latest",
            "ubuntu-22.04",
            "ubuntu-24.04",
            "ubuntu-26.04",
            "ubuntu-22.04-arm",
            "ubuntu-24.04-arm",
            "ubuntu-26.04-arm",
            "ubuntu-slim",
            "macos-latest",
            "macos-13",
            "macos-14",
            "macos-15",
            "macos-26",
            "self-hosted",
            "linux",
            "macos",
            "x64",
            "arm64");

    private final Findings findings;

    IntegrationRules(Findings findings) {
        this.findings = findings;
    }

    void check(WrittenList<WrittenSet.Integration> integrations) {
        List<WrittenSet.Integration> all = integrations.values();
        for (int i = 1; i < all.size(); i++) {
            findings.add(DeploymentMistake.SECOND_WORKFLOW, all.get(i).site(), i == 1 ? "second" : i + 1 + ".");
        }
        all.forEach(this::check);
    }

    private void check(WrittenSet.Integration ci) {
        if (ci.runner().isEmpty()) {
            bad(ci.runner().site(), "{}", "runner", "it has no label", "write for instance \"ubuntu-24.04\"");
        }
        checkRunner(ci.runner());
        if (ci.java().value() < OLDEST_JAVA || ci.java().value() > NEWEST_JAVA) {
            bad(
                    ci.java().site(),
                    String.valueOf(ci.java().value()),
                    "Java version that this runs on",
                    "expected " + OLDEST_JAVA + " or newer",
                    "write for instance 21");
        } else if (ci.java().value() > NEWEST_KNOWN_JAVA) {
            findings.add(
                    Suspicion.NEWER_THAN_KNOWN,
                    ci.java().site(),
                    String.valueOf(ci.java().value()),
                    "Java",
                    "make sure that it is meant: the newest known is " + NEWEST_KNOWN_JAVA);
        }
        checkCache(ci);
        checkTimes(ci.upgrades());
        Written<String> directory = ci.directory();
        if (!directory.value().isEmpty()) {
            ProjectPath.wrong(directory.value())
                    .ifPresent(wrong -> bad(
                            directory.site(),
                            Quoted.text(directory.value()),
                            "directory of the repository",
                            wrong,
                            "write it from the root of the repository, such as \"python\""));
        }
    }

    private void checkCache(WrittenSet.Integration ci) {
        boolean named = ci.cache().value() == NixCache.CACHIX || ci.cache().value() == NixCache.ATTIC;
        String name = ci.cacheName().value();
        if (named && name.isEmpty()) {
            findings.add(
                    DeploymentMistake.CACHE_NAME,
                    ci.cache().site(),
                    "a cache at " + ci.cache().value().name() + " has a name, and none is written",
                    "add cacheName = \"…\"");
        } else if (!named && !name.isEmpty()) {
            findings.add(
                    DeploymentMistake.CACHE_NAME,
                    ci.cacheName().site(),
                    Quoted.text(name) + " names no cache: NixCache."
                            + ci.cache().value().name() + " has none",
                    "remove it, or write cache = NixCache.CACHIX or NixCache.ATTIC");
        } else if (named && !CACHE.matcher(name).matches()) {
            bad(
                    ci.cacheName().site(),
                    Quoted.text(name),
                    "name of a cache",
                    "expected lower-case letters, digits, \"_\" and \"-\"",
                    "write for instance " + Quoted.text(cacheOf(name)));
        }
    }

    /** The first label of a host, which is the name of a cache at Cachix; else an instance. */
    private static String cacheOf(String text) {
        Matcher host = CACHE_HOST.matcher(text.toLowerCase(Locale.ROOT).strip());
        return host.matches() ? host.group(1) : "acme";
    }

    private void checkTimes(Written<String> times) {
        if (times.value().isEmpty()) {
            return;
        }
        CronTimes.wrong(times.value())
                .ifPresent(reason -> bad(
                        times.site(),
                        Quoted.text(times.value()),
                        "time of cron",
                        reason,
                        Hints.or(
                                CronHint.of(
                                        times.value(),
                                        text -> CronTimes.wrong(text).isEmpty()),
                                "write for instance \"17 4 * * 1\", Mondays at 4:17")));
        if (CronTimes.isTooOften(times.value())) {
            findings.add(
                    Suspicion.TOO_OFTEN,
                    times.site(),
                    Quoted.text(times.value()),
                    "write for instance \"17 4 * * 1\", Mondays at 4:17");
        }
    }

    private void checkRunner(WrittenList<String> runner) {
        for (Written<String> label : runner.items()) {
            String text = label.value();
            if (!LABEL.matcher(text).matches()) {
                bad(
                        label.site(),
                        Quoted.text(text),
                        "label of a runner",
                        "expected letters, digits, \".\", \"_\" and \"-\"",
                        "write for instance \"ubuntu-24.04\", or {\"self-hosted\", \"linux\"}");
            } else if (text.toLowerCase(Locale.ROOT).startsWith("windows")) {
                bad(
                        label.site(),
                        Quoted.text(text),
                        "runner for wheels",
                        "Nix does not run on Windows, and no target is one",
                        "write for instance \"ubuntu-24.04\"");
            } else if (runner.items().size() == 1
                    && RUNNERS.stream().noneMatch(known -> known.equalsIgnoreCase(text))) {
                NearName.among(RUNNERS, text)
                        .filter(near -> NearName.distance(near, text.toLowerCase(Locale.ROOT)) <= 2)
                        .filter(near -> near.replaceAll("[^0-9.]", "").equals(text.replaceAll("[^0-9.]", "")))
                        .ifPresent(near -> findings.add(
                                Suspicion.UNKNOWN_RUNNER, label.site(), Quoted.text(text), Quoted.text(near)));
            }
        }
    }

    private void bad(Site site, String shown, String what, String reason, String hint) {
        findings.add(DeploymentMistake.BAD_WORKFLOW, site, shown, what, reason, hint);
    }
}
