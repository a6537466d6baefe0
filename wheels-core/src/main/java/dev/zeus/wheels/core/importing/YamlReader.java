// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.importing;

import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.toml.LineTable;
import dev.zeus.wheels.core.toml.LineTable.Item;
import dev.zeus.wheels.core.toml.LineTable.LineArray;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads YAML as tools write it, with the line of each value. What only people write is refused: aliases, which make
 * much of little, and tags, which make anything of it.
 *
 * <p>Standard: YAML 1.2; a plain {@code true} or {@code false} is a truth value, everything else is text.
 */
final class YamlReader {
    /** conda-lock.yml nests a handful of levels; the bound protects the stack. */
    private static final int DEEPEST = 100;

    /** No more than ForeignText reads. */
    private static final int LARGEST = 16 << 20;

    private final ForeignText file;
    private final Iterator<Event> events;
    private int line = 1;

    private YamlReader(ForeignText file, Iterator<Event> events) {
        this.file = file;
        this.events = events;
    }

    /**
     * Reads a file.
     *
     * @throws dev.zeus.wheels.core.event.WheelsException I103 if it is not a mapping of YAML
     */
    static ForeignTable parse(ForeignText file) {
        LoadSettings settings = LoadSettings.builder()
                .setCodePointLimit(LARGEST)
                .setAllowDuplicateKeys(false)
                .build();
        YamlReader reader = new YamlReader(
                file, new Parse(settings).parseString(file.text()).iterator());
        try {
            return reader.document();
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(Mark::getLine).orElse(reader.line - 1) + 1;
            throw ImportProblems.malformed(file.at(line), "no YAML: " + e.getProblem());
        } catch (YamlEngineException e) {
            throw ImportProblems.malformed(file.at(reader.line), "no YAML: " + e.getMessage());
        }
    }

    private Event next() {
        Event event = events.next();
        event.getStartMark().ifPresent(mark -> line = mark.getLine() + 1);
        return event;
    }

    private ForeignTable document() {
        next();
        if (next().getEventId() != Event.ID.DocumentStart) {
            throw noMapping();
        }
        Event mapping = next();
        int begin = line;
        if (!(content(mapping, 0).orElse("") instanceof LineTable table)) {
            throw noMapping();
        }
        next();
        if (next().getEventId() != Event.ID.StreamEnd) {
            throw ImportProblems.malformed(file.at(line), "another document follows");
        }
        return new ForeignTable(file, table, begin);
    }

    private WheelsException noMapping() {
        return ImportProblems.malformed(file.at(1), "no mapping of YAML");
    }

    /** A value; empty for one that is null. */
    private Optional<Object> content(Event event, int depth) {
        if (depth > DEEPEST) {
            throw ImportProblems.tooDeep(file.at(line));
        }
        if (event instanceof AliasEvent
                || (event instanceof NodeEvent node && node.getAnchor().isPresent())) {
            throw ImportProblems.malformed(file.at(line), "it has an anchor or an alias, which no lock has");
        }
        if (event instanceof MappingStartEvent start) {
            untagged(start.getTag());
            return Optional.of(table(depth));
        }
        if (event instanceof SequenceStartEvent start) {
            untagged(start.getTag());
            List<Item> values = new ArrayList<>();
            for (Event each = next(); each.getEventId() != Event.ID.SequenceEnd; each = next()) {
                int at = line;
                content(each, depth + 1).ifPresent(value -> values.add(new Item(value, at)));
            }
            return Optional.of(new LineArray(values));
        }
        ScalarEvent scalar = (ScalarEvent) event;
        untagged(scalar.getTag());
        return scalar.isPlain() ? plain(scalar.getValue()) : Optional.of(scalar.getValue());
    }

    private static Optional<Object> plain(String text) {
        return switch (text) {
            case "", "~", "null" -> Optional.empty();
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.of(text);
        };
    }

    private void untagged(Optional<String> tag) {
        if (tag.isPresent()) {
            throw ImportProblems.malformed(file.at(line), "it has a tag, which no lock has");
        }
    }

    private LineTable table(int depth) {
        Map<String, Item> values = new LinkedHashMap<>();
        for (Event event = next(); event.getEventId() != Event.ID.MappingEnd; event = next()) {
            if (!(event instanceof ScalarEvent key)) {
                throw ImportProblems.malformed(file.at(line), "a key is no text");
            }
            content(event, depth + 1);
            int at = line;
            if (values.containsKey(key.getValue())) {
                throw ImportProblems.malformed(file.at(at), "\"" + key.getValue() + "\" is there twice");
            }
            content(next(), depth + 1).ifPresent(value -> values.put(key.getValue(), new Item(value, at)));
        }
        return new LineTable(values);
    }
}
