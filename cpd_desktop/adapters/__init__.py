"""The outside world, one port each: keychain, clock, log, network, paper."""
