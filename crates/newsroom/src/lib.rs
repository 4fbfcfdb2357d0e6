//! Scripted or replayed outlets that edit, copy, correct, block and delete
