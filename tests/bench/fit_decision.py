"""Fits how surely a unit is what a question asks for, by how its texts answer it, and shows what each threshold costs.

    python -m tests.bench.fit_decision

Uses the questions to tune on and the shipped library. Of a question's candidates, the question like it that is not
told, and nothing at all, one is to come first: the weights maximise the probability of what is right under a softmax
over all of them, nothing having the score 0; to what the documents do not tell, the last two are right. Prints the
constants of `briefs/search/relevance.py`, cross-validated rates for thresholds on the texts alone, and the curve behind
the thresholds of `briefs/search/decision.py`.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from briefs.library import Library
from briefs.models import Kind
from briefs.search.answer import Outcome, Result
from briefs.search.cache import compiled_for
from briefs.search.names.budget import TIGHT
from briefs.search.query import parse_query
from briefs.search.relevance import describe, describe_untold, rivals
from briefs.search.texts import TextIndex
from briefs.search.untold import Likeness, UntoldIndex
from tests.bench.questions import TUNED_ON, Question, questions

Array = NDArray[np.float64]
CONSIDERED = 8
KINDS = list(Kind)
NOT_UNTOLD = [0.0] * (len(describe_untold(Likeness(), 0.0)) + 1)
"""What describes a unit as a question that is not told, and the constant."""
UNTOLD = 0.3
"""What a question of what the documents speak of but do not tell counts, against any other."""
PENALTY = 0.004
STEPS = 400
FOLDS = 4


@dataclass(frozen=True)
class Case:
    """A question's candidates: what describes each (candidates by features), and whether each is right.

    The last may be the question that is not told; `outside` is whether that, or nothing, is right.
    """

    category: str
    values: Array
    right: NDArray[np.bool_]
    outside: bool

    @property
    def weight(self) -> float:
        """What the question counts."""
        return UNTOLD if self.category == "untold" else 1.0


def case(texts: TextIndex, untold: UntoldIndex, question: Question) -> Case | None:
    """The first units that the texts find; None where there is nothing to learn from, as with mere names."""
    if not question.outside and not question.cites:
        return None
    terms = texts.reader.read(parse_query(question.query))
    values, right = [], []
    told = 0.0
    for hit in texts.search(terms)[:CONSIDERED]:
        told = max(told, hit.features.agreement)
        cites = texts.ranked_cites(terms, hit.unit)
        result = Result(hit.unit.kind, hit.unit.id, hit.unit.title, hit.score, cites, "")
        right.append(not question.outside and (question.fits(result) or hit.unit.id in question.among))
        kinds = (float(hit.unit.kind is kind) for kind in KINDS)
        values.append([*NOT_UNTOLD, *describe(hit.features), *kinds, 1.0])
    if not values:
        return None
    likeness = untold.likeness(terms)
    if rivals(likeness, told):
        values.append([*describe_untold(likeness, told), 1.0, *[0.0] * (len(values[0]) - len(NOT_UNTOLD))])
        right.append(question.outside)
    return Case(question.category, np.array(values), np.array(right), question.outside)


def fit(cases: list[Case]) -> Array:
    """Weights by which what is right comes before all else and before nothing (listwise softmax, Adam)."""
    scale = np.vstack([one.values for one in cases]).std(axis=0) + 1e-6
    scale[-1] = 1.0
    shape = (len(cases), CONSIDERED + 1)
    values, right, real = np.zeros((*shape, len(scale))), np.zeros(shape, bool), np.zeros(shape, bool)
    for place, one in enumerate(cases):
        values[place, : len(one.values)] = one.values / scale
        right[place, : len(one.right)] = one.right
        real[place, : len(one.values)] = True
    counts = np.array([one.weight for one in cases])
    nothing = np.array([[float(one.outside)] for one in cases])
    kept = np.array([PENALTY] * (len(scale) - 1) + [0.0])
    weights = np.zeros(len(scale))
    first, second = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, STEPS + 1):
        odds = np.where(real, np.exp(np.clip(values @ weights, -50, 30)), 0.0)
        chance = odds / (1 + odds.sum(axis=1, keepdims=True))
        good = odds * right
        wanted = good / np.maximum(good.sum(axis=1, keepdims=True) + nothing, 1e-12)
        slope = (((chance - wanted) * counts[:, None])[:, :, None] * values).sum(axis=(0, 1)) / counts.sum()
        slope += kept * weights
        first = 0.9 * first + 0.1 * slope
        second = 0.99 * second + 0.01 * slope**2
        weights = weights - 0.08 * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-8)
    fitted: Array = weights / scale
    return fitted


def report(cases: list[Case], scores: list[Array]) -> None:
    """Prints what each threshold on the texts alone answers right and wrong."""
    # Where the question that is not told comes first, nothing is said.
    first = [score.argmax() for score in scores]
    silent = np.array([bool(one.values[place][len(NOT_UNTOLD) - 1]) for one, place in zip(cases, first, strict=True)])
    best = np.where(silent, -np.inf, [score.max() for score in scores])
    right = np.array([bool(one.right[place]) for one, place in zip(cases, first, strict=True)])
    category = np.array([one.category for one in cases])
    none, untold = category == "none", category == "untold"
    inside = ~none & ~untold
    print(f"texts alone, cross-validated: right first {(right & inside).sum() / inside.sum():.3f}")
    print("probability: right, wrong, false, false of what is not told")
    for threshold in np.arange(0.2, 0.95, 0.05):
        said = 1 / (1 + np.exp(-best)) >= threshold
        rates = ((said & right & inside) / inside.sum(), (said & ~right & inside) / inside.sum())
        false = ((said & none) / none.sum(), (said & untold) / untold.sum())
        print(f"  {threshold:.2f} ", *(f"{rate.sum():.3f}" for rate in (*rates, *false)))


def main() -> None:
    """Fits and prints."""
    library = Library.open()
    compiled = compiled_for(library)
    texts, untold = TextIndex(compiled.texts, compiled.names.within(TIGHT).spellings), UntoldIndex(compiled.texts)
    asked = list(questions(TUNED_ON))
    cases = [found for question in asked if (found := case(texts, untold, question)) is not None]
    order = np.random.default_rng(0).permutation(len(cases))
    held_out: list[Case] = []
    scores: list[Array] = []
    for fold in range(FOLDS):
        out = {int(place) for place in order[fold::FOLDS]}
        weights = fit([one for place, one in enumerate(cases) if place not in out])
        held_out += [cases[place] for place in out]
        scores += [cases[place].values @ weights for place in out]
    report(held_out, scores)
    weights = fit(cases)
    first, split = len(NOT_UNTOLD), len(weights) - len(KINDS) - 1
    rounded = [round(float(one), 2) for one in weights]
    print("WEIGHTS", tuple(rounded[first:split]), "CONSTANT", rounded[-1])
    print("UNTOLD_WEIGHTS", tuple(rounded[: first - 1]), "UNTOLD_CONSTANT", rounded[first - 1])
    preference = {kind.name: round(float(one), 2) for kind, one in zip(KINDS, weights[split:-1], strict=True)}
    print("PREFERENCE", preference)
    print("whole search, score: right first of those in scope, false answers, false of what is not told")
    answers = [(question, library.search(question.query)) for question in asked if not question.among]
    for threshold in np.arange(0.5, 0.9, 0.05):
        rates = {}
        for kind in ("inside", "none", "untold"):
            of_kind = [
                (question, answer)
                for question, answer in answers
                if (question.category if question.outside else "inside") == kind
            ]
            said = [
                question.outside or question.fits(answer.results[0])
                for question, answer in of_kind
                if answer.outcome is not Outcome.NOTHING and answer.results[0].score >= threshold
            ]
            rates[kind] = sum(said) / len(of_kind)
        print(f"  {threshold:.2f} ", *(f"{rate:.3f}" for rate in rates.values()))


if __name__ == "__main__":
    main()
