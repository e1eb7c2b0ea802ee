#!/usr/bin/env python3
"""Compares learning, clustering and projection with their peers in Python; see README.md beside it.

usage: run.py [--program PATH] [--folds N] [PART...]     PART: ols genre popularity forest affinity isolation maps

Needs numpy, scipy, pandas, scikit-learn, statsmodels, umap-learn and openTSNE. Answers are checked before times are
told. Writes build/bench/learning.json; ends with 1 if an answer is wrong or a limit is missed.
"""
import argparse
import json
import os
import pathlib
import resource
import subprocess
import sys
import tempfile
import time

import numpy as np

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
DATA = pathlib.Path(os.environ.get("ATTUNE_DATA", pathlib.Path.home() / ".cache/attune-data"))
FEATURES = ("danceability energy key loudness mode speechiness acousticness instrumentalness liveness valence tempo "
            "duration_ms").split()


def write(path, table):
    table = np.ascontiguousarray(np.asarray(table, dtype=np.float64).reshape(len(table), -1))
    path.write_bytes(np.array(table.shape, dtype=np.int64).tobytes() + table.tobytes())
    return path


def read(path):
    raw = path.read_bytes()
    return np.frombuffer(raw[16:]).reshape(np.frombuffer(raw[:16], np.int64))


def measured(command):
    """@return what it printed, wall seconds, CPU seconds, peak memory in MB"""
    with tempfile.TemporaryFile() as out:
        began = time.monotonic()
        process = subprocess.Popen([str(part) for part in command], stdout=out, env={**os.environ, "OMP_WAIT_POLICY": "passive"})
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            sys.exit(f"run.py: {command[0]} {command[1]} ended with {process.returncode}")
        out.seek(0)
        return json.loads(out.read() or b"{}"), time.monotonic() - began, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


class Bench:
    def __init__(self, options, folder):
        self.options, self.folder, self.results, self.missed = options, folder, {}, []

    def ours(self, task, **settings):
        out = self.folder / "out.bin"
        tables = {name: write(self.folder / f"{name}.bin", value) if isinstance(value, np.ndarray) else value
                  for name, value in settings.items()}
        report, wall, cpu, memory = measured([self.options.program, task, *(f"{k}={v}" for k, v in tables.items()), f"out={out}"])
        return read(out), {"seconds": report["seconds"], "cpu": cpu, "mb": memory}

    def peer(self, name, **tables):
        for key, value in tables.items():
            np.save(self.folder / f"{key}.npy", value)
        report, _, _, memory = measured([sys.executable, "-W", "ignore", HERE / "peer.py", name, self.folder])
        return np.load(self.folder / "answer.npy"), {**report, "mb": memory}

    def tell(self, part, **figures):
        self.results[part] = figures
        print(f"{part}: " + json.dumps(figures, default=lambda x: round(float(x), 4)), flush=True)

    def need(self, fine, text):
        if not fine:
            self.missed.append(text)


def songs():
    import pandas as pd
    table = pd.read_csv(DATA / "tidytuesday/spotify_songs.csv").drop_duplicates("track_id")
    year = pd.to_numeric(table.track_album_release_date.str[:4])
    artists = pd.Categorical(table.track_artist.fillna("")).codes.astype(int)
    genre = pd.Categorical(table.playlist_genre).codes.astype(int)
    rng = np.random.default_rng(1)
    random = rng.permutation(len(table)) % 5
    return (table[FEATURES].to_numpy(float), year.to_numpy(float), genre, table.track_popularity.to_numpy(float),
            {"random": random, "artist": rng.integers(0, 5, artists.max() + 1)[artists]}, artists)


def scores(P, y):
    order = np.argsort(-P, axis=1)
    return {"accuracy": (order[:, 0] == y).mean(), "top_2": (order[:, :2] == y[:, None]).any(1).mean()}


def ols(bench):
    import statsmodels.api as sm
    X, year, _, popularity, _, _ = songs()
    X = np.column_stack([X, year])
    worst = 0
    for number, kind in enumerate(["nonrobust", "HC0", "HC1", "HC2", "HC3"]):
        ours, times = bench.ours("least_squares", X=X, y=popularity, covariance=number)
        fit = sm.OLS(popularity, sm.add_constant(X)).fit(**({} if kind == "nonrobust" else {"cov_type": kind, "use_t": True}))
        wanted = [fit.rsquared, fit.rsquared_adj, float(fit.fvalue), float(fit.f_pvalue), fit.aic, fit.bic, fit.llf,
                  fit.condition_number, fit.mse_resid]
        interval = fit.conf_int()
        for i in range(X.shape[1] + 1):
            wanted += [fit.params[i], fit.bse[i], fit.tvalues[i], fit.pvalues[i], interval[i, 0], interval[i, 1]]
        wanted = np.array(wanted)
        distance = np.abs(ours.ravel() - wanted) / np.maximum(np.abs(wanted), 1e-290)
        worst = max(worst, distance[np.abs(wanted) > 1e-290].max())
    bench.need(worst < 1e-8, "every figure of least squares within 1e-8 of statsmodels")
    bench.tell("ols", rows=len(X), worst_relative_distance=f"{worst:.1e}", seconds=times["seconds"])


def genre(bench):
    """The blend of attune lab genre next to two of scikit-learn, settings of all chosen within the training folds."""
    X, year, y, _, folds, artists = songs()
    wanted = {("audio", "random"): (0.585, 0.785), ("audio", "artist"): (0.565, 0), ("audio + year", "random"): (0.615, 0),
              ("audio + year", "artist"): (0.598, 0)}
    for (columns, split), (least, least_2) in wanted.items():
        table = X if columns == "audio" else np.column_stack([X, year])
        groups = {"groups": artists.astype(float)} if split == "artist" else {}
        only = bench.options.folds
        judged = folds[split] < only
        P, times = bench.ours("genres", X=table, y=y, folds=folds[split], only=only, **groups)
        figures = scores(P[judged], y[judged])
        bench.need(figures["accuracy"] >= least, f"genre from {columns}, {split} folds: accuracy {least}")
        bench.need(figures["top_2"] >= least_2, f"genre from {columns}, {split} folds: top 2 {least_2}")
        peers = {}
        for model in ("forest", "histogram"):
            said, work = bench.peer("genre_" + model, X=table, y=y, folds=folds[split], groups=artists, only=np.array(only))
            peers.update({f"{model}_{name}": value for name, value in scores(said[judged], y[judged]).items()})
            peers[model + "_cpu"] = work["cpu"]
            bench.need(figures["accuracy"] >= peers[model + "_accuracy"], f"genre from {columns}, {split} folds: at least {model}")
        bench.tell(f"genre, {columns}, {split}", **figures, **peers, wanted=least, cpu=times["cpu"])


def popularity(bench):
    X, year, genre_of, y, folds, artists = songs()
    fold = folds["artist"]
    baseline = np.zeros(len(y))
    for k in range(5):
        for g in range(6):
            baseline[(fold == k) & (genre_of == g)] = np.median(y[(fold != k) & (genre_of == g)])
    table = np.column_stack([X, year, np.eye(6)[genre_of]])
    only = bench.options.folds
    judged = fold < only
    P, times = bench.ours("numbers", X=table, y=y, folds=fold, groups=artists.astype(float), only=only)
    mae, of_median = (np.abs(said[judged] - y[judged]).mean() for said in (P[:, 0], baseline))
    bench.need(mae <= 0.92 * of_median, "popularity by artist: MAE 8 % under the genre median")
    peers = {}
    for model in ("forest", "histogram"):
        said, work = bench.peer("popularity_" + model, X=table, y=y, folds=fold, groups=artists, only=np.array(only))
        peers[model + "_mae"] = np.abs(said[judged] - y[judged]).mean()
        peers[model + "_cpu"] = work["cpu"]
        bench.need(mae <= peers[model + "_mae"], f"popularity by artist: at most the error of {model}")
    bench.tell("popularity", mae=mae, genre_median=of_median, under=1 - mae / of_median, **peers, cpu=times["cpu"])


def forest(bench):
    X, _, y, _, folds, _ = songs()
    train = folds["random"] != 0
    answer, theirs = bench.peer("forest", X=X[train], y=y[train], X_test=X[~train])
    fold = np.where(train, 1, 0)
    P, ours = bench.ours("classify", X=X, y=y, folds=fold, model="forest", only_fold=0)
    a, b = scores(P[~train], y[~train])["accuracy"], (answer == y[~train]).mean()
    bench.need(a >= b - 0.005, "the forest as accurate as scikit-learn's")
    bench.need(theirs["cpu"] >= 5 * ours["cpu"], "the forest 5 times as fast as scikit-learn's")
    bench.tell("forest", accuracy=a, peer_accuracy=b, cpu=ours["cpu"], peer_cpu=theirs["cpu"], seconds=ours["seconds"], peer_seconds=theirs["seconds"])


def affinity(bench):
    X = songs()[0]
    X = X[np.random.default_rng(0).choice(len(X), 5000, replace=False)]
    X = ((X - X.mean(0)) / X.std(0)).astype(np.float32).astype(float)
    answer, theirs = bench.peer("affinity", X=X)
    ours, own = bench.ours("propagate", X=X)
    # Of rows that are the same any one may stand for the others.
    same = sorted(map(tuple, X[ours.ravel().astype(int)])) == sorted(map(tuple, X[answer]))
    bench.need(same, "the exemplars of scikit-learn")
    bench.need(own["mb"] <= theirs["mb"] / 2, "half the memory of scikit-learn")
    bench.need(theirs["seconds"] >= 3 * own["seconds"], "3 times as fast as scikit-learn")
    bench.tell("affinity", same=same, exemplars=len(answer), seconds=own["seconds"], peer_seconds=theirs["seconds"],
               cpu=own["cpu"], peer_cpu=theirs["cpu"], mb=own["mb"], peer_mb=theirs["mb"])


def isolation(bench):
    from sklearn.metrics import roc_auc_score
    rng = np.random.default_rng(5)
    X = np.vstack([rng.normal(size=(19000, 12)) @ rng.normal(size=(12, 12)), 4 * rng.standard_t(3, size=(1000, 12))])
    X = X.astype(np.float32).astype(float)
    y = np.arange(len(X)) >= 19000
    ours, theirs = [], []
    for seed in range(1, 6):
        scored, own = bench.ours("isolate", X=X, seed=seed)
        ours.append(roc_auc_score(y, scored.ravel()))
        answer, peer = bench.peer("isolation", X=X, seed=np.array(seed))
        theirs.append(roc_auc_score(y, answer))
    bench.need(abs(np.mean(ours) - np.mean(theirs)) <= 0.01, "isolation forest: AUC within 0.01 of scikit-learn")
    bench.tell("isolation", auc=np.mean(ours), peer_auc=np.mean(theirs), cpu=own["cpu"], peer_cpu=peer["cpu"])


def clouds(n=50000, d=32):
    rng = np.random.default_rng(3)
    cloud = rng.integers(0, 40, n)
    planes = rng.normal(size=(40, 8, d)) * rng.uniform(0.3, 1.2, (40, 1, 1))
    X = (rng.normal(size=(40, d)) * 3)[cloud] + np.einsum("nk,nkd->nd", rng.normal(size=(n, 8)), planes[cloud])
    return (X + 0.3 * rng.normal(size=(n, d))).astype(np.float32).astype(float)


def trust(X, Y, k=15, sample=2000):
    """Trustworthiness (Venna and Kaski 2001) of some rows against all."""
    rows = np.arange(sample) * len(X) // sample
    cost = 0
    for i in rows:
        near = ((Y - Y[i]) ** 2).sum(1)
        near[i] = np.inf
        far = ((X - X[i]) ** 2).sum(1)
        far[i] = np.inf
        rank = np.searchsorted(np.sort(far), far[np.argpartition(near, k)[:k]], side="left") + 1
        cost += np.maximum(rank - k, 0).sum()
    n = len(X)
    return 1 - 2 * cost / (sample * k * (2 * n - 3 * k - 1))


def maps(bench):
    X = clouds()
    for method in ("umap", "tsne"):
        ours, own = bench.ours("map", X=X, method=method)
        answer, theirs = bench.peer(method, X=X)
        a, b = trust(X, ours), trust(X, answer)
        bench.need(a >= b - 0.01, f"{method}: trustworthiness within 0.01 of the peer")
        bench.need(own["seconds"] <= theirs["seconds"], f"{method}: at most the time of the peer")
        bench.tell(method, trustworthiness=a, peer_trustworthiness=b, seconds=own["seconds"], peer_seconds=theirs["seconds"],
                   cpu=own["cpu"], peer_cpu=theirs["cpu"], mb=own["mb"], peer_mb=theirs["mb"])


PARTS = {part.__name__: part for part in (ols, genre, popularity, forest, affinity, isolation, maps)}


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], metavar="PART", help=", ".join(PARTS))
    parser.add_argument("--program", type=pathlib.Path, default=ROOT / "build/bench/benchmarks/learning/learning_tasks")
    parser.add_argument("--folds", type=int, default=5, help="how many of the five folds are judged")
    options = parser.parse_args()
    if not os.access(options.program, os.X_OK):
        sys.exit(f"run.py: no program at {options.program}; run: cmake --preset bench && cmake --build --preset bench --target learning_tasks")
    with tempfile.TemporaryDirectory(prefix="attune-bench-") as folder:
        bench = Bench(options, pathlib.Path(folder))
        for part in options.parts or PARTS:
            if part in ("ols", "genre", "popularity", "forest", "affinity") and not (DATA / "tidytuesday").is_dir():
                print(f"{part}: skipped, there is no {DATA / 'tidytuesday'}")
                continue
            PARTS[part](bench)
    out = ROOT / "build/bench/learning.json"
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(json.dumps(bench.results, indent=1, default=float))
    for text in bench.missed:
        print("missed: " + text)
    return 1 if bench.missed else 0


if __name__ == "__main__":
    sys.exit(main())
