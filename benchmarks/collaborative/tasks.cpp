#include "tasks.h"

#include "core/error.h"
#include "core/parallel.h"
#include "core/random.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <numeric>
#include <sstream>
#include <unordered_map>

namespace attune::bench {
namespace {

using library::Interaction;
using library::Interactions;
using library::ItemIndex;
using library::UserIndex;

struct Triple {
    std::int64_t user;
    std::int64_t item;
    float value;
};

std::vector<Triple> read_triples(const std::filesystem::path& file, bool has_header) {
    std::ifstream in(file);
    std::string line;
    if (has_header) std::getline(in, line);
    std::vector<Triple> triples;
    while (std::getline(in, line)) {
        std::istringstream fields(line);
        Triple triple{};
        if (fields >> triple.user >> triple.item >> triple.value) triples.push_back(triple);
    }
    return triples;
}

/// Numbers from 0 in the order in which ids come.
class Numbers {
  public:
    std::uint32_t of(std::int64_t id) {
        return known_.emplace(id, static_cast<std::uint32_t>(known_.size())).first->second;
    }
    std::size_t size() const { return known_.size(); }

  private:
    std::unordered_map<std::int64_t, std::uint32_t> known_;
};

Interactions numbered(const std::vector<Triple>& triples, Numbers& users, Numbers& items) {
    std::vector<Interaction> entries;
    for (const auto& triple : triples)
        entries.push_back({users.of(triple.user), items.of(triple.item), triple.value});
    return {users.size(), items.size(), std::move(entries)};
}

/// Tells a share of a person's items and keeps back the rest.
Asked asked_for(const library::InteractionRow& row, double share_told, Random& random) {
    std::vector<std::size_t> order(row.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    random.shuffle(order);
    const auto n_told =
        static_cast<std::ptrdiff_t>(std::lround(share_told * static_cast<double>(row.size())));
    std::sort(order.begin(), order.begin() + n_told);
    std::sort(order.begin() + n_told, order.end());
    Asked person;
    for (std::size_t k = 0; k < order.size(); ++k) {
        if (static_cast<std::ptrdiff_t>(k) < n_told) {
            person.items.push_back(row.indices[order[k]]);
            person.values.push_back(row.values[order[k]]);
        } else {
            person.wanted.push_back(row.indices[order[k]]);
        }
    }
    return person;
}

/// The plays of the people who are not left out.
Interactions without(const Interactions& plays, const std::vector<bool>& left_out) {
    std::vector<Interaction> entries;
    UserIndex n_kept = 0;
    for (UserIndex user = 0; user < plays.n_users(); ++user) {
        if (left_out[user]) continue;
        const auto row = plays.row(user);
        for (std::size_t k = 0; k < row.size(); ++k)
            entries.push_back({n_kept, row.indices[k], row.values[k]});
        ++n_kept;
    }
    return {n_kept, plays.n_items(), std::move(entries)};
}

void write_part(const Task& task, const std::filesystem::path& folder) {
    std::filesystem::create_directories(folder);
    std::ofstream train(folder / "train.txt");
    train << task.train.n_users() << ' ' << task.train.n_items() << '\n';
    for (UserIndex user = 0; user < task.train.n_users(); ++user) {
        const auto row = task.train.row(user);
        for (std::size_t k = 0; k < row.size(); ++k)
            train << user << ' ' << row.indices[k] << ' ' << row.values[k] << '\n';
    }
    std::ofstream people(folder / "people.txt");
    for (const auto& person : task.people) {
        for (std::size_t k = 0; k < person.items.size(); ++k)
            people << person.items[k] << ' ' << person.values[k] << ' ';
        people << '|';
        for (const auto item : person.wanted) people << ' ' << item;
        people << '\n';
    }
    require(train.good() && people.good(), "cannot write to {}", folder.string());
}

double dcg_of_hits(std::size_t n) {
    double sum = 0;
    for (std::size_t k = 0; k < n; ++k) sum += 1 / std::log2(static_cast<double>(k) + 2);
    return sum;
}

}  // namespace

std::filesystem::path data_folder() {
    if (const char* folder = std::getenv("ATTUNE_DATA")) return folder;
    const char* home = std::getenv("HOME");
    return std::filesystem::path(home != nullptr ? home : ".") / ".cache/attune-data";
}

std::optional<Interactions> hetrec_plays() {
    const auto file = data_folder() / "hetrec/user_artists.dat";
    if (!std::filesystem::exists(file)) return std::nullopt;
    Numbers users;
    Numbers items;
    return numbered(read_triples(file, true), users, items);
}

std::optional<TunedTask> hetrec_task(std::uint64_t seed) {
    const auto plays = hetrec_plays();
    if (!plays) return std::nullopt;
    std::vector<UserIndex> eligible;
    for (UserIndex user = 0; user < plays->n_users(); ++user) {
        if (plays->row(user).size() >= 10) eligible.push_back(user);
    }
    Random random(seed);
    random.shuffle(eligible);
    const std::size_t n_test = eligible.size() / 5;
    const std::size_t n_tune = (eligible.size() - n_test) / 10;
    TunedTask task{fmt::format("hetrec-{}", seed), {}, {}};
    std::vector<bool> left_out(plays->n_users(), false);
    for (std::size_t i = 0; i < n_test; ++i) {
        left_out[eligible[i]] = true;
        task.test.people.push_back(asked_for(plays->row(eligible[i]), 0.8, random));
    }
    task.test.train = without(*plays, left_out);
    for (std::size_t i = n_test; i < n_test + n_tune; ++i) {
        left_out[eligible[i]] = true;
        task.tune.people.push_back(asked_for(plays->row(eligible[i]), 0.8, random));
    }
    task.tune.train = without(*plays, left_out);
    return task;
}

std::optional<TunedTask> lastfm_split_task() {
    const auto folder = data_folder() / "lastfm_split";
    if (!std::filesystem::exists(folder / "data1.txt")) return std::nullopt;
    Numbers users;
    Numbers items;
    const auto train = read_triples(folder / "data1.txt", false);
    const auto test = read_triples(folder / "test1.txt", false);
    for (const auto* part : {&train, &test}) {
        for (const auto& triple : *part) users.of(triple.user), items.of(triple.item);
    }
    TunedTask task{"lastfm_split", {}, {}};
    task.test.train = numbered(train, users, items);
    const Interactions wanted = numbered(test, users, items);
    Random random(1);
    std::vector<Interaction> tune_entries;
    for (UserIndex user = 0; user < users.size(); ++user) {
        const auto row = task.test.train.row(user);
        Asked person{{row.indices.begin(), row.indices.end()}, {row.values.begin(), row.values.end()}, {}};
        for (const auto item : wanted.row(user).indices) {
            if (!std::binary_search(person.items.begin(), person.items.end(), item))
                person.wanted.push_back(item);
        }
        if (!person.wanted.empty()) task.test.people.push_back(std::move(person));
        Asked inner = asked_for(row, 0.9, random);
        for (std::size_t k = 0; k < inner.items.size(); ++k)
            tune_entries.push_back({user, inner.items[k], inner.values[k]});
        if (!inner.wanted.empty()) task.tune.people.push_back(std::move(inner));
    }
    task.tune.train = Interactions(users.size(), items.size(), std::move(tune_entries));
    return task;
}

Interactions invented_plays(std::size_t n_users, std::size_t n_items, double items_a_person,
                            std::uint64_t seed) {
    constexpr std::size_t n_tastes = 20;
    Random random(seed);
    const auto item_by_rank = [&] {  // density falls as rank^-0.8: inverse of its sum
        const double u = random.uniform();
        const double rank = std::pow(u, 5.0) * static_cast<double>(n_items);
        return std::min(n_items - 1, static_cast<std::size_t>(rank));
    };
    std::vector<Interaction> entries;
    std::vector<ItemIndex> items;
    for (UserIndex user = 0; user < n_users; ++user) {
        const double spread = std::exp(0.8 * random.normal() - 0.32);
        const auto count = static_cast<std::size_t>(
            std::clamp(items_a_person * spread, 2.0, 0.2 * static_cast<double>(n_items)));
        const std::size_t taste = random.below(n_tastes);
        items.clear();
        for (std::size_t draw = 0; draw < count + count / 4; ++draw) {  // some are drawn twice
            std::size_t item = item_by_rank();
            // Three of four are of one's taste: every n_tastes-th item.
            if (random.uniform() < 0.75) item = std::min(n_items - 1, item - item % n_tastes + taste);
            items.push_back(static_cast<ItemIndex>(item));
        }
        std::sort(items.begin(), items.end());
        items.erase(std::unique(items.begin(), items.end()), items.end());
        for (const auto item : items)
            entries.push_back(
                {user, item,
                 static_cast<float>(1 + std::floor(std::exp(3 * random.uniform() * random.uniform() * 2)))});
    }
    return {n_users, n_items, std::move(entries)};
}

void write_task(const TunedTask& task, const std::filesystem::path& folder) {
    write_part(task.tune, folder / "tune");
    write_part(task.test, folder / "test");
}

Quality quality_of(const std::vector<std::vector<ItemIndex>>& lists, const std::vector<Asked>& people) {
    require(lists.size() == people.size(), "there must be one list a person, got {} for {}", lists.size(),
            people.size());
    Quality mean;
    for (std::size_t person = 0; person < people.size(); ++person) {
        const auto& wanted = people[person].wanted;
        std::size_t hits_20 = 0;
        double dcg_20 = 0;
        double dcg_100 = 0;
        for (std::size_t rank = 0; rank < std::min<std::size_t>(100, lists[person].size()); ++rank) {
            if (!std::binary_search(wanted.begin(), wanted.end(), lists[person][rank])) continue;
            const double gain = 1 / std::log2(static_cast<double>(rank) + 2);
            dcg_100 += gain;
            if (rank < 20) dcg_20 += gain, ++hits_20;
        }
        const auto share = 1 / static_cast<double>(people.size());
        mean.recall_20 += share * static_cast<double>(hits_20) /
                          static_cast<double>(std::min<std::size_t>(20, wanted.size()));
        mean.ndcg_20 += share * dcg_20 / dcg_of_hits(std::min<std::size_t>(20, wanted.size()));
        mean.ndcg_100 += share * dcg_100 / dcg_of_hits(std::min<std::size_t>(100, wanted.size()));
    }
    return mean;
}

std::vector<ItemIndex> top_items(const collaborative::Recommender& model,
                                 const collaborative::Profile& profile, std::size_t n) {
    const auto scores = model.score(profile);
    std::vector<ItemIndex> order;
    order.reserve(scores.size());
    std::size_t own = 0;
    for (ItemIndex item = 0; item < scores.size(); ++item) {
        if (own < profile.items.size() && profile.items[own] == item) {
            ++own;
        } else {
            order.push_back(item);
        }
    }
    n = std::min(n, order.size());
    std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(n), order.end(),
                      [&](auto a, auto b) { return scores[a] != scores[b] ? scores[a] > scores[b] : a < b; });
    order.resize(n);
    return order;
}

std::vector<std::vector<ItemIndex>> lists_of(const collaborative::Recommender& model,
                                             const std::vector<Asked>& people, std::size_t threads) {
    std::vector<std::vector<ItemIndex>> lists(people.size());
    parallel_for(people.size(), threads,
                 [&](std::size_t i) { lists[i] = top_items(model, people[i].profile(), 100); });
    return lists;
}

std::vector<std::vector<ItemIndex>> read_lists(const std::filesystem::path& file) {
    std::ifstream in(file);
    require(in.good(), "cannot read {}", file.string());
    std::vector<std::vector<ItemIndex>> lists;
    std::string line;
    while (std::getline(in, line)) {
        std::istringstream fields(line);
        lists.emplace_back();
        for (ItemIndex item = 0; fields >> item;) lists.back().push_back(item);
    }
    return lists;
}

}  // namespace attune::bench
