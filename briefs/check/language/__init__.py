"""What the rules read out of English text: sentences, quotations, numbers, dates, names, hedges, reading grade."""
