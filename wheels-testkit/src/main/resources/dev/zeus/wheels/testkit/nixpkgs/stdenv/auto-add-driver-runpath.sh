# The host finds its driver itself.
