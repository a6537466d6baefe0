package dev.zeus.wheels.core;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.zeus.wheels.CustomPackageDeclaration;
import dev.zeus.wheels.LicensePolicy;
import dev.zeus.wheels.WheelDeclaration;
import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.text.JsonText;
import dev.zeus.wheels.core.text.Printable;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/** The final configuration of a wheel set, for people or for programs. */
public final class Inspect {
    private Inspect() {}

    /** How it is written. */
    public enum Format {
        TEXT,
        JSON;

        /**
         * Parses a user's word.
         *
         * @throws WheelsException D208 where it is neither {@code text} nor {@code json}
         */
        public static Format parse(String word) {
            return switch (word) {
                case "text" -> TEXT;
                case "json" -> JSON;
                default ->
                    throw new WheelsException(
                            "D208",
                            "wheels.format is \"" + word + "\"; expected text or json",
                            "give -Dwheels.format=json");
            };
        }
    }

    /** The configuration in full. */
    public static String run(WheelSetDeclaration set, Format format) {
        return format == Format.JSON ? json(set) : Printable.page(text(set));
    }

    private static String json(WheelSetDeclaration set) {
        try {
            String json = new ObjectMapper()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .writeValueAsString(set);
            return JsonText.visible(json.replace("\r\n", "\n")) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(WheelSetDeclaration set) {
        StringBuilder text = new StringBuilder("wheel set " + set.packageName() + "\n\nsources\n");
        set.sources().forEach(source -> text.append("  " + source.name() + "  " + source.url() + "\n"));
        text.append("\ntargets\n");
        set.targets()
                .forEach(target -> text.append("  "
                        + target.platform().system() + "  "
                        + (target.platform().isLinux() ? "glibc " : "macOS ") + target.floor() + "  Python "
                        + String.join(", ", set.pythons()) + "\n"));
        text.append("\npolicies\n").append(policies(set));
        text.append("\nwheels\n");
        set.wheels().forEach(wheel -> text.append(wheel(set, wheel)));
        text.append("\ncustom packages\n");
        set.customPackages().forEach(custom -> text.append(custom(set, custom)));
        return text.toString();
    }

    private static String policies(WheelSetDeclaration set) {
        LicensePolicy licenses = set.licenses();
        return setting("dependencies", set.dependencies().name().toLowerCase(Locale.ROOT))
                + setting("libraries", set.libraries().name().toLowerCase(Locale.ROOT))
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
                + setting("tests", list(wheel.tests()));
    }

    private static String custom(WheelSetDeclaration set, CustomPackageDeclaration custom) {
        return "  " + custom.name() + "\n"
                + setting("declared by", custom.type())
                + setting("description", custom.description())
                + setting("pythons", pythons(set, custom.pythons()))
                + setting("dependencies", list(custom.dependencies()))
                + setting("tests", list(custom.tests()));
    }

    private static String pythons(WheelSetDeclaration set, Collection<String> pythons) {
        return list(pythons) + (set.pythons().equals(pythons) ? " (from the wheel set)" : "");
    }

    private static String setting(String name, String value) {
        return value.isEmpty()
                ? ""
                : String.format(Locale.ROOT, "    %-12s %s%n", name, value).replace("\r\n", "\n");
    }

    private static String list(Collection<?> values) {
        return values.stream()
                .map(value -> value.toString().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }
}
