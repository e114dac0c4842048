"""The audit binder: everything that proves an event, gathered for somebody who was not there."""
