@WheelSet(pythons = "3.12", targets = @On(value = Platform.X86_64_LINUX, glibc = "2.39"))
package com.acme.python;

import dev.zeus.wheels.*;
