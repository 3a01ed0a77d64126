"""Understanding what is asked: folding, names, texts, and the decision between an answer, choices and nothing."""
