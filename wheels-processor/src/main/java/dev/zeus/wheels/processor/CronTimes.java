// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as cron has them, in five fields of numbers: {@code 17 4 * * 1} is Mondays at 4:17. */
final class CronTimes {
    /** The fields of cron with the values that each may have. */
    private record Field(String title, int least, int most) {}

    private static final List<Field> FIELDS = List.of(
            new Field("minute", 0, 59),
            new Field("hour", 0, 23),
            new Field("day", 1, 31),
            new Field("month", 1, 12),
            new Field("weekday", 0, 6));

    private static final Pattern ITEM = Pattern.compile("(?:\\*|(\\d{1,2})(?:-(\\d{1,2}))?)(?:/(\\d{1,2}))?");
    private static final Pattern OFTEN = Pattern.compile("\\*(?:/[1-4])? .*");

    /** The months that do not have 31 days, by how many they have. */
    private static final String NO_30 = "2";

    private static final List<String> NO_31 = List.of("2", "4", "6", "9", "11");

    private CronTimes() {}

    /** What is wrong with a text as such times; empty where nothing is. */
    static Optional<String> wrong(String text) {
        String[] fields = text.split(" ", -1);
        if (fields.length != FIELDS.size()) {
            return Optional.of("expected five fields with a space between them, and it has " + fields.length);
        }
        for (int i = 0; i < fields.length; i++) {
            Field field = FIELDS.get(i);
            for (String item : fields[i].split(",", -1)) {
                if (!isItem(item, field)) {
                    return Optional.of(Quoted.text(fields[i]) + " is no " + field.title() + ", which is from "
                            + field.least() + " to " + field.most());
                }
            }
        }
        boolean never = fields[4].equals("*")
                && ((fields[2].equals("30") && fields[3].equals(NO_30))
                        || (fields[2].equals("31")
                                && List.of(fields[3].split(",", -1)).stream().allMatch(NO_31::contains)));
        return never ? Optional.of("no month that it names has that day") : Optional.empty();
    }

    /** Whether right times are more often than every five minutes. */
    static boolean isTooOften(String text) {
        return wrong(text).isEmpty() && OFTEN.matcher(text).matches();
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
        boolean backwards =
                matcher.group(2) != null && Integer.parseInt(matcher.group(1)) > Integer.parseInt(matcher.group(2));
        return !backwards && (matcher.group(3) == null || Integer.parseInt(matcher.group(3)) > 0);
    }
}
