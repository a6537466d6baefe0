// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import java.io.PrintWriter;
import java.io.StringWriter;
import javax.annotation.processing.ProcessingEnvironment;
import javax.tools.Diagnostic;

/** A bug of the processor, said as such: an exception would end the compiler. */
final class Crash {
    private Crash() {}

    static void reported(ProcessingEnvironment environment, Runnable processing) {
        try {
            processing.run();
        } catch (RuntimeException e) {
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            environment
                    .getMessager()
                    .printMessage(
                            Diagnostic.Kind.ERROR,
                            CompilationProblem.CRASH.said(trace.toString().stripTrailing()));
        }
    }
}
