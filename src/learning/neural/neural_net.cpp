#include "learning/neural/neural_net.h"

#include "core/error.h"
#include "core/json.h"
#include "core/random.h"
#include "learning/judging/folds.h"
#include "learning/saved_model.h"

#include <Eigen/Core>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace attune::learning {
namespace {

constexpr std::string_view model_name = "neural_net";

using Values = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
using RowValues = Eigen::Matrix<float, 1, Eigen::Dynamic>;
using Index = Eigen::Index;

Index to_index(std::size_t i) { return static_cast<Index>(i); }

/// The numbers of one layer, or changes of them.
struct Block {
    Values W;  // (n_outputs, n_inputs)
    RowValues b;

    static Block zeros(const Block& like) {
        return {Values::Zero(like.W.rows(), like.W.cols()), RowValues::Zero(like.b.size())};
    }
};
using Blocks = std::vector<Block>;

Blocks start_blocks(std::span<const std::size_t> sizes, Random& random) {
    Blocks blocks;
    for (std::size_t i = 0; i + 1 < sizes.size(); ++i) {
        Block block{Values(to_index(sizes[i + 1]), to_index(sizes[i])),
                    RowValues::Zero(to_index(sizes[i + 1]))};
        const double deviation = std::sqrt(2.0 / static_cast<double>(std::max<std::size_t>(sizes[i], 1)));
        for (Index j = 0; j < block.W.size(); ++j)
            block.W.data()[j] = static_cast<float>(deviation * random.normal());
        blocks.push_back(std::move(block));
    }
    return blocks;
}

/// Rows of margins become rows of probabilities.
void softmax(Values& margins) {
    for (Index row = 0; row < margins.rows(); ++row) {
        auto values = margins.row(row);
        values = (values.array() - values.maxCoeff()).exp();
        values /= values.sum();
    }
}

/// All layers of one pass: the input, the hidden layers after rectifying, the probabilities.
std::vector<Values> forward(const Blocks& blocks, const Values& input) {
    std::vector<Values> passed{input};
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        Values next = passed.back() * blocks[i].W.transpose();
        next.rowwise() += blocks[i].b;
        if (i + 1 < blocks.size())
            next = next.cwiseMax(0.0F);
        else
            softmax(next);
        passed.push_back(std::move(next));
    }
    return passed;
}

/// Adam: running means of the slope and of its square.
class Adam {
  public:
    Adam(const Blocks& like, float rate) : rate_(rate) {
        for (const auto& block : like) {
            mean_.push_back(Block::zeros(block));
            square_.push_back(Block::zeros(block));
        }
    }

    void step(Blocks& blocks, const Blocks& slopes) {
        ++n_steps_;
        const float step = rate_ * static_cast<float>(std::sqrt(1 - std::pow(0.999, n_steps_)) /
                                                      (1 - std::pow(0.9, n_steps_)));
        for (std::size_t i = 0; i < blocks.size(); ++i) {
            update(blocks[i].W, slopes[i].W, mean_[i].W, square_[i].W, step);
            update(blocks[i].b, slopes[i].b, mean_[i].b, square_[i].b, step);
        }
    }

  private:
    template <class T>
    static void update(T& values, const T& slope, T& mean, T& square, float step) {
        mean = 0.9F * mean + 0.1F * slope;
        square = 0.999F * square + 0.001F * slope.cwiseProduct(slope);
        values.array() -= step * mean.array() / (square.array().sqrt() + 1e-8F);
    }

    float rate_;
    double n_steps_ = 0;
    Blocks mean_;
    Blocks square_;
};

/// The training rows as the net sees them.
struct Rows {
    Values Z;
    std::vector<ClassIndex> labels;
    std::vector<float> weights;  // mean 1

    Values inputs(std::span<const std::size_t> rows) const {
        Values taken(to_index(rows.size()), Z.cols());
        for (std::size_t i = 0; i < rows.size(); ++i) taken.row(to_index(i)) = Z.row(to_index(rows[i]));
        return taken;
    }
};

double loss_on(const Blocks& blocks, const Rows& rows, std::span<const std::size_t> some) {
    double loss = 0;
    double total = 0;
    constexpr std::size_t block_rows = 1024;
    for (std::size_t first = 0; first < some.size(); first += block_rows) {
        const auto part = some.subspan(first, std::min(block_rows, some.size() - first));
        const auto P = forward(blocks, rows.inputs(part)).back();
        for (std::size_t i = 0; i < part.size(); ++i) {
            const double p = P(to_index(i), static_cast<Index>(rows.labels[part[i]]));
            loss -= rows.weights[part[i]] * std::log(std::max(p, 1e-7));
            total += rows.weights[part[i]];
        }
    }
    return total > 0 ? loss / total : 0;
}

/// One step down the slope of the loss on a batch.
void learn_batch(Blocks& blocks, Adam& adam, const Rows& rows, std::span<const std::size_t> batch,
                 const NeuralNetOptions& options, Random& random) {
    std::vector<Values> passed{rows.inputs(batch)};
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        Values next = passed.back() * blocks[i].W.transpose();
        next.rowwise() += blocks[i].b;
        if (i + 1 == blocks.size()) {
            softmax(next);
        } else {
            next = next.cwiseMax(0.0F);
            const float kept = 1 / (1 - options.dropout);
            for (Index j = 0; j < next.size() && options.dropout > 0; ++j)
                next.data()[j] *= random.uniform() < options.dropout ? 0.0F : kept;
        }
        passed.push_back(std::move(next));
    }
    Values error = passed.back();
    for (std::size_t i = 0; i < batch.size(); ++i) {
        error(to_index(i), static_cast<Index>(rows.labels[batch[i]])) -= 1;
        error.row(to_index(i)) *= rows.weights[batch[i]] / static_cast<float>(batch.size());
    }
    Blocks slopes(blocks.size());
    for (std::size_t i = blocks.size(); i-- > 0;) {
        slopes[i].W = error.transpose() * passed[i] + options.l2 * blocks[i].W;
        slopes[i].b = error.colwise().sum();
        if (i == 0) break;
        Values below = error * blocks[i].W;
        const float kept = 1 / (1 - options.dropout);
        // A unit at 0 was cut off or left out: nothing goes through it.
        error = (passed[i].array() > 0).select(below.array() * kept, 0.0F);
    }
    adam.step(blocks, slopes);
}

/// The rows to learn from and those that say when to stop.
Split hold_back(std::size_t n, std::span<const std::uint64_t> groups, const NeuralNetOptions& options) {
    std::vector<std::uint64_t> group_of(groups.begin(), groups.end());
    if (groups.empty()) {
        group_of.resize(n);
        std::iota(group_of.begin(), group_of.end(), std::uint64_t{0});
    }
    auto distinct = group_of;
    std::ranges::sort(distinct);
    const auto n_groups =
        static_cast<std::size_t>(std::unique(distinct.begin(), distinct.end()) - distinct.begin());
    const auto k = options.validation_share > 0
                       ? static_cast<std::size_t>(std::lround(1 / options.validation_share))
                       : 0;
    if (k < 2 || n_groups < 2 * k) {
        Split all;
        all.train.resize(n);
        std::iota(all.train.begin(), all.train.end(), std::size_t{0});
        return all;
    }
    return split(grouped_k_folds(group_of, k, options.seed), 0);
}

Rows rows_of(const Matrix& Z, std::span<const ClassIndex> labels, std::span<const float> weights) {
    Rows rows{Eigen::Map<const Values>(Z.values().data(), to_index(Z.n_rows()), to_index(Z.n_columns())),
              {labels.begin(), labels.end()},
              std::vector<float>(labels.size(), 1.0F)};
    if (weights.empty()) return rows;
    require(weights.size() == labels.size(), "weights must be empty or have {} values, got {}", labels.size(),
            weights.size());
    const double total = std::accumulate(weights.begin(), weights.end(), 0.0);
    for (std::size_t i = 0; i < weights.size(); ++i) {
        require(std::isfinite(weights[i]) && weights[i] >= 0, "a weight must be >= 0, got {}", weights[i]);
        rows.weights[i] = static_cast<float>(weights[i] * static_cast<double>(weights.size()) / total);
    }
    require(total > 0, "one weight at least must be > 0");
    return rows;
}

/// Passes over the rows until the loss on those held back no longer falls. @return the best numbers
Blocks train(Blocks blocks, const Rows& rows, const Split& parts, const NeuralNetOptions& options,
             Random& random, std::vector<double>& losses, const Task& task) {
    Adam adam(blocks, options.learning_rate);
    Blocks best = blocks;
    double least = std::numeric_limits<double>::infinity();
    int since_best = 0;
    auto order = parts.train;
    const auto batch = static_cast<std::size_t>(options.batch);
    for (int epoch = 0; epoch < options.epochs && since_best < options.patience; ++epoch) {
        task.report("training the net", static_cast<std::size_t>(epoch),
                    static_cast<std::size_t>(options.epochs));
        random.shuffle(order);
        for (std::size_t first = 0; first < order.size(); first += batch) {
            task.check();
            learn_batch(blocks, adam, rows,
                        std::span(order).subspan(first, std::min(batch, order.size() - first)), options,
                        random);
        }
        if (parts.test.empty()) continue;
        losses.push_back(loss_on(blocks, rows, parts.test));
        const bool is_better = losses.back() < least;
        since_best = is_better ? 0 : since_best + 1;
        if (is_better) {
            least = losses.back();
            best = blocks;
        }
    }
    return parts.test.empty() ? blocks : best;
}

}  // namespace

NeuralNet NeuralNet::fit(const Matrix& X, std::span<const ClassIndex> labels, std::size_t n_classes,
                         std::span<const float> weights, const NeuralNetOptions& options,
                         std::span<const std::uint64_t> groups, const Task& task) {
    check_ranges(options);
    require(!X.empty(), "a table to learn from must have rows and columns, got {} x {}", X.n_rows(),
            X.n_columns());
    require(labels.size() == X.n_rows(), "labels must have {} values, one a row, got {}", X.n_rows(),
            labels.size());
    require(groups.empty() || groups.size() == labels.size(),
            "groups must be empty or have {} values, got {}", labels.size(), groups.size());
    require(n_classes >= 2, "a label needs 2 classes at least, got {}", n_classes);
    class_counts(labels, n_classes);
    NeuralNet net;
    net.standardizer_ = Standardizer::fit(X, weights);
    const auto rows = rows_of(net.standardizer_.transform(X), labels, weights);
    const std::size_t sizes[] = {X.n_columns(), static_cast<std::size_t>(options.first_layer),
                                 static_cast<std::size_t>(options.second_layer), n_classes};
    Random random(options.seed);
    const auto blocks = train(start_blocks(sizes, random), rows, hold_back(labels.size(), groups, options),
                              options, random, net.validation_losses_, task);
    for (const auto& block : blocks) {
        Layer layer{
            Matrix(static_cast<std::size_t>(block.W.rows()), static_cast<std::size_t>(block.W.cols())),
            {block.b.data(), block.b.data() + block.b.size()}};
        std::copy_n(block.W.data(), block.W.size(), layer.weights.values().data());
        require(block.W.allFinite(), "training the net diverged; lower learning_rate");
        net.layers_.push_back(std::move(layer));
    }
    return net;
}

Matrix NeuralNet::predict(const Matrix& X) const {
    const auto Z = standardizer_.transform(X);
    Matrix P(X.n_rows(), n_classes());
    Blocks blocks;
    for (const auto& layer : layers_) {
        blocks.push_back(
            {Eigen::Map<const Values>(layer.weights.values().data(), to_index(layer.weights.n_rows()),
                                      to_index(layer.weights.n_columns())),
             Eigen::Map<const RowValues>(layer.bias.data(), to_index(layer.bias.size()))});
    }
    constexpr std::size_t block_rows = 1024;
    for (std::size_t first = 0; first < Z.n_rows(); first += block_rows) {
        const auto n = std::min(block_rows, Z.n_rows() - first);
        const Values input = Eigen::Map<const Values>(Z.values().data() + first * Z.n_columns(), to_index(n),
                                                      to_index(Z.n_columns()));
        const auto passed = forward(blocks, input);
        std::copy_n(passed.back().data(), passed.back().size(), P.values().data() + first * P.n_columns());
    }
    return P;
}

Json NeuralNet::save() const {
    auto saved = saved_model(model_name, 1);
    saved["standardizer"] = standardizer_.save();
    saved["layers"] = Json::array();
    for (const auto& layer : layers_) {
        const auto weights = layer.weights.values();
        saved["layers"].push_back({{"inputs", layer.weights.n_columns()},
                                   {"weights", std::vector<float>(weights.begin(), weights.end())},
                                   {"bias", layer.bias}});
    }
    return saved;
}

NeuralNet NeuralNet::load(const Json& saved) {
    return read_saved_model(saved, model_name, 1, [](const Json& fields) {
        NeuralNet net;
        net.standardizer_ = Standardizer::load(fields.at("standardizer"));
        std::size_t n_inputs = net.standardizer_.n_columns();
        for (const auto& saved_layer : fields.at("layers")) {
            Layer layer;
            layer.bias = saved_layer.at("bias").get<std::vector<float>>();
            const auto weights = saved_layer.at("weights").get<std::vector<float>>();
            require_intact(saved_layer.at("inputs").get<std::size_t>() == n_inputs && !layer.bias.empty() &&
                               weights.size() == n_inputs * layer.bias.size(),
                           model_name, "layers do not fit together");
            layer.weights = Matrix(layer.bias.size(), n_inputs);
            std::ranges::copy(weights, layer.weights.values().begin());
            n_inputs = layer.bias.size();
            net.layers_.push_back(std::move(layer));
        }
        require_intact(net.layers_.size() == 3, model_name, "not three layers");
        return net;
    });
}

}  // namespace attune::learning
