#pragma once

#include "core/kernels.h"
#include "core/trials.h"

#include <memory>
#include <new>

namespace attune::trials {

inline Fault try_vectors(const Kernels& kernels, const Draw& draw) {
    const auto kind = draw_kind(draw);
    const std::size_t n = draw() % 100;
    const Values x(draw, kind, n);
    Values y(draw, kind, n);
    const float factor = draw_number(draw, kind);
    Fault fault;
    Sum sum;
    for (std::size_t i = 0; i < n; ++i) sum.add(static_cast<double>(x[i]) * static_cast<double>(y[i]));
    expect(fault, sum, kernels.dot(x.data(), y.data(), n), fmt::format("{} dot of {}", kernels.name, n));
    const auto before = y;
    kernels.add(y.data(), factor, x.data(), n);
    for (std::size_t i = 0; i < n; ++i) {
        Sum added;
        added.add(static_cast<double>(before[i]))
            .add(static_cast<double>(factor) * static_cast<double>(x[i]));
        expect(fault, added, y[i], fmt::format("{} add of {}, place {}", kernels.name, n, i));
    }
    return fault;
}

inline Fault try_rows(const Kernels& kernels, const Draw& draw) {
    const auto kind = draw_kind(draw);
    const std::size_t n_rows = draw() % 11;
    const std::size_t n_columns = draw() % 50;
    const Values A(draw, kind, n_rows * n_columns);
    const Values x(draw, kind, n_columns);
    const Values b(draw, kind, n_rows);
    Values y(draw, kind, n_rows);
    Fault fault;
    std::vector<Sum> left(n_columns);
    Values residual(draw, kind, n_columns);
    for (std::size_t j = 0; j < n_columns; ++j) left[j].add(static_cast<double>(residual[j]));
    kernels.times(A.data(), n_rows, n_columns, x.data(), y.data());
    for (std::size_t row = 0; row < n_rows; ++row) {
        Sum product;
        for (std::size_t j = 0; j < n_columns; ++j)
            product.add(static_cast<double>(A[row * n_columns + j]) * static_cast<double>(x[j]));
        expect(fault, product, y[row],
               fmt::format("{} times {} x {}, row {}", kernels.name, n_rows, n_columns, row));
        const double off = static_cast<double>(b[row]) - product.value();
        const double size =
            std::abs(static_cast<double>(b[row])) + static_cast<double>(n_columns + 1) * product.size();
        for (std::size_t j = 0; j < n_columns; ++j) {
            const auto a = static_cast<double>(A[row * n_columns + j]);
            left[j].add(off * a, size * std::abs(a));
        }
    }
    kernels.add_residual(A.data(), n_rows, n_columns, x.data(), b.data(), residual.data());
    for (std::size_t j = 0; j < n_columns; ++j)
        expect(fault, left[j], residual[j],
               fmt::format("{} residual of {} x {}, column {}", kernels.name, n_rows, n_columns, j));
    return fault;
}

struct FreeWork {
    void operator()(float* memory) const { ::operator delete[](memory, std::align_val_t{64}); }
};

/// C += factor A B of any shape, either matrix transposed, C wider than it need be.
inline Fault try_product(const Kernels& kernels, const Draw& draw) {
    const auto kind = draw_kind(draw);
    Product p;
    p.n_rows = 1 + draw() % 30;
    p.n_columns = 1 + draw() % 40;
    p.n_inner = draw() % 8 == 0 ? 250 + draw() % 20 : draw() % 20;
    p.upper = draw() % 4 == 0;
    p.factor = draw_number(draw, Numbers::plain);
    const bool a_turned = draw() % 2 == 0;
    const bool b_turned = draw() % 2 == 0;
    const Values A(draw, kind, p.n_rows * p.n_inner);
    const Values B(draw, kind, p.n_inner * p.n_columns);
    p.c_row = p.n_columns + draw() % 5;
    Values C(draw, Numbers::plain, (p.n_rows - 1) * p.c_row + p.n_columns);
    const auto before = C;
    p.a = A.data();
    p.a_row = a_turned ? 1 : p.n_inner;
    p.a_column = a_turned ? p.n_rows : 1;
    p.b = B.data();
    p.b_row = b_turned ? 1 : p.n_columns;
    p.b_column = b_turned ? p.n_inner : 1;
    p.c = C.data();
    const std::unique_ptr<float[], FreeWork> work(
        static_cast<float*>(::operator new[](kernels.work_size * sizeof(float), std::align_val_t{64})));
    kernels.multiply(p, work.get());
    Fault fault;
    for (std::size_t at = 0; at < C.size(); ++at) {
        const auto i = at / p.c_row;
        const auto j = at % p.c_row;
        if (p.upper && j < i) continue;  // not wanted, and free
        Sum sum;
        sum.add(static_cast<double>(before[at]));
        for (std::size_t k = 0; j < p.n_columns && k < p.n_inner; ++k)
            sum.add(static_cast<double>(p.factor) * static_cast<double>(A[i * p.a_row + k * p.a_column]) *
                    static_cast<double>(B[k * p.b_row + j * p.b_column]));
        expect(fault, sum, C[at],
               fmt::format("{} product {} x {} x {}, place {}, {}", kernels.name, p.n_rows, p.n_inner,
                           p.n_columns, i, j));
    }
    return fault;
}

/// One of each, by every kind of processor that this one can be. @return the first fault
inline Fault try_kernels(const Draw& draw) {
    for (const Kernels* kind : usable_kernels()) {
        for (const auto trial : {try_vectors, try_rows, try_product}) {
            if (auto fault = trial(*kind, draw); !fault.empty()) return fault;
        }
    }
    return {};
}

}  // namespace attune::trials
