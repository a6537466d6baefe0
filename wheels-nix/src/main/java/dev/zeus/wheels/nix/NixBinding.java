// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.nix;

import java.util.List;
import java.util.Optional;

/** One definition in a set or a {@code let}. */
public sealed interface NixBinding {
    /** The comment lines above the definition. */
    List<NixComment> comments();

    /** {@code a.b = value;}. */
    record Assign(List<NixComment> comments, List<NixName> path, NixExpr value) implements NixBinding {
        public Assign {
            comments = List.copyOf(comments);
            path = List.copyOf(path);
            if (path.isEmpty()) {
                throw new IllegalArgumentException("a definition needs a name");
            }
        }
    }

    /** {@code inherit a b;} or {@code inherit (from) a b;}. */
    record Inherit(List<NixComment> comments, Optional<NixExpr> from, List<String> names) implements NixBinding {
        public Inherit {
            comments = List.copyOf(comments);
            names = List.copyOf(names);
            if (names.isEmpty()) {
                throw new IllegalArgumentException("inherit needs a name");
            }
        }
    }

    static NixBinding assign(String name, NixExpr value) {
        return new Assign(List.of(), List.of(NixName.of(name)), value);
    }

    /** The same definition with comment lines above it. */
    default NixBinding commented(List<NixComment> lines) {
        if (this instanceof Assign assign) {
            return new Assign(lines, assign.path(), assign.value());
        }
        Inherit inherit = (Inherit) this;
        return new Inherit(lines, inherit.from(), inherit.names());
    }
}
