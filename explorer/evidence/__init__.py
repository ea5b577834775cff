"""The evidence desk: published answers to one question side by side, and the sources they rest on."""
