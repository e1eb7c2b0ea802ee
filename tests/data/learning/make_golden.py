#!/usr/bin/env python3
"""Writes ols.json and elastic_net.json beside it: invented tables and what statsmodels and scikit-learn say of them.

Needs numpy, statsmodels and scikit-learn; the tests read what was written. Made with statsmodels 0.15 and
scikit-learn 1.9.
"""
import json
import pathlib

import numpy as np
import statsmodels.api as sm
from sklearn.linear_model import ElasticNet, LogisticRegression
from statsmodels.stats.outliers_influence import variance_inflation_factor

HERE = pathlib.Path(__file__).resolve().parent


def tables():
    rng = np.random.default_rng(20)
    n = 60
    a, b = rng.normal(size=n), rng.normal(size=n)
    near = a + 0.01 * rng.normal(size=n)
    yield "collinear", np.column_stack([a, near, b]), 1 + 2 * a - b + rng.normal(size=n), None
    x = rng.uniform(1, 10, n)
    yield "heteroscedastic", np.column_stack([x, x**2, 1e5 * b]), 3 + x + x * rng.normal(size=n), None
    level = rng.integers(0, 4, n)
    dummies = np.column_stack([(level == i).astype(float) for i in (1, 2, 3)] + [a])
    yield "weighted_dummies", dummies, level * 0.5 + a + rng.normal(size=n), rng.uniform(0.2, 3, n)
    full = np.column_stack([(level == i).astype(float) for i in range(4)])
    yield "full_dummies", full, level * 0.5 + rng.normal(size=n), None


def figures(X, y, weights, intercept, covariance, student):
    exog = sm.add_constant(X, has_constant="add") if intercept else X
    model = sm.OLS(y, exog) if weights is None else sm.WLS(y, exog, weights=weights)
    fit = model.fit() if covariance == "classical" else model.fit(cov_type=covariance.upper())
    if covariance != "classical":
        fit = model.fit(cov_type=covariance.upper(), use_t=student)
    interval = fit.conf_int()
    return {
        "intercept": intercept, "covariance": covariance, "student": student,
        "estimate": fit.params.tolist(), "std_error": fit.bse.tolist(), "t": fit.tvalues.tolist(), "p": fit.pvalues.tolist(),
        "low": interval[:, 0].tolist(), "high": interval[:, 1].tolist(),
        "r2": fit.rsquared, "r2_adjusted": fit.rsquared_adj, "f": float(fit.fvalue), "f_p": float(fit.f_pvalue),
        "log_likelihood": fit.llf, "aic": fit.aic, "bic": fit.bic, "df_model": float(fit.df_model), "df_residual": float(fit.df_resid),
        "residual_variance": fit.mse_resid, "condition_number": fit.condition_number,
        "vif": [variance_inflation_factor(exog, i) for i in range(int(intercept), exog.shape[1])] if weights is None and intercept else [],
    }


def ols():
    kinds = [(True, "classical", True), (False, "classical", True), (True, "hc0", False), (True, "hc1", True),
             (True, "hc2", True), (True, "hc3", True)]
    out = []
    for name, X, y, weights in tables():
        wanted = [(False, "classical", True)] if name == "full_dummies" else kinds
        out.append({"table": name, "X": X.tolist(), "y": y.tolist(), "weights": [] if weights is None else weights.tolist(),
                    "fits": [figures(X, y, weights, *kind) for kind in wanted]})
    return out


def elastic_net():
    rng = np.random.default_rng(21)
    X = rng.normal(size=(40, 5)) @ rng.normal(size=(5, 5)) * [1, 10, 0.1, 5, 2] + 3
    y = X[:, 0] - 0.2 * X[:, 1] + rng.normal(size=40)
    Z = (X - X.mean(0)) / X.std(0)
    labels = np.digitize(X[:, 0] + rng.normal(size=40), np.quantile(X[:, 0], [0.33, 0.66]))
    points = []
    for share in (1.0, 0.5, 0.0):
        for penalty in (0.5, 0.05, 0.005):
            fit = ElasticNet(alpha=penalty, l1_ratio=share, tol=1e-14, max_iter=1000000).fit(Z, y)
            points.append({"l1_share": share, "penalty": penalty, "coefficients": (fit.coef_ / X.std(0)).tolist(),
                           "intercept": float(fit.intercept_ - (fit.coef_ / X.std(0)) @ X.mean(0)), "r2": fit.score(Z, y)})
    multinomial = LogisticRegression(C=0.5, tol=1e-12, max_iter=100000).fit(Z, labels)
    return {"X": X.tolist(), "y": y.tolist(), "points": points, "labels": labels.tolist(),
            "multinomial": {"l2": 2, "probabilities": multinomial.predict_proba(Z).tolist()}}


def main():
    (HERE / "ols.json").write_text(json.dumps(ols()) + "\n")
    (HERE / "elastic_net.json").write_text(json.dumps(elastic_net()) + "\n")


if __name__ == "__main__":
    main()
