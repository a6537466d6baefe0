package dev.zeus.wheels.python;

import java.util.List;
import java.util.Set;

/**
 * A condition on the environment that a requirement applies in.
 *
 * <p>{@code EnvironmentMarker.parse("sys_platform=='win32'").toString()} is {@code sys_platform == "win32"}.
 *
 * @see <a href="https://packaging.python.org/specifications/dependency-specifiers/#environment-markers">PEP 508</a>
 */
public final class EnvironmentMarker {
    private final MarkerNode root;

    EnvironmentMarker(MarkerNode root) {
        this.root = root;
    }

    /**
     * Parses a marker.
     *
     * @throws PackagingParseException where the text is none, or nests too deep
     */
    public static EnvironmentMarker parse(String text) {
        return new EnvironmentMarker(MarkerParser.parse(text));
    }

    /**
     * Whether the condition holds.
     *
     * @throws UndefinedMarkerException where the environment lacks a variable, or a comparison has no meaning
     */
    public boolean evaluate(MarkerEnvironment environment) {
        return root.evaluate(environment);
    }

    /** Whether the condition holds for any of the extras; for none of them, with an empty {@code extra}. */
    public boolean evaluate(MarkerEnvironment environment, Set<ExtraName> extras) {
        if (extras.isEmpty()) {
            return evaluate(environment.with("extra", ""));
        }
        return extras.stream().anyMatch(extra -> evaluate(environment.with("extra", extra.value())));
    }

    /** Both conditions. */
    public EnvironmentMarker and(EnvironmentMarker other) {
        return new EnvironmentMarker(new MarkerNode.Alternatives(List.of(List.of(root, other.root))));
    }

    /** Either condition. */
    public EnvironmentMarker or(EnvironmentMarker other) {
        return new EnvironmentMarker(new MarkerNode.Alternatives(List.of(List.of(root), List.of(other.root))));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EnvironmentMarker marker && toString().equals(marker.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    /** The marker in its canonical spelling. */
    @Override
    public String toString() {
        MarkerNode node = root;
        while (node instanceof MarkerNode.Alternatives alternatives && alternatives.isSingle()) {
            node = alternatives.groups().get(0).get(0);
        }
        return node.text();
    }
}
