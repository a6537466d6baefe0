// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Lock files, read and selected from as {@code packaging} does. */
class PylockTest {
    private static final Map<String, Object> HASHES = Map.of("sha256", "00ff");
    private static final SortedMap<String, String> ENVIRONMENT =
            Reference.environments().get(0);
    private static final CompatibleTags TAGS =
            CompatibleTags.cpython(3, 12, false, new TargetPlatform.Manylinux(2, 39, "x86_64"));
    /** Values of every type, each wrong for most keys. */
    private static final List<Object> VALUES = List.of(
            "",
            "1.0",
            "Foo",
            "foo",
            "bar",
            "os_name == 'posix'",
            "'x' in extras",
            "python_version < '3'",
            "<3",
            "bar-9.whl",
            7,
            true,
            List.of(),
            List.of("x"),
            List.of("A_b"),
            List.of(1),
            List.of(Map.of()),
            Map.of(),
            Map.of("sha256", 1));

    @Test
    void agreesWithTheReference() {
        List<Question> questions = new ArrayList<>();
        Map<String, Object> lock = lock();
        questions.add(question(lock));
        changes(lock, changed -> questions.add(question(changed)));
        questions.add(question(with(lock, "lock-version", "2.0a1")));
        questions.add(question(with(lock, "lock-version", "1.1")));
        // A name is what follows the last separator, of whichever kind.
        questions.add(question(with(lock, "packages", List.of(atPath("wheels\\x/bar-2-py3-none-any.whl")))));
        questions.add(question(with(lock, "packages", List.of(atPath("wheels/x\\bar-2-py3-none-any.whl")))));
        Reference reference = new Reference();
        reference.agree("pylock", questions);
    }

    @Test
    void keepsWhatToolsAndReadersNeed() {
        Pylock lock = Pylock.of(lock());

        assertThat(lock.createdBy()).isEqualTo("hand");
        assertThat(lock.tool()).containsKey("hand");
        assertThat(lock.packages()).hasSize(5);
        assertThat(lock.packages().get(0).dependencies()).containsExactly(Map.of("name", "bar"));
        assertThat(lock.packages().get(0).source())
                .isInstanceOfSatisfying(
                        PylockSource.Distributions.class,
                        files -> assertThat(files.wheels().get(0).size()).hasValue(12));
    }

    @Test
    void saysWhereAndWhatIsWrong() {
        Map<String, Object> lock = lock();
        assertThatExceptionOfType(PackagingParseException.class)
                .isThrownBy(() -> Pylock.of(with(lock, "lock-version", "2.0")))
                .withMessage("not a value of lock-version in pylock.toml: \"2.0\", at 0: expected 1.x");
        assertThatExceptionOfType(PackagingParseException.class)
                .isThrownBy(() -> Pylock.of(with(lock, "packages", List.of(Map.of("name", "Foo")))))
                .withMessage("not a value of packages[0].name in pylock.toml: \"Foo\", at 0: expected foo");
    }

    private static Question question(Map<String, Object> lock) {
        List<String> tags = TAGS.tags().stream().map(Tag::toString).toList();
        return new Question(
                List.of("pylock", lock, ENVIRONMENT, tags, List.of("x"), List.of("dev")), () -> answer(lock));
    }

    private static String answer(Map<String, Object> toml) {
        Pylock lock = Pylock.of(toml);
        try {
            Set<ExtraName> extras = Set.of(ExtraName.parse("x"));
            Set<ExtraName> groups = Set.of(ExtraName.parse("dev"));
            return lock.select(new MarkerEnvironment(ENVIRONMENT), TAGS, extras, groups).entrySet().stream()
                    .map(entry -> entry.getKey().name() + "=" + name(entry.getValue()))
                    .collect(Collectors.joining("|", "[", "]"));
        } catch (PylockSelectionException e) {
            return "unselectable";
        }
    }

    private static String name(Pylock.Choice choice) {
        if (choice instanceof Pylock.Choice.File file) {
            return file.file().name();
        }
        PylockSource source = ((Pylock.Choice.Direct) choice).source();
        if (source instanceof PylockSource.Repository) {
            return "PackageVcs";
        }
        return source instanceof PylockSource.Directory ? "PackageDirectory" : "PackageArchive";
    }

    private static Map<String, Object> atPath(String path) {
        return Map.of("name", "bar", "wheels", List.of(Map.of("path", path, "hashes", HASHES)));
    }

    private static Map<String, Object> lock() {
        Map<String, Object> wheel =
                Map.of("url", "https://example.org/foo-1.0-py3-none-any.whl", "size", 12, "hashes", HASHES);
        Map<String, Object> native312 = Map.of(
                "url", "https://example.org/x/foo-1.0%2B1-cp312-cp312-manylinux_2_17_x86_64.whl?y#z", "hashes", HASHES);
        Map<String, Object> foo = Map.of(
                "name", "foo",
                "marker", "os_name == 'posix' or 'x' in extras",
                "requires-python", ">=3",
                "dependencies", List.of(Map.of("name", "bar")),
                "index", "https://example.org/simple/",
                "wheels", List.of(wheel, native312),
                "attestation-identities", List.of(Map.of("kind", "x")));
        Map<String, Object> bar = Map.of(
                "name",
                "bar",
                "version",
                "2.0",
                "wheels",
                List.of(Map.of("path", "wheels/bar-2-cp27-none-win32.whl", "hashes", HASHES)),
                "sdist",
                Map.of("name", "bar-2.0.tar.gz", "path", "x", "hashes", HASHES));
        Map<String, Object> git = Map.of(
                "name",
                "git",
                "marker",
                "'dev' in dependency_groups",
                "vcs",
                Map.of("type", "git", "url", "https://example.org/git", "commit-id", "abc"));
        Map<String, Object> folder =
                Map.of("name", "folder", "directory", Map.of("path", "../folder", "editable", true));
        Map<String, Object> zip = Map.of(
                "name", "zip", "archive", Map.of("url", "https://example.org/zip.zip", "hashes", HASHES, "size", 1));
        Map<String, Object> lock = new LinkedHashMap<>();
        lock.put("lock-version", "1.0");
        lock.put("environments", List.of("os_name == 'posix'"));
        lock.put("requires-python", ">=2");
        lock.put("extras", List.of("x"));
        lock.put("dependency-groups", List.of("dev"));
        lock.put("default-groups", List.of("dev"));
        lock.put("created-by", "hand");
        lock.put("packages", List.of(foo, bar, git, folder, zip));
        lock.put("tool", Map.of("hand", Map.of("made", true)));
        return lock;
    }

    /** Each table of the file with one key taken away, or with one value of another kind. */
    private static void changes(Map<String, Object> table, Consumer<Map<String, Object>> each) {
        table.forEach((key, old) -> {
            Map<String, Object> less = new LinkedHashMap<>(table);
            less.remove(key);
            each.accept(less);
            VALUES.forEach(value -> each.accept(with(table, key, value)));
            changesBelow(old, changed -> each.accept(with(table, key, changed)));
        });
    }

    @SuppressWarnings("unchecked")
    private static void changesBelow(Object value, Consumer<Object> each) {
        if (value instanceof Map<?, ?> table) {
            changes((Map<String, Object>) table, each::accept);
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                int index = i;
                changesBelow(list.get(i), changed -> {
                    List<Object> changedList = new ArrayList<>(list);
                    changedList.set(index, changed);
                    each.accept(changedList);
                });
            }
        }
    }

    private static Map<String, Object> with(Map<String, Object> table, String key, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(table);
        changed.put(key, value);
        return changed;
    }
}
