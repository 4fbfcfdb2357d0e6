"""What the rules find in one feed."""
import datetime as dt


class Report:
    """The findings of one feed. Errors make it invalid; warnings are what the validator would recommend to change."""

    def __init__(self, form, address, now):
        self.form, self.address, self.now = form, address, now
        self.errors, self.warnings = [], []

    def error(self, rule, where, what=""):
        """A rule is broken."""
        self.errors.append(f"{rule}: {where}: {str(what)[:200]!r}")

    def warn(self, rule, where, what=""):
        """A recommendation is not followed."""
        self.warnings.append(f"{rule}: {where}: {str(what)[:200]!r}")

    def holds(self, condition, rule, where, what=""):
        """An error unless the condition holds."""
        if not condition:
            self.error(rule, where, what)
        return condition

    def should(self, condition, rule, where, what=""):
        """A warning unless the condition holds."""
        if not condition:
            self.warn(rule, where, what)
        return condition

    def rules(self):
        """The names of all rules that found something."""
        return {line.split(":", 1)[0] for line in self.errors + self.warnings}

    def plausible(self, moment, where, what):
        """ImplausibleDate: nothing before feeds were thought of, and nothing that has yet to come."""
        soon = self.now + dt.timedelta(seconds=5)
        self.should(dt.datetime(1980, 1, 1, tzinfo=dt.timezone.utc) <= moment <= soon, "ImplausibleDate", where, what)
