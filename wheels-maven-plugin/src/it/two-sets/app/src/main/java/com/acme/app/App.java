package com.acme.app;

import com.acme.data.DataWheels;
import com.acme.trading.TradingWheels;

final class App {
    static final String NEEDS = DataWheels.IDNA.name() + " and " + TradingWheels.SIX.name();

    private App() {}
}
