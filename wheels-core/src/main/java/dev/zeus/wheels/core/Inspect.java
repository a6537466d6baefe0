// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zeus.wheels.CustomPackageDeclaration;
import dev.zeus.wheels.LicensePolicy;
import dev.zeus.wheels.Platform;
import dev.zeus.wheels.SourceDeclaration;
import dev.zeus.wheels.WheelDeclaration;
import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.answer.DeclarationTree;
import dev.zeus.wheels.core.answer.JsonDocument;
import dev.zeus.wheels.core.answer.Setting;
import dev.zeus.wheels.core.answer.SettingsTable;
import dev.zeus.wheels.core.http.Login;
import dev.zeus.wheels.core.setup.AnswerFormat;
import dev.zeus.wheels.core.setup.IndexAccess;
import dev.zeus.wheels.core.text.JsonText;
import dev.zeus.wheels.core.text.Printable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The final configuration of a wheel set, for people or for programs. */
public final class Inspect {
    /** What the sections before the last one show of a set, all of it. */
    private static final Set<String> SHOWN = Set.of(
            "packageName",
            "pythons",
            "targets",
            "sources",
            "dependencies",
            "wheels",
            "customPackages",
            "licenses",
            "libraries",
            "attestations");

    private static final Set<String> OF_WHEELS =
            Set.of("type", "name", "source", "platforms", "pythons", "version", "extras", "tests", "provider");

    /** A definition is a file of its own. */
    private static final Set<String> OF_CUSTOM_PACKAGES =
            Set.of("type", "name", "definition", "pythons", "description", "dependencies", "tests");

    private Inspect() {}

    /**
     * The configuration in full.
     *
     * @param options what holds beside the declarations, and who says so
     */
    public static String run(WheelSetDeclaration set, List<Setting> options, AnswerFormat format) {
        SettingsTable table = new SettingsTable(options);
        return format == AnswerFormat.JSON ? json(set, table) : Printable.page(text(set) + table.text());
    }

    /**
     * What a machine adds to the options: its cache, and where the login of each source comes from, but never what it
     * is.
     */
    public static List<Setting> machine(WheelSetDeclaration set, IndexAccess access, Map<String, String> environment) {
        List<Setting> settings = new ArrayList<>();
        settings.add(new Setting("cache", access.cacheDirectory().toString(), "in use"));
        for (SourceDeclaration source : set.sources()) {
            settings.add(new Setting(
                    "login of " + source.name(),
                    "",
                    Login.ofEnvironment(source.name(), environment).isPresent()
                            ? "the environment, " + Login.variable(source.name()) + "_…"
                            : access.logins().of(source.name()).isPresent()
                                    ? "settings.xml"
                                    : "netrc, where that has one"));
        }
        return settings;
    }

    private static String json(WheelSetDeclaration set, SettingsTable table) {
        ObjectNode document = JsonDocument.begin("inspect");
        DeclarationTree.of(set).properties().forEach(member -> document.set(member.getKey(), member.getValue()));
        table.addTo(document);
        return JsonText.print(document);
    }

    private static String text(WheelSetDeclaration set) {
        StringBuilder text = new StringBuilder("wheel set " + set.packageName() + "\n\nsources\n");
        set.sources()
                .forEach(source -> text.append("  " + source.name() + "  " + source.url() + "\n")
                        .append(rest(source, Set.of("name", "url"))));
        text.append("\ntargets\n");
        set.targets()
                .forEach(target -> text.append("  "
                        + target.platform().system() + "  "
                        + (target.platform().isMusl()
                                ? "musl "
                                : target.platform().isLinux() ? "glibc " : "macOS ")
                        + target.floor() + "  Python "
                        + String.join(", ", set.pythons()) + "\n"));
        text.append("\npolicies\n").append(policies(set));
        text.append("\nwheels\n");
        set.wheels().forEach(wheel -> text.append(wheel(set, wheel)));
        if (!set.customPackages().isEmpty()) {
            text.append("\ncustom packages\n");
        }
        set.customPackages().forEach(custom -> text.append(custom(set, custom)));
        String rest = rest(set, SHOWN);
        return text + (rest.isEmpty() ? "" : "\nmore of the set\n" + rest);
    }

    private static String policies(WheelSetDeclaration set) {
        LicensePolicy licenses = set.licenses();
        return setting("dependencies", set.dependencies().name().toLowerCase(Locale.ROOT))
                + setting("libraries", set.libraries().name().toLowerCase(Locale.ROOT))
                + setting("attestations", set.attestations() ? "recorded" : "")
                + setting("licenses", licenses.allowed().isEmpty() ? "any" : String.join(", ", licenses.allowed()))
                + setting("exceptions", String.join(", ", licenses.exceptions()))
                + set.excuses().stream()
                        .map(excuse -> setting(
                                "excuse",
                                excuse.of() + " " + String.join(", ", excuse.codes()) + ": " + excuse.reason()))
                        .collect(Collectors.joining());
    }

    private static String wheel(WheelSetDeclaration set, WheelDeclaration wheel) {
        String extras = wheel.extras().isEmpty() ? "" : "[" + String.join(",", wheel.extras()) + "]";
        return "  " + wheel.name() + extras + (wheel.version().isEmpty() ? "" : " " + wheel.version()) + "\n"
                + setting("declared by", wheel.type())
                + setting("source", wheel.source())
                + setting("platforms", list(wheel.platforms()))
                + setting("pythons", pythons(set, wheel.pythons()))
                + setting("provider", wheel.provider().name().toLowerCase(Locale.ROOT))
                + setting("tests", list(wheel.tests()))
                + rest(wheel, OF_WHEELS);
    }

    private static String custom(WheelSetDeclaration set, CustomPackageDeclaration custom) {
        return "  " + custom.name() + "\n"
                + setting("declared by", custom.type())
                + setting("description", custom.description())
                + setting("pythons", pythons(set, custom.pythons()))
                + setting("dependencies", list(custom.dependencies()))
                + setting("tests", list(custom.tests()))
                + rest(custom, OF_CUSTOM_PACKAGES);
    }

    private static String rest(Record declaration, Set<String> shown) {
        return DeclarationTree.rest(declaration, shown).stream()
                .map(each -> setting(each.getKey(), each.getValue()))
                .collect(Collectors.joining());
    }

    private static String pythons(WheelSetDeclaration set, List<String> pythons) {
        return list(pythons) + (set.pythons().equals(pythons) ? " (from the wheel set)" : "");
    }

    private static String setting(String name, String value) {
        return value.isEmpty()
                ? ""
                : String.format(Locale.ROOT, "    %-13s %s%n", name, value).replace("\r\n", "\n");
    }

    private static String list(Collection<?> values) {
        return values.stream()
                .map(value -> value instanceof Platform platform
                        ? platform.system()
                        : value.toString().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }
}
