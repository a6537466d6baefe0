/** What tests stand on: a loopback package index with scriptable faults, and wheels made in memory; never published. */
@NullMarked
package dev.zeus.wheels.testkit;

import org.jspecify.annotations.NullMarked;
