// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.fuzz;

import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.http.HttpOptions;
import dev.zeus.wheels.core.http.HttpSettings;
import dev.zeus.wheels.core.http.Netrc;
import dev.zeus.wheels.core.index.PageFuzz;
import dev.zeus.wheels.core.lock.LockFuzz;
import dev.zeus.wheels.core.nixpkgs.NixpkgsSnapshot;
import dev.zeus.wheels.core.wheel.ElfFile;
import dev.zeus.wheels.core.wheel.MachOFile;
import dev.zeus.wheels.core.wheel.MemoryBytes;
import dev.zeus.wheels.core.wheel.WheelArchive;
import dev.zeus.wheels.core.wheel.WheelEntry;
import dev.zeus.wheels.nix.NixSyntax;
import dev.zeus.wheels.python.CoreMetadata;
import dev.zeus.wheels.python.EntryPoints;
import dev.zeus.wheels.python.EnvironmentMarker;
import dev.zeus.wheels.python.LicenseExpression;
import dev.zeus.wheels.python.PackagingParseException;
import dev.zeus.wheels.python.RecordFile;
import dev.zeus.wheels.python.Requirement;
import dev.zeus.wheels.python.RequirementsFile;
import dev.zeus.wheels.python.SdistFilename;
import dev.zeus.wheels.python.Version;
import dev.zeus.wheels.python.VersionSpecifiers;
import dev.zeus.wheels.python.WheelFilename;
import dev.zeus.wheels.python.WheelMetadata;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * What a fuzzer feeds: each reader returns a value or throws its one coded exception, and never anything else, more
 * than 512 MiB or longer than 10 s.
 *
 * <p>{@code FuzzTarget.VERSION.run("1.0.post1".getBytes(UTF_8))} parses a version and what it prints.
 */
enum FuzzTarget {
    VERSION {
        @Override
        void read(byte[] data) {
            Version version = Version.parse(text(data));
            same(version, Version.parse(version.toString()));
        }
    },
    SPECIFIERS {
        @Override
        void read(byte[] data) {
            VersionSpecifiers specifiers = VersionSpecifiers.parse(text(data));
            specifiers.contains(Version.parse("1.2.3rc4"));
            same(specifiers, VersionSpecifiers.parse(specifiers.toString()));
        }
    },
    MARKER {
        @Override
        void read(byte[] data) {
            printed(EnvironmentMarker.parse(text(data)));
        }
    },
    REQUIREMENT {
        @Override
        void read(byte[] data) {
            Requirement requirement = Requirement.parse(text(data));
            Requirement.parse(requirement.toString());
        }
    },
    REQUIREMENTS_FILE {
        @Override
        void read(byte[] data) {
            RequirementsFile.parse(text(data));
        }
    },
    FILE_NAME {
        @Override
        void read(byte[] data) {
            String name = text(data);
            if (name.endsWith(".whl")) {
                printed(WheelFilename.parse(name));
            } else {
                printed(SdistFilename.parse(name));
            }
        }
    },
    METADATA {
        @Override
        void read(byte[] data) {
            printed(CoreMetadata.parse(text(data)));
        }
    },
    WHEEL_FILE {
        @Override
        void read(byte[] data) {
            printed(WheelMetadata.parse(text(data)));
        }
    },
    RECORD {
        @Override
        void read(byte[] data) {
            printed(RecordFile.parse(text(data)));
        }
    },
    ENTRY_POINTS {
        @Override
        void read(byte[] data) {
            printed(EntryPoints.parse(text(data)));
        }
    },
    LICENSE {
        @Override
        void read(byte[] data) {
            printed(LicenseExpression.parse(text(data)));
        }
    },
    PAGE_JSON {
        @Override
        void read(byte[] data) {
            PageFuzz.page("application/vnd.pypi.simple.v1+json", data);
        }
    },
    PAGE_HTML {
        @Override
        void read(byte[] data) {
            PageFuzz.page("text/html", data);
        }
    },
    ADVISORIES {
        @Override
        void read(byte[] data) {
            PageFuzz.advisories(data);
        }
    },
    PROVENANCE {
        @Override
        void read(byte[] data) {
            PageFuzz.provenance(data);
        }
    },
    ARCHIVE {
        @Override
        void read(byte[] data) {
            try (WheelArchive archive = WheelArchive.of(new MemoryBytes("demo-1.0-py3-none-any.whl", data))) {
                for (WheelEntry entry : archive.entries()) {
                    archive.read(entry, 1 << 20);
                }
            }
        }
    },
    SDIST {
        @Override
        void read(byte[] data) {
            PageFuzz.sdist(data);
        }
    },
    ELF {
        @Override
        void read(byte[] data) {
            ElfFile.parse("demo.so", data);
        }
    },
    MACH_O {
        @Override
        void read(byte[] data) {
            MachOFile.parse("demo.dylib", data);
        }
    },
    LOCK {
        @Override
        void read(byte[] data) {
            LockFuzz.read(text(data));
        }
    },
    SNAPSHOT {
        @Override
        void read(byte[] data) {
            NixpkgsSnapshot.parse(text(data));
        }
    },
    NIX {
        @Override
        void read(byte[] data) {
            NixSyntax.check(text(data));
            NixSyntax.function(text(data));
        }
    },
    NETRC {
        @Override
        void read(byte[] data) {
            Netrc.parse(Path.of("netrc"), text(data));
        }
    },
    SETTINGS {
        @Override
        void read(byte[] data) {
            String text = text(data);
            HttpSettings.apply(HttpOptions.DEFAULTS, key -> Optional.of(text), variable -> Optional.of(text));
        }
    };

    /** What no message says, but in a quote of the input. */
    private static final List<String> JAVA = List.of("java.", "Exception", "Error:");

    /** The directory of its inputs below {@code bench/fuzz/corpus}. */
    String directory() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Reads one input.
     *
     * @throws AssertionError where the reader is wrong: whatever it threw that is no exception of ours
     */
    final void run(byte[] data) {
        try {
            read(data);
        } catch (PackagingParseException | WheelsException e) {
            String message = String.valueOf(e.getMessage());
            if (message.isBlank() || JAVA.stream().anyMatch(word -> message.contains(word) && !holds(data, word))) {
                throw new AssertionError("says what no user understands: " + message, e);
            }
        }
    }

    abstract void read(byte[] data);

    private static boolean holds(byte[] data, String word) {
        return new String(data, StandardCharsets.ISO_8859_1).contains(word)
                || text(data).contains(word);
    }

    private static String text(byte[] data) {
        return new String(data, StandardCharsets.UTF_8);
    }

    private static void same(Object once, Object twice) {
        if (!once.equals(twice)) {
            throw new AssertionError("reads back as " + twice + ": " + once);
        }
    }

    /** What was read must print, too. */
    private static void printed(Object read) {
        Objects.requireNonNull(read.toString());
    }
}
