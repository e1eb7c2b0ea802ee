#!/usr/bin/env python3
"""Learns to tell metres, and writes src/features/rhythm/metre_weights.cpp: a multinomial logistic model on metre_evidence()
at the true tempo, judged by folds that never divide a style.

usage: train_metre.py EVIDENCE.tsv TRUTH.csv... [--write FILE] [--penalty P] [--test EVIDENCE.tsv TRUTH.csv]
"""
import argparse
import csv
import glob

import numpy as np
from scipy.optimize import minimize

METRES = [3, 4, 5, 6, 7]


def metre_of(row):
    text = row.get("metre") or row.get("meter") or ""
    return {"3/4": 3, "4/4": 4, "2/4": 4, "6/8": 6, "5/4": 5, "7/8": 7}.get(text) or (int(text) if text.isdigit() else 0)


def load(evidence, truths):
    truth = {}
    for path in truths:
        for row in csv.DictReader(open(path)):
            if row.get("bpm") and metre_of(row) in METRES:
                truth[row["file"]] = (float(row["bpm"]), metre_of(row), row.get("family") or row.get("style"))
    found = {}
    for line in open(evidence):
        name, bpm, *values = line.rstrip("\n").split("\t")
        name = name.split("/")[-1]
        if name in truth and abs(float(bpm) / truth[name][0] - 1) <= 0.04:
            found[name] = (METRES.index(truth[name][1]), truth[name][2], np.array([float(v) for v in values]))
    return found


def fit(X, y, penalty, weight):
    n, d = X.shape
    X1 = np.column_stack([np.ones(n), X])

    def loss(w):
        W = w.reshape(len(METRES), d + 1)
        s = X1 @ W.T
        s -= s.max(1, keepdims=True)
        p = np.exp(s)
        p /= p.sum(1, keepdims=True)
        value = -(weight * np.log(np.maximum(p[np.arange(n), y], 1e-12))).sum() + 0.5 * penalty * (W[:, 1:] ** 2).sum()
        p[np.arange(n), y] -= 1
        g = (p * weight[:, None]).T @ X1
        g[:, 1:] += penalty * W[:, 1:]
        return value, g.ravel()

    return minimize(loss, np.zeros(len(METRES) * (d + 1)), jac=True, method="L-BFGS-B",
                    options={"maxiter": 500}).x.reshape(len(METRES), d + 1)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("evidence")
    parser.add_argument("truth", nargs="+")
    parser.add_argument("--write")
    parser.add_argument("--penalty", type=float, default=0.3)
    parser.add_argument("--test", nargs=2)
    args = parser.parse_args()
    data = load(args.evidence, args.truth)
    y = np.array([v[0] for v in data.values()])
    family = [v[1] for v in data.values()]
    X = np.array([v[2] for v in data.values()])
    counts = np.bincount(y, minlength=len(METRES))
    weight = np.array([(counts.max() / max(1, c)) ** 0.5 for c in counts])[y]
    folds = {f: i % 5 for i, f in enumerate(np.random.default_rng(2).permutation(sorted(set(family))))}
    fold = np.array([folds[f] for f in family])
    table = np.zeros((len(METRES), len(METRES)), int)
    for k in range(5):
        W = fit(X[fold != k], y[fold != k], args.penalty, weight[fold != k])
        said = (np.column_stack([np.ones((fold == k).sum()), X[fold == k]]) @ W.T).argmax(1)
        for true, guess in zip(y[fold == k], said):
            table[true, guess] += 1
    print(f"penalty {args.penalty}: right {100 * np.trace(table) / table.sum():.1f} % of {table.sum()}; rows true, columns said {METRES}")
    print(table)
    W = fit(X, y, args.penalty, weight)
    if args.test:
        for name, (true, _, values) in load(args.test[0], [args.test[1]]).items():
            said = (W @ np.concatenate([[1], values])).argmax()
            print(f"  {name:28s} {METRES[true]} -> {METRES[said]}", "" if said == true else "WRONG")
    if args.write:
        lines = []
        for row in W:
            numbers = [f"{v:.4g}F" if any(c in f"{v:.4g}" for c in ".e") else f"{v:.4g}.0F" for v in row]
            for i in range(0, len(numbers), 10):
                lines.append("    " + ", ".join(numbers[i:i + 10]) + ",")
        open(args.write, "w").write(
            f"// Written by benchmarks/audio/train_metre.py from {len(y)} renders (benchmarks/audio/make_renders.py): not to be edited.\n"
            '#include "features/rhythm/tempo_weights.h"\n\nnamespace attune::features {\n\n// clang-format off\n'
            "const std::array<float, n_metres*(n_metre_evidence + 1)> metre_weights{\n" + "\n".join(lines) +
            "\n};\n// clang-format on\n\n}  // namespace attune::features\n")


if __name__ == "__main__":
    main()
