//! Pages that are plain text: each line is told what it is.
