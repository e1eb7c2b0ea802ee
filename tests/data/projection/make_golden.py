#!/usr/bin/env python3
"""Writes peers.json beside it: an invented table, what scikit-learn and umap-learn make of it, and how far to trust that.

Needs numpy, scikit-learn and umap-learn; the tests read what was written. Made with scikit-learn 1.9.1 and umap-learn
0.5.12. Of t-SNE and UMAP no places are compared (there are many equally good maps), but the trustworthiness of each.
"""
import json
import pathlib

import numpy as np
import umap
from sklearn.decomposition import PCA
from sklearn.manifold import TSNE, trustworthiness

HERE = pathlib.Path(__file__).resolve().parent


def table():
    rng = np.random.default_rng(40)
    centres = rng.normal(size=(5, 6)) * 4
    return np.round(np.repeat(centres, 40, axis=0) + rng.normal(size=(200, 6)) * [1, 1.5, 0.7, 1, 0.4, 2], 3)


def main():
    X = table()
    pca = PCA(3).fit(X)
    places = pca.transform(X)
    tsne = TSNE(perplexity=30, init="pca", random_state=1).fit_transform(X)
    drawn = umap.UMAP(n_neighbors=15, random_state=1).fit_transform(X)
    golden = {
        "X": X.tolist(), "pca": np.round(places, 5).tolist(),
        "trustworthiness": [{"k": k, "of_two_components": trustworthiness(X, np.round(places[:, :2], 5), n_neighbors=k),
                             "of_tsne": trustworthiness(X, tsne, n_neighbors=k), "of_umap": trustworthiness(X, drawn, n_neighbors=k)}
                            for k in (5, 15)],
    }
    (HERE / "peers.json").write_text(json.dumps(golden, separators=(",", ":")).replace("],", "],\n") + "\n")


if __name__ == "__main__":
    main()
