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


def held_back(groups, rows):
    """A quarter of the groups among some rows, to choose settings on."""
    names = np.unique(groups[rows])
    chosen = np.random.default_rng(1).choice(names, max(1, len(names) // 4), replace=False)
    return np.isin(groups[rows], chosen)


def judged(X, y, folds, groups, only, models, loss, predict):
    """Each of the first folds by the model of least loss on a quarter of the others, fitted again on all of these."""
    answer = []
    for fold in range(int(only)):
        rows = np.flatnonzero(folds != fold)
        test = held_back(groups, rows)
        tried = [loss(y[rows][test], predict(model().fit(X[rows][~test], y[rows][~test]), X[rows][test])) for model in models]
        best = models[int(np.argmin(tried))]
        answer.append((folds == fold, predict(best().fit(X[rows], y[rows]), X[folds == fold])))
    whole = np.zeros((len(y), *answer[0][1].shape[1:]))
    for test, said in answer:
        whole[test] = said
    return whole


def classified(X, y, folds, groups, only, models):
    from sklearn.metrics import log_loss
    return judged(X, y, folds, groups, only, models, log_loss, lambda model, rows: model.predict_proba(rows))


def regressed(X, y, folds, groups, only, models):
    return judged(X, y, folds, groups, only, models, lambda truth, said: np.abs(truth - said).mean(), lambda model, rows: model.predict(rows))


def genre_forest(X, y, folds, groups, only):
    from sklearn.ensemble import RandomForestClassifier
    return lambda: classified(X, y, folds, groups, only, [
        lambda leaf=leaf: RandomForestClassifier(200, min_samples_leaf=leaf, n_jobs=2, random_state=1) for leaf in (1, 3)])


def genre_histogram(X, y, folds, groups, only):
    from sklearn.ensemble import HistGradientBoostingClassifier
    return lambda: classified(X, y, folds, groups, only, [
        lambda leaves=leaves: HistGradientBoostingClassifier(learning_rate=0.07, max_iter=150, max_leaf_nodes=leaves, random_state=1)
        for leaves in (31, 63)])


def popularity_forest(X, y, folds, groups, only):
    from sklearn.ensemble import RandomForestRegressor
    return lambda: regressed(X, y, folds, groups, only, [
        lambda leaf=leaf: RandomForestRegressor(150, min_samples_leaf=leaf, max_features=1 / 3, n_jobs=2, random_state=1)
        for leaf in (3, 8)])


def popularity_histogram(X, y, folds, groups, only):
    """The better of the mean and the median, like ours."""
    from sklearn.ensemble import HistGradientBoostingRegressor
    return lambda: regressed(X, y, folds, groups, only, [
        lambda loss=loss, leaves=leaves: HistGradientBoostingRegressor(loss=loss, learning_rate=0.04, max_iter=300,
                                                                       max_leaf_nodes=leaves, random_state=1)
        for loss, leaves in (("squared_error", 63), ("absolute_error", 31))])


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
    task = {"forest": forest, "affinity": affinity, "isolation": isolation, "umap": umap, "tsne": tsne,
            "genre_forest": genre_forest, "genre_histogram": genre_histogram, "popularity_forest": popularity_forest,
            "popularity_histogram": popularity_histogram}[name]
    arguments = task.__code__.co_varnames[:task.__code__.co_argcount]
    work = task(*(np.load(folder / f"{argument}.npy") for argument in arguments))
    wall, cpu = time.monotonic(), time.process_time()
    answer = work()
    report = {"seconds": time.monotonic() - wall, "cpu": time.process_time() - cpu}
    np.save(folder / "answer.npy", answer)
    print(json.dumps(report))


if __name__ == "__main__":
    main()
