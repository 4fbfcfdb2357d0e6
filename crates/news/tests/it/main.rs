//! The vocabulary where it decides something.

mod alarms;
