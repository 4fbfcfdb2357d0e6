//! Two Readings become a Change: paragraphs aligned, words inside
