// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.python;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The licence of a package: one, a choice, or several at once.
 *
 * <p>Example: {@code LicenseExpression.parse("MIT OR Apache-2.0 WITH LLVM-exception")} is permitted where either of
 * {@code MIT}, {@code Apache-2.0} and {@code Apache-2.0 WITH LLVM-exception} is allowed.
 *
 * <p>Standard: SPDX 2.3, annex D, as <a href="https://peps.python.org/pep-0639/">PEP 639</a> takes it over. Whether an
 * identifier is in SPDX's list is not asked.
 */
public sealed interface LicenseExpression {
    /**
     * Reads an expression; operators count in any case.
     *
     * @param text the expression, such as {@code MIT OR Apache-2.0}
     * @return the expression
     * @throws PackagingParseException if the text is not a licence expression
     */
    static LicenseExpression parse(String text) {
        return new LicenseExpressionParser(text).parse();
    }

    /**
     * {@return whether a policy that allows some licences allows this one}
     *
     * @param allowed asked for one licence at a time, with its exception and without, as it is written
     */
    boolean isPermitted(Predicate<String> allowed);

    /**
     * One licence.
     *
     * @param id such as {@code MIT}, {@code LicenseRef-Acme}, or {@code GPL-2.0+} for that version or a later one
     * @param exception what is permitted beyond it, such as {@code LLVM-exception}
     */
    record License(String id, Optional<String> exception) implements LicenseExpression {
        /** An exception only adds to what a licence permits, so that allowing the licence is enough. */
        @Override
        public boolean isPermitted(Predicate<String> allowed) {
            boolean later = id.endsWith("+") && allowed.test(id.substring(0, id.length() - 1) + "-or-later");
            return later || allowed.test(id) || (exception.isPresent() && allowed.test(toString()));
        }

        @Override
        public String toString() {
            return exception.map(name -> id + " WITH " + name).orElse(id);
        }
    }

    /**
     * Several licences at once.
     *
     * @param parts the licences that hold at once
     */
    record All(List<LicenseExpression> parts) implements LicenseExpression {
        /**
         * Copies what it is given, so that it cannot change.
         *
         * @param parts the licences that hold at once
         */
        public All {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean isPermitted(Predicate<String> allowed) {
            return parts.stream().allMatch(part -> part.isPermitted(allowed));
        }
    }

    /**
     * A choice of licences.
     *
     * @param parts the choices
     */
    record AnyOf(List<LicenseExpression> parts) implements LicenseExpression {
        /**
         * Copies what it is given, so that it cannot change.
         *
         * @param parts the choices
         */
        public AnyOf {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean isPermitted(Predicate<String> allowed) {
            return parts.stream().anyMatch(part -> part.isPermitted(allowed));
        }
    }
}
