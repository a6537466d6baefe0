// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.check;

import dev.zeus.wheels.core.text.Valid;
import dev.zeus.wheels.core.wheel.WheelArchive;
import dev.zeus.wheels.python.CoreMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a wheel says of its licence, the clearest first: the expression of PEP 639, what the lock has read out of the
 * older fields, classifiers, and at last the text of a licence.
 */
final class LicenseClues {
    private static final String PREFIX = "License :: ";

    /** The GPL has 35 KB; a larger file is not the text of a licence. */
    private static final long LONGEST_TEXT = 1 << 20;

    private LicenseClues() {}

    /**
     * Expressions of which all hold, or the words of a classifier that is not an expression; empty if there is no
     * statement.
     */
    static List<String> licenses(WheelArchive archive, Optional<String> locked) {
        String info = archive.distInfo();
        // Another check reports that it is not an expression.
        Optional<CoreMetadata> metadata =
                Valid.of(archive.text(info + "METADATA").orElse(""), CoreMetadata::parse);
        Optional<String> expression =
                metadata.flatMap(CoreMetadata::licenseExpression).or(() -> locked);
        if (expression.isPresent()) {
            return List.of(expression.get());
        }
        List<String> classified = metadata.map(LicenseClues::classified).orElse(List.of());
        if (!classified.isEmpty()) {
            return classified;
        }
        List<String> texts = new ArrayList<>();
        metadata.flatMap(CoreMetadata::license).ifPresent(texts::add);
        archive.entries().stream()
                .filter(entry -> isLicenseFile(entry.path(), info) && entry.size() <= LONGEST_TEXT)
                .forEach(entry -> archive.text(entry.path()).ifPresent(texts::add));
        return texts.stream()
                .flatMap(text -> ofText(text).stream())
                .distinct()
                .sorted()
                .toList();
    }

    private static List<String> classified(CoreMetadata metadata) {
        return metadata.classifiers().stream()
                .filter(classifier -> classifier.startsWith(PREFIX))
                .filter(classifier -> !classifier.equals(PREFIX + "OSI Approved"))
                .map(classifier -> LicenseClassifiers.expression(classifier)
                        .orElseGet(() -> classifier.substring(PREFIX.length())))
                .toList();
    }

    private static boolean isLicenseFile(String path, String info) {
        String name = path.substring(path.lastIndexOf('/') + 1).toUpperCase(Locale.ROOT);
        return path.startsWith(info)
                && (name.startsWith("LICENSE") || name.startsWith("LICENCE") || name.startsWith("COPYING"));
    }

    /** The licence whose words these are, where that is beyond doubt. */
    static Optional<String> ofText(String text) {
        String words = String.join(" ", text.split("\\s+"));
        if (words.contains("Permission is hereby granted, free of charge, to any person obtaining a copy")) {
            return Optional.of("MIT");
        }
        if (words.contains("Apache License") && words.contains("Version 2.0, January 2004")) {
            return Optional.of("Apache-2.0");
        }
        if (words.contains("Redistribution and use in source and binary forms")) {
            return Optional.of(words.contains("Neither the name") ? "BSD-3-Clause" : "BSD-2-Clause");
        }
        if (words.contains("Permission to use, copy, modify, and/or distribute this software for any purpose")) {
            return Optional.of(words.contains("provided that the above copyright notice") ? "ISC" : "0BSD");
        }
        return words.contains("Mozilla Public License Version 2.0") ? Optional.of("MPL-2.0") : Optional.empty();
    }
}
