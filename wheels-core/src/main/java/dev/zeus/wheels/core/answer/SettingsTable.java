// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.answer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zeus.wheels.core.text.AddressSecrets;
import java.util.List;

/**
 * Options with their values and who says so, without secrets: {@code new SettingsTable(settings).text()}.
 *
 * @param settings the options
 */
public record SettingsTable(List<Setting> settings) {
    public SettingsTable {
        settings = List.copyOf(settings);
    }

    /** The table for people, each line ended by a line feed; empty without options. */
    public String text() {
        if (settings.isEmpty()) {
            return "";
        }
        StringBuilder out = new StringBuilder("\noptions, and who says so\n");
        int names = settings.stream().mapToInt(one -> one.name().length()).max().orElse(0);
        for (Setting setting : settings) {
            String name = setting.name();
            out.append("  ").append(name).append(" ".repeat(names + 2 - name.length()));
            out.append(setting.value().isEmpty() ? "-" : said(setting.value(), names + 4));
            out.append("  (").append(setting.origin()).append(")\n");
        }
        return out.toString();
    }

    private static String said(String text, int margin) {
        return AddressSecrets.shown(text).replace("\n", "\n" + " ".repeat(margin));
    }

    /** Adds the table for programs to a document, as its {@code settings}. */
    @SuppressWarnings("exports") // For the use cases, which may know the library of JSON.
    public void addTo(ObjectNode document) {
        ArrayNode options = document.putArray("settings");
        for (Setting setting : settings) {
            options.addObject()
                    .put("name", setting.name())
                    .put("value", AddressSecrets.shown(setting.value()))
                    .put("origin", setting.origin());
        }
    }
}
