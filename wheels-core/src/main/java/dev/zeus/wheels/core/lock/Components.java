// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.lock;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Map;

/** The components of records, so that what is done with all of them is done with those that are added. */
public final class Components {
    private Components() {}

    /** The values of a record by the names of its components, in their order. */
    public static Map<String, Object> of(Record record) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            try {
                values.put(component.getName(), component.getAccessor().invoke(record));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
        return values;
    }
}
