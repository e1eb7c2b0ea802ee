#!/usr/bin/env python3
"""Writes scikit_learn.json beside it: an invented table and what scikit-learn finds in it.

Needs numpy and scikit-learn; the tests read what was written. Made with scikit-learn 1.9.1. What is drawn at random on
both sides (starts, trees, ties) is compared where both must come to the same: the best of many starts, a mean over
many trees.
"""
import json
import pathlib

import numpy as np
from sklearn import cluster, covariance, ensemble, metrics, mixture

HERE = pathlib.Path(__file__).resolve().parent


def table():
    rng = np.random.default_rng(30)
    centres = np.array([[0, 0, 0, 0], [4, 1, 0, -2], [0, 5, 3, 1]])
    X = np.repeat(centres, 30, axis=0) + rng.normal(size=(90, 4)) * [1, 1.2, 0.8, 1]
    X[[5, 40]] = [[9, -8, 7, 6], [-7, 8, -6, 5]]  # like nothing else
    return np.round(X, 3)


def agglomerative(X, linkage):
    tree = cluster.AgglomerativeClustering(n_clusters=3, linkage=linkage, compute_distances=True).fit(X)
    return {"linkage": linkage, "heights": np.round(np.sort(tree.distances_), 5).tolist(), "clusters": tree.labels_.tolist()}


def normal_mixture(X):
    fit = mixture.GaussianMixture(3, reg_covar=1e-6, n_init=30, tol=1e-10, max_iter=5000, random_state=1).fit(X)
    return {"mean_log_likelihood": round(fit.score(X), 6), "bic": round(fit.bic(X), 4), "clusters": fit.predict(X).tolist(),
            "shares": np.round(np.sort(fit.weights_), 5).tolist()}


def quality(X, labels, truth):
    return {"clusters": labels.tolist(), "silhouettes": np.round(metrics.silhouette_samples(X, labels), 6).tolist(),
            "davies_bouldin": metrics.davies_bouldin_score(X, labels), "calinski_harabasz": metrics.calinski_harabasz_score(X, labels),
            "adjusted_rand": metrics.adjusted_rand_score(truth, labels),
            "mutual_information": metrics.normalized_mutual_info_score(truth, labels)}


def main():
    X = table()
    truth = np.repeat(np.arange(3), 30)
    means = cluster.KMeans(4, n_init=200, tol=0, max_iter=1000, random_state=1).fit(X)
    affinity = cluster.AffinityPropagation(damping=0.5, random_state=1).fit(X)
    spectral = cluster.SpectralClustering(3, affinity="nearest_neighbors", n_neighbors=11, n_init=50, random_state=1).fit(X)
    isolation = ensemble.IsolationForest(n_estimators=2000, max_samples=64, random_state=1).fit(X)
    golden = {
        "X": X.tolist(), "truth": truth.tolist(),
        "k_means": {"inertia": means.inertia_, "clusters": means.labels_.tolist()},
        "agglomerative": [agglomerative(X, linkage) for linkage in ("single", "complete", "average", "ward")],
        "gaussian_mixture": normal_mixture(X),
        "affinity_propagation": {"exemplars": affinity.cluster_centers_indices_.tolist(), "clusters": affinity.labels_.tolist()},
        "spectral": spectral.labels_.tolist(),
        "isolation": np.round(-isolation.score_samples(X), 5).tolist(),
        "mahalanobis": np.round(covariance.EmpiricalCovariance().fit(X).mahalanobis(X), 5).tolist(),
        "quality": quality(X, means.labels_, truth),
    }
    (HERE / "scikit_learn.json").write_text(json.dumps(golden, separators=(",", ":")).replace("],", "],\n") + "\n")


if __name__ == "__main__":
    main()
