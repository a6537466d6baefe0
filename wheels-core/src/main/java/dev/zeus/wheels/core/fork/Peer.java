// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.fork;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import jdk.net.ExtendedSocketOptions;

/** What is at the other end of a socket. */
final class Peer {
    private Peer() {}

    /** Whether it is a process of this user, as the system knows; the rights of directories are no other proof. */
    static boolean isOf(UserPrincipal user, SocketChannel socket) throws IOException {
        return socket.supportedOptions().contains(ExtendedSocketOptions.SO_PEERCRED)
                && socket.getOption(ExtendedSocketOptions.SO_PEERCRED).user().equals(user);
    }

    /** Whether it says something within a time, or closes the socket. */
    static boolean speaks(SocketChannel socket, Duration patience) throws IOException {
        socket.configureBlocking(false);
        try (Selector selector = Selector.open()) {
            socket.register(selector, SelectionKey.OP_READ);
            if (selector.select(patience.toMillis()) == 0) {
                return false;
            }
        }
        socket.configureBlocking(true);
        return true;
    }
}
