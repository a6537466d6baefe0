package dev.zeus.wheels.maven;

import dev.zeus.wheels.core.text.Printable;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.function.Consumer;
import org.apache.maven.plugin.logging.Log;

/**
 * Maven's log, behind the printer of terminals: whatever a message quotes, what goes out moves no terminal and holds no
 * secret of an address. A stack trace is text like any other, since it quotes what the exceptions quote.
 */
final class VisibleLog implements Log {
    private final Log log;

    VisibleLog(Log log) {
        this.log = log;
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
        print(log::warn, content);
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
        print(log::error, content);
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

    private static void print(Consumer<CharSequence> level, CharSequence content) {
        Printable.lines(content.toString()).forEach(level);
    }

    private static String trace(Throwable error) {
        StringWriter text = new StringWriter();
        error.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }
}
