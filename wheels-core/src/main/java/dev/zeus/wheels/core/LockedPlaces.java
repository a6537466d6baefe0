package dev.zeus.wheels.core;

import dev.zeus.wheels.SourceDeclaration;
import dev.zeus.wheels.SourceFormat;
import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.http.SafeUrl;
import dev.zeus.wheels.core.index.IndexSource;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;

/** How the lock says where a file is: by its address, or, in a folder beside the lock, by the way there. */
final class LockedPlaces {
    private final Set<String> besides;
    private final Path lockDirectory;

    LockedPlaces(WheelSetDeclaration set, Path lockDirectory) {
        this.besides = set.sources().stream()
                .filter(source ->
                        source.format() == SourceFormat.FLAT && !source.url().contains(":"))
                .map(SourceDeclaration::name)
                .collect(Collectors.toSet());
        this.lockDirectory = lockDirectory.toAbsolutePath().normalize();
    }

    /** The index that a package was found on; a folder is none. */
    URI index(IndexSource source) {
        return "file".equals(source.url().getScheme()) ? URI.create("") : source.url();
    }

    URI of(String source, URI file) {
        if (!besides.contains(source) || !"file".equals(file.getScheme())) {
            return SafeUrl.lasting(file);
        }
        String way = lockDirectory.relativize(Path.of(file)).toString().replace('\\', '/');
        try {
            return new URI(null, null, way, null);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
