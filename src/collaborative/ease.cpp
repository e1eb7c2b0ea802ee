#include "collaborative/ease.h"

#include "collaborative/co_plays.h"
#include "collaborative/profile.h"
#include "core/error.h"

#include <algorithm>
#include <cmath>

namespace attune::collaborative {
namespace {

EaseSolver solver_for(const library::Interactions& plays, const EaseOptions& options) {
    const auto most = static_cast<std::size_t>(options.most_dense);
    if (options.solver != EaseSolver::automatic) {
        const std::size_t side = options.solver == EaseSolver::items    ? plays.n_items()
                                 : options.solver == EaseSolver::people ? plays.n_users()
                                                                        : 0;
        require(side <= most,
                "most_dense is {}, but a matrix of side {} is needed: raise it or let solver be automatic",
                most, side);
        return options.solver;
    }
    if (std::min(plays.n_users(), plays.n_items()) > most) return EaseSolver::sparse;
    return plays.n_users() < plays.n_items() ? EaseSolver::people : EaseSolver::items;
}

EaseProblem problem_of(const library::Interactions& plays, const EaseOptions& options) {
    EaseProblem problem{weights_of(options.weighting, options.scale, plays), {}, {}};
    const auto people_of = problem.X.transposed();
    const double of_own = static_cast<double>(options.dropout) / (1 - static_cast<double>(options.dropout));
    for (const double square : squared_lengths(people_of))
        problem.penalties.push_back(static_cast<double>(options.regularization) + of_own * square);
    for (library::ItemIndex item = 0; item < plays.n_items(); ++item) {
        const auto n_people = static_cast<double>(std::max<std::size_t>(1, people_of.row(item).size()));
        problem.factors.push_back(std::pow(n_people, -static_cast<double>(options.popularity_discount)));
    }
    return problem;
}

}  // namespace

Ease::Ease(const EaseOptions& options, std::string_view bytes) : options_(options) {
    ByteReader reader(bytes);
    form_ = load_ease_form(reader);
    reader.end();
}

void Ease::fit(const library::Interactions& plays, const FitSettings& settings, const Task& task) {
    check_plays(plays);
    const EaseProblem problem = problem_of(plays, options_);
    switch (solver_for(plays, options_)) {
        case EaseSolver::items: form_ = fit_ease_by_items(problem, settings, task); break;
        case EaseSolver::people: form_ = fit_ease_by_people(problem, settings, task); break;
        case EaseSolver::sparse:
        case EaseSolver::automatic:
            form_ = fit_ease_by_neighbours(problem, static_cast<std::size_t>(options_.neighbours), settings,
                                           task);
    }
}

std::vector<float> Ease::score(const Profile& profile) const {
    check_profile(profile, n_items());
    if (!form_) return {};
    return form_->score(profile.items, weights_of(options_.weighting, options_.scale, profile.values));
}

std::vector<ItemEvidence> Ease::explain(const Profile& profile, library::ItemIndex item) const {
    check_question(profile, item, n_items());
    const auto x = weights_of(options_.weighting, options_.scale, profile.values);
    const auto weights = form_->weights_for(profile.items, item);
    std::vector<ItemEvidence> evidence;
    for (std::size_t k = 0; k < profile.items.size(); ++k)
        evidence.push_back({profile.items[k], static_cast<double>(x[k]) * weights[k]});
    return evidence;
}

std::string Ease::save() const {
    require(form_ != nullptr, "a recommender must be fitted before it is saved");
    ByteWriter writer;
    form_->write(writer);
    return seal(name(), options(), writer);
}

std::unique_ptr<EaseForm> load_ease_form(ByteReader& reader) {
    switch (static_cast<EaseFormKind>(reader.count_up_to(2))) {
        case EaseFormKind::items: return load_ease_by_items(reader);
        case EaseFormKind::people: return load_ease_by_people(reader);
        case EaseFormKind::sparse: break;
    }
    return load_ease_by_neighbours(reader);
}

}  // namespace attune::collaborative
