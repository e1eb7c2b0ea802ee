#!/usr/bin/env python3
"""The same tasks with `implicit` (PyPI), the usual library for this; see README.md beside it.

usage: implicit_peer.py iterations FOLDER FACTORS THREADS cg|cholesky [N]
       implicit_peer.py lists FOLDER [THREADS]     FOLDER as `collaborative_quality write` leaves it
"""
import functools
import itertools
import math
import os
import pathlib
import sys
import time
import warnings

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as implicit asks for

import implicit
import numpy as np
import scipy.sparse as sparse
from implicit.als import AlternatingLeastSquares
from implicit.bpr import BayesianPersonalizedRanking
from implicit.nearest_neighbours import BM25Recommender, CosineRecommender, TFIDFRecommender


warnings.filterwarnings("ignore", category=implicit.utils.ParameterWarning)


def read_train(folder):
    with open(folder / "train.txt") as file:
        shape = tuple(map(int, file.readline().split()))
        table = np.loadtxt(file, dtype=np.float64)
    return sparse.csr_matrix((table[:, 2].astype(np.float32), (table[:, 0].astype(int), table[:, 1].astype(int))), shape)


def read_people(folder, n_items):
    """@return what is told of each person (a row each), and what each is to find"""
    rows, wanted = [], []
    for line in (folder / "people.txt").read_text().splitlines():
        told, _, find = line.partition("|")
        numbers = told.split()
        rows.append((np.array(numbers[0::2], dtype=int), np.array(numbers[1::2], dtype=np.float32)))
        wanted.append(set(map(int, find.split())))
    counts = np.cumsum([0] + [len(items) for items, _ in rows])
    indices = np.concatenate([items for items, _ in rows])
    values = np.concatenate([counts_of for _, counts_of in rows])
    return sparse.csr_matrix((values, indices, counts), (len(rows), n_items)), wanted


def weighted(plays, weighting):
    plays = plays.copy()
    plays.data = np.ones_like(plays.data) if weighting == "binary" else np.log1p(plays.data)
    return plays


def confidence(plays, weighting, alpha):
    """1 + alpha w, as implicit's model takes it; so ours and theirs minimise the same sum."""
    plays = weighted(plays, weighting)
    plays.data = 1 + alpha * plays.data
    return plays


def lists_of(model, plays, n=100):
    """The first items of each person, who need not have been in the training, without their own."""
    if hasattr(model, "item_factors") and isinstance(model.item_factors, np.ndarray):
        factors = np.vstack([model.recalculate_user(0, plays[i]) for i in range(plays.shape[0])])
        scores = factors @ model.item_factors.T
    else:
        scores = np.asarray((plays @ model.similarity).todense())
    scores[plays.nonzero()] = -np.inf
    return np.argsort(-scores, axis=1, kind="stable")[:, :n]


def ndcg_100(lists, wanted):
    total = 0.0
    for items, find in zip(lists, wanted):
        gain = sum(1 / math.log2(rank + 2) for rank, item in enumerate(items) if int(item) in find)
        total += gain / sum(1 / math.log2(rank + 2) for rank in range(min(100, len(find))))
    return total / len(wanted)


def als_lists(use_cg, threads, options, train, people, seed=1, factors=64):
    weighting, alpha, regularization = options
    model = AlternatingLeastSquares(factors=factors, regularization=regularization, alpha=1, iterations=15, use_cg=use_cg,
                                    use_gpu=False, num_threads=threads, random_state=seed)
    model.fit(confidence(train, weighting, alpha), show_progress=False)
    return lists_of(model, confidence(people, weighting, alpha))


def knn_lists(threads, options, train, people):
    kind, weighting, neighbours, k1, b = options
    recommenders = {"cosine": CosineRecommender, "tfidf": TFIDFRecommender, "bm25": BM25Recommender}
    extra = {"K1": k1, "B": b} if kind == "bm25" else {}
    model = recommenders[kind](K=neighbours, num_threads=threads, **extra)
    model.fit(weighted(train, weighting), show_progress=False)
    return lists_of(model, weighted(people, weighting))


# The same grids as in quality.cpp, but for the shrinkage that implicit does not have.
ALS_GRID = list(itertools.product(("binary", "log1p"), (1, 5), (1, 5, 20, 60)))
KNN_GRID = (list(itertools.product(("cosine", "tfidf"), ("binary", "log1p"), (200, 1000), (0,), (0,))) +
            list(itertools.product(("bm25",), ("binary", "log1p"), (200, 1000), (1.2, 100), (0.3, 0.75))))


def write_lists(folder, threads):
    tune, test = read_train(folder / "tune"), read_train(folder / "test")
    tune_people, wanted = read_people(folder / "tune", tune.shape[1])
    people, _ = read_people(folder / "test", test.shape[1])

    def best_of(make, grid):
        return max(grid, key=lambda options: ndcg_100(make(options, tune, tune_people), wanted))

    def write(name, make, options):
        lists = make(options, test, people)
        (folder / f"{name}.lists").write_text("".join(" ".join(map(str, items)) + "\n" for items in lists))
        print(f"implicit {implicit.__version__} {folder.name} {name}: {options}", flush=True)

    knn = functools.partial(knn_lists, threads)
    write("item_knn", knn, best_of(knn, KNN_GRID))
    cg = functools.partial(als_lists, True, threads)
    options = best_of(cg, ALS_GRID)
    for seed in range(1, 2 if folder.name.startswith("hetrec") else 6):  # as collaborative_quality does it
        write(f"als_64_cg-{seed}", functools.partial(cg, seed=seed), options)
        write(f"als_64_cholesky-{seed}", functools.partial(als_lists, False, threads, seed=seed), options)


def time_iterations(folder, factors, threads, solver, n):
    plays = confidence(read_train(folder), "log1p", 1)
    wall, cpu = [time.perf_counter()], [time.process_time()]

    def took(*_):
        wall.append(time.perf_counter())
        cpu.append(time.process_time())

    model = AlternatingLeastSquares(factors=factors, regularization=5, alpha=1, iterations=n, use_cg=solver == "cg",
                                    use_gpu=False, num_threads=threads, random_state=1)
    model.fit(plays, show_progress=False, callback=took)
    wall, cpu = np.diff(wall)[1:], np.diff(cpu)[1:]  # the first includes preparing
    print(f"implicit {implicit.__version__} {solver}, {factors} factors, {threads} thread(s): {np.median(cpu):.4f} s of CPU "
          f"an iteration (median), wall {np.median(wall):.4f}, least wall {wall.min():.4f}")


def main(what, folder, *rest):
    if what == "iterations":
        factors, threads, solver, *n = rest
        time_iterations(pathlib.Path(folder), int(factors), int(threads), solver, int(n[0]) if n else 7)
    elif what == "lists":
        write_lists(pathlib.Path(folder), int(rest[0]) if rest else os.cpu_count())
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
