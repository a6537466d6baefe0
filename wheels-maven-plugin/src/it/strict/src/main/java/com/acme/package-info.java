/** Hands the wheels of Acme to who looks for them by service; uses the wheel set and nothing else. */
package com.acme;
