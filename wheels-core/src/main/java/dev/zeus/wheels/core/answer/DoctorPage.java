// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.answer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zeus.wheels.core.text.AddressSecrets;
import dev.zeus.wheels.core.text.JsonText;
import java.util.List;

/**
 * What was looked at before a run, and the options that hold in it.
 *
 * @param probes what was looked at
 * @param settings the options
 */
public record DoctorPage(List<Probe> probes, List<Setting> settings) {
    public DoctorPage {
        probes = List.copyOf(probes);
        settings = List.copyOf(settings);
    }

    /** How many probes ended so. */
    public long count(Probe.State state) {
        return probes.stream().filter(probe -> probe.state() == state).count();
    }

    /** The page for people, each line ended by a line feed. */
    public String text() {
        StringBuilder out = new StringBuilder();
        int width =
                probes.stream().mapToInt(probe -> probe.name().length()).max().orElse(0);
        for (Probe probe : probes) {
            out.append(pad(probe.state().word(), 9)).append(pad(probe.name(), width + 2));
            out.append(said(probe.found(), width + 11)).append('\n');
            if (!probe.mend().isEmpty()) {
                out.append(" ".repeat(11))
                        .append("mend: ")
                        .append(said(probe.mend(), 17))
                        .append('\n');
            }
        }
        out.append(new SettingsTable(settings).text());
        return out.append('\n').append(summary()).append('\n').toString();
    }

    /** How many will not do, such as {@code 14 things are good, 1 is odd, 2 will not do}. */
    public String summary() {
        return count(Probe.State.GOOD) + " good, " + count(Probe.State.WARNING) + " odd, " + count(Probe.State.FAILED)
                + " wrong, " + count(Probe.State.UNKNOWN) + " not looked at";
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(1, width - text.length()));
    }

    private static String said(String text, int margin) {
        return AddressSecrets.shown(text).replace("\n", "\n" + " ".repeat(margin));
    }

    /** The page for programs, ended by a line feed. */
    public String json() {
        ObjectNode document = JsonDocument.begin("doctor");
        ArrayNode found = document.putArray("probes");
        for (Probe probe : probes) {
            found.addObject()
                    .put("name", probe.name())
                    .put("state", probe.state().word())
                    .put("found", AddressSecrets.shown(probe.found()))
                    .put("mend", AddressSecrets.shown(probe.mend()));
        }
        new SettingsTable(settings).addTo(document);
        return JsonText.print(document);
    }
}
