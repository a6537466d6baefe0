// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels;

/**
 * What an environment is made into besides an interpreter and a shell, such as {@code new
 * ApplicationDeclaration("black", List.of("black"), List.of())}.
 */
public sealed interface EnvironmentPart
        permits ApplicationDeclaration,
                ContainerImageDeclaration,
                HomeModuleDeclaration,
                KernelDeclaration,
                PipBridgeDeclaration,
                ProjectDeclaration,
                ScriptDeclaration,
                SystemServiceDeclaration {
    /** {@return its name, which no other part of its kind has in the environment} */
    String name();
}
