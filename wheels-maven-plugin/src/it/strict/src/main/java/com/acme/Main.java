package com.acme;

import com.acme.python.AcmeWheels;
import dev.zeus.wheels.WheelRegistry;
import java.util.ServiceLoader;

final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        String found = ServiceLoader.load(WheelRegistry.class).findFirst().orElseThrow().wheelSet().packageName();
        System.out.println(found + " has " + AcmeWheels.SIX.name());
    }
}
