package dev.zeus.wheels.core.check;

import java.util.Map;
import java.util.Optional;

/** Libraries of the system that wheels are known to need, by the attribute of nixpkgs that has each. */
final class SystemLibraries {
    private static final Map<String, String> ATTRIBUTES = Map.ofEntries(
            Map.entry("libEGL.so.1", "libGL"),
            Map.entry("libGL.so.1", "libGL"),
            Map.entry("libGLX.so.0", "libGL"),
            Map.entry("libOpenGL.so.0", "libGL"),
            Map.entry("libICE.so.6", "xorg.libICE"),
            Map.entry("libSM.so.6", "xorg.libSM"),
            Map.entry("libX11.so.6", "xorg.libX11"),
            Map.entry("libX11-xcb.so.1", "xorg.libX11"),
            Map.entry("libXext.so.6", "xorg.libXext"),
            Map.entry("libXi.so.6", "xorg.libXi"),
            Map.entry("libXrender.so.1", "xorg.libXrender"),
            Map.entry("libXtst.so.6", "xorg.libXtst"),
            Map.entry("libxcb.so.1", "xorg.libxcb"),
            Map.entry("libxcb-cursor.so.0", "xcb-util-cursor"),
            Map.entry("libxkbcommon.so.0", "libxkbcommon"),
            Map.entry("libxkbcommon-x11.so.0", "libxkbcommon"),
            Map.entry("libwayland-client.so.0", "wayland"),
            Map.entry("libasound.so.2", "alsa-lib"),
            Map.entry("libcups.so.2", "cups"),
            Map.entry("libdbus-1.so.3", "dbus"),
            Map.entry("libdrm.so.2", "libdrm"),
            Map.entry("libexpat.so.1", "expat"),
            Map.entry("libffi.so.8", "libffi"),
            Map.entry("libfontconfig.so.1", "fontconfig"),
            Map.entry("libfreetype.so.6", "freetype"),
            Map.entry("libglib-2.0.so.0", "glib"),
            Map.entry("libgobject-2.0.so.0", "glib"),
            Map.entry("libgthread-2.0.so.0", "glib"),
            Map.entry("libgio-2.0.so.0", "glib"),
            Map.entry("libnspr4.so", "nspr"),
            Map.entry("libnss3.so", "nss"),
            Map.entry("libportaudio.so.2", "portaudio"),
            Map.entry("libpulse.so.0", "libpulseaudio"),
            Map.entry("libsndfile.so.1", "libsndfile"),
            Map.entry("libtbb.so.12", "tbb"),
            Map.entry("libudev.so.1", "udev"),
            Map.entry("libusb-1.0.so.0", "libusb1"),
            Map.entry("libbz2.so.1.0", "bzip2"),
            Map.entry("liblzma.so.5", "xz"),
            Map.entry("libsqlite3.so.0", "sqlite"),
            Map.entry("libzstd.so.1", "zstd"),
            Map.entry("libuuid.so.1", "util-linux"));

    private SystemLibraries() {}

    /** The attribute that has a library; empty where it is not known. */
    static Optional<String> attribute(String library) {
        return Optional.ofNullable(ATTRIBUTES.get(library));
    }
}
