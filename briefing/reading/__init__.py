"""From bytes to documents: finding files, decoding, front matter, blocks, sentences, date and publisher."""
