// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.zeus.wheels.core.lock.LockedPackage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Records whose equality is written out, which a component that is added later must not escape. */
final class RecordEqualityTest {
    private static final List<JavaClass> RECORDS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dev.zeus.wheels").stream()
                    .filter(JavaClass::isRecord)
                    .toList();

    @Test
    void holdsAllComponentsAgainstEachOther() {
        Map<String, List<String>> forgotten = new TreeMap<>();
        for (JavaClass each : RECORDS) {
            Set<String> held = held(each.getMethod("equals", Object.class));
            List<String> left = new ArrayList<>(components(each));
            left.removeAll(held);
            if (!held.isEmpty() && !left.isEmpty()) {
                forgotten.put(each.getName(), left);
            }
        }
        assertThat(forgotten).isEmpty();
    }

    @Test
    void knowsWhichAreWrittenOut() {
        Map<String, Set<String>> written = RECORDS.stream()
                .collect(Collectors.toMap(JavaClass::getName, each -> held(each.getMethod("equals", Object.class))));
        assertThat(written.get(LockedPackage.class.getName())).contains("name", "departures");
        assertThat(written.get(GenerateRequest.class.getName())).isEmpty();
    }

    private static List<String> components(JavaClass record) {
        return record.getFields().stream()
                .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                .map(JavaField::getName)
                .toList();
    }

    /**
     * What a method reads of its record, as a field, by its accessor, or where it compares; nothing of one that the
     * compiler made.
     */
    private static Set<String> held(JavaMethod equals) {
        Set<String> held = new TreeSet<>();
        for (JavaAccess<?> access : equals.getAccessesFromSelf()) {
            if (access.getTarget().getOwner().equals(equals.getOwner())) {
                held.add(access.getTarget().getName());
            }
        }
        if (held.remove("compareTo")) {
            held.addAll(held(
                    equals.getOwner().getMethod("compareTo", equals.getOwner().getName())));
        }
        return held;
    }
}
