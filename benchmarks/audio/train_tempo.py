#!/usr/bin/env python3
"""Learns at which level a pulse is tapped, and writes src/features/rhythm/tempo_weights.cpp.

Each piece has candidates (audio_describe tempo) of which the one within 4 % of the true tempo is right. A small
network gives each candidate a score; a softmax over the candidates of a piece gives its chance. Judged by folds that
never divide a style. The winning size is fitted on all and written.

usage: train_tempo.py CANDIDATES.tsv TRUTH.csv [--write FILE] [--hidden N] [--penalty P]
"""
import argparse
import collections
import csv

import numpy as np
from scipy.optimize import minimize


def load(candidates, truths):
    truth = {}
    for path in truths:
        for row in csv.DictReader(open(path)):
            if row.get("bpm"):
                truth[row["file"]] = (float(row["bpm"]), row.get("family") or row.get("style") or row["file"], row.get("genre") or "other")
    pieces = collections.OrderedDict()
    for line in open(candidates):
        name, bpm, *evidence = line.rstrip("\n").split("\t")
        pieces.setdefault(name.split("/")[-1], []).append([float(bpm)] + [float(x) for x in evidence])
    return [(name, *truth[name][:2], np.array(rows), np.abs(np.array(rows)[:, 0] / truth[name][0] - 1) <= 0.04, truth[name][2])
            for name, rows in pieces.items() if name in truth]


class Net:
    """evidence -> tanh units -> score; with 0 units a plain weighted sum."""

    def __init__(self, n_in, hidden, penalty, seed):
        self.n_in, self.hidden, self.penalty = n_in, hidden, penalty
        rng = np.random.default_rng(seed)
        size = n_in + (hidden * (n_in + 2) if hidden else 0)
        self.start = rng.normal(0, 0.1, size)

    def parts(self, w):
        n, h = self.n_in, self.hidden
        return w[:n], w[n:n + h * n].reshape(h, n), w[n + h * n:n + h * n + h], w[n + h * n + h:]

    def score(self, w, X):
        direct, inner, bias, outer = self.parts(w)
        return X @ direct + (np.tanh(X @ inner.T + bias) @ outer if self.hidden else 0)

    def loss(self, w, X, groups, right, weight):
        direct, inner, bias, outer = self.parts(w)
        A = np.tanh(X @ inner.T + bias) if self.hidden else None
        s = X @ direct + (A @ outer if self.hidden else 0)
        top = np.maximum.reduceat(s, groups[:-1])
        e = np.exp(s - np.repeat(top, np.diff(groups)))
        total = np.add.reduceat(e, groups[:-1])
        p = e / np.repeat(total, np.diff(groups))
        value = -(weight * np.log(np.maximum(np.add.reduceat(p * right, groups[:-1]), 1e-12))).sum()
        good = p * right / np.repeat(np.maximum(np.add.reduceat(p * right, groups[:-1]), 1e-12), np.diff(groups))
        d = (p - good) * np.repeat(weight, np.diff(groups))
        gradient = [X.T @ d]
        if self.hidden:
            back = (d[:, None] * outer) * (1 - A * A)
            gradient += [(back.T @ X).ravel(), back.sum(0), A.T @ d]
        value += 0.5 * self.penalty * w @ w
        return value, np.concatenate(gradient) + self.penalty * w

    def fit(self, pieces, mean, scale):
        used = [p for p in pieces if p[4].any()]
        X = np.concatenate([(p[3][:, 1:] - mean) / scale for p in used])
        right = np.concatenate([p[4] for p in used]).astype(float)
        groups = np.cumsum([0] + [len(p[4]) for p in used])
        weight = genre_weights(used)
        return minimize(self.loss, self.start, (X, groups, right, weight), jac=True, method="L-BFGS-B",
                        options={"maxiter": 150}).x


def genre_weights(pieces):
    """Every genre counts alike, so that the tempi that are learnt to be likely are those of varied music."""
    counts = collections.Counter(p[5] for p in pieces)
    return np.array([len(pieces) / len(counts) / counts[p[5]] for p in pieces])


def hit(bpm, truth, factors=(1,)):
    return any(abs(bpm / (truth * f) - 1) <= 0.04 for f in factors)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("candidates")
    parser.add_argument("truth", nargs="+")
    parser.add_argument("--write")
    parser.add_argument("--test", nargs=2)
    parser.add_argument("--hidden", type=int, default=8)
    parser.add_argument("--penalty", type=float, default=3.0)
    parser.add_argument("--seeds", type=int, default=3)
    args = parser.parse_args()
    pieces = load(args.candidates, args.truth)
    everything = np.concatenate([p[3][:, 1:] for p in pieces])
    mean, scale = everything.mean(0), everything.std(0) + 1e-6
    families = sorted({p[2] for p in pieces})
    fold_of = {f: i % 5 for i, f in enumerate(np.random.default_rng(1).permutation(families))}
    n_in = everything.shape[1]
    nets = [Net(n_in, args.hidden, args.penalty, s) for s in range(args.seeds)]
    acc1 = acc2 = top2 = 0
    wrong = []
    chances = []
    by_genre = collections.defaultdict(list)
    for fold in range(5):
        train = [p for p in pieces if fold_of[p[2]] != fold]
        weights = [net.fit(train, mean, scale) for net in nets]
        for name, truth, family, rows, right, genre in (p for p in pieces if fold_of[p[2]] == fold):
            s = np.mean([net.score(w, (rows[:, 1:] - mean) / scale) for net, w in zip(nets, weights)], 0)
            best = rows[np.argmax(s), 0]
            p = np.exp(s - s.max()); p /= p.sum()
            ok = hit(best, truth)
            chances.append((p.max(), ok))
            by_genre[genre].append(ok)
            acc1 += ok
            acc2 += hit(best, truth, (1, 2, 3, 0.5, 1 / 3))
            top2 += any(hit(b, truth) for b in rows[np.argsort(-s)[:2], 0])
            if not ok:
                wrong.append(f"{family} {truth:.0f} -> {best:.0f} ({p.max():.2f})")
    n = len(pieces)
    print(f"{n} pieces, {len(families)} styles; in reach {100 * np.mean([p[4].any() for p in pieces]):.1f} %")
    print(f"hidden {args.hidden} penalty {args.penalty}: Acc1 {100 * acc1 / n:.1f}  best two {100 * top2 / n:.1f}  Acc2 {100 * acc2 / n:.1f}")
    sure = [ok for p, ok in chances if p > 0.8]
    print(f"chance over 0.8: {len(sure)} pieces, right {100 * np.mean(sure):.1f} %")
    print(" ".join(f"{g} {100 * np.mean(v):.0f}" for g, v in sorted(by_genre.items())),
          f"; mean of genres {100 * np.mean([np.mean(v) for v in by_genre.values()]):.1f}")
    print("; ".join(wrong))
    weights = [net.fit(pieces, mean, scale) for net in nets]
    if args.test:
        for name, truth, _, rows, _, _ in load(args.test[0], [args.test[1]]):
            s = np.mean([net.score(w, (rows[:, 1:] - mean) / scale) for net, w in zip(nets, weights)], 0)
            order = np.argsort(-s)
            p = np.exp(s - s.max()); p /= p.sum()
            mark = "" if hit(rows[order[0], 0], truth) else "WRONG"
            print(f"  {name:28s} {truth:7.1f}", " ".join(f"{rows[i, 0]:.1f}({p[i]:.2f})" for i in order[:3]), mark)
    if args.write:
        write(args.write, nets, weights, mean, scale, n)


def write(path, nets, weights, mean, scale, n):
    """Folds the standardisation into the weights, so that the program sees raw evidence."""
    direct, inner, bias, outer = [], [], [], []
    for net, w in zip(nets, weights):
        d, i, b, o = net.parts(w)
        direct.append(d / scale / len(nets))
        inner.append(i / scale)
        bias.append(b - (i / scale) @ mean)
        outer.append(o / len(nets))
    direct, inner, bias, outer = sum(direct), np.concatenate(inner), np.concatenate(bias), np.concatenate(outer)

    def numbers(values):
        text = [f"{v:.4g}F" if any(c in f"{v:.4g}" for c in ".e") else f"{v:.4g}.0F" for v in values]
        lines, line = [], "   "
        for t in text:
            if len(line) + len(t) > 108:
                lines.append(line)
                line = "   "
            line += f" {t},"
        return "\n".join(lines + [line])

    with open(path, "w") as file:
        file.write("// Written by benchmarks/audio/train_tempo.py"
                   f" from {n} renders (benchmarks/audio/make_renders.py): not to be edited.\n"
                   '#include "features/rhythm/tempo_weights.h"\n\nnamespace attune::features {\n\n// clang-format off\n'
                   f"const std::array<float, n_tempo_evidence> tempo_direct{{\n{numbers(direct)}\n}};\n"
                   f"const std::array<float, n_tempo_units * n_tempo_evidence> tempo_inner{{\n{numbers(inner.ravel())}\n}};\n"
                   f"const std::array<float, n_tempo_units> tempo_bias{{\n{numbers(bias)}\n}};\n"
                   f"const std::array<float, n_tempo_units> tempo_outer{{\n{numbers(outer)}\n}};\n"
                   "// clang-format on\n\n}  // namespace attune::features\n")
    print(f"{len(outer)} units written to {path}")


if __name__ == "__main__":
    main()
