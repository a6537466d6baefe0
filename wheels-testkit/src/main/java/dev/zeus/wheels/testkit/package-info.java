/**
 * What tests stand on: a loopback package index with scriptable faults, wheels made in memory, and a small nixpkgs over
 * the Pythons of the machine; never published.
 */
@NullMarked
package dev.zeus.wheels.testkit;

import org.jspecify.annotations.NullMarked;
