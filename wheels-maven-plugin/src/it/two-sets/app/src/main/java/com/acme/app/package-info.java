/** Reads the wheel sets of two other modules, and declares none. */
package com.acme.app;
