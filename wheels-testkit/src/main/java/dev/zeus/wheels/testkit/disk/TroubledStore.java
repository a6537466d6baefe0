// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.testkit.disk;

import java.nio.file.FileStore;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.attribute.FileStoreAttributeView;

/** What a troubled disk says of its size. */
final class TroubledStore extends FileStore {
    private final TroubledDisk disk;

    TroubledStore(TroubledDisk disk) {
        this.disk = disk;
    }

    @Override
    public String name() {
        return "troubled";
    }

    @Override
    public String type() {
        return "troubled";
    }

    @Override
    public boolean isReadOnly() {
        return disk.isReadOnly();
    }

    @Override
    public long getTotalSpace() {
        return disk.capacity();
    }

    @Override
    public long getUsableSpace() {
        return disk.room();
    }

    @Override
    public long getUnallocatedSpace() {
        return disk.room();
    }

    @Override
    public boolean supportsFileAttributeView(Class<? extends FileAttributeView> type) {
        return false;
    }

    @Override
    public boolean supportsFileAttributeView(String name) {
        return false;
    }

    @Override
    @SuppressWarnings("NullAway") // the contract of the method: null where there is no such view
    public <V extends FileStoreAttributeView> V getFileStoreAttributeView(Class<V> type) {
        return null;
    }

    @Override
    public Object getAttribute(String attribute) {
        throw new UnsupportedOperationException(attribute);
    }
}
