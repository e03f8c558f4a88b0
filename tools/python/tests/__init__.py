"""Tests of the package `tamga`, and of the protocol's page by it."""
