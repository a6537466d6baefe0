// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.report;

/**
 * The result of a run that found nothing to do and had nothing to say: the same text as a {@link RunResult}, without
 * the library of JSON, which takes longer to be loaded than all else in such a run.
 */
public final class NothingDone {
    private NothingDone() {}

    /** The document of a goal that changes packages and files, for a run that did not. */
    public static String text(String goal, RunRecord record) {
        return "{\n"
                + "  \"schema\" : " + RunResult.SCHEMA + ",\n"
                + "  \"goal\" : \"" + goal + "\",\n"
                + "  \"outcome\" : \"ok\",\n"
                + "  \"packages\" : [ ],\n"
                + "  \"files\" : { },\n"
                + "  \"warnings\" : [ ],\n"
                + "  \"milliseconds\" : " + record.time().toMillis() + ",\n"
                + "  \"requests\" : 0,\n"
                + "  \"bytes\" : 0,\n"
                + "  \"tasks\" : [ ]\n"
                + "}\n";
    }
}
