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
        add("xcb-util-cursor", "libxcb-cursor.so.0");
        add("wayland", "libwayland-client.so.0", "libwayland-cursor.so.0", "libwayland-egl.so.1");
        add("alsa-lib", "libasound.so.2");
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
        add("libpulseaudio", "libpulse.so.0");
        add("libsndfile", "libsndfile.so.1");
        add("libusb1", "libusb-1.0.so.0");
        add("libxcrypt", "libcrypt.so.2");
        add("libxcrypt-legacy", "libcrypt.so.1");
        add("nspr", "libnspr4.so");
        add("nss", "libnss3.so", "libnssutil3.so", "libsmime3.so");
        add("openssl", "libcrypto.so.3", "libssl.so.3");
        add("portaudio", "libportaudio.so.2");
        add("sqlite", "libsqlite3.so.0");
        add("tbb", "libtbb.so.12");
        add("udev", "libudev.so.1");
        add("util-linux", "libuuid.so.1");
        add("xz", "liblzma.so.5");
        add("zlib", "libz.so.1");
        add("zstd", "libzstd.so.1");
        x11("libice", "libICE", "libICE.so.6");
        x11("libsm", "libSM", "libSM.so.6");
        x11("libx11", "libX11", "libX11.so.6", "libX11-xcb.so.1");
        x11("libxau", "libXau", "libXau.so.6");
        x11("libxcb", "libxcb", "libxcb.so.1", "libxcb-glx.so.0", "libxcb-randr.so.0", "libxcb-render.so.0");
        x11("libxcb", "libxcb", "libxcb-shape.so.0", "libxcb-shm.so.0", "libxcb-sync.so.1", "libxcb-xfixes.so.0");
        x11("libxcb", "libxcb", "libxcb-xkb.so.1");
        x11("libxcb-image", "xcbutilimage", "libxcb-image.so.0");
        x11("libxcb-keysyms", "xcbutilkeysyms", "libxcb-keysyms.so.1");
        x11("libxcb-render-util", "xcbutilrenderutil", "libxcb-render-util.so.0");
        x11("libxcb-util", "xcbutil", "libxcb-util.so.1");
        x11("libxcb-wm", "xcbutilwm", "libxcb-icccm.so.4");
        x11("libxcomposite", "libXcomposite", "libXcomposite.so.1");
        x11("libxcursor", "libXcursor", "libXcursor.so.1");
        x11("libxdamage", "libXdamage", "libXdamage.so.1");
        x11("libxext", "libXext", "libXext.so.6");
        x11("libxfixes", "libXfixes", "libXfixes.so.3");
        x11("libxi", "libXi", "libXi.so.6");
        x11("libxinerama", "libXinerama", "libXinerama.so.1");
        x11("libxkbfile", "libxkbfile", "libxkbfile.so.1");
        x11("libxrandr", "libXrandr", "libXrandr.so.2");
        x11("libxrender", "libXrender", "libXrender.so.1");
        x11("libxt", "libXt", "libXt.so.6");
        x11("libxtst", "libXtst", "libXtst.so.6");
    }

    private SystemLibraries() {}

    private static void add(String path, String... libraries) {
        for (String library : libraries) {
            ATTRIBUTES.put(library, new Attribute(path, Optional.empty()));
        }
    }

    /** Until 25.11 these were in a set of their own, which later releases warn of. */
    private static void x11(String name, String older, String... libraries) {
        for (String library : libraries) {
            ATTRIBUTES.put(library, new Attribute(name, Optional.of("xorg." + older)));
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
