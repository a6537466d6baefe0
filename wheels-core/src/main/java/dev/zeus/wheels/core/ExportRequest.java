// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.export.BillOfMaterials;
import dev.zeus.wheels.core.export.PylockExport;
import dev.zeus.wheels.core.export.RequirementsExport;
import dev.zeus.wheels.core.export.SpdxDocument;
import dev.zeus.wheels.core.setup.OptionProblem;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is exported, and where to.
 *
 * @param set the declarations
 * @param outputDirectory the generated directory
 * @param format the format
 * @param python the only Python that is exported
 * @param platform the only platform that is exported
 * @param environment the only environment that is exported
 * @param file where to; empty for the caller to print it
 */
public record ExportRequest(
        WheelSetDeclaration set,
        Path outputDirectory,
        Format format,
        Optional<String> python,
        Optional<String> platform,
        Optional<String> environment,
        Optional<Path> file) {

    /** What it is exported as. */
    public enum Format {
        /** A requirements.txt with hashes. */
        REQUIREMENTS(RequirementsExport.OURS),
        /** A pylock.toml. */
        PYLOCK(PylockExport.OURS),
        /** A bill of materials of CycloneDX. */
        CYCLONEDX(BillOfMaterials.OURS),
        /** A bill of materials of SPDX. */
        SPDX(SpdxDocument.OURS);

        private final Pattern ours;

        Format(Pattern ours) {
            this.ours = ours;
        }

        /** How a file begins that a former export wrote. */
        Pattern ours() {
            return ours;
        }

        /**
         * Parses a user's word.
         *
         * @throws WheelsException D208 if it is not one of {@code requirements}, {@code pylock}, {@code cyclonedx} and
         *     {@code spdx}
         */
        public static Format parse(String word) {
            return switch (word) {
                case "requirements" -> REQUIREMENTS;
                case "pylock" -> PYLOCK;
                case "cyclonedx" -> CYCLONEDX;
                case "spdx" -> SPDX;
                default ->
                    throw new WheelsException(
                            OptionProblem.BAD_FORMAT,
                            "wheels.format is \"" + word + "\"; expected requirements, pylock, cyclonedx or spdx",
                            "give -Dwheels.format=cyclonedx");
            };
        }
    }
}
