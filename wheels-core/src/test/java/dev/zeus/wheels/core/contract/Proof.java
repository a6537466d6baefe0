package dev.zeus.wheels.core.contract;

/**
 * One line of the contract, from a row of a test's table.
 *
 * @param id {@code fault} or {@code attack} and its number
 * @param test the class and method that prove it
 */
public record Proof(String id, String given, String outcome, String test) {}
