// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels;

/**
 * The declarations of one wheel set, as the annotation processor found them.
 *
 * <p>The processor generates one implementation per wheel set and lists it for {@link java.util.ServiceLoader}; it
 * holds data only, so that loading it runs no code of the user.
 */
public interface WheelRegistry {
    /** The version of this contract; a registry compiled against another one is refused. */
    int API_VERSION = 1;

    /** {@return the {@link #API_VERSION} that the registry was compiled against} */
    int apiVersion();

    /** {@return the wheel set with all its declarations} */
    WheelSetDeclaration wheelSet();
}
