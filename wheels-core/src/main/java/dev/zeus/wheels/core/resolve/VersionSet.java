// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.resolve;

import java.util.BitSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * An immutable set of what may become of one package: absence, or one of the finitely many versions on its page.
 *
 * <p>Absence is a member like any other. So a requirement and its negation are plain sets, and the solver's whole
 * arithmetic is intersection, union and complement. Versions are numbered from 0, oldest first.
 */
final class VersionSet {
    private static final int ABSENT = 0;

    private final BitSet bits;
    private final int size;

    private VersionSet(BitSet bits, int size) {
        this.bits = bits;
        this.size = size;
    }

    /** Absence only, of a package with so many versions. */
    static VersionSet absent(int versions) {
        BitSet bits = new BitSet();
        bits.set(ABSENT);
        return new VersionSet(bits, versions + 1);
    }

    /** Every version, but not absence. */
    static VersionSet all(int versions) {
        return absent(versions).complement();
    }

    /** Nothing at all, of a package with so many versions. */
    static VersionSet none(int versions) {
        return new VersionSet(new BitSet(), versions + 1);
    }

    /** Some of the versions. */
    static VersionSet of(int versions, IntStream members) {
        BitSet bits = new BitSet();
        members.forEach(version -> bits.set(version + 1));
        return new VersionSet(bits, versions + 1);
    }

    static VersionSet of(int versions, int member) {
        BitSet bits = new BitSet();
        bits.set(member + 1);
        return new VersionSet(bits, versions + 1);
    }

    /** Those of the versions that a rule admits. */
    static VersionSet where(int versions, IntPredicate rule) {
        BitSet bits = new BitSet();
        for (int version = 0; version < versions; version++) {
            if (rule.test(version)) {
                bits.set(version + 1);
            }
        }
        return new VersionSet(bits, versions + 1);
    }

    VersionSet and(VersionSet other) {
        BitSet result = copy();
        result.and(other.bits);
        return new VersionSet(result, size);
    }

    VersionSet or(VersionSet other) {
        BitSet result = copy();
        result.or(other.bits);
        return new VersionSet(result, size);
    }

    VersionSet minus(VersionSet other) {
        BitSet result = copy();
        result.andNot(other.bits);
        return new VersionSet(result, size);
    }

    VersionSet complement() {
        BitSet result = copy();
        result.flip(0, size);
        return new VersionSet(result, size);
    }

    boolean within(VersionSet other) {
        for (int first = bits.nextSetBit(0); first >= 0; ) {
            int end = bits.nextClearBit(first);
            if (other.bits.nextClearBit(first) < end) {
                return false;
            }
            first = bits.nextSetBit(end);
        }
        return true;
    }

    boolean meets(VersionSet other) {
        return bits.intersects(other.bits);
    }

    boolean isEmpty() {
        return bits.isEmpty();
    }

    /** Whether nothing is excluded, absence included. */
    boolean isFull() {
        return bits.cardinality() == size;
    }

    boolean allowsAbsence() {
        return bits.get(ABSENT);
    }

    boolean contains(int version) {
        return bits.get(version + 1);
    }

    /** How many versions are in it. */
    int count() {
        return bits.cardinality() - (allowsAbsence() ? 1 : 0);
    }

    /** Its versions, oldest first. */
    IntStream versions() {
        return bits.stream().filter(bit -> bit != ABSENT).map(bit -> bit - 1);
    }

    /** Its first version from some number on; -1 if there is none. */
    int next(int from) {
        int bit = bits.nextSetBit(from + 1);
        return bit < 0 ? -1 : bit - 1;
    }

    private BitSet copy() {
        return (BitSet) bits.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VersionSet set && size == set.size && bits.equals(set.bits);
    }

    @Override
    public int hashCode() {
        return bits.hashCode();
    }

    @Override
    public String toString() {
        return bits.toString();
    }
}
