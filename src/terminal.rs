//! How text is set on the terminal that is there.

use std::io::IsTerminal;

use publish::text::Style;

/// Columns of lines that go to a file or another program.
const PLAIN_WIDTH: usize = 80;

/// Lines longer than this are hard to read, however wide the terminal is.
const WIDEST: usize = 100;

/// Colour and width of standard output; `NO_COLOR` is honoured.
pub fn style() -> Style {
    let terminal = std::io::stdout().is_terminal();
    let width = terminal_size::terminal_size().map_or(PLAIN_WIDTH, |(terminal_size::Width(w), _)| usize::from(w));
    Style {
        colour: terminal && std::env::var_os("NO_COLOR").is_none(),
        width: if terminal { width.min(WIDEST) } else { PLAIN_WIDTH },
    }
}
