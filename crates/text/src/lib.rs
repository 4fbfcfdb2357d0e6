//! Language: normal forms, words, sentences, numbers and quotation marks of every script
