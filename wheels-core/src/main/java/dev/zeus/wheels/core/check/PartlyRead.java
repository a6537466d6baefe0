// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.check;

import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.core.event.WheelsEvent;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.core.lock.LockedWheel;
import dev.zeus.wheels.core.wheel.BrokenWheelException;
import dev.zeus.wheels.core.wheel.RemoteBytes;
import dev.zeus.wheels.core.wheel.WheelArchive;
import dev.zeus.wheels.core.wheel.WheelEntry;
import dev.zeus.wheels.core.wheel.WheelStore;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Looks into large wheels on their server: their directory and their metadata are fetched, and nothing else.
 *
 * <p>What takes all bytes to be known (digest, hidden bytes, the truth of {@code RECORD}, compiled files) is not run,
 * even where nothing contradicts it so far. A wheel that looks wrong is left to those who read all of it, since only
 * the bytes that are locked can be blamed; the bytes here are those that a server sends.
 */
final class PartlyRead {
    /** Larger files of .dist-info are fetched only if a check asks for them. */
    private static final long TEXT = 1 << 20;

    private final WheelStore store;
    private final WheelReading reading;
    private final EventSink events;

    PartlyRead(WheelStore store, WheelReading reading, EventSink events) {
        this.store = store;
        this.reading = reading;
        this.events = events;
    }

    /** A wheel of which parts suffice; empty where it must be read whole. */
    Optional<CheckedWheel> of(LockedPackage locked, LockedWheel wheel) {
        String name = wheel.filename().text();
        boolean small = wheel.size().isPresent() && wheel.size().getAsLong() < reading.partsFrom();
        if (small || !isOnServer(wheel.url()) || store.has(wheel.url(), wheel.sha256())) {
            return Optional.empty();
        }
        try {
            RemoteBytes bytes = store.parts(wheel.url(), name);
            boolean expected = wheel.size().orElse(bytes.size()) == bytes.size();
            return expected && bytes.size() >= reading.partsFrom()
                    ? Optional.of(lookInto(locked, wheel, bytes))
                    : Optional.empty();
        } catch (RemoteBytes.NoRangesException e) {
            events.accept(new WheelsEvent.Warned(new Problem(
                    CheckProblem.NO_RANGES,
                    "\"" + name + "\" cannot be read in parts; fetching all of it",
                    "nothing to do: its server does not answer ranges; wheels.check.read=whole does not ask for any")));
            return Optional.empty();
        } catch (BrokenWheelException e) {
            events.accept(new WheelsEvent.Noted(
                    "\"" + name + "\" looks broken in parts; fetching all of it: " + e.getMessage()));
            return Optional.empty();
        } catch (WheelsException e) {
            // The one who fetches all of it reports why that fails.
            return Optional.empty();
        }
    }

    /** Whether it is far away: a file of a folder has neither a host nor, in a lock, a scheme. */
    private static boolean isOnServer(URI url) {
        return url.getHost() != null;
    }

    private static CheckedWheel lookInto(LockedPackage locked, LockedWheel wheel, RemoteBytes bytes) {
        WheelArchive archive = WheelArchive.of(bytes);
        String name = wheel.filename().text();
        Check.asked(Asking.OfArchive.class)
                .values()
                .forEach(asked -> require(asked.parts().apply(archive, wheel.filename())));
        // All that is asked later, so that the count below is final.
        for (WheelEntry entry : archive.entries()) {
            if (entry.path().startsWith(archive.distInfo()) && entry.size() <= TEXT) {
                archive.read(entry, TEXT);
            }
        }
        Outcome unknown = new Outcome.NotRun("only " + (bytes.fetched() >> 10) + " KiB of the " + (bytes.size() >> 20)
                + " MiB of \"" + name + "\" were read; -Dwheels.check.read=whole reads all of it");
        return new CheckedWheel(
                locked, wheel, Optional.empty(), Optional.of(archive), Check.ofParts(unknown), Optional.empty());
    }

    private static void require(List<Problem> problems) {
        problems.forEach(each -> {
            throw new BrokenWheelException(each);
        });
    }
}
