package dev.zeus.wheels.processor;

import dev.zeus.wheels.NixCache;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What must hold for the workflow that checks a wheel set. */
final class IntegrationRules {
    private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    private static final Pattern CACHE = Pattern.compile("[a-z0-9][a-z0-9_-]{0,99}");
    private static final int OLDEST_JAVA = 17;
    private static final int NEWEST_JAVA = 99;

    /** The fields of cron with the values that each may have. */
    private record Field(String title, int least, int most) {}

    private static final List<Field> FIELDS = List.of(
            new Field("minute", 0, 59),
            new Field("hour", 0, 23),
            new Field("day", 1, 31),
            new Field("month", 1, 12),
            new Field("weekday", 0, 6));

    private static final Pattern ITEM = Pattern.compile("(?:\\*|(\\d{1,2})(?:-(\\d{1,2}))?)(?:/(\\d{1,2}))?");

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
        for (Written<String> label : ci.runner().items()) {
            if (!LABEL.matcher(label.value()).matches()) {
                bad(
                        label.site(),
                        Quoted.text(label.value()),
                        "label of a runner",
                        "expected letters, digits, \".\", \"_\" and \"-\"",
                        "write for instance \"ubuntu-24.04\", or {\"self-hosted\", \"linux\"}");
            }
        }
        if (ci.java().value() < OLDEST_JAVA || ci.java().value() > NEWEST_JAVA) {
            bad(
                    ci.java().site(),
                    String.valueOf(ci.java().value()),
                    "Java version that this runs on",
                    "expected " + OLDEST_JAVA + " or newer",
                    "write for instance 21");
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
                    "write for instance \"acme\"");
        }
    }

    private void checkTimes(Written<String> times) {
        String text = times.value();
        if (text.isEmpty()) {
            return;
        }
        String[] fields = text.split(" ", -1);
        if (fields.length != FIELDS.size()) {
            badTimes(times, "expected five fields with a space between them, and it has " + fields.length);
            return;
        }
        for (int i = 0; i < fields.length; i++) {
            Field field = FIELDS.get(i);
            for (String item : fields[i].split(",", -1)) {
                if (!isItem(item, field)) {
                    badTimes(
                            times,
                            Quoted.text(fields[i]) + " is no " + field.title() + ", which is from " + field.least()
                                    + " to " + field.most());
                    return;
                }
            }
        }
    }

    private static boolean isItem(String item, Field field) {
        Matcher matcher = ITEM.matcher(item);
        if (!matcher.matches()) {
            return false;
        }
        for (int group = 1; group <= 2; group++) {
            String number = matcher.group(group);
            if (number != null
                    && (Integer.parseInt(number) < field.least() || Integer.parseInt(number) > field.most())) {
                return false;
            }
        }
        return true;
    }

    private void badTimes(Written<String> times, String reason) {
        bad(
                times.site(),
                Quoted.text(times.value()),
                "time of cron",
                reason,
                "write for instance \"17 4 * * 1\", Mondays at 4:17");
    }

    private void bad(Site site, String shown, String what, String reason, String hint) {
        findings.add(DeploymentMistake.BAD_WORKFLOW, site, shown, what, reason, hint);
    }
}
