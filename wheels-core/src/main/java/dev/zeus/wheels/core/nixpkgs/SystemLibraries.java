// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.nixpkgs;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The libraries that compiled Linux wheels may need and not bring, by where they are on a system of Nix.
 *
 * <p>Example: {@code SystemLibraries.attribute("libasound.so.2")} is {@code alsa-lib}.
 */
public final class SystemLibraries {
    /** Parts of glibc or, for wheels that are for another C library, of musl. */
    private static final Set<String> C_LIBRARY = Set.of(
            "libBrokenLocale.so.1",
            "libanl.so.1",
            "libc.so",
            "libc.so.6",
            "libdl.so.2",
            "libm.so.6",
            "libmvec.so.1",
            "libnsl.so.1",
            "libpthread.so.0",
            "libresolv.so.2",
            "librt.so.1",
            "libthread_db.so.1",
            "libutil.so.1");

    /** Those that come with the driver of a graphics card and never from a package. */
    private static final Set<String> DRIVER =
            Set.of("libcuda.so.1", "libnvidia-ml.so.1", "libnvcuvid.so.1", "libnvidia-encode.so.1", "libnvoptix.so.1");

    private static final Map<String, Attribute> ATTRIBUTES = new HashMap<>();

    /** An attribute path of nixpkgs, and the one that older releases have instead. */
    private record Attribute(String path, Optional<String> older) {}

    static {
        add("stdenv.cc.cc", "libatomic.so.1", "libgcc_s.so.1", "libgomp.so.1", "libstdc++.so.6");
        add("gfortran.cc", "libgfortran.so.5", "libquadmath.so.0");
        add("libGL", "libEGL.so.1", "libGL.so.1", "libGLX.so.0", "libOpenGL.so.0");
        add("libGLU", "libGLU.so.1");
        add("libgbm", "libgbm.so.1");
        add("libxkbcommon", "libxkbcommon.so.0", "libxkbcommon-x11.so.0");
        add("wayland", "libwayland-client.so.0", "libwayland-cursor.so.0", "libwayland-egl.so.1");
        add("wayland", "libwayland-server.so.0");
        add("at-spi2-core", "libatk-1.0.so.0", "libatk-bridge-2.0.so.0", "libatspi.so.0");
        add("cairo", "libcairo.so.2", "libcairo-gobject.so.2");
        add("gdk-pixbuf", "libgdk_pixbuf-2.0.so.0");
        add("gtk3", "libgdk-3.so.0", "libgtk-3.so.0");
        add("harfbuzz", "libharfbuzz.so.0");
        add("pango", "libpango-1.0.so.0", "libpangocairo-1.0.so.0");
        add("alsa-lib", "libasound.so.2");
        add("brotli", "libbrotlicommon.so.1", "libbrotlidec.so.1", "libbrotlienc.so.1");
        add("bzip2", "libbz2.so.1", "libbz2.so.1.0");
        add("cups", "libcups.so.2");
        add("curl", "libcurl.so.4");
        add("dbus", "libdbus-1.so.3");
        add("expat", "libexpat.so.1");
        add("fontconfig", "libfontconfig.so.1");
        add("freetype", "libfreetype.so.6");
        add("glib", "libgio-2.0.so.0", "libglib-2.0.so.0", "libgobject-2.0.so.0", "libgthread-2.0.so.0");
        add("libdrm", "libdrm.so.2");
        add("libffi", "libffi.so.8");
        add("libkrb5", "libgssapi_krb5.so.2", "libkrb5.so.3");
        add("libpq", "libpq.so.5");
        add("libpulseaudio", "libpulse.so.0");
        add("libsndfile", "libsndfile.so.1");
        add("libusb1", "libusb-1.0.so.0");
        add("libxcrypt", "libcrypt.so.2");
        add("libxcrypt-legacy", "libcrypt.so.1");
        add("nspr", "libnspr4.so", "libplc4.so", "libplds4.so");
        add("nss", "libnss3.so", "libnssutil3.so", "libsmime3.so");
        add("openssl", "libcrypto.so.3", "libssl.so.3");
        add("pcsclite", "libpcsclite.so.1");
        add("portaudio", "libportaudio.so.2");
        add("sqlite", "libsqlite3.so.0");
        add("udev", "libudev.so.1");
        add("util-linux", "libuuid.so.1");
        add("xz", "liblzma.so.5");
        add("zlib", "libz.so.1");
        add("zstd", "libzstd.so.1");
        renamed("onetbb", "tbb_2022", "libtbb.so.12", "libtbbmalloc.so.2");
        renamed("libxcb-cursor", "xcb-util-cursor", "libxcb-cursor.so.0");
        renamed("libice", "xorg.libICE", "libICE.so.6");
        renamed("libsm", "xorg.libSM", "libSM.so.6");
        renamed("libx11", "xorg.libX11", "libX11.so.6", "libX11-xcb.so.1");
        renamed("libxau", "xorg.libXau", "libXau.so.6");
        renamed("libxcb", "xorg.libxcb", "libxcb.so.1", "libxcb-glx.so.0", "libxcb-randr.so.0", "libxcb-render.so.0");
        renamed(
                "libxcb",
                "xorg.libxcb",
                "libxcb-shape.so.0",
                "libxcb-shm.so.0",
                "libxcb-sync.so.1",
                "libxcb-xfixes.so.0");
        renamed("libxcb", "xorg.libxcb", "libxcb-xkb.so.1");
        renamed("libxcb-image", "xorg.xcbutilimage", "libxcb-image.so.0");
        renamed("libxcb-keysyms", "xorg.xcbutilkeysyms", "libxcb-keysyms.so.1");
        renamed("libxcb-render-util", "xorg.xcbutilrenderutil", "libxcb-render-util.so.0");
        renamed("libxcb-util", "xorg.xcbutil", "libxcb-util.so.1");
        renamed("libxcb-wm", "xorg.xcbutilwm", "libxcb-icccm.so.4");
        renamed("libxcomposite", "xorg.libXcomposite", "libXcomposite.so.1");
        renamed("libxcursor", "xorg.libXcursor", "libXcursor.so.1");
        renamed("libxdamage", "xorg.libXdamage", "libXdamage.so.1");
        renamed("libxext", "xorg.libXext", "libXext.so.6");
        renamed("libxfixes", "xorg.libXfixes", "libXfixes.so.3");
        renamed("libxi", "xorg.libXi", "libXi.so.6");
        renamed("libxinerama", "xorg.libXinerama", "libXinerama.so.1");
        renamed("libxkbfile", "xorg.libxkbfile", "libxkbfile.so.1");
        renamed("libxrandr", "xorg.libXrandr", "libXrandr.so.2");
        renamed("libxrender", "xorg.libXrender", "libXrender.so.1");
        renamed("libxt", "xorg.libXt", "libXt.so.6");
        renamed("libxtst", "xorg.libXtst", "libXtst.so.6");
    }

    private SystemLibraries() {}

    private static void add(String path, String... libraries) {
        for (String library : libraries) {
            ATTRIBUTES.put(library, new Attribute(path, Optional.empty()));
        }
    }

    /** Some have other names since 25.11 or 26.05, and releases since then warn of the old ones. */
    private static void renamed(String path, String older, String... libraries) {
        for (String library : libraries) {
            ATTRIBUTES.put(library, new Attribute(path, Optional.of(older)));
        }
    }

    /** The attribute path of the package of nixpkgs that has a library; empty where none is known. */
    public static Optional<String> attribute(String library) {
        return Optional.ofNullable(ATTRIBUTES.get(library)).map(Attribute::path);
    }

    /** The attribute path that older releases of nixpkgs have for it; empty where they have the same. */
    public static Optional<String> olderAttribute(String library) {
        return Optional.ofNullable(ATTRIBUTES.get(library)).flatMap(Attribute::older);
    }

    /** Whether a library is a part of the C library, which is there wherever Python is. */
    public static boolean isOfTheCLibrary(String library) {
        return C_LIBRARY.contains(library)
                || library.startsWith("ld-linux")
                || library.startsWith("ld64.so")
                || library.startsWith("ld-musl-")
                || library.startsWith("libc.musl-");
    }

    /** Whether a library comes with the driver of a graphics card. */
    public static boolean isOfTheDriver(String library) {
        return DRIVER.contains(library);
    }
}
