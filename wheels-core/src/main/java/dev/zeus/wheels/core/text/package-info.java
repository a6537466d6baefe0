/**
 * Foreign text on its way out: one printer for each place that it comes to, so that no place shows what hides, or keeps
 * what is secret.
 *
 * <p>{@link dev.zeus.wheels.core.text.Printable} is the printer of logs and terminals,
 * {@link dev.zeus.wheels.core.text.JsonText} that of JSON, {@link dev.zeus.wheels.core.text.NixText} that of Nix files;
 * TOML has escapes of its own in {@code core.lock}. {@link dev.zeus.wheels.core.text.DataTable} reads the tables of
 * this program. May touch nothing else of the core.
 */
@NullMarked
package dev.zeus.wheels.core.text;

import org.jspecify.annotations.NullMarked;
