#pragma once

#include "lab/classes/genre_study.h"
#include "lab/clusters/cluster_study.h"
#include "lab/numbers/popularity_study.h"
#include "shapes/shape.h"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace attune::shapes {

// All numbers of the studies of the lab: what `--json` shows and report.json holds.

/// The ends of a 95 % interval; null where none could be drawn.
using Ends = std::array<std::optional<double>, 2>;

/// A figure by both kinds of folds.
struct Judged {
    std::optional<double> random;
    std::optional<double> by_group;  ///< null without groups
    Ends random_interval;
    std::optional<Ends> by_group_interval;

    /// The one to believe: by groups where there are groups.
    const Ends& strictest_interval() const {
        return by_group_interval ? *by_group_interval : random_interval;
    }
    double strictest() const { return (by_group_interval ? by_group : random).value_or(0); }

    static void describe(Fields<Judged>& fields);
};

/// A track as a table names it; what the table does not say is empty.
struct NamedRow {
    std::string id;
    std::string artist;
    std::string title;

    static void describe(Fields<NamedRow>& fields);
};

struct ColumnUse {
    std::string name;
    std::string use;
    std::optional<std::string> reason;

    static void describe(Fields<ColumnUse>& fields);
};

struct Driver {
    std::string feature;
    double permutation = 0;
    double shap = 0;

    static void describe(Fields<Driver>& fields);
};

/// What all studies begin with.
struct StudyHead {
    std::string study;  ///< "genre", "popularity" or "clusters"
    std::size_t rows = 0;
    InOrder<std::size_t> dropped;
    std::vector<ColumnUse> columns;

    static void describe(Fields<StudyHead>& fields);
};

// Genres.

struct JudgedClass {
    std::optional<double> precision;
    std::optional<double> recall;
    std::optional<double> f1;
    std::size_t rows = 0;

    static void describe(Fields<JudgedClass>& fields);
};

struct GenreRule {
    Judged accuracy;

    static void describe(Fields<GenreRule>& fields);
};

struct GenreModel {
    std::string model;
    std::string sampling;
    Judged accuracy;
    Judged top2;
    Judged log_loss;
    std::optional<double> balanced_accuracy;
    std::optional<double> macro_f1;
    std::optional<double> calibration_error;
    InOrder<JudgedClass> per_class;
    std::vector<std::vector<std::size_t>> confusion;  ///< a row a true class, a column a class said

    static void describe(Fields<GenreModel>& fields);
};

struct CalibrationBin {
    double low = 0;
    double high = 0;
    std::size_t rows = 0;
    std::optional<double> confidence;
    std::optional<double> accuracy;

    static void describe(Fields<CalibrationBin>& fields);
};

struct SecondChance {
    std::size_t rows = 0;
    std::optional<double> first;
    std::optional<double> second;
    std::optional<double> by_chance;

    static void describe(Fields<SecondChance>& fields);
};

struct ToldTrack {
    NamedRow track;
    std::string label;
    std::string said;
    double confidence = 0;
    double label_probability = 0;

    static void describe(Fields<ToldTrack>& fields);
};

struct GenreFindings {
    std::vector<CalibrationBin> calibration;
    InOrder<SecondChance> second_chances;
    std::vector<ToldTrack> surest_right;
    std::vector<ToldTrack> surest_wrong;
    std::vector<ToldTrack> suspects;
    std::size_t n_suspects = 0;
    std::vector<Driver> drivers;

    static void describe(Fields<GenreFindings>& fields);
};

struct GenreStudy {
    StudyHead head;
    std::vector<std::string> classes;
    std::vector<std::string> features;
    InOrder<GenreRule> baselines;
    std::vector<GenreModel> models;
    GenreModel best;
    GenreFindings findings;
    std::optional<std::string> report;

    static void describe(Fields<GenreStudy>& fields);
};

// Numbers.

struct NumberRule {
    Judged mae;
    Judged r2;

    static void describe(Fields<NumberRule>& fields);
};

struct NumberModel {
    std::string model;
    Judged mae;
    Judged r2;
    std::optional<std::string> settings;

    static void describe(Fields<NumberModel>& fields);
};

struct Distribution {
    std::string name;
    std::size_t known = 0;
    std::size_t missing = 0;
    std::optional<double> mean;
    std::optional<double> deviation;
    std::optional<double> least;
    std::optional<double> lower_quartile;
    std::optional<double> median;
    std::optional<double> upper_quartile;
    std::optional<double> most;
    std::vector<std::size_t> bars;

    static void describe(Fields<Distribution>& fields);
};

struct GenreCounts {
    std::string column;
    std::size_t missing = 0;
    std::size_t different = 0;
    InOrder<std::size_t> rows;

    static void describe(Fields<GenreCounts>& fields);
};

struct Correlations {
    std::vector<std::string> names;
    std::vector<std::vector<std::optional<double>>> values;

    static void describe(Fields<Correlations>& fields);
};

struct Coefficient {
    std::string name;
    std::optional<double> estimate;
    std::optional<double> std_error;
    std::optional<double> t;
    std::optional<double> p;
    std::optional<double> low;
    std::optional<double> high;
    std::optional<double> vif;

    static void describe(Fields<Coefficient>& fields);
};

struct LinearFit {
    std::size_t rows = 0;
    std::size_t rank = 0;
    std::optional<double> r2;
    std::optional<double> r2_adjusted;
    std::optional<double> f;
    std::optional<double> f_p;
    std::optional<double> log_likelihood;
    std::optional<double> aic;
    std::optional<double> bic;
    std::optional<double> condition_number;
    std::vector<std::string> notes;
    std::vector<Coefficient> coefficients;

    static void describe(Fields<LinearFit>& fields);
};

struct PartError {
    std::string name;
    std::size_t rows = 0;
    std::optional<double> mae;
    Ends mae_interval;
    std::optional<double> rule_mae;
    std::optional<double> bias;

    static void describe(Fields<PartError>& fields);
};

struct PartErrors {
    std::vector<PartError> by_genre;
    std::vector<PartError> by_decade;

    static void describe(Fields<PartErrors>& fields);
};

struct Residuals {
    Distribution distribution;
    std::optional<double> coverage;
    Ends coverage_interval;
    std::optional<double> interval_width;
    std::vector<std::array<double, 2>> points;

    static void describe(Fields<Residuals>& fields);
};

struct Dependence {
    std::string feature;
    std::vector<std::optional<double>> at;
    std::vector<std::optional<double>> mean;
    std::vector<std::optional<double>> low;
    std::vector<std::optional<double>> high;

    static void describe(Fields<Dependence>& fields);
};

struct MovedTrack {
    NamedRow track;
    std::vector<std::optional<double>> values;
    std::vector<double> moved;

    static void describe(Fields<MovedTrack>& fields);
};

struct TrackContributions {
    double base = 0;
    std::vector<std::string> features;
    std::vector<MovedTrack> tracks;

    static void describe(Fields<TrackContributions>& fields);
};

struct DecadeDriver {
    std::string feature;
    std::optional<double> effect;
    std::optional<double> low;
    std::optional<double> high;
    double importance = 0;

    static void describe(Fields<DecadeDriver>& fields);
};

struct Decade {
    int from = 0;
    std::size_t rows = 0;
    std::optional<double> median;
    std::optional<double> r2;
    std::vector<DecadeDriver> drivers;

    static void describe(Fields<Decade>& fields);
};

struct PopularityStudy {
    StudyHead head;
    std::string target;
    std::vector<std::string> features;
    InOrder<NumberRule> baselines;
    std::vector<NumberModel> models;
    NumberModel best;
    std::vector<Distribution> distributions;
    std::optional<GenreCounts> genres;
    Correlations correlations;
    LinearFit ols;
    PartErrors errors;
    Residuals residuals;
    std::vector<Driver> drivers;
    std::vector<Dependence> dependence;
    TrackContributions contributions;
    std::vector<Decade> decades;
    std::optional<std::string> report;

    static void describe(Fields<PopularityStudy>& fields);
};

// Groups.

struct GroupQuality {
    std::string method;
    std::size_t clusters = 0;
    std::optional<double> silhouette;
    std::optional<double> davies_bouldin;
    std::optional<double> calinski_harabasz;
    std::optional<double> purity;
    std::optional<double> adjusted_rand;
    std::optional<double> normalized_mutual_information;

    static void describe(Fields<GroupQuality>& fields);
};

struct Trait {
    std::string feature;
    std::optional<double> mean;
    std::optional<double> deviations;

    static void describe(Fields<Trait>& fields);
};

struct TriedClusters {
    std::size_t clusters = 0;
    std::optional<double> silhouette;

    static void describe(Fields<TriedClusters>& fields);
};

struct StudyCluster {
    std::size_t cluster = 0;
    std::size_t rows = 0;
    double share = 0;
    std::vector<Trait> traits;
    std::vector<NamedRow> typical;
    InOrder<std::size_t> labels;

    static void describe(Fields<StudyCluster>& fields);
};

/// A row on the map.
struct MapPoint {
    double x = 0;
    double y = 0;
    std::size_t cluster = 0;

    static void describe(Fields<MapPoint>& fields);
};

struct ClusterMap {
    std::string drawing;
    std::optional<double> trustworthiness;
    std::optional<std::vector<MapPoint>> points;

    static void describe(Fields<ClusterMap>& fields);
};

struct OddRow {
    NamedRow track;
    std::size_t row = 0;
    std::optional<double> isolation;
    std::optional<double> z;
    std::optional<double> quartiles;
    std::optional<double> mahalanobis_p;
    Trait farthest;

    static void describe(Fields<OddRow>& fields);
};

struct ClusterStudy {
    StudyHead head;
    std::size_t sampled = 0;
    std::vector<std::string> features;
    std::optional<std::string> label;
    std::optional<double> majority;
    GroupQuality quality;
    std::vector<TriedClusters> tried;
    std::vector<GroupQuality> methods;
    std::vector<StudyCluster> clusters;
    ClusterMap map;
    std::vector<OddRow> odd;
    std::optional<std::string> report;
    std::optional<std::string> places;

    static void describe(Fields<ClusterStudy>& fields);
};

/// Their "report" is null.
GenreStudy shape_of(const lab::GenreStudy& study);
PopularityStudy shape_of(const lab::PopularityStudy& study);
/// Without the places of its rows, which are as many as the table has: places.csv has them.
ClusterStudy shape_of(const lab::ClusterStudy& study);

/// The places of the rows among which groups were sought.
std::vector<MapPoint> map_points(const lab::ClusterStudy& study);

// What the three are made with.

Ends ends_of(const lab::Interval& interval);
Judged judged_of(const lab::ByFolds& figure);
NamedRow named_row_of(const lab::TrackName& track);
std::vector<Driver> drivers_of(const std::vector<lab::Driver>& drivers);
StudyHead study_head(std::string study, std::size_t rows, const std::map<std::string, std::size_t>& dropped,
                     const std::vector<lab::ColumnUse>& columns);

}  // namespace attune::shapes
