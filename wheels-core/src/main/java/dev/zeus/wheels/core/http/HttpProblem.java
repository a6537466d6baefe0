// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.http;

import dev.zeus.wheels.core.event.Meaning;
import dev.zeus.wheels.core.event.ProblemKind;

/** Trouble with servers, the cache of their answers, logins and proxies. */
public enum HttpProblem implements ProblemKind {
    UNWRITABLE_CACHE(
            "E101",
            "A download cannot be written",
            "The disk of the cache is full, or the directory is not writable. Make room, or correct the "
                    + "permissions."),
    DAMAGED_CACHE(
            "E102",
            "A cache entry is damaged",
            "The entry is not what was stored, so it is fetched again. If this happens again, check the " + "disk."),
    UNUSABLE_CACHE(
            "E119",
            "The cache cannot be used",
            "The cache cannot be written, so the run continues without it, and the next run fetches "
                    + "everything again. Make room, or correct the permissions."),
    UNTRUSTED_CACHE(
            "E115",
            "The cache may have been written by others",
            "Another user can write to the cache directory or to one above it, so nothing is read from it. "
                    + "Correct its permissions, or name another directory."),
    UNPRUNED_CACHE(
            "E116",
            "The cache cannot be read or pruned",
            "Its files belong to another user, or its disk has a problem. Correct the permissions."),
    NO_CACHE(
            "E117",
            "Not a cache of Zeus Wheels",
            "The directory has no CACHEDIR.TAG of Zeus Wheels, so nothing in it is removed. Name the cache "
                    + "that the builds use."),
    FOREIGN_CACHE(
            "E118",
            "The directory cannot become a cache",
            "The directory contains files that are not from Zeus Wheels, and a cache would mix with them. "
                    + "Name a new or an empty directory."),
    BAD_NETRC(
            "E403",
            "The netrc file is malformed or unreadable",
            "Logins are read from ~/.netrc, or from the file that NETRC names. Each entry has the form: "
                    + "machine HOST login NAME password WORD."),
    BAD_HTTP_SETTING(
            "E404",
            "A network setting is out of range",
            "Limits and timeouts are whole numbers within a range; docs/limits.md lists them. Give a number "
                    + "in the range."),
    BAD_PROXY(
            "E405",
            "A proxy in settings.xml is malformed",
            "A <proxy> has a host name without a scheme, and a port. Correct <host> and <port>."),
    UNREACHABLE(
            "X301",
            "The server cannot be reached",
            "The name has no address, or no connection was made. Check the network and the source's "
                    + "address. With a warm cache, every goal except wheels:audit works with -o."),
    SERVER_ERROR(
            "X302",
            "The server reports an error",
            "The server answered every attempt with an error of its own (5xx). Nothing was changed; try "
                    + "again later."),
    TOO_SLOW(
            "X303",
            "The server is too slow",
            "The server went silent, or sent less than the least rate. Try again later, or change the timeouts."),
    BROKEN_CONNECTION(
            "X304",
            "The connection broke",
            "Every attempt ended before the answer was complete. Try again; if it persists, check proxies "
                    + "and firewalls."),
    TOO_LARGE(
            "X305",
            "The answer is too large",
            "The answer is larger than the limit for this kind of request. No legitimate answer is that "
                    + "large; check what the address serves."),
    BAD_REDIRECT(
            "X306",
            "A redirect is not followed",
            "The server redirects endlessly, to an unreadable address, or from https to http. Correct the "
                    + "address, or tell the operators of the index."),
    UNTRUSTED_TLS(
            "X307",
            "No trusted TLS connection",
            "The certificate is expired, for another host, or from an issuer that the JDK does not trust. "
                    + "Check the clock, or add the issuer to the trust store."),
    NOT_CACHED(
            "X308",
            "Offline, and not in the cache",
            "The run is offline (-o) and needs something that was never fetched. Run once without -o."),
    ASKED_TO_WAIT(
            "X309",
            "The server asks for too long a wait",
            "The server limits requests (429 or 503 with Retry-After), and asks for a longer wait than a "
                    + "run allows. Wait as long as it says."),
    FORBIDDEN_ADDRESS(
            "X310",
            "The address is not followed",
            "Only http and https addresses are followed. Plain http works only for declared sources, and "
                    + "this machine and its folders only if a source declares them."),
    NOT_HTTP(
            "X311",
            "The answer of the server is unusable",
            "Something at this address answers with a protocol error or with an unusable status. Check the "
                    + "port, and whether a captive portal is in the way."),
    INTERRUPTED(
            "X312",
            "Interrupted while waiting for a server",
            "The run was interrupted while it waited. Nothing was changed; run it again."),
    PROXY_TROUBLE(
            "X313",
            "The proxy does not let the request through",
            "The proxy in settings.xml cannot be reached, requires a login, or refuses the host. Correct "
                    + "the <proxy>, or name the host in <nonProxyHosts>."),
    UNREADABLE_FILE(
            "X314",
            "A file of a folder source cannot be read",
            "A wheel in a declared folder is not readable, or changed while it was read. Check the file and "
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
