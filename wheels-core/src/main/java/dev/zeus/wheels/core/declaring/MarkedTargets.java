// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.declaring;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.NewArrayTree;
import dev.zeus.wheels.Platform;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.core.text.JavaText;
import dev.zeus.wheels.python.EnvironmentMarker;
import dev.zeus.wheels.python.MarkerEvaluationException;
import dev.zeus.wheels.python.PackagingParseException;
import dev.zeus.wheels.python.Requirement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where a marker holds of the targets that a wheel set declares, as the members of an annotation say it:
 * {@code sys_platform == "linux"} of a set for Linux and macOS is {@code platforms = Platform.X86_64_LINUX}.
 *
 * @param pythons those of the set, in its order
 * @param platforms those of the set, in its order
 */
record MarkedTargets(List<String> pythons, List<Platform> platforms) {
    MarkedTargets {
        pythons = List.copyOf(pythons);
        platforms = List.copyOf(platforms);
    }

    /** Those of a set; empty where it says them by constants of its own, which only the compiler can read. */
    static Optional<MarkedTargets> of(JavaFile set) {
        return set.unit().getPackageAnnotations().stream()
                .filter(annotation -> DeclaredType.is(set, annotation, "WheelSet"))
                .findFirst()
                .flatMap(annotation -> all(values(annotation, "pythons"), MarkedTargets::python)
                        .flatMap(pythons -> all(values(annotation, "targets"), MarkedTargets::platform)
                                .map(platforms -> new MarkedTargets(pythons, platforms))));
    }

    /** What some values mean; empty if there are none, or one cannot be read. */
    private static <T> Optional<List<T>> all(
            List<ExpressionTree> values, Function<ExpressionTree, Optional<T>> reader) {
        List<T> all =
                values.stream().flatMap(value -> reader.apply(value).stream()).toList();
        return all.isEmpty() || all.size() < values.size() ? Optional.empty() : Optional.of(all);
    }

    private static List<ExpressionTree> values(AnnotationTree annotation, String member) {
        List<ExpressionTree> values = new ArrayList<>();
        for (ExpressionTree argument : annotation.getArguments()) {
            if (argument instanceof AssignmentTree assignment
                    && assignment.getVariable().toString().equals(member)) {
                if (assignment.getExpression() instanceof NewArrayTree array && array.getInitializers() != null) {
                    values.addAll(array.getInitializers());
                } else {
                    values.add(assignment.getExpression());
                }
            }
        }
        return values;
    }

    private static Optional<String> python(ExpressionTree value) {
        return value instanceof LiteralTree literal && literal.getValue() instanceof String text
                ? Optional.of(text)
                : Optional.empty();
    }

    private static Optional<Platform> platform(ExpressionTree value) {
        if (!(value instanceof AnnotationTree on)) {
            return Optional.empty();
        }
        return values(on, "value").stream()
                .map(each -> each.toString().replaceAll(".*\\.", ""))
                .flatMap(name -> Arrays.stream(Platform.values())
                        .filter(platform -> platform.name().equals(name) && platform != Platform.UNIVERSAL))
                .findFirst();
    }

    private List<Target> targets() {
        List<Target> targets = new ArrayList<>();
        for (String python : pythons) {
            for (Platform platform : platforms) {
                targets.add(new Target(python, platform, platform.isLinux() ? "2.39" : "14.0"));
            }
        }
        return targets;
    }

    /**
     * The members that say where a requirement holds; none where it holds everywhere.
     *
     * @param prefix what stands before a platform's name, such as {@code Platform.}
     * @throws WheelsException I208 if it is true nowhere, or no single type can express it
     */
    List<String> members(Requirement requirement, EnvironmentMarker marker, String prefix) {
        List<Target> held;
        try {
            held = targets().stream()
                    .filter(target -> marker.evaluate(target.environment()))
                    .toList();
        } catch (MarkerEvaluationException | PackagingParseException e) {
            throw refused(requirement, "has a marker without an answer: " + e.getMessage(), "correct it");
        }
        if (held.isEmpty()) {
            throw refused(
                    requirement,
                    "applies to none of the set's targets: "
                            + String.join(
                                    ", ", targets().stream().map(Target::id).toList()),
                    "leave it out: nothing here would install it");
        }
        List<String> in = pythons.stream()
                .filter(python ->
                        held.stream().anyMatch(target -> target.python().equals(python)))
                .toList();
        List<Platform> on = platforms.stream()
                .filter(platform -> held.stream().anyMatch(target -> target.platform() == platform))
                .toList();
        if (held.size() != in.size() * on.size()) {
            throw refused(
                    requirement,
                    "holds on "
                            + String.join(", ", held.stream().map(Target::id).toList())
                            + ", which one type cannot say",
                    "declare a type for each platform by hand, each with name, platforms and pythons");
        }
        List<String> members = new ArrayList<>();
        if (on.size() < platforms.size()) {
            members.add("platforms = "
                    + JavaText.array(on.stream()
                            .map(platform -> prefix + platform.name())
                            .toList()));
        }
        if (in.size() < pythons.size()) {
            members.add("pythons = " + JavaText.literals(in));
        }
        return members;
    }

    private static WheelsException refused(Requirement requirement, String why, String hint) {
        return new WheelsException(DeclaringProblem.NOT_OF_A_TYPE, "\"" + requirement + "\" " + why, hint);
    }
}
