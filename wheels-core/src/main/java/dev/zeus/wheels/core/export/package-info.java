/**
 * A lock as the files that other tools read: {@link dev.zeus.wheels.core.export.RequirementsExport} for pip and uv,
 * {@link dev.zeus.wheels.core.export.BillOfMaterials} and {@link dev.zeus.wheels.core.export.SpdxDocument} for those
 * who ask what is in it.
 *
 * <p>Pure: a lock and a choice of its targets give a text. Reads no file and asks no network.
 */
@NullMarked
package dev.zeus.wheels.core.export;

import org.jspecify.annotations.NullMarked;
