package com.acme.python;

import dev.zeus.wheels.CustomPackageDeclaration;
import dev.zeus.wheels.DependencyPolicy;
import dev.zeus.wheels.PackageTest;
import dev.zeus.wheels.Platform;
import dev.zeus.wheels.Provider;
import dev.zeus.wheels.ResolutionSettings;
import dev.zeus.wheels.SourceDeclaration;
import dev.zeus.wheels.Sources;
import dev.zeus.wheels.TargetDeclaration;
import dev.zeus.wheels.WheelDeclaration;
import dev.zeus.wheels.WheelRegistry;
import dev.zeus.wheels.WheelSetDeclaration;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * The wheel set of {@code com.acme.python}.
 */
@Generated("dev.zeus.wheels.processor.WheelsProcessor")
public final class AcmeWheels implements WheelRegistry {
    /**
     * databento from the source pypi.
     */
    public static final WheelDeclaration DATABENTO = new WheelDeclaration(
            "com.acme.python.Declarations$Databento",
            "databento",
            "databento",
            "pypi",
            List.of(Platform.UNIVERSAL),
            List.of("3.12", "3.13"),
            "",
            List.of(),
            List.of(PackageTest.IMPORT, PackageTest.METADATA),
            Provider.WHEEL);

    /**
     * nautilus-trader from the source nautech.
     */
    public static final WheelDeclaration NAUTILUS_TRADER = new WheelDeclaration(
            "com.acme.python.Declarations$NautilusTrader",
            "nautilus-trader",
            "nautilus_trader",
            "nautech",
            List.of(Platform.X86_64_LINUX),
            List.of("3.12", "3.13"),
            ">=1.220,<2",
            List.of("docker", "ib"),
            List.of(PackageTest.IMPORT, PackageTest.METADATA, PackageTest.ABI),
            Provider.WHEEL);

    /**
     * pyyaml from the source pypi.
     */
    public static final WheelDeclaration YAML = new WheelDeclaration(
            "com.acme.python.Declarations$Whatever",
            "pyyaml",
            "yaml",
            "pypi",
            List.of(Platform.X86_64_LINUX, Platform.AARCH64_DARWIN),
            List.of("3.13"),
            "",
            List.of(),
            List.of(PackageTest.IMPORT, PackageTest.METADATA, PackageTest.ABI),
            Provider.NIXPKGS);

    /**
     * uuid7, built by a Nix definition.
     */
    public static final CustomPackageDeclaration UUID7 = new CustomPackageDeclaration(
            "com.acme.python.Declarations$Uuid7",
            "uuid7",
            "uuid7",
            "{ buildPythonPackage, fetchPypi }:\n"
                    + "buildPythonPackage {\n"
                    + "  pname = \"uuid7\";\n"
                    + "  doc = ''${\"$\"}'';\n"
                    + "}\n",
            List.of("3.12", "3.13"),
            "Gr\u00f6\u00dfe \"7\" */ \\u0041",
            List.of("nautilus-trader"),
            List.of(PackageTest.IMPORT, PackageTest.METADATA));

    /**
     * For {@link java.util.ServiceLoader}.
     */
    public AcmeWheels() {
    }

    @Override
    public int apiVersion() {
        return 1;
    }

    @Override
    public WheelSetDeclaration wheelSet() {
        return new WheelSetDeclaration(
                "com.acme.python",
                List.of("3.12", "3.13"),
                List.of(new TargetDeclaration(Platform.X86_64_LINUX, "2.39"), new TargetDeclaration(Platform.AARCH64_DARWIN, "14.0")),
                List.of(Sources.pypi(), new SourceDeclaration("nautech", "https://index.example/simple/")),
                DependencyPolicy.WHEELS,
                ResolutionSettings.DEFAULT,
                List.of(DATABENTO, NAUTILUS_TRADER, YAML),
                List.of(UUID7));
    }

    /**
     * The wheels by the source that has them.
     */
    public static final class BySource {
        private BySource() {
        }

        /**
         * The wheels from the source nautech.
         */
        public static final class Nautech {
            public static final WheelDeclaration NAUTILUS_TRADER = AcmeWheels.NAUTILUS_TRADER;

            private Nautech() {
            }
        }

        /**
         * The wheels from the source pypi.
         */
        public static final class Pypi {
            public static final WheelDeclaration DATABENTO = AcmeWheels.DATABENTO;

            public static final WheelDeclaration YAML = AcmeWheels.YAML;

            private Pypi() {
            }
        }
    }
}
