// By hand.
package com.acme.python;

import dev.zeus.wheels.*;

final class Wheels {
  @Wheel interface Flask {}   // the web

  @Wheel(
      version = ">=1"
  )
  interface Numpy {}

  static final Class<?> USED = Flask.class;
}
