//! An address becomes an Exchange: politely, safely, with every byte kept
