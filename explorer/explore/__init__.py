"""The first page: pipeline, timeline and card arranged together."""
