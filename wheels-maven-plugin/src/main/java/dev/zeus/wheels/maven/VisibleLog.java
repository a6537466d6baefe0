// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.maven;

import dev.zeus.wheels.core.event.CodePages;
import dev.zeus.wheels.core.text.Printable;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.plugin.logging.Log;

/**
 * Maven's log, behind the printer of terminals: whatever a message quotes, what goes out moves no terminal and holds no
 * secret of an address. The first message of a code names its page. A stack trace is text like any other, since it
 * quotes what the exceptions quote.
 */
final class VisibleLog implements Log {
    private static final Pattern CODE = Pattern.compile("\\[wheels/([A-Z]\\d{3})] ");

    private final Log log;
    private final Set<String> linked;

    /** @param linked the codes whose page has been named, which is done once in a run of a goal */
    VisibleLog(Log log, Set<String> linked) {
        this.log = log;
        this.linked = linked;
    }

    @Override
    public boolean isDebugEnabled() {
        return log.isDebugEnabled();
    }

    @Override
    public void debug(CharSequence content) {
        if (log.isDebugEnabled()) {
            print(log::debug, content);
        }
    }

    @Override
    public void debug(CharSequence content, Throwable error) {
        debug(content);
        debug(error);
    }

    @Override
    public void debug(Throwable error) {
        if (log.isDebugEnabled()) {
            print(log::debug, trace(error));
        }
    }

    @Override
    public boolean isInfoEnabled() {
        return log.isInfoEnabled();
    }

    @Override
    public void info(CharSequence content) {
        print(log::info, content);
    }

    @Override
    public void info(CharSequence content, Throwable error) {
        info(content);
        info(error);
    }

    @Override
    public void info(Throwable error) {
        print(log::info, trace(error));
    }

    @Override
    public boolean isWarnEnabled() {
        return log.isWarnEnabled();
    }

    @Override
    public void warn(CharSequence content) {
        print(log::warn, linked(content));
    }

    @Override
    public void warn(CharSequence content, Throwable error) {
        warn(content);
        warn(error);
    }

    @Override
    public void warn(Throwable error) {
        print(log::warn, trace(error));
    }

    @Override
    public boolean isErrorEnabled() {
        return log.isErrorEnabled();
    }

    @Override
    public void error(CharSequence content) {
        print(log::error, linked(content));
    }

    @Override
    public void error(CharSequence content, Throwable error) {
        error(content);
        error(error);
    }

    @Override
    public void error(Throwable error) {
        print(log::error, trace(error));
    }

    /** The message of a problem, with the address of its code's page where that is new. */
    String linked(CharSequence content) {
        Matcher code = CODE.matcher(content);
        return code.lookingAt() && linked.add(code.group(1))
                ? content + "\n  see: " + CodePages.address(code.group(1))
                : content.toString();
    }

    private static void print(Consumer<CharSequence> level, CharSequence content) {
        for (String line : Printable.lines(content.toString())) {
            level.accept(line);
        }
    }

    private static String trace(Throwable error) {
        StringWriter text = new StringWriter();
        error.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }
}
