// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.python;

import java.util.List;

/** A part of a marker: a comparison, or others joined. */
sealed interface MarkerNode {
    /**
     * The answer in a context. Every comparison is made, even where the answer is known before: a marker that has no
     * answer must say so everywhere.
     */
    boolean evaluate(MarkerContext context);

    void print(StringBuilder out);

    /** A comparison. */
    record Atom(MarkerComparison comparison) implements MarkerNode {
        @Override
        public boolean evaluate(MarkerContext context) {
            return comparison.evaluate(context);
        }

        @Override
        public void print(StringBuilder out) {
            comparison.print(out);
        }
    }

    /** Parts that must all hold. */
    record And(List<MarkerNode> parts) implements MarkerNode {
        @Override
        public boolean evaluate(MarkerContext context) {
            boolean all = true;
            for (int i = 0; i < parts.size(); i++) {
                all &= parts.get(i).evaluate(context);
            }
            return all;
        }

        @Override
        public void print(StringBuilder out) {
            join(out, parts, " and ");
        }
    }

    /** Parts of which one must hold. */
    record Or(List<MarkerNode> parts) implements MarkerNode {
        @Override
        public boolean evaluate(MarkerContext context) {
            boolean any = false;
            for (int i = 0; i < parts.size(); i++) {
                any |= parts.get(i).evaluate(context);
            }
            return any;
        }

        @Override
        public void print(StringBuilder out) {
            join(out, parts, " or ");
        }
    }

    /** Parts in parentheses that were written, which are kept though they may change nothing. */
    record Group(MarkerNode inner) implements MarkerNode {
        @Override
        public boolean evaluate(MarkerContext context) {
            return inner.evaluate(context);
        }

        @Override
        public void print(StringBuilder out) {
            out.append('(');
            inner.print(out);
            out.append(')');
        }
    }

    /** The node as an operand: in parentheses if it is more than a comparison. */
    static MarkerNode group(MarkerNode node) {
        return node instanceof Atom || node instanceof Group ? node : new Group(node);
    }

    /** The node as a whole marker: without parentheses around it. */
    static MarkerNode ungroup(MarkerNode node) {
        return node instanceof Group group ? group.inner : node;
    }

    private static void join(StringBuilder out, List<MarkerNode> parts, String joint) {
        for (int i = 0; i < parts.size(); i++) {
            if (i > 0) {
                out.append(joint);
            }
            parts.get(i).print(out);
        }
    }
}
