#pragma once

#include "sources/source.h"

namespace attune::sources {

// The files of the HetRec 2011 Last.fm data set (GroupLens): tables with tabs and a header, in which people,
// artists and tags are numbers. Quotes in names are part of them; tags.dat is not UTF-8 throughout.
//
// Source: I. Cantador, P. Brusilovsky, T. Kuflik, "Second workshop on information heterogeneity and fusion in
// recommender systems (HetRec 2011)", RecSys 2011.

Source hetrec_artists_source() noexcept;  ///< artists.dat: id, name, url, pictureURL
Source hetrec_tags_source() noexcept;     ///< tags.dat: tagID, tagValue
Source hetrec_plays_source() noexcept;    ///< user_artists.dat: userID, artistID, weight
Source
hetrec_taggings_source() noexcept;  ///< user_taggedartists.dat: userID, artistID, tagID, day, month, year

}  // namespace attune::sources
