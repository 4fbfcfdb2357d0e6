//! Measures: against ground truth and against other tools.
