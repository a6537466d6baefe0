// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.core.contract.Case;
import dev.zeus.wheels.testkit.Answer;
import java.util.List;

/**
 * A server in trouble, and what the client makes of it.
 *
 * @param number the fault's in the list of faults
 * @param requests how many requests the server sees
 * @param expected the status and the text that arrive, or the code of the problem and a part of its message
 * @param script the server's answers, one each, the last of them for ever
 */
record Trouble(int number, String given, int requests, String expected, List<Answer> script) implements Case {
    static Trouble of(int number, String given, int requests, String expected, Answer... script) {
        return new Trouble(number, given, requests, expected, List.of(script));
    }

    @Override
    public String id() {
        return "fault " + number;
    }

    @Override
    public String outcome() {
        String after = requests == 1 ? "" : " with request " + requests;
        if (isProblem()) {
            return expected + (requests == 1 ? "; not tried again" : "; " + requests + " requests");
        }
        int status = Integer.parseInt(expected.substring(0, 3));
        return status < 300 ? "succeeds" + after : "status " + status + " for the reader; not tried again";
    }

    private boolean isProblem() {
        return expected.startsWith("X");
    }

    /** Asserts that a run ended as it should. */
    void judge(String result, HttpFixture fixture) {
        if (isProblem()) {
            assertThat(result)
                    .startsWith("[wheels/" + expected.substring(0, 4) + "]")
                    .contains(expected.substring(5))
                    .contains("/simple/demo/")
                    .contains("hint: ");
        } else {
            assertThat(result).isEqualTo(expected);
        }
        assertThat(fixture.server.received()).hasSize(requests);
    }

    @Override
    public String toString() {
        return id() + ": " + given;
    }
}
