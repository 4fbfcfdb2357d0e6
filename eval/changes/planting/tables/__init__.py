"""Words by language, as data: no rule stands here, save the patterns that name words.

A text of words is parted by spaces, of phrases by commas, of pairs `old=new` by commas; a pattern of words by bars.
"""
