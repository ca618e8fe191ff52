"""Mutation testing of `checker/rules`: each small change to its code must be noticed by a test, or is explained."""
