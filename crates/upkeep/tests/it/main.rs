//! Backups of a store whose archive grows, what is made of them, and what examinations of it find.

#[cfg(test)]
mod backups;
#[cfg(test)]
mod examining;
#[cfg(test)]
mod stage;
