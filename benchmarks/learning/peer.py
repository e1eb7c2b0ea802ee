#!/usr/bin/env python3
"""One piece of work by a peer, in a process of its own so that its memory can be told. run.py calls it."""
import json
import pathlib
import sys
import time

import numpy as np


def forest(X, y, X_test):
    from sklearn.ensemble import RandomForestClassifier
    model = RandomForestClassifier(300, n_jobs=2, random_state=1)
    return lambda: model.fit(X, y).predict(X_test)


class NoNoise:
    """Instead of the noise by which scikit-learn breaks ties."""

    def standard_normal(self, size=None):
        return np.zeros(size)


def affinity(X):
    import sklearn.cluster._affinity_propagation as module
    module.check_random_state = lambda seed: NoNoise()
    return lambda: module.AffinityPropagation().fit(X).cluster_centers_indices_


def isolation(X, seed):
    from sklearn.ensemble import IsolationForest
    return lambda: -IsolationForest(random_state=int(seed), n_jobs=2).fit(X).score_samples(X)


def umap(X):
    import umap as library
    library.UMAP(n_jobs=2).fit_transform(X[:500])  # compiles
    return lambda: library.UMAP(n_jobs=2).fit_transform(X.astype(np.float32))


def tsne(X):
    from openTSNE import TSNE
    return lambda: np.asarray(TSNE(n_jobs=2, random_state=1).fit(X))


def main():
    name, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    task = {"forest": forest, "affinity": affinity, "isolation": isolation, "umap": umap, "tsne": tsne}[name]
    arguments = task.__code__.co_varnames[:task.__code__.co_argcount]
    work = task(*(np.load(folder / f"{argument}.npy") for argument in arguments))
    wall, cpu = time.monotonic(), time.process_time()
    answer = work()
    report = {"seconds": time.monotonic() - wall, "cpu": time.process_time() - cpu}
    np.save(folder / "answer.npy", answer)
    print(json.dumps(report))


if __name__ == "__main__":
    main()
