// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.python;

import java.util.AbstractSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The tags of a wheel file name, sorted; never changes.
 *
 * <p>A page has thousands of files and some dozens of tag sets, the same ones as the next page: each text is read once,
 * and its set is known by itself. Only so many are remembered, since an index may make up any number.
 */
final class TagSet extends AbstractSet<Tag> implements SortedSet<Tag> {
    /** An index has some hundred sets of tags. */
    static final int REMEMBERED = 4096;

    private static final Map<String, TagSet> READ = new ConcurrentHashMap<>();

    private final SortedSet<Tag> tags;
    private final int hash;

    private TagSet(SortedSet<Tag> tags) {
        this.tags = Collections.unmodifiableSortedSet(new TreeSet<>(tags));
        this.hash = this.tags.hashCode();
    }

    /** The same tags as a set that never changes. */
    static TagSet of(SortedSet<Tag> tags) {
        return tags instanceof TagSet same ? same : new TagSet(tags);
    }

    /** The tags that a file name has at an offset. */
    static TagSet parse(String tags, String whole, int offset) {
        @Nullable TagSet read = READ.get(tags);
        if (read == null) {
            read = new TagSet(Tag.parseSet(tags, whole, offset));
            remember(READ, tags, read);
        }
        return read;
    }

    /** Puts an entry, and forgets all others where they are many. */
    static <K, V> void remember(Map<K, V> map, K key, V value) {
        if (map.size() >= REMEMBERED) {
            map.clear();
        }
        map.put(key, value);
    }

    /** How many texts are remembered now. */
    static int remembered() {
        return READ.size();
    }

    @Override
    public Iterator<Tag> iterator() {
        return tags.iterator();
    }

    @Override
    public int size() {
        return tags.size();
    }

    @Override
    public boolean contains(Object tag) {
        return tags.contains(tag);
    }

    @Override
    public @Nullable Comparator<? super Tag> comparator() {
        return tags.comparator();
    }

    @Override
    public SortedSet<Tag> subSet(Tag from, Tag to) {
        return tags.subSet(from, to);
    }

    @Override
    public SortedSet<Tag> headSet(Tag to) {
        return tags.headSet(to);
    }

    @Override
    public SortedSet<Tag> tailSet(Tag from) {
        return tags.tailSet(from);
    }

    @Override
    public Tag first() {
        return tags.first();
    }

    @Override
    public Tag last() {
        return tags.last();
    }

    @Override
    public boolean equals(Object other) {
        return this == other || super.equals(other);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
