// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.testkit.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;

/** An open file of a troubled disk: writes what there is room for, and locks only where there are locks. */
final class TroubledChannel extends FileChannel {
    private final TroubledDisk disk;
    private final FileChannel real;

    TroubledChannel(TroubledDisk disk, FileChannel real) {
        this.disk = disk;
        this.real = real;
    }

    /** One way to write. */
    @FunctionalInterface
    private interface Writing {
        int write(ByteBuffer source) throws IOException;
    }

    private int limited(ByteBuffer source, Writing writing) throws IOException {
        int wanted = source.remaining();
        int fitting = (int) Math.min(wanted, disk.room());
        if (fitting == 0 && wanted > 0) {
            throw new IOException("No space left on device");
        }
        int end = source.limit();
        source.limit(source.position() + fitting);
        try {
            return writing.write(source);
        } finally {
            source.limit(end);
        }
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        return limited(source, real::write);
    }

    @Override
    public int write(ByteBuffer source, long position) throws IOException {
        return limited(source, part -> real.write(part, position));
    }

    @Override
    public long write(ByteBuffer[] sources, int offset, int length) throws IOException {
        return write(sources[offset]);
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long position, long count) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(count, 8192));
        int read = source.read(bytes);
        return read <= 0 ? 0 : write(bytes.flip(), position);
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
        if (!disk.locking()) {
            throw new IOException("No locks available");
        }
        return real.tryLock(position, size, shared);
    }

    @Override
    public FileLock lock(long position, long size, boolean shared) throws IOException {
        if (!disk.locking()) {
            throw new IOException("No locks available");
        }
        return real.lock(position, size, shared);
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        return real.read(target);
    }

    @Override
    public int read(ByteBuffer target, long position) throws IOException {
        return real.read(target, position);
    }

    @Override
    public long read(ByteBuffer[] targets, int offset, int length) throws IOException {
        return real.read(targets, offset, length);
    }

    @Override
    public long position() throws IOException {
        return real.position();
    }

    @Override
    public FileChannel position(long position) throws IOException {
        real.position(position);
        return this;
    }

    @Override
    public long size() throws IOException {
        return real.size();
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
        real.truncate(size);
        return this;
    }

    @Override
    public void force(boolean metadata) throws IOException {
        real.force(metadata);
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel target) throws IOException {
        return real.transferTo(position, count, target);
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long position, long size) throws IOException {
        return real.map(mode, position, size);
    }

    @Override
    protected void implCloseChannel() throws IOException {
        real.close();
    }
}
