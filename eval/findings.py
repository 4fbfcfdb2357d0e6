"""What a check finds wrong."""


class Findings:
    """Counts what does not hold, and keeps the first of it."""

    KEPT = 12

    def __init__(self):
        self.count = 0
        self.kept = []

    def fails(self, what):
        """Something is wrong."""
        self.count += 1
        if len(self.kept) < self.KEPT:
            self.kept.append(what[:600])

    def holds(self, condition, what):
        """Something is wrong unless the condition holds. Returns whether it does."""
        if not condition:
            self.fails(what)
        return condition

    def lines(self):
        """What was found, a line each."""
        more = self.count - len(self.kept)
        return self.kept + ([f"and {more} more"] if more else [])
