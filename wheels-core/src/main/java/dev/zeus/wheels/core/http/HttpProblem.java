// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.http;

import dev.zeus.wheels.core.event.Meaning;
import dev.zeus.wheels.core.event.ProblemKind;

/** Trouble with servers, the cache of their answers, logins and proxies. */
public enum HttpProblem implements ProblemKind {
    UNWRITABLE_CACHE(
            "E101",
            "A download cannot be written",
            "The disk of the cache is full, or the directory is not writable. Make room or correct the "
                    + "permissions."),
    DAMAGED_CACHE(
            "E102",
            "Something in the cache is damaged",
            "What the cache holds is not what was stored, and is fetched again. Look at the disk if it happens again."),
    UNUSABLE_CACHE(
            "E119",
            "The cache cannot be used",
            "The cache cannot be written, and the run goes on without it: what it fetches is fetched again by the "
                    + "next. Make room, or correct the permissions."),
    UNTRUSTED_CACHE(
            "E115",
            "The cache may have been written by others",
            "Another user can write to the cache directory, or to one above it, so that nothing is read from "
                    + "it. Correct its permissions, or name another directory."),
    UNPRUNED_CACHE(
            "E116",
            "The cache cannot be read or pruned",
            "Its files belong to another user, or its disk has trouble. Correct the permissions."),
    NO_CACHE(
            "E117",
            "Not a cache of Zeus Wheels",
            "The directory has no CACHEDIR.TAG of Zeus Wheels, and nothing in it is removed. Name the cache "
                    + "that the builds use."),
    FOREIGN_CACHE(
            "E118",
            "The directory cannot become a cache",
            "The directory holds files that are not from Zeus Wheels, and a cache would mix with them. Name a "
                    + "new or an empty directory."),
    BAD_NETRC(
            "E403",
            "The netrc file is malformed or unreadable",
            "Logins are read from ~/.netrc or the file that NETRC names. Each entry is machine HOST login "
                    + "NAME password WORD."),
    BAD_HTTP_SETTING(
            "E404",
            "A network setting is out of its range",
            "Limits and timeouts are whole numbers within a range; docs/limits.md lists them. Give a number "
                    + "in the range."),
    BAD_PROXY(
            "E405",
            "A proxy of settings.xml is malformed",
            "A <proxy> has a host name without a scheme, and a port. Correct <host> and <port>."),
    UNREACHABLE(
            "X301",
            "The server cannot be reached",
            "The name has no address, or no connection was made. Check the network and the source's address; "
                    + "with a warm cache -o works without it, but for wheels:audit."),
    SERVER_ERROR(
            "X302",
            "The server is in trouble",
            "The server answered with an error of its own (5xx) each time it was asked. Nothing was changed; "
                    + "try again later."),
    TOO_SLOW(
            "X303",
            "The server is too slow",
            "The server went silent, or sent less than the least rate. Try again later, or change the timeouts."),
    BROKEN_CONNECTION(
            "X304",
            "The connection broke",
            "The answer ended before all of it was there, each time it was asked for. Try again; if it stays "
                    + "so, look at proxies and firewalls."),
    TOO_LARGE(
            "X305",
            "The answer is too large",
            "The answer is larger than the limit for what was asked. No honest answer is that large; look at "
                    + "what the address serves."),
    BAD_REDIRECT(
            "X306",
            "A redirect is not followed",
            "The server redirects without end, to an unreadable address, or from https to http. Correct the "
                    + "address, or tell those who run the index."),
    UNTRUSTED_TLS(
            "X307",
            "No trusted TLS connection",
            "The certificate is expired, of another host, or from an issuer that the JDK does not trust. "
                    + "Check the clock, or add the issuer to the trust store."),
    NOT_CACHED(
            "X308",
            "Offline, and not in the cache",
            "The run is offline (-o) and asks for something that was never fetched. Run it once without -o."),
    ASKED_TO_WAIT(
            "X309",
            "The server asks to wait longer than a run does",
            "The server limits how often it may be asked (429 or 503 with Retry-After). Wait as long as it says."),
    FORBIDDEN_ADDRESS(
            "X310",
            "The address is not followed",
            "Only http and https addresses are followed, plain http only to declared sources, and this "
                    + "machine and its folders only where a source declares them."),
    NOT_HTTP(
            "X311",
            "Something else than an HTTP server answered",
            "Something answers at the address in another language than HTTP. Check the port, and whether a "
                    + "captive portal is between."),
    INTERRUPTED(
            "X312",
            "Interrupted while waiting for a server",
            "The run was interrupted while it waited. Nothing was changed; run it again."),
    PROXY_TROUBLE(
            "X313",
            "The proxy does not let the request through",
            "The proxy of settings.xml cannot be reached, wants a login, or refuses the host. Correct the "
                    + "<proxy>, or name the host in <nonProxyHosts>."),
    UNREADABLE_FILE(
            "X314",
            "A file of a folder source cannot be read",
            "A wheel of a declared folder is not readable, or changed while it was read. Look at the file and "
                    + "its permissions.");

    private final Meaning meaning;

    HttpProblem(String code, String title, String explanation) {
        this.meaning = new Meaning(code, title, explanation);
    }

    @Override
    public Meaning meaning() {
        return meaning;
    }
}
