// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.index;

import java.util.List;
import java.util.Optional;

/**
 * A project page as it is written, before anything in it is believed.
 *
 * @param apiVersion the repository version, {@code 1.0} where the page does not say
 * @param name the project's name, where the page says
 * @param base what relative addresses are relative to, where the page says
 * @param files the files it lists
 * @param status the status marker, where the page says
 * @param statusReason why
 * @param form whether there is a form on the page, as on one that asks for a password
 */
record Listing(
        String apiVersion,
        Optional<String> name,
        Optional<String> base,
        List<ListedFile> files,
        Optional<String> status,
        Optional<String> statusReason,
        boolean form) {

    /** A listing that says nothing but its files. */
    static Listing ofFiles(List<ListedFile> files) {
        return new Listing("1.0", Optional.empty(), Optional.empty(), files, Optional.empty(), Optional.empty(), false);
    }

    /** The same page with these files alone. */
    Listing with(List<ListedFile> others) {
        return new Listing(apiVersion, name, base, others, status, statusReason, form);
    }

    /** A page that is not what its content type promises; the message says why. */
    static final class UnreadableException extends Exception {
        private static final long serialVersionUID = 1L;

        UnreadableException(String why) {
            super(why);
        }
    }
}
