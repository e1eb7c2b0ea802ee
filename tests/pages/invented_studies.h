#pragma once

#include "lab/classes/genre_study.h"
#include "lab/numbers/popularity_study.h"

namespace attune::pages {

/// A study of three classes with groups: 100 tracks of rock (60 told), 50 of pop (20), 50 of <b>edm</b> (40).
lab::GenreStudy invented_genre_study();

/// A study of popularity with every part filled; boosted trees are off by 10, the genre median by 12.5.
lab::PopularityStudy invented_popularity_study();

}  // namespace attune::pages
