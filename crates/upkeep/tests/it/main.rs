//! Backups of a store whose archive grows, and what is made of them.

#[cfg(test)]
mod backups;
#[cfg(test)]
mod stage;
