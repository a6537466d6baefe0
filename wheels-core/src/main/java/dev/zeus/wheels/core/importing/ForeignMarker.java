// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.importing;

import dev.zeus.wheels.python.EnvironmentMarker;
import dev.zeus.wheels.python.ExtraName;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Markers of locks, in which several extras may be chosen at once: {@code extra == 'fast'} is one of a set there. */
final class ForeignMarker {
    private static final Pattern EXTRA = Pattern.compile("\\bextra *(==|!=) *(['\"][A-Za-z0-9._-]*['\"])");
    private static final Pattern LAST = Pattern.compile("(?:^|^(.*) and )extra == ['\"]([A-Za-z0-9._-]+)['\"]$");

    private ForeignMarker() {}

    /** A marker of which each extra is one of those that are chosen, as of lock files (PEP 751). */
    static EnvironmentMarker parse(String text) {
        Matcher matcher = EXTRA.matcher(text);
        return EnvironmentMarker.parse(matcher.replaceAll(
                found -> found.group(2) + (found.group(1).equals("==") ? " in" : " not in") + " extras"));
    }

    /** What holds where one of several does. */
    static Optional<EnvironmentMarker> any(List<EnvironmentMarker> markers) {
        return markers.stream().reduce(EnvironmentMarker::or);
    }

    /**
     * The marker of a requirement, without the extra that it is of.
     *
     * @param extra the extra; empty for what is needed without any
     * @param rest what else has to hold
     */
    record OfExtra(Optional<ExtraName> extra, Optional<String> rest) {
        /** Empty where the text says more of extras than one. */
        static Optional<OfExtra> of(String text) {
            Matcher matcher = LAST.matcher(text);
            if (matcher.matches()) {
                Optional<String> rest = Optional.ofNullable(matcher.group(1)).map(OfExtra::bare);
                return Optional.of(new OfExtra(Optional.of(ExtraName.parse(matcher.group(2))), rest))
                        .filter(found -> rest.filter(OfExtra::mentions).isEmpty());
            }
            return Optional.of(new OfExtra(Optional.empty(), Optional.of(text))).filter(found -> !mentions(text));
        }

        private static boolean mentions(String text) {
            return EXTRA.matcher(text).find();
        }

        private static String bare(String text) {
            boolean one = text.startsWith("(") && text.endsWith(")") && text.indexOf('(', 1) < 0;
            return one ? text.substring(1, text.length() - 1) : text;
        }
    }
}
