//! The visit: one article through every stage; workers, leases, shutdown
