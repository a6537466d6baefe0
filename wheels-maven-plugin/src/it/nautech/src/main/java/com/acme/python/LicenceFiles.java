package com.acme.python;

import dev.zeus.wheels.InspectedWheel;
import dev.zeus.wheels.WheelInspection;
import java.util.List;
import java.util.Locale;

/** Refuses wheels without a licence file. */
public final class LicenceFiles implements WheelInspection {
    @Override
    public String name() {
        return "licence-files";
    }

    @Override
    public List<String> problems(InspectedWheel wheel) {
        boolean found = wheel.paths().stream().anyMatch(path -> path.toUpperCase(Locale.ROOT).contains("LICEN"));
        return found ? List.of() : List.of("has no licence file");
    }
}
