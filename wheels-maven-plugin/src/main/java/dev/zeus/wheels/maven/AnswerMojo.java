// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.maven;

import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.question.LockQuery;
import dev.zeus.wheels.core.setup.AnswerFormat;
import org.apache.maven.plugins.annotations.Parameter;

/** A goal that answers a question about the lock, on standard output. */
@SuppressWarnings("NullAway.Init") // Maven fills the parameters in before execute()
abstract class AnswerMojo extends WheelsMojo {

    /** {@code text} or {@code json}. */
    @Parameter(property = "wheels.format", defaultValue = "text")
    private String format;

    @Override
    final boolean isAnswer() {
        return true;
    }

    @Override
    final void run(WheelSetDeclaration set) {
        AnswerFormat written = AnswerFormat.parse(format);
        LockQuery query = new LockQuery(set, outputDirectory(), sourceRoots());
        StandardOutput.print(watched(progress -> answer(query, written, progress)));
    }

    abstract String answer(LockQuery query, AnswerFormat written, ConsoleProgress progress);
}
