package dev.zeus.wheels.core.wheel;

import dev.zeus.wheels.core.event.WheelsException;

/** A wheel that is no wheel: its archive, a hash or its metadata is wrong; another version may be sound. */
public class BrokenWheelException extends WheelsException {
    private static final long serialVersionUID = 1L;

    public BrokenWheelException(String code, String message, String hint) {
        super(code, message, hint);
    }
}
