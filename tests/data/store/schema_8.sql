BEGIN TRANSACTION;
CREATE TABLE artist_block_changes (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES persons ON DELETE CASCADE,
    artist_id INTEGER NOT NULL REFERENCES artists,
    blocked INTEGER NOT NULL,
    at INTEGER NOT NULL
) STRICT;
INSERT INTO "artist_block_changes" VALUES(1,1,71,1,1796092972);
CREATE TABLE artist_entries (               -- which artists a provider of genres knows
    artist_id INTEGER NOT NULL REFERENCES artists,
    provider_id INTEGER NOT NULL REFERENCES providers,
    PRIMARY KEY (artist_id, provider_id)
) STRICT, WITHOUT ROWID;
INSERT INTO "artist_entries" VALUES(1,1);
INSERT INTO "artist_entries" VALUES(2,1);
INSERT INTO "artist_entries" VALUES(3,1);
INSERT INTO "artist_entries" VALUES(4,1);
INSERT INTO "artist_entries" VALUES(5,1);
INSERT INTO "artist_entries" VALUES(6,1);
INSERT INTO "artist_entries" VALUES(8,1);
INSERT INTO "artist_entries" VALUES(9,1);
INSERT INTO "artist_entries" VALUES(10,1);
INSERT INTO "artist_entries" VALUES(11,1);
INSERT INTO "artist_entries" VALUES(12,1);
INSERT INTO "artist_entries" VALUES(13,1);
INSERT INTO "artist_entries" VALUES(14,1);
INSERT INTO "artist_entries" VALUES(15,1);
INSERT INTO "artist_entries" VALUES(16,1);
INSERT INTO "artist_entries" VALUES(17,1);
INSERT INTO "artist_entries" VALUES(18,1);
INSERT INTO "artist_entries" VALUES(20,1);
INSERT INTO "artist_entries" VALUES(21,1);
INSERT INTO "artist_entries" VALUES(24,1);
INSERT INTO "artist_entries" VALUES(48,1);
INSERT INTO "artist_entries" VALUES(49,1);
INSERT INTO "artist_entries" VALUES(50,1);
INSERT INTO "artist_entries" VALUES(51,1);
INSERT INTO "artist_entries" VALUES(52,1);
INSERT INTO "artist_entries" VALUES(53,1);
INSERT INTO "artist_entries" VALUES(54,1);
INSERT INTO "artist_entries" VALUES(55,1);
INSERT INTO "artist_entries" VALUES(56,1);
INSERT INTO "artist_entries" VALUES(57,1);
INSERT INTO "artist_entries" VALUES(58,1);
INSERT INTO "artist_entries" VALUES(59,1);
INSERT INTO "artist_entries" VALUES(60,1);
INSERT INTO "artist_entries" VALUES(61,1);
INSERT INTO "artist_entries" VALUES(62,1);
INSERT INTO "artist_entries" VALUES(63,1);
INSERT INTO "artist_entries" VALUES(64,1);
INSERT INTO "artist_entries" VALUES(65,1);
INSERT INTO "artist_entries" VALUES(66,1);
INSERT INTO "artist_entries" VALUES(67,1);
INSERT INTO "artist_entries" VALUES(68,1);
CREATE TABLE artist_genres (
    artist_id INTEGER NOT NULL REFERENCES artists,
    tag_id INTEGER NOT NULL REFERENCES tags,
    provider_id INTEGER NOT NULL REFERENCES providers,
    PRIMARY KEY (artist_id, tag_id, provider_id)
) STRICT, WITHOUT ROWID;
INSERT INTO "artist_genres" VALUES(1,26,1);
INSERT INTO "artist_genres" VALUES(3,25,1);
INSERT INTO "artist_genres" VALUES(3,26,1);
INSERT INTO "artist_genres" VALUES(3,34,1);
INSERT INTO "artist_genres" VALUES(4,26,1);
INSERT INTO "artist_genres" VALUES(4,28,1);
INSERT INTO "artist_genres" VALUES(5,15,1);
INSERT INTO "artist_genres" VALUES(5,24,1);
INSERT INTO "artist_genres" VALUES(5,27,1);
INSERT INTO "artist_genres" VALUES(6,16,1);
INSERT INTO "artist_genres" VALUES(6,24,1);
INSERT INTO "artist_genres" VALUES(8,24,1);
INSERT INTO "artist_genres" VALUES(8,27,1);
INSERT INTO "artist_genres" VALUES(10,24,1);
INSERT INTO "artist_genres" VALUES(11,24,1);
INSERT INTO "artist_genres" VALUES(12,26,1);
INSERT INTO "artist_genres" VALUES(13,26,1);
INSERT INTO "artist_genres" VALUES(15,20,1);
INSERT INTO "artist_genres" VALUES(15,23,1);
INSERT INTO "artist_genres" VALUES(15,33,1);
INSERT INTO "artist_genres" VALUES(16,26,1);
INSERT INTO "artist_genres" VALUES(16,28,1);
INSERT INTO "artist_genres" VALUES(17,34,1);
INSERT INTO "artist_genres" VALUES(18,15,1);
INSERT INTO "artist_genres" VALUES(20,28,1);
INSERT INTO "artist_genres" VALUES(20,31,1);
INSERT INTO "artist_genres" VALUES(20,32,1);
INSERT INTO "artist_genres" VALUES(21,29,1);
INSERT INTO "artist_genres" VALUES(21,30,1);
INSERT INTO "artist_genres" VALUES(24,7,1);
INSERT INTO "artist_genres" VALUES(48,1,1);
INSERT INTO "artist_genres" VALUES(48,2,1);
INSERT INTO "artist_genres" VALUES(48,3,1);
INSERT INTO "artist_genres" VALUES(49,4,1);
INSERT INTO "artist_genres" VALUES(50,5,1);
INSERT INTO "artist_genres" VALUES(50,6,1);
INSERT INTO "artist_genres" VALUES(51,7,1);
INSERT INTO "artist_genres" VALUES(51,8,1);
INSERT INTO "artist_genres" VALUES(53,9,1);
INSERT INTO "artist_genres" VALUES(53,10,1);
INSERT INTO "artist_genres" VALUES(54,11,1);
INSERT INTO "artist_genres" VALUES(55,12,1);
INSERT INTO "artist_genres" VALUES(55,13,1);
INSERT INTO "artist_genres" VALUES(56,14,1);
INSERT INTO "artist_genres" VALUES(57,15,1);
INSERT INTO "artist_genres" VALUES(57,16,1);
INSERT INTO "artist_genres" VALUES(57,17,1);
INSERT INTO "artist_genres" VALUES(58,18,1);
INSERT INTO "artist_genres" VALUES(60,17,1);
INSERT INTO "artist_genres" VALUES(61,13,1);
INSERT INTO "artist_genres" VALUES(62,17,1);
INSERT INTO "artist_genres" VALUES(62,19,1);
INSERT INTO "artist_genres" VALUES(63,10,1);
INSERT INTO "artist_genres" VALUES(63,20,1);
INSERT INTO "artist_genres" VALUES(63,21,1);
INSERT INTO "artist_genres" VALUES(64,22,1);
INSERT INTO "artist_genres" VALUES(64,23,1);
INSERT INTO "artist_genres" VALUES(65,23,1);
INSERT INTO "artist_genres" VALUES(66,16,1);
INSERT INTO "artist_genres" VALUES(66,24,1);
INSERT INTO "artist_genres" VALUES(67,14,1);
INSERT INTO "artist_genres" VALUES(68,6,1);
INSERT INTO "artist_genres" VALUES(68,25,1);
CREATE TABLE artists (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,              -- the main artist as first written
    key TEXT NOT NULL UNIQUE         -- library::artist_key
) STRICT;
INSERT INTO "artists" VALUES(1,'Vashazond Quartet','vashazond quartet');
INSERT INTO "artists" VALUES(2,'Tautiafex Zukam','tautiafex zukam');
INSERT INTO "artists" VALUES(3,'Vethe$ Leidor','vethes leidor');
INSERT INTO "artists" VALUES(4,'Groondhizo10','groondhizo10');
INSERT INTO "artists" VALUES(5,'Neindaudoo','neindaudoo');
INSERT INTO "artists" VALUES(6,'The Honey of Kindses','the honey of kindses');
INSERT INTO "artists" VALUES(7,'Tasick Maudo','tasick maudo');
INSERT INTO "artists" VALUES(8,'Teidrooma & Cume','teidrooma and cume');
INSERT INTO "artists" VALUES(9,'Plaudim Quartet','plaudim quartet');
INSERT INTO "artists" VALUES(10,'Flunohox Lemír','flunohox lemir');
INSERT INTO "artists" VALUES(11,'Fadrala Highway','fadrala highway');
INSERT INTO "artists" VALUES(12,'Setrun Quartet','setrun quartet');
INSERT INTO "artists" VALUES(13,'Stooral Sateim','stooral sateim');
INSERT INTO "artists" VALUES(14,'The Nímas','the nimas');
INSERT INTO "artists" VALUES(15,'Posashen Tragriar','posashen tragriar');
INSERT INTO "artists" VALUES(16,'Dizeis Machine','dizeis machine');
INSERT INTO "artists" VALUES(17,'Bagre$ Drasin','bagres drasin');
INSERT INTO "artists" VALUES(18,'Loothoplu','loothoplu');
INSERT INTO "artists" VALUES(19,'Troostarack','troostarack');
INSERT INTO "artists" VALUES(20,'Gasooder','gasooder');
INSERT INTO "artists" VALUES(21,'The Honey of Tresoden','the honey of tresoden');
INSERT INTO "artists" VALUES(22,'kareliar','kareliar');
INSERT INTO "artists" VALUES(23,'DJ Trebreth','dj trebreth');
INSERT INTO "artists" VALUES(24,'Groziam Tiamiagil','groziam tiamiagil');
INSERT INTO "artists" VALUES(25,'Nuveim Machine','nuveim machine');
INSERT INTO "artists" VALUES(26,'トルユ','トルユ');
INSERT INTO "artists" VALUES(27,'Stojil Rivuco','stojil rivuco');
INSERT INTO "artists" VALUES(28,'The Window of Shooshian','the window of shooshian');
INSERT INTO "artists" VALUES(29,'Noshéreirk48','noshereirk48');
INSERT INTO "artists" VALUES(30,'Konoonoo, the Shadow','konoonoo the shadow');
INSERT INTO "artists" VALUES(31,'Tacevir Vigamtra','tacevir vigamtra');
INSERT INTO "artists" VALUES(32,'Rilen Rain','rilen rain');
INSERT INTO "artists" VALUES(33,'Sadrefe Bramau','sadrefe bramau');
INSERT INTO "artists" VALUES(34,'Dootrark & Neisond','dootrark and neisond');
INSERT INTO "artists" VALUES(35,'Petafloond','petafloond');
INSERT INTO "artists" VALUES(36,'Bronanil Nitumar','bronanil nitumar');
INSERT INTO "artists" VALUES(37,'Dotaum Tethor','dotaum tethor');
INSERT INTO "artists" VALUES(38,'Griaro Matren','griaro matren');
INSERT INTO "artists" VALUES(39,'The Shadow of Baustaliar','the shadow of baustaliar');
INSERT INTO "artists" VALUES(40,'Bisoo Neshe','bisoo neshe');
INSERT INTO "artists" VALUES(41,'ハユナ','ハユナ');
INSERT INTO "artists" VALUES(42,'Neithe & The Dream','neithe and the dream');
INSERT INTO "artists" VALUES(43,'Noohiajo','noohiajo');
INSERT INTO "artists" VALUES(44,'Golden Paveroond','golden paveroond');
INSERT INTO "artists" VALUES(45,'Rauroos Stode','rauroos stode');
INSERT INTO "artists" VALUES(46,'The Machine of Liatí','the machine of liati');
INSERT INTO "artists" VALUES(47,'Steflaura Nopial','steflaura nopial');
INSERT INTO "artists" VALUES(48,'Teisãniand Fopleitren','teisaniand fopleitren');
INSERT INTO "artists" VALUES(49,'Crystal Duliam','crystal duliam');
INSERT INTO "artists" VALUES(50,'Kitevil3','kitevil3');
INSERT INTO "artists" VALUES(51,'Shilerk & The Morning','shilerk and the morning');
INSERT INTO "artists" VALUES(52,'Meiflenam44','meiflenam44');
INSERT INTO "artists" VALUES(53,'Doolar Rain','doolar rain');
INSERT INTO "artists" VALUES(54,'The Dust of Rireibre','the dust of rireibre');
INSERT INTO "artists" VALUES(55,'Maumis Graugefis','maumis graugefis');
INSERT INTO "artists" VALUES(56,'Dreimenørk, the Letters','dreimenork the letters');
INSERT INTO "artists" VALUES(57,'Flufel Zomeick','flufel zomeick');
INSERT INTO "artists" VALUES(58,'Wild Viarcun','wild viarcun');
INSERT INTO "artists" VALUES(59,'Töjoth & The Feathers','tojoth and the feathers');
INSERT INTO "artists" VALUES(60,'Zaples Vebri','zaples vebri');
INSERT INTO "artists" VALUES(61,'Minaga Jopocein','minaga jopocein');
INSERT INTO "artists" VALUES(62,'Heplar Gruhar','heplar gruhar');
INSERT INTO "artists" VALUES(63,'Cegroth Doolein','cegroth doolein');
INSERT INTO "artists" VALUES(64,'Thosil Drogrend','thosil drogrend');
INSERT INTO "artists" VALUES(65,'Loothetei','loothetei');
INSERT INTO "artists" VALUES(66,'Tepa, the Satellite','tepa the satellite');
INSERT INTO "artists" VALUES(67,'tødrom','todrom');
INSERT INTO "artists" VALUES(68,'The Braloxs','the braloxs');
INSERT INTO "artists" VALUES(69,'Ina Tolvane','ina tolvane');
INSERT INTO "artists" VALUES(70,'Tolvane','tolvane');
INSERT INTO "artists" VALUES(71,'Odd Lantern','odd lantern');
INSERT INTO "artists" VALUES(72,'Odd Lantern & Ebba','odd lantern and ebba');
INSERT INTO "artists" VALUES(73,'The Testers','the testers');
INSERT INTO "artists" VALUES(74,'Björk Like','bjork like');
INSERT INTO "artists" VALUES(75,'A & B','a and b');
INSERT INTO "artists" VALUES(76,'Other','other');
INSERT INTO "artists" VALUES(77,'No','no');
INSERT INTO "artists" VALUES(78,'Bad','bad');
CREATE TABLE audio_analyses (
    content INTEGER NOT NULL,               -- hash of the bytes of the file, wherever it lies
    version INTEGER NOT NULL,
    duration_ms INTEGER NOT NULL,
    fingerprint BLOB NOT NULL,              -- words of 32 bits; may be empty
    details TEXT NOT NULL,                  -- JSON
    embedding BLOB NOT NULL,                -- float32; may be empty
    PRIMARY KEY (content, version)
) STRICT, WITHOUT ROWID;
INSERT INTO "audio_analyses" VALUES(-6582256766800137531,2,3000,X'','{"features":{"danceability":0.758869,"energy":0.438682,"key":9.0,"loudness":-10.8151,"mode":1.0,"speechiness":0.0,"acousticness":0.783769,"instrumentalness":1.0,"liveness":0.0,"valence":0.443949,"tempo":60.0927,"time_signature":4.0,"duration_ms":3000.0,"tempo_alternative":120.185,"confidence":{"danceability":0.105,"energy":0.12,"key":0.723954,"loudness":0.7,"mode":0.723954,"speechiness":0.075,"acousticness":0.09,"instrumentalness":0.075,"liveness":0.045,"valence":0.06,"tempo":0.116459,"time_signature":0.216345,"duration_ms":1.0}},"rhythm":{"pulse":0.930591,"steadiness":1.0,"onsets_per_s":1.6628},"tonality":{"tuning_cents":-1.51127,"key_strength":0.757002,"chroma":[0.0404773,0.209712,0.04637,0.0141092,0.182969,0.014105,0.0415475,0.162431,9.48662e-05,0.286821,0.000937829,0.000425148]},"loudness":{"integrated_lufs":-12.8151,"range_lu":0.0,"true_peak_dbtp":null,"sample_peak_dbfs":-9.54623,"clipped_share":0.0},"descriptors":{"loudness_lufs":-12.8151,"brightness_octaves":8.28068,"flatness":3.35944e-06,"high_share":2.39452e-07,"low_share":0.00156521,"crossing_deviation":0.0050081,"contrast_db":26.9079,"timbre_change":5.33576,"onsets_per_s":1.6628,"onset_strength_db":0.505346,"pulse":0.930591,"steadiness":1.0,"bass_pulse":0.661505,"dance_tempo":0.0896298,"tempo_octaves":5.90912,"majorness":0.136147,"key_strength":0.757002,"tonal_share":0.950198,"tuning_agreement":0.714291,"level_deviation_db":0.603978,"pause_share":0.0,"syllable_share":0.230481,"noise_floor_db":-46.0626,"floor_flatness":4.65946e-05,"gliding_share":0.00428479,"spectral_centroid_mean":310.981,"spectral_centroid_deviation":39.1015,"spectral_rolloff_mean":338.006,"spectral_rolloff_deviation":43.5482,"spectral_flatness_mean":3.35944e-06,"spectral_flatness_deviation":1.88224e-05,"zero_crossing_rate_mean":0.0296816,"zero_crossing_rate_deviation":0.0050081,"high_share_mean":2.39452e-07,"high_share_deviation":1.29326e-06,"low_share_mean":0.00156521,"low_share_deviation":0.00789928,"spectral_contrast_1_mean":43.7089,"spectral_contrast_1_deviation":7.8154,"spectral_contrast_2_mean":44.8236,"spectral_contrast_2_deviation":17.2374,"spectral_contrast_3_mean":21.8823,"spectral_contrast_3_deviation":6.77053,"spectral_contrast_4_mean":15.9661,"spectral_contrast_4_deviation":2.90045,"spectral_contrast_5_mean":8.15882,"spectral_contrast_5_deviation":10.8027,"mfcc_0_mean":33.354,"mfcc_0_deviation":9.45721,"mfcc_1_mean":45.0923,"mfcc_1_deviation":10.6923,"mfcc_2_mean":39.6927,"mfcc_2_deviation":7.09293,"mfcc_3_mean":32.4542,"mfcc_3_deviation":6.19428,"mfcc_4_mean":24.2057,"mfcc_4_deviation":5.59235,"mfcc_5_mean":15.3447,"mfcc_5_deviation":5.52625,"mfcc_6_mean":6.47816,"mfcc_6_deviation":6.06671,"mfcc_7_mean":-1.6839,"mfcc_7_deviation":6.68676,"mfcc_8_mean":-8.60335,"mfcc_8_deviation":7.0006,"mfcc_9_mean":-13.9109,"mfcc_9_deviation":6.7482,"mfcc_10_mean":-17.3853,"mfcc_10_deviation":5.93653,"mfcc_11_mean":-18.9835,"mfcc_11_deviation":4.82623,"mfcc_12_mean":-18.8543,"mfcc_12_deviation":3.85385,"mfcc_change_0_mean":0.239254,"mfcc_change_0_deviation":10.2741,"mfcc_change_1_mean":0.25124,"mfcc_change_1_deviation":11.0567,"mfcc_change_2_mean":0.114993,"mfcc_change_2_deviation":5.56052,"mfcc_change_3_mean":0.0325332,"mfcc_change_3_deviation":4.43021,"mfcc_change_4_mean":-0.0897159,"mfcc_change_4_deviation":4.17784,"mfcc_change_5_mean":-0.25998,"mfcc_change_5_deviation":3.64149,"mfcc_change_6_mean":-0.372362,"mfcc_change_6_deviation":3.14777,"mfcc_change_7_mean":-0.427449,"mfcc_change_7_deviation":2.85954,"mfcc_change_8_mean":-0.459289,"mfcc_change_8_deviation":2.97692,"mfcc_change_9_mean":-0.428855,"mfcc_change_9_deviation":3.34639,"mfcc_change_10_mean":-0.333199,"mfcc_change_10_deviation":3.67753,"mfcc_change_11_mean":-0.213611,"mfcc_change_11_deviation":3.83858,"mfcc_change_12_mean":-0.0757439,"mfcc_change_12_deviation":3.8075},"problems":[]}',X'86FC143E89F0E63FBC5C1440DD180140423CDA3F134D4F3F9A5476BEBF89B7BF066214C04D885EC023FD72C0000080C02F67BCBF6B7CBABF986AB2BFE5DEAABF883C9FBFFABA7BBF0E863DBFF12D0EBF88E603BFCD1325BFB6E67DBFA5919BBFF43EDEBF532293BFDB43ACBF8CFDAEBF6CDFA6BFAC40ABBF0000804000008040E7BEC03EC2884EBF2E9117C0309A2AC0476A9ABFE16477C067A7FDBF8EFFBEBF81F8A9BFAC1500409B86014060230AC0000000BF4727EABF3CC715C0AE541E40B056CBBC0000A0BF0000A0BFBBF474BF7CF915400000A0BF0000A0BF3807A73FBF9B56BFC294B5BF1D778ABEB8442E3F8B046F3D6C361540D4C44A40A9DC5540');
CREATE TABLE audio_files (
    path TEXT PRIMARY KEY,
    content INTEGER NOT NULL,
    n_bytes INTEGER NOT NULL,
    modified_ns INTEGER NOT NULL,
    track_id INTEGER REFERENCES tracks,     -- null: it could not be analysed
    description TEXT NOT NULL,              -- JSON
    problem TEXT NOT NULL,                  -- why it could not, else empty
    version INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "audio_files" VALUES('/music/plain.ogg',-6582256766800137531,10006,1796092969073025073,239,'{"title":"Brückenlicht","artists":["Ina Tolvane"],"recording_mbid":"3f1b2c4d-0000-4000-8000-00000000abcd"}','',2);
CREATE TABLE candidates (
    person_id INTEGER NOT NULL,
    cycle INTEGER NOT NULL,
    rank INTEGER NOT NULL,
    track_id INTEGER NOT NULL REFERENCES tracks,
    score REAL NOT NULL,
    probability REAL NOT NULL,
    PRIMARY KEY (person_id, cycle, rank),
    FOREIGN KEY (person_id, cycle) REFERENCES cycles ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
INSERT INTO "candidates" VALUES(1,1,1,201,4.19903251048393,8.75209034183295542241e-01);
INSERT INTO "candidates" VALUES(1,1,2,206,3.58295662264399439322e+00,8.83459994446510687993e-01);
INSERT INTO "candidates" VALUES(1,1,3,217,3.17636143535394976922e+00,6.11878367101674092154e-01);
INSERT INTO "candidates" VALUES(1,1,4,216,2.84274669837310378639e+00,0.601987521890359);
INSERT INTO "candidates" VALUES(1,1,5,180,1.88114950592048280064e+00,5.65828524346801087219e-01);
CREATE TABLE catalogue_entries (
    track_id INTEGER NOT NULL REFERENCES tracks,
    provider_id INTEGER NOT NULL REFERENCES providers,
    popularity REAL,
    is_explicit INTEGER,
    release_year INTEGER,
    import_number INTEGER NOT NULL,         -- the import that wrote it: its first row of a track wins
    PRIMARY KEY (track_id, provider_id)
) STRICT, WITHOUT ROWID;
INSERT INTO "catalogue_entries" VALUES(1,2,41.0,0,2017,1);
INSERT INTO "catalogue_entries" VALUES(2,2,78.0,0,1993,1);
INSERT INTO "catalogue_entries" VALUES(3,2,26.0,0,2003,1);
INSERT INTO "catalogue_entries" VALUES(4,2,60.0,0,1986,1);
INSERT INTO "catalogue_entries" VALUES(5,2,72.0,0,1995,1);
INSERT INTO "catalogue_entries" VALUES(6,2,60.0,0,1993,1);
INSERT INTO "catalogue_entries" VALUES(8,2,47.0,0,1996,1);
INSERT INTO "catalogue_entries" VALUES(10,2,56.0,0,2002,1);
INSERT INTO "catalogue_entries" VALUES(11,2,57.0,1,2002,1);
INSERT INTO "catalogue_entries" VALUES(12,2,66.0,0,2003,1);
INSERT INTO "catalogue_entries" VALUES(14,2,58.0,0,2002,1);
INSERT INTO "catalogue_entries" VALUES(15,2,14.0,0,1995,1);
INSERT INTO "catalogue_entries" VALUES(16,2,50.0,0,2002,1);
INSERT INTO "catalogue_entries" VALUES(17,2,67.0,0,2002,1);
INSERT INTO "catalogue_entries" VALUES(18,2,75.0,0,2000,1);
INSERT INTO "catalogue_entries" VALUES(19,2,57.0,0,2012,1);
INSERT INTO "catalogue_entries" VALUES(20,2,71.0,0,2022,1);
INSERT INTO "catalogue_entries" VALUES(21,2,51.0,0,2006,1);
INSERT INTO "catalogue_entries" VALUES(22,2,48.0,0,2022,1);
INSERT INTO "catalogue_entries" VALUES(24,2,46.0,1,1985,1);
INSERT INTO "catalogue_entries" VALUES(25,2,64.0,0,2000,1);
INSERT INTO "catalogue_entries" VALUES(26,2,53.0,0,1984,1);
INSERT INTO "catalogue_entries" VALUES(27,2,33.0,0,2003,1);
INSERT INTO "catalogue_entries" VALUES(29,2,43.0,0,2014,1);
INSERT INTO "catalogue_entries" VALUES(30,2,53.0,0,2019,1);
INSERT INTO "catalogue_entries" VALUES(31,2,64.0,0,2011,1);
INSERT INTO "catalogue_entries" VALUES(32,2,51.0,0,1985,1);
INSERT INTO "catalogue_entries" VALUES(33,2,50.0,0,1995,1);
INSERT INTO "catalogue_entries" VALUES(34,2,40.0,0,2009,1);
INSERT INTO "catalogue_entries" VALUES(35,2,57.0,1,1995,1);
INSERT INTO "catalogue_entries" VALUES(36,2,66.0,0,1995,1);
INSERT INTO "catalogue_entries" VALUES(38,2,53.0,0,2000,1);
INSERT INTO "catalogue_entries" VALUES(39,2,36.0,0,1991,1);
INSERT INTO "catalogue_entries" VALUES(40,2,20.0,0,2003,1);
INSERT INTO "catalogue_entries" VALUES(41,2,39.0,0,2009,1);
INSERT INTO "catalogue_entries" VALUES(42,2,36.0,0,1994,1);
INSERT INTO "catalogue_entries" VALUES(43,2,38.0,0,1994,1);
INSERT INTO "catalogue_entries" VALUES(44,2,40.0,0,1994,1);
INSERT INTO "catalogue_entries" VALUES(45,2,33.0,0,1986,1);
INSERT INTO "catalogue_entries" VALUES(46,2,17.0,0,2005,1);
INSERT INTO "catalogue_entries" VALUES(47,2,33.0,0,1984,1);
INSERT INTO "catalogue_entries" VALUES(50,2,45.0,1,2010,1);
INSERT INTO "catalogue_entries" VALUES(51,2,66.0,1,2003,1);
INSERT INTO "catalogue_entries" VALUES(52,2,45.0,0,2003,1);
INSERT INTO "catalogue_entries" VALUES(53,2,43.0,0,1996,1);
INSERT INTO "catalogue_entries" VALUES(54,2,88.0,0,2022,1);
INSERT INTO "catalogue_entries" VALUES(55,2,77.0,0,2022,1);
INSERT INTO "catalogue_entries" VALUES(56,2,57.0,0,2015,1);
INSERT INTO "catalogue_entries" VALUES(57,2,40.0,0,2014,1);
INSERT INTO "catalogue_entries" VALUES(58,2,43.0,0,2014,1);
INSERT INTO "catalogue_entries" VALUES(59,2,84.0,0,1995,1);
INSERT INTO "catalogue_entries" VALUES(60,2,60.0,0,1993,1);
INSERT INTO "catalogue_entries" VALUES(62,2,18.0,0,2003,1);
INSERT INTO "catalogue_entries" VALUES(63,2,16.0,0,2014,1);
INSERT INTO "catalogue_entries" VALUES(64,2,19.0,0,2012,1);
INSERT INTO "catalogue_entries" VALUES(65,2,36.0,0,2017,1);
INSERT INTO "catalogue_entries" VALUES(66,2,29.0,0,2009,1);
INSERT INTO "catalogue_entries" VALUES(68,2,40.0,0,1985,1);
INSERT INTO "catalogue_entries" VALUES(69,2,46.0,0,1985,1);
INSERT INTO "catalogue_entries" VALUES(70,2,36.0,0,1991,1);
INSERT INTO "catalogue_entries" VALUES(71,2,50.0,0,2007,1);
INSERT INTO "catalogue_entries" VALUES(72,2,45.0,0,2014,1);
INSERT INTO "catalogue_entries" VALUES(73,2,48.0,0,2007,1);
INSERT INTO "catalogue_entries" VALUES(74,2,28.0,0,2007,1);
INSERT INTO "catalogue_entries" VALUES(75,2,38.0,0,2007,1);
INSERT INTO "catalogue_entries" VALUES(76,2,40.0,0,1985,1);
INSERT INTO "catalogue_entries" VALUES(77,2,27.0,0,1991,1);
INSERT INTO "catalogue_entries" VALUES(79,2,54.0,0,1981,1);
INSERT INTO "catalogue_entries" VALUES(117,2,10.0,1,2013,1);
INSERT INTO "catalogue_entries" VALUES(118,2,12.0,0,2013,1);
INSERT INTO "catalogue_entries" VALUES(119,2,0.0,0,2013,1);
INSERT INTO "catalogue_entries" VALUES(120,2,10.0,0,2013,1);
INSERT INTO "catalogue_entries" VALUES(121,2,2.0,0,2015,1);
INSERT INTO "catalogue_entries" VALUES(122,2,12.0,0,2013,1);
INSERT INTO "catalogue_entries" VALUES(123,2,6.0,0,2013,1);
INSERT INTO "catalogue_entries" VALUES(124,2,17.0,0,2013,1);
INSERT INTO "catalogue_entries" VALUES(125,2,0.0,0,2013,1);
INSERT INTO "catalogue_entries" VALUES(126,2,25.0,0,2013,1);
INSERT INTO "catalogue_entries" VALUES(127,2,29.0,0,2013,1);
INSERT INTO "catalogue_entries" VALUES(128,2,13.0,0,2012,1);
INSERT INTO "catalogue_entries" VALUES(129,2,4.0,0,2012,1);
INSERT INTO "catalogue_entries" VALUES(130,2,7.0,0,2024,1);
INSERT INTO "catalogue_entries" VALUES(131,2,19.0,1,2024,1);
INSERT INTO "catalogue_entries" VALUES(132,2,57.0,0,2004,1);
INSERT INTO "catalogue_entries" VALUES(133,2,57.0,0,2004,1);
INSERT INTO "catalogue_entries" VALUES(134,2,76.0,0,2004,1);
INSERT INTO "catalogue_entries" VALUES(135,2,27.0,0,1996,1);
INSERT INTO "catalogue_entries" VALUES(136,2,15.0,0,1996,1);
INSERT INTO "catalogue_entries" VALUES(137,2,10.0,0,1996,1);
INSERT INTO "catalogue_entries" VALUES(138,2,34.0,0,1996,1);
INSERT INTO "catalogue_entries" VALUES(139,2,21.0,0,1996,1);
INSERT INTO "catalogue_entries" VALUES(140,2,0.0,0,1996,1);
INSERT INTO "catalogue_entries" VALUES(141,2,16.0,0,2016,1);
INSERT INTO "catalogue_entries" VALUES(142,2,16.0,0,2016,1);
INSERT INTO "catalogue_entries" VALUES(143,2,2.0,0,2025,1);
INSERT INTO "catalogue_entries" VALUES(144,2,11.0,0,2003,1);
INSERT INTO "catalogue_entries" VALUES(145,2,21.0,0,2003,1);
INSERT INTO "catalogue_entries" VALUES(146,2,14.0,0,2003,1);
INSERT INTO "catalogue_entries" VALUES(147,2,5.0,0,2003,1);
INSERT INTO "catalogue_entries" VALUES(148,2,8.0,0,2003,1);
INSERT INTO "catalogue_entries" VALUES(149,2,0.0,0,2003,1);
INSERT INTO "catalogue_entries" VALUES(150,2,3.0,0,2003,1);
INSERT INTO "catalogue_entries" VALUES(151,2,13.0,0,2003,1);
INSERT INTO "catalogue_entries" VALUES(152,2,3.0,0,2003,1);
INSERT INTO "catalogue_entries" VALUES(153,2,7.0,0,2003,1);
INSERT INTO "catalogue_entries" VALUES(154,2,6.0,0,2003,1);
INSERT INTO "catalogue_entries" VALUES(155,2,16.0,0,2003,1);
INSERT INTO "catalogue_entries" VALUES(156,2,0.0,0,2003,1);
INSERT INTO "catalogue_entries" VALUES(157,2,6.0,0,2003,1);
INSERT INTO "catalogue_entries" VALUES(158,2,28.0,0,1994,1);
INSERT INTO "catalogue_entries" VALUES(159,2,35.0,0,1994,1);
INSERT INTO "catalogue_entries" VALUES(160,2,45.0,0,1981,1);
INSERT INTO "catalogue_entries" VALUES(161,2,31.0,0,1981,1);
INSERT INTO "catalogue_entries" VALUES(162,2,41.0,0,1981,1);
INSERT INTO "catalogue_entries" VALUES(163,2,39.0,0,1981,1);
INSERT INTO "catalogue_entries" VALUES(164,2,8.0,0,2018,1);
INSERT INTO "catalogue_entries" VALUES(165,2,0.0,0,2018,1);
INSERT INTO "catalogue_entries" VALUES(166,2,30.0,0,2018,1);
INSERT INTO "catalogue_entries" VALUES(167,2,1.0,0,2018,1);
INSERT INTO "catalogue_entries" VALUES(168,2,10.0,0,2018,1);
INSERT INTO "catalogue_entries" VALUES(169,2,0.0,0,2018,1);
INSERT INTO "catalogue_entries" VALUES(170,2,0.0,0,2018,1);
INSERT INTO "catalogue_entries" VALUES(171,2,34.0,0,2018,1);
INSERT INTO "catalogue_entries" VALUES(172,2,23.0,0,2018,1);
INSERT INTO "catalogue_entries" VALUES(173,2,26.0,0,2018,1);
INSERT INTO "catalogue_entries" VALUES(174,2,22.0,0,2018,1);
INSERT INTO "catalogue_entries" VALUES(175,2,14.0,0,2018,1);
INSERT INTO "catalogue_entries" VALUES(176,2,22.0,0,2018,1);
INSERT INTO "catalogue_entries" VALUES(177,2,31.0,0,2010,1);
INSERT INTO "catalogue_entries" VALUES(178,2,46.0,0,2010,1);
INSERT INTO "catalogue_entries" VALUES(179,2,26.0,0,2010,1);
INSERT INTO "catalogue_entries" VALUES(180,2,50.0,0,2010,1);
INSERT INTO "catalogue_entries" VALUES(181,2,49.0,0,2010,1);
INSERT INTO "catalogue_entries" VALUES(182,2,36.0,0,2010,1);
INSERT INTO "catalogue_entries" VALUES(183,2,83.0,0,2016,1);
INSERT INTO "catalogue_entries" VALUES(184,2,8.0,0,2025,1);
INSERT INTO "catalogue_entries" VALUES(185,2,21.0,0,2025,1);
INSERT INTO "catalogue_entries" VALUES(186,2,19.0,0,2025,1);
INSERT INTO "catalogue_entries" VALUES(187,2,24.0,0,2025,1);
INSERT INTO "catalogue_entries" VALUES(188,2,6.0,0,2025,1);
INSERT INTO "catalogue_entries" VALUES(189,2,49.0,0,2025,1);
INSERT INTO "catalogue_entries" VALUES(190,2,29.0,0,2025,1);
INSERT INTO "catalogue_entries" VALUES(191,2,23.0,0,2025,1);
INSERT INTO "catalogue_entries" VALUES(192,2,17.0,1,2025,1);
INSERT INTO "catalogue_entries" VALUES(193,2,12.0,0,2025,1);
INSERT INTO "catalogue_entries" VALUES(194,2,10.0,0,1990,1);
INSERT INTO "catalogue_entries" VALUES(195,2,12.0,0,2025,1);
INSERT INTO "catalogue_entries" VALUES(196,2,13.0,0,2025,1);
INSERT INTO "catalogue_entries" VALUES(197,2,3.0,0,2025,1);
INSERT INTO "catalogue_entries" VALUES(198,2,3.0,1,2011,1);
INSERT INTO "catalogue_entries" VALUES(199,2,0.0,0,2011,1);
INSERT INTO "catalogue_entries" VALUES(200,2,68.0,0,2014,1);
INSERT INTO "catalogue_entries" VALUES(201,2,88.0,1,2014,1);
INSERT INTO "catalogue_entries" VALUES(202,2,52.0,0,2014,1);
INSERT INTO "catalogue_entries" VALUES(203,2,55.0,0,2014,1);
INSERT INTO "catalogue_entries" VALUES(204,2,45.0,1,2014,1);
INSERT INTO "catalogue_entries" VALUES(205,2,58.0,0,2014,1);
INSERT INTO "catalogue_entries" VALUES(206,2,69.0,0,2014,1);
INSERT INTO "catalogue_entries" VALUES(207,2,60.0,0,2014,1);
INSERT INTO "catalogue_entries" VALUES(208,2,0.0,0,2019,1);
INSERT INTO "catalogue_entries" VALUES(209,2,0.0,0,2025,1);
INSERT INTO "catalogue_entries" VALUES(210,2,46.0,1,2001,1);
INSERT INTO "catalogue_entries" VALUES(211,2,38.0,1,2010,1);
INSERT INTO "catalogue_entries" VALUES(212,2,23.0,0,2001,1);
INSERT INTO "catalogue_entries" VALUES(213,2,45.0,0,2001,1);
INSERT INTO "catalogue_entries" VALUES(214,2,42.0,0,2001,1);
INSERT INTO "catalogue_entries" VALUES(215,2,39.0,0,2001,1);
INSERT INTO "catalogue_entries" VALUES(216,2,64.0,0,2025,1);
INSERT INTO "catalogue_entries" VALUES(217,2,72.0,0,2025,1);
INSERT INTO "catalogue_entries" VALUES(218,2,4.0,0,2025,1);
INSERT INTO "catalogue_entries" VALUES(219,2,47.0,0,2025,1);
INSERT INTO "catalogue_entries" VALUES(220,2,8.0,0,2025,1);
INSERT INTO "catalogue_entries" VALUES(221,2,21.0,0,2025,1);
INSERT INTO "catalogue_entries" VALUES(222,2,31.0,0,2025,1);
INSERT INTO "catalogue_entries" VALUES(223,2,31.0,0,2025,1);
INSERT INTO "catalogue_entries" VALUES(224,2,14.0,0,2025,1);
INSERT INTO "catalogue_entries" VALUES(225,2,8.0,0,2025,1);
INSERT INTO "catalogue_entries" VALUES(226,2,13.0,0,2025,1);
INSERT INTO "catalogue_entries" VALUES(227,2,22.0,0,2025,1);
INSERT INTO "catalogue_entries" VALUES(231,3,50.0,NULL,NULL,2);
INSERT INTO "catalogue_entries" VALUES(232,3,40.0,NULL,NULL,2);
INSERT INTO "catalogue_entries" VALUES(233,3,40.0,NULL,NULL,2);
INSERT INTO "catalogue_entries" VALUES(239,4,NULL,NULL,NULL,3);
CREATE TABLE catalogue_imports (            -- numbers the transactions in which catalogues are imported
    number INTEGER PRIMARY KEY
) STRICT;
INSERT INTO "catalogue_imports" VALUES(1);
INSERT INTO "catalogue_imports" VALUES(2);
INSERT INTO "catalogue_imports" VALUES(3);
CREATE TABLE catalogue_rows (               -- digests of the rows that were read, so that reading again is quick
    provider_id INTEGER NOT NULL REFERENCES providers,
    digest INTEGER NOT NULL,
    PRIMARY KEY (provider_id, digest)
) STRICT, WITHOUT ROWID;
INSERT INTO "catalogue_rows" VALUES(2,-9216362710087651551);
INSERT INTO "catalogue_rows" VALUES(2,-9186360622601804414);
INSERT INTO "catalogue_rows" VALUES(2,-8784647025101627455);
INSERT INTO "catalogue_rows" VALUES(2,-8751318447447645847);
INSERT INTO "catalogue_rows" VALUES(2,-8564221359649408920);
INSERT INTO "catalogue_rows" VALUES(2,-8493681683720180301);
INSERT INTO "catalogue_rows" VALUES(2,-8367730284490728501);
INSERT INTO "catalogue_rows" VALUES(2,-8306387810658230455);
INSERT INTO "catalogue_rows" VALUES(2,-8161575516926450569);
INSERT INTO "catalogue_rows" VALUES(2,-8077266739089702771);
INSERT INTO "catalogue_rows" VALUES(2,-8077229207261701178);
INSERT INTO "catalogue_rows" VALUES(2,-7993340240576528535);
INSERT INTO "catalogue_rows" VALUES(2,-7961677116327966735);
INSERT INTO "catalogue_rows" VALUES(2,-7686120432259978055);
INSERT INTO "catalogue_rows" VALUES(2,-7634925890741812072);
INSERT INTO "catalogue_rows" VALUES(2,-7634874116883183073);
INSERT INTO "catalogue_rows" VALUES(2,-7622650254198956756);
INSERT INTO "catalogue_rows" VALUES(2,-7550025257538359494);
INSERT INTO "catalogue_rows" VALUES(2,-7447074794246122830);
INSERT INTO "catalogue_rows" VALUES(2,-7340755450447758403);
INSERT INTO "catalogue_rows" VALUES(2,-6935756967263723875);
INSERT INTO "catalogue_rows" VALUES(2,-6664092174609334096);
INSERT INTO "catalogue_rows" VALUES(2,-6632085589029227790);
INSERT INTO "catalogue_rows" VALUES(2,-6489151301552214905);
INSERT INTO "catalogue_rows" VALUES(2,-6425020185159344864);
INSERT INTO "catalogue_rows" VALUES(2,-6333650819039929622);
INSERT INTO "catalogue_rows" VALUES(2,-6323791670001328712);
INSERT INTO "catalogue_rows" VALUES(2,-6168991693567225503);
INSERT INTO "catalogue_rows" VALUES(2,-6077072029880845602);
INSERT INTO "catalogue_rows" VALUES(2,-5987858900250863611);
INSERT INTO "catalogue_rows" VALUES(2,-5904447152319921796);
INSERT INTO "catalogue_rows" VALUES(2,-5882369219910509863);
INSERT INTO "catalogue_rows" VALUES(2,-5826612127172505962);
INSERT INTO "catalogue_rows" VALUES(2,-5826535211245396874);
INSERT INTO "catalogue_rows" VALUES(2,-5795369936511173217);
INSERT INTO "catalogue_rows" VALUES(2,-5610037031570541757);
INSERT INTO "catalogue_rows" VALUES(2,-5484180750365022718);
INSERT INTO "catalogue_rows" VALUES(2,-5220652212654317475);
INSERT INTO "catalogue_rows" VALUES(2,-5043593852937523004);
INSERT INTO "catalogue_rows" VALUES(2,-4876332676666794036);
INSERT INTO "catalogue_rows" VALUES(2,-4583923607616559851);
INSERT INTO "catalogue_rows" VALUES(2,-4509400306361353474);
INSERT INTO "catalogue_rows" VALUES(2,-4328391370014782530);
INSERT INTO "catalogue_rows" VALUES(2,-4193706863130893117);
INSERT INTO "catalogue_rows" VALUES(2,-4132866857603089699);
INSERT INTO "catalogue_rows" VALUES(2,-3946650164263426580);
INSERT INTO "catalogue_rows" VALUES(2,-3837157003670210888);
INSERT INTO "catalogue_rows" VALUES(2,-3705966029741197757);
INSERT INTO "catalogue_rows" VALUES(2,-3521646666931589007);
INSERT INTO "catalogue_rows" VALUES(2,-3510396655255676820);
INSERT INTO "catalogue_rows" VALUES(2,-3335056963746238366);
INSERT INTO "catalogue_rows" VALUES(2,-3329611261864850811);
INSERT INTO "catalogue_rows" VALUES(2,-3294814608308584180);
INSERT INTO "catalogue_rows" VALUES(2,-3269452211729843582);
INSERT INTO "catalogue_rows" VALUES(2,-3264176820101668038);
INSERT INTO "catalogue_rows" VALUES(2,-3155564249210658008);
INSERT INTO "catalogue_rows" VALUES(2,-3043773030330931990);
INSERT INTO "catalogue_rows" VALUES(2,-3000943874840857296);
INSERT INTO "catalogue_rows" VALUES(2,-2909750163410331169);
INSERT INTO "catalogue_rows" VALUES(2,-2765057748252881320);
INSERT INTO "catalogue_rows" VALUES(2,-2370994970433990417);
INSERT INTO "catalogue_rows" VALUES(2,-2361343390682056470);
INSERT INTO "catalogue_rows" VALUES(2,-2319379382032870675);
INSERT INTO "catalogue_rows" VALUES(2,-2116039507848767566);
INSERT INTO "catalogue_rows" VALUES(2,-2101751053205193272);
INSERT INTO "catalogue_rows" VALUES(2,-2003078224828190557);
INSERT INTO "catalogue_rows" VALUES(2,-1757301313626046206);
INSERT INTO "catalogue_rows" VALUES(2,-1690506069148955936);
INSERT INTO "catalogue_rows" VALUES(2,-1610734815091837785);
INSERT INTO "catalogue_rows" VALUES(2,-1366925515780669839);
INSERT INTO "catalogue_rows" VALUES(2,-1336898193402973432);
INSERT INTO "catalogue_rows" VALUES(2,-1004103666790636698);
INSERT INTO "catalogue_rows" VALUES(2,-975013833332207617);
INSERT INTO "catalogue_rows" VALUES(2,-966925639338380586);
INSERT INTO "catalogue_rows" VALUES(2,-935835131063296833);
INSERT INTO "catalogue_rows" VALUES(2,-916251302409756900);
INSERT INTO "catalogue_rows" VALUES(2,-664289908241127674);
INSERT INTO "catalogue_rows" VALUES(2,-639808565949855005);
INSERT INTO "catalogue_rows" VALUES(2,-615314673396225378);
INSERT INTO "catalogue_rows" VALUES(2,-476943485506922781);
INSERT INTO "catalogue_rows" VALUES(2,-296690926833714238);
INSERT INTO "catalogue_rows" VALUES(2,-69858820215131247);
INSERT INTO "catalogue_rows" VALUES(2,-28989843464549490);
INSERT INTO "catalogue_rows" VALUES(2,-5903645973209442);
INSERT INTO "catalogue_rows" VALUES(2,55073885727130163);
INSERT INTO "catalogue_rows" VALUES(2,167620806742084636);
INSERT INTO "catalogue_rows" VALUES(2,329344039008361999);
INSERT INTO "catalogue_rows" VALUES(2,334049707775848631);
INSERT INTO "catalogue_rows" VALUES(2,350107959130273978);
INSERT INTO "catalogue_rows" VALUES(2,423397143182638534);
INSERT INTO "catalogue_rows" VALUES(2,427105527669434486);
INSERT INTO "catalogue_rows" VALUES(2,427425790428698678);
INSERT INTO "catalogue_rows" VALUES(2,434920380869835976);
INSERT INTO "catalogue_rows" VALUES(2,565747762746536502);
INSERT INTO "catalogue_rows" VALUES(2,657158112440571073);
INSERT INTO "catalogue_rows" VALUES(2,671953284434822461);
INSERT INTO "catalogue_rows" VALUES(2,725667804639764308);
INSERT INTO "catalogue_rows" VALUES(2,794292654845493267);
INSERT INTO "catalogue_rows" VALUES(2,857491633359210481);
INSERT INTO "catalogue_rows" VALUES(2,863673804366050765);
INSERT INTO "catalogue_rows" VALUES(2,895977483336730291);
INSERT INTO "catalogue_rows" VALUES(2,958877254719002550);
INSERT INTO "catalogue_rows" VALUES(2,972805314292911774);
INSERT INTO "catalogue_rows" VALUES(2,1227911750665667344);
INSERT INTO "catalogue_rows" VALUES(2,1439216430164458709);
INSERT INTO "catalogue_rows" VALUES(2,1473363647837549407);
INSERT INTO "catalogue_rows" VALUES(2,1528309285753454725);
INSERT INTO "catalogue_rows" VALUES(2,1544651214885250150);
INSERT INTO "catalogue_rows" VALUES(2,1699227398636834960);
INSERT INTO "catalogue_rows" VALUES(2,1892502545209792251);
INSERT INTO "catalogue_rows" VALUES(2,1893656933015130683);
INSERT INTO "catalogue_rows" VALUES(2,2060827719477859882);
INSERT INTO "catalogue_rows" VALUES(2,2167976008098612504);
INSERT INTO "catalogue_rows" VALUES(2,2183082058106961638);
INSERT INTO "catalogue_rows" VALUES(2,2196709243214103989);
INSERT INTO "catalogue_rows" VALUES(2,2276568645318327634);
INSERT INTO "catalogue_rows" VALUES(2,2291135974582941729);
INSERT INTO "catalogue_rows" VALUES(2,2304410407880568210);
INSERT INTO "catalogue_rows" VALUES(2,2315020362173883676);
INSERT INTO "catalogue_rows" VALUES(2,2431915904527160755);
INSERT INTO "catalogue_rows" VALUES(2,2471944170008201161);
INSERT INTO "catalogue_rows" VALUES(2,2500688612512899050);
INSERT INTO "catalogue_rows" VALUES(2,2544258872229331640);
INSERT INTO "catalogue_rows" VALUES(2,2750165001028267606);
INSERT INTO "catalogue_rows" VALUES(2,2899762751889967255);
INSERT INTO "catalogue_rows" VALUES(2,2919452459561173996);
INSERT INTO "catalogue_rows" VALUES(2,3180187109802209465);
INSERT INTO "catalogue_rows" VALUES(2,3377379221863039969);
INSERT INTO "catalogue_rows" VALUES(2,3429701752272618872);
INSERT INTO "catalogue_rows" VALUES(2,3463497335198225902);
INSERT INTO "catalogue_rows" VALUES(2,3528466405562931760);
INSERT INTO "catalogue_rows" VALUES(2,3566992724400820554);
INSERT INTO "catalogue_rows" VALUES(2,3595993560030794708);
INSERT INTO "catalogue_rows" VALUES(2,3771613641013699923);
INSERT INTO "catalogue_rows" VALUES(2,3915285933834332114);
INSERT INTO "catalogue_rows" VALUES(2,3918265170964270008);
INSERT INTO "catalogue_rows" VALUES(2,3982834667210525056);
INSERT INTO "catalogue_rows" VALUES(2,4114158261413100858);
INSERT INTO "catalogue_rows" VALUES(2,4137251265991184084);
INSERT INTO "catalogue_rows" VALUES(2,4294216312205146899);
INSERT INTO "catalogue_rows" VALUES(2,4555272900977974695);
INSERT INTO "catalogue_rows" VALUES(2,4775147654143381027);
INSERT INTO "catalogue_rows" VALUES(2,4818996841776453462);
INSERT INTO "catalogue_rows" VALUES(2,4853524024712352058);
INSERT INTO "catalogue_rows" VALUES(2,4971752348848073002);
INSERT INTO "catalogue_rows" VALUES(2,5032562873522857015);
INSERT INTO "catalogue_rows" VALUES(2,5054094193043442234);
INSERT INTO "catalogue_rows" VALUES(2,5204020257617207242);
INSERT INTO "catalogue_rows" VALUES(2,5224366796484603977);
INSERT INTO "catalogue_rows" VALUES(2,5365266380861112538);
INSERT INTO "catalogue_rows" VALUES(2,5372553886205288833);
INSERT INTO "catalogue_rows" VALUES(2,5468834963032385761);
INSERT INTO "catalogue_rows" VALUES(2,5495611611473740411);
INSERT INTO "catalogue_rows" VALUES(2,5498110401845887741);
INSERT INTO "catalogue_rows" VALUES(2,5662193495482662672);
INSERT INTO "catalogue_rows" VALUES(2,5804610358874271918);
INSERT INTO "catalogue_rows" VALUES(2,5828072221661372450);
INSERT INTO "catalogue_rows" VALUES(2,5852146205880195856);
INSERT INTO "catalogue_rows" VALUES(2,5872882454371756139);
INSERT INTO "catalogue_rows" VALUES(2,5873422453510189155);
INSERT INTO "catalogue_rows" VALUES(2,5984276961641176288);
INSERT INTO "catalogue_rows" VALUES(2,5997502516698557503);
INSERT INTO "catalogue_rows" VALUES(2,6124504488892248564);
INSERT INTO "catalogue_rows" VALUES(2,6124818675021027469);
INSERT INTO "catalogue_rows" VALUES(2,6167572876502661901);
INSERT INTO "catalogue_rows" VALUES(2,6543460528238397693);
INSERT INTO "catalogue_rows" VALUES(2,6597697702983915656);
INSERT INTO "catalogue_rows" VALUES(2,6713887255809943458);
INSERT INTO "catalogue_rows" VALUES(2,6857650559998712591);
INSERT INTO "catalogue_rows" VALUES(2,6982441895608239128);
INSERT INTO "catalogue_rows" VALUES(2,7165612721027995439);
INSERT INTO "catalogue_rows" VALUES(2,7223514159703936773);
INSERT INTO "catalogue_rows" VALUES(2,7266117407103014750);
INSERT INTO "catalogue_rows" VALUES(2,7267718611609115338);
INSERT INTO "catalogue_rows" VALUES(2,7414712716860683913);
INSERT INTO "catalogue_rows" VALUES(2,7440220780448733731);
INSERT INTO "catalogue_rows" VALUES(2,7522193913495804270);
INSERT INTO "catalogue_rows" VALUES(2,7693344534043324380);
INSERT INTO "catalogue_rows" VALUES(2,7960084772460677067);
INSERT INTO "catalogue_rows" VALUES(2,8028129886977716915);
INSERT INTO "catalogue_rows" VALUES(2,8147820872201513799);
INSERT INTO "catalogue_rows" VALUES(2,8183563896413083293);
INSERT INTO "catalogue_rows" VALUES(2,8432804310334784518);
INSERT INTO "catalogue_rows" VALUES(2,8492869805308445427);
INSERT INTO "catalogue_rows" VALUES(2,8695165144341631741);
INSERT INTO "catalogue_rows" VALUES(2,8991408243100310461);
INSERT INTO "catalogue_rows" VALUES(4,2609349175162953820);
CREATE TABLE community_artist_plays (       -- person_id and artist_id refer, but unchecked: see check_integrity()
    person_id INTEGER NOT NULL,
    artist_id INTEGER NOT NULL,
    ref INTEGER NOT NULL,                   -- hash of the item as the source names it; 0: counted listens
    count REAL NOT NULL,
    import_number INTEGER NOT NULL,         -- the import that stated it: its first count stands; 0: counted listens
    PRIMARY KEY (person_id, artist_id, ref)
) STRICT, WITHOUT ROWID;
INSERT INTO "community_artist_plays" VALUES(3,1,3725094281,13883.0,2);
INSERT INTO "community_artist_plays" VALUES(3,4,3893795277,11690.0,2);
INSERT INTO "community_artist_plays" VALUES(4,1,3725094281,12.0,2);
INSERT INTO "community_artist_plays" VALUES(4,3,3463756619,1.0,2);
CREATE TABLE community_artist_tags (
    source_id INTEGER NOT NULL REFERENCES community_sources,
    artist_id INTEGER NOT NULL REFERENCES community_artists,
    tag_id INTEGER NOT NULL REFERENCES community_tags,
    count INTEGER NOT NULL,                 -- people who gave it
    PRIMARY KEY (source_id, artist_id, tag_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE community_artists (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,                     -- the main artist as first written
    key TEXT NOT NULL UNIQUE                -- library::artist_key; "#<source>:<number>" for one without a name
) STRICT;
INSERT INTO "community_artists" VALUES(1,'Mira Halden','mira halden');
INSERT INTO "community_artists" VALUES(2,'Halden, Mira','halden mira');
INSERT INTO "community_artists" VALUES(3,'Åsa og Havet','asa og havet');
INSERT INTO "community_artists" VALUES(4,'"Little Ox" Brandt','little ox brandt');
INSERT INTO "community_artists" VALUES(5,'The 12" Club','the 12 club');
CREATE TABLE community_imports (            -- numbers the transactions in which counts are imported
    number INTEGER PRIMARY KEY
) STRICT;
INSERT INTO "community_imports" VALUES(1);
INSERT INTO "community_imports" VALUES(2);
CREATE TABLE community_names (              -- what the numbers in the files of a source mean
    source_id INTEGER NOT NULL REFERENCES community_sources,
    kind INTEGER NOT NULL,                  -- library::CommunityName::Kind
    number TEXT NOT NULL,
    item_id INTEGER NOT NULL,               -- of community_artists or community_tags
    PRIMARY KEY (source_id, kind, number)
) STRICT, WITHOUT ROWID;
INSERT INTO "community_names" VALUES(2,0,'1',1);
INSERT INTO "community_names" VALUES(2,0,'2',4);
INSERT INTO "community_names" VALUES(2,0,'3',5);
INSERT INTO "community_names" VALUES(2,0,'4',3);
INSERT INTO "community_names" VALUES(2,1,'1',1);
INSERT INTO "community_names" VALUES(2,1,'2',2);
INSERT INTO "community_names" VALUES(2,1,'3',3);
INSERT INTO "community_names" VALUES(2,1,'4',4);
CREATE TABLE community_people (
    id INTEGER PRIMARY KEY,
    source_id INTEGER NOT NULL REFERENCES community_sources,
    hash INTEGER NOT NULL,                  -- salted, of the account as the source names it
    UNIQUE (source_id, hash)
) STRICT;
INSERT INTO "community_people" VALUES(1,1,6536722440379789003);
INSERT INTO "community_people" VALUES(2,1,-6814733424119662373);
INSERT INTO "community_people" VALUES(3,2,-9027125491678350897);
INSERT INTO "community_people" VALUES(4,2,-5552056779355431695);
INSERT INTO "community_people" VALUES(5,3,6536722440379789003);
INSERT INTO "community_people" VALUES(6,3,-6814733424119662373);
INSERT INTO "community_people" VALUES(7,3,-1744827411855704760);
CREATE TABLE community_salt (               -- one row: what the names of accounts are hashed with
    salt INTEGER NOT NULL
) STRICT;
INSERT INTO "community_salt" VALUES(-2862086811861110187);
CREATE TABLE community_seen (               -- digests of rows that count once: listens, taggings, dropped rows
    source_id INTEGER NOT NULL,
    digest INTEGER NOT NULL,                -- of a listen: 35 bits of its time, 28 of a hash; else 64 of a hash
    PRIMARY KEY (source_id, digest)
) STRICT, WITHOUT ROWID;
INSERT INTO "community_seen" VALUES(2,-8457689861703323749);
INSERT INTO "community_seen" VALUES(2,-7508682611672463703);
INSERT INTO "community_seen" VALUES(2,830193936392440692);
INSERT INTO "community_seen" VALUES(3,456340275247432138);
INSERT INTO "community_seen" VALUES(3,456340302233406884);
INSERT INTO "community_seen" VALUES(3,456340329135408021);
INSERT INTO "community_seen" VALUES(3,456340355956599340);
CREATE TABLE community_sources (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;
INSERT INTO "community_sources" VALUES(1,'community');
INSERT INTO "community_sources" VALUES(2,'hetrec');
INSERT INTO "community_sources" VALUES(3,'listenbrainz');
CREATE TABLE community_tags (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE               -- folded
) STRICT;
INSERT INTO "community_tags" VALUES(1,'slow rock');
INSERT INTO "community_tags" VALUES(2,'fjord pop');
INSERT INTO "community_tags" VALUES(3,'melancolie');
INSERT INTO "community_tags" VALUES(4,'80s');
CREATE TABLE community_track_plays (        -- unchecked as well
    person_id INTEGER NOT NULL,
    track_id INTEGER NOT NULL,
    ref INTEGER NOT NULL,
    count REAL NOT NULL,
    import_number INTEGER NOT NULL,
    PRIMARY KEY (person_id, track_id, ref)
) STRICT, WITHOUT ROWID;
INSERT INTO "community_track_plays" VALUES(1,1,2839638431,12.0,1);
INSERT INTO "community_track_plays" VALUES(1,2,1892862997,3.0,1);
INSERT INTO "community_track_plays" VALUES(2,3,1104663027,140.0,1);
INSERT INTO "community_track_plays" VALUES(2,4,94973795,1.0,1);
INSERT INTO "community_track_plays" VALUES(5,1,0,1.0,0);
INSERT INTO "community_track_plays" VALUES(6,3,0,1.0,0);
INSERT INTO "community_track_plays" VALUES(6,4,0,1.0,0);
INSERT INTO "community_track_plays" VALUES(7,3,0,1.0,0);
CREATE TABLE community_tracks (
    id INTEGER PRIMARY KEY,
    artist_id INTEGER NOT NULL REFERENCES community_artists,
    name TEXT NOT NULL,                     -- as first written
    name_key INTEGER NOT NULL UNIQUE        -- as in track_names
) STRICT;
INSERT INTO "community_tracks" VALUES(1,1,'Winter Ferry',7400882889172174195);
INSERT INTO "community_tracks" VALUES(2,2,'Winter Ferry',103757498414878709);
INSERT INTO "community_tracks" VALUES(3,3,'Salt',4377611858194745003);
INSERT INTO "community_tracks" VALUES(4,4,'Little Ox',1144803917119513965);
CREATE TABLE contributors (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES persons ON DELETE CASCADE,
    hash INTEGER,                           -- salted, of the account as files name it; NULL: known by name alone
    name TEXT NOT NULL,                     -- a letter, or what the person calls them
    UNIQUE (person_id, name)
) STRICT;
INSERT INTO "contributors" VALUES(1,1,466001389733376157,'Ann');
INSERT INTO "contributors" VALUES(2,1,-1290859135996013007,'B');
CREATE TABLE correction_rows (              -- what a correction that is in force has changed, in order: see RowLog
    position INTEGER PRIMARY KEY,
    correction_id INTEGER NOT NULL REFERENCES corrections,
    table_name TEXT NOT NULL,
    before TEXT,                            -- JSON, an object of columns; null: the row was added
    after TEXT                              -- null: the row was deleted
) STRICT;
INSERT INTO "correction_rows" VALUES(1,2,'listens','{"id":434875102457666598,"track_id":228}','{"id":434875102457666598,"track_id":231}');
INSERT INTO "correction_rows" VALUES(2,2,'listens','{"id":434875102613146863,"track_id":228}','{"id":434875102613146863,"track_id":231}');
INSERT INTO "correction_rows" VALUES(3,2,'listens','{"id":434875182988303398,"track_id":228}','{"id":434875182988303398,"track_id":231}');
INSERT INTO "correction_rows" VALUES(4,2,'listens','{"id":434875183143783663,"track_id":228}','{"id":434875183143783663,"track_id":231}');
INSERT INTO "correction_rows" VALUES(5,2,'track_names','{"name_key":281748107310780830,"track_id":228,"kind":0}','{"name_key":281748107310780830,"track_id":231,"kind":2}');
INSERT INTO "correction_rows" VALUES(6,2,'tracks','{"id":228,"artist_id":69,"artist_name":"Ina Tolvane","track_name":"Paper Harbour (Live)","release_name":"Second Light","title_key":"paper harbour","version_key":"live","duration_ms":null,"spotify_id":"","in_catalogue":0,"title_hash":-289267219197138296}',NULL);
INSERT INTO "correction_rows" VALUES(7,3,'listens','{"id":434875263634526391,"track_id":229}','{"id":434875263634526391,"track_id":232}');
INSERT INTO "correction_rows" VALUES(8,3,'listens','{"id":434875263704433008,"track_id":229}','{"id":434875263704433008,"track_id":232}');
INSERT INTO "correction_rows" VALUES(9,3,'track_names','{"name_key":4141422435282542378,"track_id":229,"kind":0}','{"name_key":4141422435282542378,"track_id":232,"kind":2}');
INSERT INTO "correction_rows" VALUES(10,3,'tracks','{"id":229,"artist_id":70,"artist_name":"Tolvane","track_name":"Salt Feathers","release_name":"Second Light","title_key":"salt feathers","version_key":"","duration_ms":null,"spotify_id":"","in_catalogue":0,"title_hash":1096330099534963691}',NULL);
INSERT INTO "correction_rows" VALUES(11,4,'tracks',NULL,'{"id":240,"artist_id":71,"artist_name":"Odd Lantern","track_name":"Embers","release_name":"","title_key":"embers","version_key":"","duration_ms":null,"spotify_id":"0000000000000000000004","in_catalogue":0,"title_hash":-1997571319577296877}');
INSERT INTO "correction_rows" VALUES(12,4,'track_names',NULL,'{"name_key":220186991902953814,"track_id":240,"kind":0}');
INSERT INTO "correction_rows" VALUES(13,4,'external_ids','{"scheme":"spotify","value":"0000000000000000000004","track_id":233,"method":"alternative artist"}','{"scheme":"spotify","value":"0000000000000000000004","track_id":240,"method":"manual"}');
INSERT INTO "correction_rows" VALUES(14,4,'track_names','{"name_key":220186991902953814,"track_id":233,"kind":1}',NULL);
CREATE TABLE corrections (                  -- only ever added to
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    kind INTEGER NOT NULL,                  -- store::CorrectionKind
    subject TEXT NOT NULL,                  -- "track:5", or an external id as "spotify:<id>"
    artist_name TEXT NOT NULL,              -- of the subject
    track_name TEXT NOT NULL,
    track_before INTEGER NOT NULL,          -- what the subject was taken for
    track_after INTEGER NOT NULL,           -- what it has been since
    is_undone INTEGER NOT NULL DEFAULT 0
) STRICT;
INSERT INTO "corrections" VALUES(1,1796092970,0,'track:228','Ina Tolvane','Paper Harbour (Live)',228,231,1);
INSERT INTO "corrections" VALUES(2,1796092970,0,'track:228','Ina Tolvane','Paper Harbour (Live)',228,231,0);
INSERT INTO "corrections" VALUES(3,1796092970,0,'track:229','Tolvane','Salt Feathers',229,232,0);
INSERT INTO "corrections" VALUES(4,1796092971,1,'spotify:0000000000000000000004','Odd Lantern','Embers',233,240,0);
INSERT INTO "corrections" VALUES(5,1796092971,2,'spotify:0000000000000000000003','Odd Lantern & Ebba','Embers',233,233,0);
CREATE TABLE current_runs (
    person_id INTEGER PRIMARY KEY REFERENCES persons ON DELETE CASCADE,
    run_id INTEGER NOT NULL REFERENCES runs ON DELETE CASCADE
) STRICT;
INSERT INTO "current_runs" VALUES(1,1);
CREATE TABLE cycles (
    person_id INTEGER NOT NULL REFERENCES persons ON DELETE CASCADE,
    number INTEGER NOT NULL,
    run_id INTEGER REFERENCES runs ON DELETE SET NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (person_id, number)
) STRICT, WITHOUT ROWID;
INSERT INTO "cycles" VALUES(1,1,1,1796092978);
CREATE TABLE derived (                      -- may be deleted at any time
    name TEXT PRIMARY KEY,
    key TEXT NOT NULL,                      -- of what it was worked out from
    bytes BLOB NOT NULL
) STRICT;
INSERT INTO "derived" VALUES('listeners/1','15 5',X'7B22636F6D6D756E697479223A22326634633139353864653864363532382D31322D38222C2261727469737473223A3239327D0A617474756E65207265636F6D6D656E6465722031206561736520726567756C6172697A6174696F6E3D313030302C64726F706F75743D302E332C706F70756C61726974795F646973636F756E743D302E312C776569676874696E673D737172742C7363616C653D72656C61746976652C736F6C7665723D6175746F6D617469632C6D6F73745F64656E73653D343030302C6E65696768626F7572733D3230300A000000000000000005000000000000001900000000000000000000007EF2663A8DFA1C3AD125683A0000008069B94A3A000000007BCB0EB5032C53B500000080D9201D3A5ED422B50000000096E8953A000000800AF5623A2D316BB5D06A923A000000000000008000000080000000800000008000000080000000006683081F651ECFF6617474756E65207265636F6D6D656E6465722031206561736520726567756C6172697A6174696F6E3D313030302C64726F706F75743D302E332C706F70756C61726974795F646973636F756E743D302E312C776569676874696E673D737172742C7363616C653D72656C61746976652C736F6C7665723D6175746F6D617469632C6D6F73745F64656E73653D343030302C6E65696768626F7572733D3230300A000000000000000004000000000000001000000000000000000000008D18683A00000080000000804446593A000000000000008000000080000000800000008000000000533D9C3A0000008000000080CEF7963A000000009DC4F87A199124FC');
CREATE TABLE dropped_rows (
    person_id INTEGER NOT NULL REFERENCES persons ON DELETE CASCADE,
    digest INTEGER NOT NULL,
    PRIMARY KEY (person_id, digest)
) STRICT, WITHOUT ROWID;
INSERT INTO "dropped_rows" VALUES(1,-7176395917519340572);
INSERT INTO "dropped_rows" VALUES(1,-5825571801981210311);
INSERT INTO "dropped_rows" VALUES(1,-2376799183548151005);
INSERT INTO "dropped_rows" VALUES(1,8534882505839868362);
CREATE TABLE external_ids (
    scheme TEXT NOT NULL,                   -- spotify, isrc, mbid
    value TEXT NOT NULL,
    track_id INTEGER NOT NULL REFERENCES tracks,
    method TEXT NOT NULL,                   -- how this id came to its track
    artist_name TEXT NOT NULL,              -- as the row that brought the id wrote it
    track_name TEXT NOT NULL,
    PRIMARY KEY (scheme, value)
) STRICT, WITHOUT ROWID;
INSERT INTO "external_ids" VALUES('mbid','3f1b2c4d-0000-4000-8000-00000000abcd',239,'new','Ina Tolvane','Brückenlicht');
INSERT INTO "external_ids" VALUES('spotify','0000000000000000000001',231,'new','Ina Tolvane','Paper Harbour');
INSERT INTO "external_ids" VALUES('spotify','0000000000000000000002',232,'new','Ina Tolvane','Salt Feathers');
INSERT INTO "external_ids" VALUES('spotify','0000000000000000000003',233,'new','Odd Lantern & Ebba','Embers');
INSERT INTO "external_ids" VALUES('spotify','0000000000000000000004',240,'manual','Odd Lantern','Embers');
INSERT INTO "external_ids" VALUES('spotify','0000000000000000000005',230,'name','Odd Lantern','North');
INSERT INTO "external_ids" VALUES('spotify','008ZQsX3q6fAx3aRpuuYzH',200,'new','Cegroth Doolein','Docaustath, Pt. 3');
INSERT INTO "external_ids" VALUES('spotify','0123456789abcdefghijA0',234,'new','The Testers','First Song');
INSERT INTO "external_ids" VALUES('spotify','0123456789abcdefghijA1',235,'new','Björk Like','Zwei {und} "drei"');
INSERT INTO "external_ids" VALUES('spotify','0123456789abcdefghijA2',236,'new','A & B','Third');
INSERT INTO "external_ids" VALUES('spotify','0123456789abcdefghijA3',237,'new','Other','Fourth - Live');
INSERT INTO "external_ids" VALUES('spotify','0123456789abcdefghijA5',238,'new','No','More');
INSERT INTO "external_ids" VALUES('spotify','01MWgEkmIuUPG0U8BzNsmA',45,'new','Groondhizo10','What Me?');
INSERT INTO "external_ids" VALUES('spotify','01UKvWzTDy60w3wXhi86fG',137,'new','Meiflenam44','Wild Caukel');
INSERT INTO "external_ids" VALUES('spotify','01aCF4lzb3B0wkw6sSyZQ6',117,'new','Teisãniand Fopleitren','"Last" Sösaum');
INSERT INTO "external_ids" VALUES('spotify','079tRfGaEDyXtEHTyyqF9U',123,'name and duration','Teisãniand Fopleitren','σασαθη - 2022 Remaster');
INSERT INTO "external_ids" VALUES('spotify','07E3RUTGPelzdXtKrsAn2J',191,'new','Töjoth & The Feathers','"Neon" Flaucksteiraur (feat. Flexdroodau$ Rakoom)');
INSERT INTO "external_ids" VALUES('spotify','09uvqG8ZKVLXl7dC9OhIbW',190,'new','Töjoth & The Feathers','Winter Bones (feat. Broken Tooga)');
INSERT INTO "external_ids" VALUES('spotify','0BHr2lZiVXrtqzAnLo4QGq',207,'new','Cegroth Doolein','Hollow Thihaum');
INSERT INTO "external_ids" VALUES('spotify','0Bk1LgCqagCB3mLsV8rQ8F',216,'new','Tepa, the Satellite','Nihuler / Dream');
INSERT INTO "external_ids" VALUES('spotify','0Bx5R7jmyUttAKZhzNSCIP',3,'new','Vethe$ Leidor','"Quiet" Divonian');
INSERT INTO "external_ids" VALUES('spotify','0CDgi8kujXKuJsrc1O1Dzs',153,'new','The Dust of Rireibre','Carry Me');
INSERT INTO "external_ids" VALUES('spotify','0EzcyKUYeE6CfFvv6ENdy7',60,'new','Tautiafex Zukam','Don''t Follow My Love');
INSERT INTO "external_ids" VALUES('spotify','0G5vJqq7MvFVvZx6jsqSXy',92,'new','Dotaum Tethor','City');
INSERT INTO "external_ids" VALUES('spotify','0G7VNLDjOjbZc5IWSsKA2j',125,'new','Teisãniand Fopleitren','Honey in the Machine');
INSERT INTO "external_ids" VALUES('spotify','0KSmo4eWZ5YJEewcnyvUby',126,'new','Teisãniand Fopleitren','Mountain');
INSERT INTO "external_ids" VALUES('spotify','0M4zmm9mpCaIKRGtBC45p3',129,'new','Crystal Duliam','Naplax, Pt. 1');
INSERT INTO "external_ids" VALUES('spotify','0MPszRN1a2t9VWHJQQiyYp',224,'new','The Braloxs','5:42');
INSERT INTO "external_ids" VALUES('spotify','0UgUBWWlKNabVDya9iIP62',104,'new','Neithe & The Dream','Silver Honey');
INSERT INTO "external_ids" VALUES('spotify','0Wr8X2RJylGgAI7Yu2krS9',217,'new','Tepa, the Satellite','Hollow Vevaux');
INSERT INTO "external_ids" VALUES('spotify','0WzOPPzJIhDSKqWFgl5gft',79,'new','Groziam Tiamiagil','Hapend, Pt. 1');
INSERT INTO "external_ids" VALUES('spotify','0ZECbci6DQaMnM9yaNHRGt',205,'new','Cegroth Doolein','City of Mistidox');
INSERT INTO "external_ids" VALUES('spotify','0a8GdFmpuAZ1OlCcjrTBv3',110,'new','Neithe & The Dream','"Paper" Madria');
INSERT INTO "external_ids" VALUES('spotify','0aW5KZAMMaboneCxItQ7rd',182,'new','Flufel Zomeick','Little Thauthol');
INSERT INTO "external_ids" VALUES('spotify','0eaWtFGaMYBRoeNRa0Bo6k',73,'new','The Nímas','Belman, Pt. 1');
INSERT INTO "external_ids" VALUES('spotify','0emEae7xjc1lzJcXahCxVH',176,'new','Dreimenørk, the Letters','Slow Pobin');
INSERT INTO "external_ids" VALUES('spotify','0ixQI61LANRAQmXvFFjfdD',86,'new','Tacevir Vigamtra','Don''t Watch Them (feat. Cizer Quartet)');
INSERT INTO "external_ids" VALUES('spotify','0j37fbEvKUhnvTMPAlOdFa',133,'new','Shilerk & The Morning','Last Shiatausu');
INSERT INTO "external_ids" VALUES('spotify','0pMEf8yoEWokPCjq12PSRb',50,'new','Gasooder','Slow Dream');
INSERT INTO "external_ids" VALUES('spotify','0sh4mBhu69wpJaVH9eFbPi',179,'new','Flufel Zomeick','Plageivo / Honey');
INSERT INTO "external_ids" VALUES('spotify','0xU0lPlzHAltZTG3bmtY8w',49,'new','Neindaudoo','Firkdrator (Forget Us)');
INSERT INTO "external_ids" VALUES('spotify','0yYs9qSWcL9zdPAwH0A9qg',98,'new','Neithe & The Dream','2:56');
INSERT INTO "external_ids" VALUES('spotify','10r96QplZnZZPsVl2lx3FU',96,'new','Noshéreirk48','Electric Ocean');
INSERT INTO "external_ids" VALUES('spotify','115gerqVUcZUGYWuDDfhuG',198,'new','Heplar Gruhar','Moon');
INSERT INTO "external_ids" VALUES('spotify','11ldSZSB4fI1g04sH1oomz',21,'new','Neindaudoo','Leave You (feat. The Shadow of Flaploom)');
INSERT INTO "external_ids" VALUES('spotify','12s6rgAR4uIZXi7MP5TXDs',209,'new','Thosil Drogrend','Rosex / Shadow - Acoustic');
INSERT INTO "external_ids" VALUES('spotify','15bjSBs9rBHrWqTcjTedNF',196,'new','Minaga Jopocein','Diace / Lanterns');
INSERT INTO "external_ids" VALUES('spotify','17WmkN4HbGG5E7fzWtQm7M',57,'new','The Nímas','Hollow Mirror');
INSERT INTO "external_ids" VALUES('spotify','1AQC4wC9vf5kwcq3g9Xu5K',12,'new','The Honey of Kindses','Sweet Tajoos');
INSERT INTO "external_ids" VALUES('spotify','1AxxtNMV9IMDxv2SebuKGU',111,'new','Golden Paveroond','Golden Dust (feat. Stetick Dinack)');
INSERT INTO "external_ids" VALUES('spotify','1BmyNx5oEGruclGzbaAkTA',80,'new','Nuveim Machine','"Quiet" Neise');
INSERT INTO "external_ids" VALUES('spotify','1DmwHqWqjA2TogXg91JgUl',177,'new','Flufel Zomeick','Heavy Stone');
INSERT INTO "external_ids" VALUES('spotify','1FX1KekOBEd10RDPRbahWf',222,'new','The Braloxs','Ocean in the Highway');
INSERT INTO "external_ids" VALUES('spotify','1J5OslsY52cL3MmKdL0EZQ',58,'new','The Nímas','Fever in the Highway');
INSERT INTO "external_ids" VALUES('spotify','1JGjmvvGuQB52SOV995khT',101,'new','Golden Paveroond','"Heavy" Siaviajiand');
INSERT INTO "external_ids" VALUES('spotify','1KP8tSi3kI1CXLyt3Svoh0',159,'new','Maumis Graugefis','Golden Lopeshen (with Groofleind$ Rosau)');
INSERT INTO "external_ids" VALUES('spotify','1KhCjNlNSaDe8z6XirwxMB',173,'new','Dreimenørk, the Letters','Nisher (Call Them)');
INSERT INTO "external_ids" VALUES('spotify','1M0svbGQx875nNOCYoeh7s',114,'new','Steflaura Nopial','Young Heart (feat. Rusith Rebox)');
INSERT INTO "external_ids" VALUES('spotify','1NJP2hDGXPGffZsLjKgqyt',28,'new','Setrun Quartet','Hosivun (Follow Us)');
INSERT INTO "external_ids" VALUES('spotify','1PZuNrVvIAAUjpDkLKFQt6',204,'new','Cegroth Doolein','What Me?');
INSERT INTO "external_ids" VALUES('spotify','1WlVYXe9LGDKIz4COihMPY',51,'new','The Honey of Kindses','Thaflibrian / River');
INSERT INTO "external_ids" VALUES('spotify','1X86XHSiUGoSjp0VDu4mRW',113,'new','Golden Paveroond','2:22');
INSERT INTO "external_ids" VALUES('spotify','1YELJKYLz8SgdYoyMq9lCL',40,'new','Vethe$ Leidor','Lanterns & Tide');
INSERT INTO "external_ids" VALUES('spotify','1Zoze0JZnDm7TMuTl5gAJG',41,'new','Bagre$ Drasin','River & Light');
INSERT INTO "external_ids" VALUES('spotify','1fd7YAjVo8hTJBxgo5h5Od',185,'new','Töjoth & The Feathers','Hiaho, Pt. 2');
INSERT INTO "external_ids" VALUES('spotify','1gcNjSrLEGEdxEDbR5zZeI',201,'name and duration','Cegroth Doolein','Don''t Want Me - Remastered 2024');
INSERT INTO "external_ids" VALUES('spotify','1jUPfR1x4rzH45Z6foCCef',99,'new','Neithe & The Dream','1:26');
INSERT INTO "external_ids" VALUES('spotify','1oznoH0Xku4i2jgdCxyBOf',161,'new','Groziam Tiamiagil','Miastesooth / Garden');
INSERT INTO "external_ids" VALUES('spotify','1sdCEMnCGRprXowF6AkWil',44,'new','Loothoplu','Slow Morning');
INSERT INTO "external_ids" VALUES('spotify','1t8QLXX5ppk9cK2x7P9EnH',165,'new','Dreimenørk, the Letters','Northern Rain');
INSERT INTO "external_ids" VALUES('spotify','1xN8DjH9ij6ZmTlVrIYF6c',89,'new','Dootrark & Neisond','8:32');
INSERT INTO "external_ids" VALUES('spotify','1xpwMWlWYGvh7hHRvupkbQ',128,'new','Crystal Duliam','Dedaloock (Call Them)');
INSERT INTO "external_ids" VALUES('spotify','1yg2aoD8siYBC3DqoGR8dK',29,'new','The Nímas','Paper Light');
INSERT INTO "external_ids" VALUES('spotify','1yh1FnsCupMzk8UmIn6Vq6',52,'new','The Honey of Kindses','Break Us');
INSERT INTO "external_ids" VALUES('spotify','22wzav6KeWUUk3rTkF7n8x',122,'new','Teisãniand Fopleitren','Bones & Stations');
INSERT INTO "external_ids" VALUES('spotify','27bfNQHANyeV81JXVSze3O',127,'new','Teisãniand Fopleitren','Light & Letters');
INSERT INTO "external_ids" VALUES('spotify','283UGJbbkkikeDXGtYPLE0',210,'new','Loothetei','Lemes (Watch You)');
INSERT INTO "external_ids" VALUES('spotify','28f6WDDt47qQj8Vn4NTzIu',120,'new','Teisãniand Fopleitren','Mirror in the Fever');
INSERT INTO "external_ids" VALUES('spotify','2AhjfhR8Qn1KpRmauf7jCF',160,'new','Groziam Tiamiagil','Broken Light');
INSERT INTO "external_ids" VALUES('spotify','2Bc8GA3czaXtirf9XmkcNp',147,'new','The Dust of Rireibre','Northern Light');
INSERT INTO "external_ids" VALUES('spotify','2D718IOSHAvHpLEW87cqtH',190,'name and duration','Töjoth & The Feathers','Winter Bones (feat. Broken Tooga) - 2025 Remaster');
INSERT INTO "external_ids" VALUES('spotify','2HRd6fbR6HN82gkAUlUk3X',211,'new','Loothetei','Lemes (Watch You) - Brova Troofaudim Remix');
INSERT INTO "external_ids" VALUES('spotify','2M8k7YOgG8FOM2IOjX4llZ',54,'new','The Honey of Tresoden','Velvet Stujeim');
INSERT INTO "external_ids" VALUES('spotify','2N0XYcYFUNHCZHnTPD1e1R',69,'new','Stooral Sateim','Last Vonoor');
INSERT INTO "external_ids" VALUES('spotify','2O7jNJ4cxsTDi84pHQZgbm',68,'new','Stooral Sateim','Broken Zejá');
INSERT INTO "external_ids" VALUES('spotify','2QOR07y5n0ExaWLY4pkppv',88,'new','Sadrefe Bramau','Neon Shadow');
INSERT INTO "external_ids" VALUES('spotify','2VTqLiva27YuaBcSmqZkrN',8,'new','Neindaudoo','Nauthen, Pt. 2');
INSERT INTO "external_ids" VALUES('spotify','2XGGtY6zF5hTyUzlIbDPPQ',67,'new','Stooral Sateim','Kiabrau, Pt. 3');
INSERT INTO "external_ids" VALUES('spotify','2ZRwY70rhaHWgMNlCziqlH',123,'new','Teisãniand Fopleitren','σασαθη');
INSERT INTO "external_ids" VALUES('spotify','2aXkZvyTFplvYAf0K2WwWc',212,'new','Loothetei','"Secret" Vadoobath');
INSERT INTO "external_ids" VALUES('spotify','2cFcFNmRzdpL23IEmjiWoI',65,'new','Vashazond Quartet','"Blue" Rothaustoos');
INSERT INTO "external_ids" VALUES('spotify','2fXMnH2jIsq7xZbY8bN6sc',158,'new','Maumis Graugefis','Loloock (Call Us)');
INSERT INTO "external_ids" VALUES('spotify','2igLKmbClB28qjvz1OV8Eo',66,'new','Vashazond Quartet','Neon River');
INSERT INTO "external_ids" VALUES('spotify','2jLhIITGRQ1HBUxnXCb1La',225,'new','The Braloxs','Don''t Burn Somebody');
INSERT INTO "external_ids" VALUES('spotify','2lY6tJbbXtWlhwgTeOhvbR',194,'new','Zaples Vebri','Don''t Remember Us');
INSERT INTO "external_ids" VALUES('spotify','2mEcZgwvhD2deuQfgpORuU',102,'new','Rauroos Stode','Garden of Janexva');
INSERT INTO "external_ids" VALUES('spotify','2qB7oPxNqEpJeTBDrtlPKd',24,'new','Fadrala Highway','Paper Tifliakem');
INSERT INTO "external_ids" VALUES('spotify','2sPOzZoir9xhdWA9mvfpd8',174,'new','Dreimenørk, the Letters','Broken Ríhin');
INSERT INTO "external_ids" VALUES('spotify','2tGIo86x7tvV6gk5vOt1Qd',9,'new','Neindaudoo','Lose Somebody');
INSERT INTO "external_ids" VALUES('spotify','2tLigOBQ4EUFzaHS6QUPj8',61,'new','kareliar','"Little" Ravend (feat. Trogo Bralack)');
INSERT INTO "external_ids" VALUES('spotify','2tnwttxIVar2xSmPGzMaT3',166,'new','Dreimenørk, the Letters','Distant Letters');
INSERT INTO "external_ids" VALUES('spotify','2zF0zrjmksF7PFRanp54vv',157,'new','The Dust of Rireibre','Toobrar (Carry Nobody)');
INSERT INTO "external_ids" VALUES('spotify','30Y1chaJHxRcCc2K9p3RF9',26,'new','Stooral Sateim','Grenlenia (Hold You)');
INSERT INTO "external_ids" VALUES('spotify','323UReE4WTHryaHKvqzICG',192,'new','Töjoth & The Feathers','Dream (feat. Kajatres)');
INSERT INTO "external_ids" VALUES('spotify','33AhCaosTEzmCSrV7gAMMo',116,'new','Steflaura Nopial','Lãlon / Highway');
INSERT INTO "external_ids" VALUES('spotify','33DwcxL4YrEiraglaJSlJt',203,'new','Cegroth Doolein','Velvet Ghost');
INSERT INTO "external_ids" VALUES('spotify','35D0elbB5e2qHOUdsfdbHW',121,'new','Teisãniand Fopleitren','Mirror in the Fever - Jaunô Flomen Remix');
INSERT INTO "external_ids" VALUES('spotify','37K64XRKJVkyMruyfkEq9W',140,'new','Meiflenam44','Namivaum (Wake My Love)');
INSERT INTO "external_ids" VALUES('spotify','3EX9jntKaqrgXIQZmhkb3n',107,'new','Rauroos Stode','"Slow" Briaflopli');
INSERT INTO "external_ids" VALUES('spotify','3Iqpcm10A1JHPxDn0R8qTW',2,'new','Tautiafex Zukam','Winter Galand');
INSERT INTO "external_ids" VALUES('spotify','3JmguBAMV7GhAP11ojzKv7',170,'new','Dreimenørk, the Letters','Dust in the Ocean');
INSERT INTO "external_ids" VALUES('spotify','3Kw2oX3a9j4PNOQansWoMW',162,'new','Groziam Tiamiagil','Velvet Signal');
INSERT INTO "external_ids" VALUES('spotify','3QuBrE3R18ppEKeEINIHy7',82,'new','Stojil Rivuco','Ocean of Goohoor');
INSERT INTO "external_ids" VALUES('spotify','3Tv1JWWcldjMUeDdFavMjz',20,'new','Flunohox Lemír','Bones in the Satellite');
INSERT INTO "external_ids" VALUES('spotify','3VDcqjhElscQjibN3uvbJZ',11,'new','The Honey of Kindses','"Broken" Rogontrom');
INSERT INTO "external_ids" VALUES('spotify','3WTPrqBeLT8hVjx3q9NImK',226,'new','The Braloxs','Salt Thunder (feat. Goode Lębidru)');
INSERT INTO "external_ids" VALUES('spotify','3XEzqAy59Cv9mAxX5M9c3J',227,'new','The Braloxs','Grocãdrin, Pt. 3');
INSERT INTO "external_ids" VALUES('spotify','3YJNlz6Grn6BIRyWFphc9l',30,'new','Setrun Quartet','Disaulíth / Lanterns - Remastered 2019');
INSERT INTO "external_ids" VALUES('spotify','3YlWABvO55cYlb4I8X4Zci',220,'new','The Braloxs','Slow Bringa');
INSERT INTO "external_ids" VALUES('spotify','3c6ufonEY6wgFJYQv7ZcLz',14,'new','The Honey of Kindses','Heavy Raucanôx');
INSERT INTO "external_ids" VALUES('spotify','3eYZZYkHFRtoAYGUafu9TD',172,'new','Dreimenørk, the Letters','Morend (Find Us)');
INSERT INTO "external_ids" VALUES('spotify','3r8oBsBBYuPmq1eltwzcJT',186,'new','Töjoth & The Feathers','8:48 (feat. Didevel)');
INSERT INTO "external_ids" VALUES('spotify','3taJUIAIcH3XZDHxjeZH24',218,'new','tødrom','Shena / Shadow');
INSERT INTO "external_ids" VALUES('spotify','40D724amNUReuotFqYHY6N',105,'new','The Machine of Liatí','6:31');
INSERT INTO "external_ids" VALUES('spotify','40mAQf5fGE0lXU8VUaDDNL',206,'new','Cegroth Doolein','Graseth / Machine');
INSERT INTO "external_ids" VALUES('spotify','40yEgzy9urOdN4RgCFdW8a',84,'new','Noshéreirk48','Zamor, Pt. 3');
INSERT INTO "external_ids" VALUES('spotify','45ceK02XCzYxTwZgtWfhB6',119,'new','Teisãniand Fopleitren','Shadow & Machine');
INSERT INTO "external_ids" VALUES('spotify','461yWnagsOQOAxh0gClpkV',223,'new','The Braloxs','Young Fever');
INSERT INTO "external_ids" VALUES('spotify','4BctugsQI05m2teLEIhayq',95,'new','Bisoo Neshe','Dream & Lanterns');
INSERT INTO "external_ids" VALUES('spotify','4C3gseYEnnCn09252esseU',171,'new','Dreimenørk, the Letters','толшамен');
INSERT INTO "external_ids" VALUES('spotify','4CPGdO4xWhKwM20CRIXZNc',156,'new','The Dust of Rireibre','Leave Me');
INSERT INTO "external_ids" VALUES('spotify','4DaCGA9RvoufEJEsI0VHhV',19,'new','Plaudim Quartet','City & Mirror');
INSERT INTO "external_ids" VALUES('spotify','4E6K46RzBqddwPDm6WnqFN',146,'new','The Dust of Rireibre','"Hollow" Jolaukend');
INSERT INTO "external_ids" VALUES('spotify','4KEhVGvprDR19liHVbs7Ix',213,'new','Loothetei','Salt Hoomaujend');
INSERT INTO "external_ids" VALUES('spotify','4Nx7Mu0a6j5WxzAM7gZGPS',47,'new','Stooral Sateim','Don''t Watch Nobody');
INSERT INTO "external_ids" VALUES('spotify','4P6Gx99M7gADO5NZMOafZw',181,'name and duration','Flufel Zomeick','Heavy Drürau - 2020 Remaster');
INSERT INTO "external_ids" VALUES('spotify','4Q953IKWCZ59jKKyFkfEuD',16,'new','The Honey of Kindses','λακεντα');
INSERT INTO "external_ids" VALUES('spotify','4R8LEwOPhSlpsqkh1tbQ5w',184,'new','Töjoth & The Feathers','Sweet Noodol');
INSERT INTO "external_ids" VALUES('spotify','4RKE499IeDsijG6ZveBtoy',225,'name and duration','The Braloxs','Don''t Burn Somebody - Remastered 2025');
INSERT INTO "external_ids" VALUES('spotify','4RKu8WAwadsrbBDQkP5mjL',118,'new','Teisãniand Fopleitren','Secret Hiapafar');
INSERT INTO "external_ids" VALUES('spotify','4SaCiWf5RST6WKveXuh0Ib',148,'new','The Dust of Rireibre','Young Sizore');
INSERT INTO "external_ids" VALUES('spotify','4Xt5UDsiKtFfHCXv8HhoaT',35,'new','Tautiafex Zukam','Crystal Teimor');
INSERT INTO "external_ids" VALUES('spotify','4Zy8xQZ8wy6g9dlRe9MCT9',70,'new','Dizeis Machine','Don''t Remember Us');
INSERT INTO "external_ids" VALUES('spotify','4dCRSJKufAwvu0VHMAKsEG',165,'name and duration','Dreimenørk, the Letters','Northern Rain - Remastered 2025');
INSERT INTO "external_ids" VALUES('spotify','4iVB4479MeMEoC7dhJbYde',134,'new','Shilerk & The Morning','Ghost of Roope');
INSERT INTO "external_ids" VALUES('spotify','4jfSGB9mBu4hBeR7by3Dbi',97,'new','ハユナ','Drebroomei, Pt. 1');
INSERT INTO "external_ids" VALUES('spotify','4kagojLvZBN0DWFVPbpnM1',76,'new','Stooral Sateim','Winter Machine');
INSERT INTO "external_ids" VALUES('spotify','4kdpIuDNHPhStfEn2pxiBi',7,'new','Neindaudoo','Thunder');
INSERT INTO "external_ids" VALUES('spotify','4mJnl8uPDR7Ja7Rr78yAJG',188,'new','Töjoth & The Feathers','9:08');
INSERT INTO "external_ids" VALUES('spotify','4mzfNXkArbwCPeWcYVR7ay',72,'new','The Nímas','Hold My Love');
INSERT INTO "external_ids" VALUES('spotify','4nBOmGbTMxQhTYUXGR5S9Q',15,'new','Teidrooma & Cume','Neon Mitriand');
INSERT INTO "external_ids" VALUES('spotify','4ntASTk8EAi9p2eqQZrtDn',103,'new','Rauroos Stode','Flustestoon, Pt. 2');
INSERT INTO "external_ids" VALUES('spotify','4oN11Qh95X5w78T7vwQ1QB',175,'new','Dreimenørk, the Letters','"Broken" Vekunos');
INSERT INTO "external_ids" VALUES('spotify','4ol4v7bpzNXdBJ3fqUKYKw',145,'new','The Dust of Rireibre','Seleir (Break My Love)');
INSERT INTO "external_ids" VALUES('spotify','4q0mW2fCSU7py7G2Pit7Ba',149,'new','The Dust of Rireibre','Broken River');
INSERT INTO "external_ids" VALUES('spotify','4vLA23s4z8wS20BLVmzJTV',115,'new','Steflaura Nopial','Fufux (Wake Them)');
INSERT INTO "external_ids" VALUES('spotify','4wrs8BJgojEv7berb9I7JS',142,'new','Doolar Rain','шарику');
INSERT INTO "external_ids" VALUES('spotify','4z3gU3HuCYZ07ppmfnWDAQ',43,'new','Loothoplu','Lonely Stizaunoon');
INSERT INTO "external_ids" VALUES('spotify','50cCz2o1293Y6PLIkeEp25',64,'new','Vashazond Quartet','Neon River - Acoustic');
INSERT INTO "external_ids" VALUES('spotify','57KLYpj14WJTYcFnccst4n',168,'new','Dreimenørk, the Letters','Quiet Mirror');
INSERT INTO "external_ids" VALUES('spotify','5C909EkuaFVQl9lt5sGvBl',17,'new','The Honey of Kindses','Ocean of Shejiax');
INSERT INTO "external_ids" VALUES('spotify','5HZu1AI5VTDa4MqclUFvR1',181,'new','Flufel Zomeick','Heavy Drürau');
INSERT INTO "external_ids" VALUES('spotify','5Let6MieLj0aVmpUTQWdAT',112,'new','Golden Paveroond','Sweet City');
INSERT INTO "external_ids" VALUES('spotify','5MPa5IFpWZuiupPsinA8UT',167,'new','Dreimenørk, the Letters','Northern Toplãl');
INSERT INTO "external_ids" VALUES('spotify','5P4DocgTV3hG3K932qyJI2',25,'new','Setrun Quartet','What You?');
INSERT INTO "external_ids" VALUES('spotify','5R6XjVbcN5XwMff2xv00qX',39,'new','Dizeis Machine','Don''t Burn Them');
INSERT INTO "external_ids" VALUES('spotify','5RMnoDSMMGmztg3wzdWrXg',138,'new','Meiflenam44','トミリ');
INSERT INTO "external_ids" VALUES('spotify','5VuDUsuhlBKXQ7HwVqxTZb',48,'new','Troostarack','Grabraror (Watch You)');
INSERT INTO "external_ids" VALUES('spotify','5XFM4RGI9qbnBWrBFmTOJs',1,'new','Vashazond Quartet','Hollow Rain');
INSERT INTO "external_ids" VALUES('spotify','5YivNqGIFjtMayyqj8UFHp',187,'new','Töjoth & The Feathers','Strange Signal');
INSERT INTO "external_ids" VALUES('spotify','5b45ivUyRX4EY29TISuVjH',150,'new','The Dust of Rireibre','Young Nivegar');
INSERT INTO "external_ids" VALUES('spotify','5fp8OfCCOKxRhtOKBaoZIJ',34,'new','Vashazond Quartet','Lonely Steikau');
INSERT INTO "external_ids" VALUES('spotify','5iKf83ZUGGayq0JLM9se8m',85,'new','Konoonoo, the Shadow','Young Treseirk');
INSERT INTO "external_ids" VALUES('spotify','5kkcSRIpZp4sq3eQSTIKJW',143,'new','Doolar Rain','шарику (Acoustic Version)');
INSERT INTO "external_ids" VALUES('spotify','5lNA7GmHcEF4oDUbYbbvnp',59,'new','Tautiafex Zukam','Dridresto (Call You)');
INSERT INTO "external_ids" VALUES('spotify','5nDigiTTDZA58WskY7u9Hu',136,'new','Meiflenam44','Highway');
INSERT INTO "external_ids" VALUES('spotify','5nEQfA8VTIBP0F67qCHjs4',4,'new','Groondhizo10','Gebushir / River (feat. Drausix Quartet)');
INSERT INTO "external_ids" VALUES('spotify','5oLsAjmQqzehI19kYVFq1F',42,'new','Loothoplu','Thifor (Hold My Love) (with Visher Jeshes)');
INSERT INTO "external_ids" VALUES('spotify','5qmWmFRzYaXit8CkUIiPx1',13,'new','Tasick Maudo','Fedo, Pt. 3');
INSERT INTO "external_ids" VALUES('spotify','5rtnSfFHJQCgYvfwzYYAnq',141,'new','Doolar Rain','Midnight Nudurk');
INSERT INTO "external_ids" VALUES('spotify','5thya1jsEW9tKGcxf96b0Q',94,'new','The Shadow of Baustaliar','Lobrigock (Leave Us)');
INSERT INTO "external_ids" VALUES('spotify','5xfCT21HkhI0yULtbvqtqE',169,'new','Dreimenørk, the Letters','Distant Sefeis');
INSERT INTO "external_ids" VALUES('spotify','62Z86GNBP11SlxDIZYz8re',201,'new','Cegroth Doolein','Don''t Want Me');
INSERT INTO "external_ids" VALUES('spotify','64gO3NFZsmgpf1UHio0pGF',183,'new','Wild Viarcun','"Electric" Flupeick');
INSERT INTO "external_ids" VALUES('spotify','65fgWbDKU3Cl07HBYhd2Iy',37,'new','Tautiafex Zukam','12:41');
INSERT INTO "external_ids" VALUES('spotify','65y4yNYfrVlltuRAasQAn3',221,'new','The Braloxs','Midnight Machine');
INSERT INTO "external_ids" VALUES('spotify','668UNHl5qGZnSDTrD2bjE3',130,'new','Kitevil3','Stations');
INSERT INTO "external_ids" VALUES('spotify','66TYHhxr0xFldA3JssAKaR',199,'new','Heplar Gruhar','Watch My Love');
INSERT INTO "external_ids" VALUES('spotify','67aaEE78FsYLjjHhmMKvSo',22,'new','Flunohox Lemír','Shadow in the Dust');
INSERT INTO "external_ids" VALUES('spotify','69Q4Pxjeggayez1TO9DVXn',155,'new','The Dust of Rireibre','Salt Teitham');
INSERT INTO "external_ids" VALUES('spotify','69SEXgW8XmLaEk6waY1ztM',53,'new','Neindaudoo','What My Love?');
INSERT INTO "external_ids" VALUES('spotify','6CAUs3dKtahSqETft40v2f',83,'new','The Window of Shooshian','Ocean & Summer');
INSERT INTO "external_ids" VALUES('spotify','6CfPTv0TFThNJt66AUapnq',124,'new','Teisãniand Fopleitren','What Me?');
INSERT INTO "external_ids" VALUES('spotify','6FLfMkvjC8hE2I1TEJ8cvV',195,'new','Minaga Jopocein','Burning Bogrim');
INSERT INTO "external_ids" VALUES('spotify','6FPBy0kU6eRSvzffxc5aDy',109,'new','Rauroos Stode','Northern Katen');
INSERT INTO "external_ids" VALUES('spotify','6HHMdj5vsgxXunKhZjixxW',108,'new','Rauroos Stode','Paper Kafaha');
INSERT INTO "external_ids" VALUES('spotify','6IuS8SqrPm6AG9HNDUbYZO',180,'new','Flufel Zomeick','Letters of Droogroden');
INSERT INTO "external_ids" VALUES('spotify','6JQrPgKMprYQYvKvRFjM2X',75,'new','The Nímas','Salt Stations (feat. Stemos Lanterns)');
INSERT INTO "external_ids" VALUES('spotify','6LjRR4pBLhqU6cGYpKjDQ1',91,'new','Bronanil Nitumar','3:13');
INSERT INTO "external_ids" VALUES('spotify','6OxwXrwsTssCvxBtw75Yqf',139,'new','Meiflenam44','Nogoreind / Heart');
INSERT INTO "external_ids" VALUES('spotify','6SCoBWU8ENEqcMeidn57kW',131,'new','Kitevil3','Wolves');
INSERT INTO "external_ids" VALUES('spotify','6Sp3Rop8gv9TAve9Izn35M',36,'new','Tautiafex Zukam','Young Garden (feat. Peiligrau)');
INSERT INTO "external_ids" VALUES('spotify','6TIRdnU2X7K5PEEOdmygbk',144,'new','The Dust of Rireibre','Neon Signal');
INSERT INTO "external_ids" VALUES('spotify','6Uodl4ko2aJGZQiyKpqxZZ',78,'new','DJ Trebreth','Sweet Hiplauthvend');
INSERT INTO "external_ids" VALUES('spotify','6XYsMevNC47BSay7waI1sF',81,'new','トルユ','What Somebody? (feat. DJ Grausejor)');
INSERT INTO "external_ids" VALUES('spotify','6Xx2MP8l6wdM8U1pXN7MBu',197,'new','Minaga Jopocein','Bones in the Summer');
INSERT INTO "external_ids" VALUES('spotify','6b8Z2BK000cFtyTZpaAb8g',32,'new','Stooral Sateim','Heart of Stolock');
INSERT INTO "external_ids" VALUES('spotify','6gAxUTAiMPCZFcdj2P9bss',135,'new','Meiflenam44','Carry Somebody');
INSERT INTO "external_ids" VALUES('spotify','6iF6Zf9ksvVKMUIYAyVJAp',215,'new','Loothetei','Dust of Viden');
INSERT INTO "external_ids" VALUES('spotify','6iRajryOQvtjmXc2fo7hKl',154,'new','The Dust of Rireibre','Feathers');
INSERT INTO "external_ids" VALUES('spotify','6jZuvmWjYOdMjauDWVzAhS',77,'new','Dizeis Machine','Watch Somebody');
INSERT INTO "external_ids" VALUES('spotify','6kH9QGzaRsLGJIMlzL5Ize',6,'new','Tautiafex Zukam','Dream of Brafark');
INSERT INTO "external_ids" VALUES('spotify','6nOeYKulHccHWiAzPLTGMg',10,'new','The Honey of Kindses','Stone of Becar (feat. Stuvo, the Machine)');
INSERT INTO "external_ids" VALUES('spotify','6wTWAeCZ3WYUtKimubV8OQ',214,'new','Loothetei','Tevex (Call Them)');
INSERT INTO "external_ids" VALUES('spotify','6xwY0MQcfJakGXAOlTy1Ia',5,'new','Tautiafex Zukam','Wolves (feat. Nogorkgei Kiseire)');
INSERT INTO "external_ids" VALUES('spotify','6yhM4cAedjjP8o1H5K1HnF',63,'new','Vethe$ Leidor','What Me? - Acoustic');
INSERT INTO "external_ids" VALUES('spotify','6zPIBOlPI1100D6Khwtd5J',193,'new','Töjoth & The Feathers','Velvet Jajoth');
INSERT INTO "external_ids" VALUES('spotify','71ClqsgSLcM5oHJQDCtyb1',132,'new','Shilerk & The Morning','Foomock, Pt. 3 (with The Stiputaurs)');
INSERT INTO "external_ids" VALUES('spotify','76mIX9qa4Jhp5BgGD8a8rm',27,'new','Vethe$ Leidor','Secret Stothoox (feat. Raunolmoos Garden)');
INSERT INTO "external_ids" VALUES('spotify','76qo5OWh3Fls2gAVWmRHeS',74,'new','The Nímas','Hollow Diafark');
INSERT INTO "external_ids" VALUES('spotify','76vDc0f8rG0fSOiLFgcWCP',46,'new','Vethe$ Leidor','"Young" Jautata');
INSERT INTO "external_ids" VALUES('spotify','78IrAiv5K6Vly7RyWPBcMs',106,'new','ハユナ','Shadow in the Moon');
INSERT INTO "external_ids" VALUES('spotify','79OTBIgoDzcQvYwl7gUD0A',31,'new','Posashen Tragriar','Drolaurk (Lose Somebody)');
INSERT INTO "external_ids" VALUES('spotify','79OmaxBgabmyB3uidPBj06',38,'new','Setrun Quartet','Wild Stepureck');
INSERT INTO "external_ids" VALUES('spotify','79eZN0hoxRYw14seV0Kwvc',163,'new','Groziam Tiamiagil','Crystal Tretreser');
INSERT INTO "external_ids" VALUES('spotify','7BzSmrZHasEopLl2iWF10t',71,'new','The Nímas','Last Dream');
INSERT INTO "external_ids" VALUES('spotify','7ECalcuOqL8eL1RD5udix9',151,'new','The Dust of Rireibre','"Velvet" Meiveck');
INSERT INTO "external_ids" VALUES('spotify','7FG6K35rufKknWuBBSc3Ev',187,'name and duration','Töjoth & The Feathers','Strange Signal - Remastered 2025');
INSERT INTO "external_ids" VALUES('spotify','7FaXw5x0SuoPz0munTvgK7',208,'new','Thosil Drogrend','Rosex / Shadow');
INSERT INTO "external_ids" VALUES('spotify','7IBA56YgnHQxYrar74ydtz',93,'new','Griaro Matren','Jafés (Watch Nobody)');
INSERT INTO "external_ids" VALUES('spotify','7J5PpBCD24zeEoC9Bo0NQx',87,'new','Rilen Rain','Second Statas');
INSERT INTO "external_ids" VALUES('spotify','7KdYXipkKGVFaGKVcjKfzA',55,'new','The Honey of Tresoden','Simück / Dust');
INSERT INTO "external_ids" VALUES('spotify','7MqKsbA0MbXgpXrQCdAPP1',164,'new','Dreimenørk, the Letters','2:05');
INSERT INTO "external_ids" VALUES('spotify','7PY2kWz4RZq6OFGvSY0fpb',219,'new','tødrom','Blue Letters');
INSERT INTO "external_ids" VALUES('spotify','7b4U6EzFkT0YS6VMfk7mZp',90,'new','Petafloond','Dream in the Lanterns');
INSERT INTO "external_ids" VALUES('spotify','7bF9BbNZyQuqdIbO4itdVH',202,'new','Cegroth Doolein','Don''t Find Them');
INSERT INTO "external_ids" VALUES('spotify','7bxjjpR9Z6pCgybAN44sbc',189,'new','Töjoth & The Feathers','Ghost in the Ghost');
INSERT INTO "external_ids" VALUES('spotify','7cf1w7s51LQoktUQAnKu7y',23,'new','Neindaudoo','Braflen, Pt. 1');
INSERT INTO "external_ids" VALUES('spotify','7mmXpERnDf78ouraQ66W10',62,'new','Vethe$ Leidor','Light of Zoofoonen');
INSERT INTO "external_ids" VALUES('spotify','7o12sXPWo4e8ZZezo5ZUv4',18,'new','Neindaudoo','Broken Mirror (feat. Ceifliar Stone)');
INSERT INTO "external_ids" VALUES('spotify','7r40y2VjRPBOhPjQ1BRR6m',152,'new','The Dust of Rireibre','Orchard of Tefiavas');
INSERT INTO "external_ids" VALUES('spotify','7tXH1zX2XZHtt7ded1tMhb',100,'new','Noohiajo','Don''t Remember You');
INSERT INTO "external_ids" VALUES('spotify','7u0GkRj0nX6vdv4HButUvR',33,'new','Tautiafex Zukam','Empty Faha');
INSERT INTO "external_ids" VALUES('spotify','7xUKOrV9aR97kFq6z8x70B',56,'new','Plaudim Quartet','2:23');
INSERT INTO "external_ids" VALUES('spotify','7zOqZJaP6UtZ35G1zXnIpi',178,'new','Flufel Zomeick','Flalarund / Tide');
CREATE TABLE features (
    provider_id INTEGER NOT NULL REFERENCES providers,
    track_id INTEGER NOT NULL REFERENCES tracks,
    version INTEGER NOT NULL,               -- of the provider's way to compute them
    describes_sound INTEGER NOT NULL,       -- more than duration_ms is known
    danceability REAL, energy REAL, key REAL, loudness REAL, mode REAL, speechiness REAL, acousticness REAL,
    instrumentalness REAL, liveness REAL, valence REAL, tempo REAL, time_signature REAL, duration_ms REAL,
    PRIMARY KEY (provider_id, track_id)
) STRICT, WITHOUT ROWID;
INSERT INTO "features" VALUES(2,1,0,1,2.2800000011920928955e-01,3.26000005006790161132e-01,7.0,-1.77180004119873046875e+01,1.0,2.08000000566244125366e-02,8.19999992847442626953e-01,7.40999996662139892578e-01,5.09000010788440704345e-02,9.48000028729438781738e-02,1.03175003051757812504e+02,4.0,196486.0);
INSERT INTO "features" VALUES(2,2,0,1,1.57000005245208740234e-01,0.328000009059906,9.0,-1.79930000305175781245e+01,0.0,7.15000033378601074218e-02,7.36000001430511474609e-01,7.00999975204467773437e-01,1.99000000953674316406e-01,5.77999986708164215087e-02,1.36048004150390625002e+02,4.0,354495.0);
INSERT INTO "features" VALUES(2,3,0,1,4.60000008344650268554e-01,2.34999999403953552246e-01,10.0,-1.78080005645751953129e+01,1.0,1.95000004023313522338e-02,8.94999980926513671875e-01,8.11999976634979248046e-01,1.35000005364418029785e-01,3.5600000619888305664e-01,1.30268005371093749996e+02,4.0,230837.0);
INSERT INTO "features" VALUES(2,4,0,1,0.289000004529953,1.82999998331069946289e-01,7.0,-1.809799957275390625e+01,1.0,3.72000001370906829833e-02,9.0100002288818359375e-01,8.57999980449676513671e-01,1.95999994874000549316e-01,1.48000001907348632812e-01,1.00257003784179687499e+02,NULL,338868.0);
INSERT INTO "features" VALUES(2,5,0,1,3.10000002384185791015e-01,2.26999998092651367187e-01,7.0,-1.78649997711181640625e+01,1.0,3.97999994456768035888e-02,9.17999982833862304687e-01,2.80999993265140801668e-05,1.80000007152557373046e-01,1.58999994397163391113e-01,1.09134002685546875003e+02,4.0,226281.0);
INSERT INTO "features" VALUES(2,6,0,1,0.296999990940094,2.2499999403953552246e-01,4.0,-1.96149997711181640625e+01,0.0,5.79000003635883331298e-02,0.921999990940094,8.16999971866607666015e-01,5.05999997258186340332e-02,9.60000008344650268554e-02,8.091400146484375e+01,4.0,271576.0);
INSERT INTO "features" VALUES(2,8,0,1,1.88999995589256286621e-01,1.08999997377395629882e-01,9.0,-2.30709991455078124991e+01,0.0,1.01000003516674041748e-01,9.62999999523162841796e-01,7.55999982357025146484e-01,1.37999996542930603027e-01,4.72999997437000274658e-02,8.89840011596679687517e+01,3.0,196904.0);
INSERT INTO "features" VALUES(2,10,0,1,3.61999988555908203125e-01,3.89999985694885253906e-01,11.0,-1.69589996337890625e+01,1.0,6.80999979376792907714e-02,4.88999992609024047851e-01,8.24000000953674316406e-01,1.80999994277954101562e-01,0.289000004529953,1.24253997802734375002e+02,NULL,361883.0);
INSERT INTO "features" VALUES(2,11,0,1,1.99000000953674316406e-01,3.81000012159347534179e-01,2.0,-1.7781999588012695312e+01,1.0,3.159999847412109375e-02,9.11000013351440429687e-01,0.0,1.40000000596046447753e-01,2.89999991655349731445e-01,1.31940002441406250004e+02,4.0,248855.0);
INSERT INTO "features" VALUES(2,12,0,1,1.19999997317790985107e-01,3.63000005483627319335e-01,0.0,-1.834799957275390625e+01,1.0,3.37999984622001647949e-02,6.60000026226043701171e-01,9.47000026702880859375e-01,5.38999997079372406005e-02,1.50000005960464477539e-01,1.16327003479003906246e+02,4.0,519821.0);
INSERT INTO "features" VALUES(2,14,0,1,2.21000000834465026855e-01,3.16000014543533325195e-01,6.0,-18.4689998626709,1.0,3.35000008344650268554e-02,7.59999990463256835937e-01,8.88000011444091796875e-01,9.58999991416931152343e-02,0.09740000218153,1.45167999267578124995e+02,4.0,303452.0);
INSERT INTO "features" VALUES(2,15,0,1,2.73000001907348632812e-01,1.85000002384185791015e-01,11.0,-2.1025999069213867187e+01,1.0,3.79000008106231689453e-02,0.968999981880188,9.36999976634979248046e-01,1.11000001430511474609e-01,2.45000004768371582031e-01,1.37901000976562499995e+02,4.0,325413.0);
INSERT INTO "features" VALUES(2,16,0,1,3.8899999856948852539e-01,1.0700000077486038208e-01,7.0,-2.06030006408691406254e+01,1.0,2.06000003963708877563e-02,9.26999986171722412109e-01,8.25999975204467773437e-01,0.125,1.26000002026557922363e-01,5.32529983520507812491e+01,4.0,325795.0);
INSERT INTO "features" VALUES(2,17,0,1,3.10999989509582519531e-01,0.210999995470047,6.0,-2.13320007324218750008e+01,1.0,0.0421999990940094,0.875,8.87000024318695068359e-01,1.15000002086162567138e-01,1.50000005960464477539e-01,1.20049003601074218746e+02,4.0,298019.0);
INSERT INTO "features" VALUES(2,18,0,1,2.73999989032745361328e-01,1.7800000309944152832e-01,7.0,-1.92059993743896484375e+01,1.0,2.74999998509883880615e-02,9.49000000953674316406e-01,9.36999976634979248046e-01,1.18000000715255737304e-01,1.01999998092651367187e-01,9.99660034179687499982e+01,4.0,282012.0);
INSERT INTO "features" VALUES(2,19,0,1,2.80000001192092895507e-01,1.27000004053115844726e-01,1.0,-2.1117000579833984375e+01,1.0,4.78000007569789886474e-02,0.968999981880188,8.51000010967254638671e-01,8.37000012397766113281e-02,1.62000000476837158203e-01,1.25035003662109374996e+02,4.0,269389.0);
INSERT INTO "features" VALUES(2,20,0,1,2.54999995231628417968e-01,1.89999997615814208984e-01,3.0,-2.2128999710083007812e+01,1.0,1.99999995529651641845e-02,9.52000021934509277343e-01,7.1700000762939453125e-01,5.05999982357025146484e-01,1.82999998331069946289e-01,1.53203002929687499998e+02,4.0,305265.0);
INSERT INTO "features" VALUES(2,21,0,1,9.98999997973442077636e-02,1.72000005841255187988e-01,7.0,-2.06019992828369140629e+01,0.0,0.0723000019788742,8.159999847412109375e-01,9.04999971389770507812e-01,1.00000001490116119384e-01,4.58999983966350555419e-02,1.51218002319335937493e+02,4.0,223108.0);
INSERT INTO "features" VALUES(2,22,0,1,1.86000004410743713378e-01,2.80000001192092895507e-01,4.0,-2.03090000152587890625e+01,0.0,3.07000000029802322387e-02,9.29000020027160644531e-01,0.890999972820282,5.84999993443489074707e-02,2.56999999284744262695e-01,1.39397994995117187496e+02,4.0,240181.0);
INSERT INTO "features" VALUES(2,24,0,1,4.07000005245208740234e-01,0.296999990940094,8.0,-2.05380001068115234383e+01,0.0,4.12999987602233886718e-02,0.906000018119812,9.07000005245208740234e-01,1.19000002741813659667e-01,1.44999995827674865722e-01,6.63089981079101562508e+01,4.0,227101.0);
INSERT INTO "features" VALUES(2,25,0,1,0.0940999984741211,2.44000002741813659667e-01,11.0,-1.7694000244140625e+01,1.0,1.03000001981854438781e-02,7.68999993801116943359e-01,8.19999992847442626953e-01,9.08000022172927856445e-02,3.64000014960765838623e-02,1.003769989013671875e+02,3.0,258133.0);
INSERT INTO "features" VALUES(2,26,0,1,2.29000002145767211914e-01,2.94999986886978149414e-01,8.0,-1.8417999267578125e+01,1.0,1.10999997705221176147e-02,7.95000016689300537109e-01,9.53999996185302734375e-01,2.02000007033348083496e-01,2.52000004053115844726e-01,1.19452003479003906246e+02,4.0,267273.0);
INSERT INTO "features" VALUES(2,27,0,1,1.65999993681907653808e-01,1.31999999284744262695e-01,2.0,-2.08180007934570312491e+01,0.0,8.16000029444694519042e-02,8.52999985218048095703e-01,9.45999979972839355468e-01,1.94000005722045898437e-01,3.79999987781047821044e-02,1.48412994384765624996e+02,4.0,332619.0);
INSERT INTO "features" VALUES(2,29,0,1,2.40999996662139892578e-01,2.54999995231628417968e-01,4.0,-1.89130001068115234375e+01,1.0,8.13999995589256286621e-02,6.48000001907348632812e-01,8.10999989509582519531e-01,2.31999993324279785156e-01,1.50999993085861206054e-01,1.64546997070312500006e+02,4.0,257950.0);
INSERT INTO "features" VALUES(2,30,0,1,1.12000003457069396972e-01,1.77000001072883605957e-01,4.0,-2.10569992065429687508e+01,1.0,3.68000008165836334228e-02,9.44000005722045898437e-01,9.33000028133392333984e-01,1.65000006556510925292e-01,3.37000004947185516357e-02,71.2300033569336,4.0,377768.0);
INSERT INTO "features" VALUES(2,31,0,1,5.60999989509582519531e-01,5.69999992847442626953e-01,5.0,-9.3339996337890625e+00,1.0,4.80999983847141265869e-02,4.8100000619888305664e-01,0.0,1.31999999284744262695e-01,3.51000010967254638671e-01,9.15879974365234375034e+01,4.0,230257.0);
INSERT INTO "features" VALUES(2,32,0,1,2.52999991178512573242e-01,2.50999987125396728515e-01,5.0,-1.79769992828369140625e+01,0.0,3.04000005125999450683e-02,7.36999988555908203125e-01,9.57000017166137695312e-01,2.02999994158744812011e-01,3.31000000238418579101e-01,6.91940002441406250017e+01,NULL,291920.0);
INSERT INTO "features" VALUES(2,33,0,1,3.14000010490417480468e-01,0.414000004529953,6.0,-1.708499908447265625e+01,0.0,7.69999995827674865722e-02,7.14999973773956298828e-01,9.51000023633241653442e-04,1.79000005125999450683e-01,2.23000004887580871582e-01,1.24883003234863281254e+02,NULL,266629.0);
INSERT INTO "features" VALUES(2,34,0,1,3.60000014305114746093e-01,2.43000000715255737304e-01,8.0,-1.88990001678466796875e+01,0.0,4.94000017642974853515e-02,5.60999989509582519531e-01,7.7600002288818359375e-01,1.01999998092651367187e-01,1.2099999934434890747e-01,9.95159988403320312517e+01,4.0,373260.0);
INSERT INTO "features" VALUES(2,35,0,1,4.26999986171722412109e-01,2.22000002861022949218e-01,3.0,-1.98840007781982421875e+01,1.0,5.93000017106533050537e-02,0.859000027179718,8.33999991416931152343e-01,2.50999987125396728515e-01,1.70000001788139343261e-01,9.88840026855468749982e+01,4.0,193749.0);
INSERT INTO "features" VALUES(2,36,0,1,2.37000003457069396972e-01,2.56999999284744262695e-01,8.0,-1.93290004730224609375e+01,1.0,5.24999983608722686767e-02,7.0499998331069946289e-01,1.94000005722045898437e-02,1.7499999701976776123e-01,3.19000005722045898437e-01,1.09983001708984375001e+02,4.0,313483.0);
INSERT INTO "features" VALUES(2,38,0,1,0.0982000008225441,3.35000008344650268554e-01,9.0,-1.79740009307861328125e+01,1.0,2.65999995172023773193e-02,0.628000020980835,8.84000003337860107421e-01,2.52999991178512573242e-01,1.99999995529651641845e-02,1.09357002258300781247e+02,4.0,254614.0);
INSERT INTO "features" VALUES(2,39,0,1,1.58000007271766662597e-01,1.65999993681907653808e-01,11.0,-1.8417999267578125e+01,0.0,1.95000004023313522338e-02,0.746999979019165,9.31999981403350830078e-01,1.0300000011920928955e-01,7.15000033378601074218e-02,76.7249984741211,4.0,257745.0);
INSERT INTO "features" VALUES(2,40,0,1,1.2099999934434890747e-01,1.81999996304512023925e-01,1.0,-1.9188999176025390625e+01,0.0,4.10000011324882507324e-02,4.62999999523162841796e-01,8.2999998331069946289e-01,2.86000013351440429687e-01,3.86000014841556549072e-02,1.12114997863769531253e+02,4.0,243352.0);
INSERT INTO "features" VALUES(2,41,0,1,2.47999995946884155273e-01,4.05999988317489624023e-01,3.0,-1.56490001678466796875e+01,1.0,4.17000018060207366943e-02,4.44999992847442626953e-01,9.16999995708465576171e-01,2.59000003337860107421e-01,2.08000004291534423828e-01,1.10724998474121093749e+02,4.0,234608.0);
INSERT INTO "features" VALUES(2,42,0,1,3.61000001430511474609e-01,1.60999998450279235839e-01,7.0,-2.03409996032714843758e+01,1.0,4.05000001192092895507e-02,8.94999980926513671875e-01,7.42999970912933349609e-01,6.93000033497810363769e-02,2.70999997854232788085e-01,87.4800033569336,4.0,212792.0);
INSERT INTO "features" VALUES(2,43,0,1,4.25999999046325683593e-01,1.40000000596046447753e-01,10.0,-2.15520000457763671875e+01,1.0,1.44999995827674865722e-01,8.20999979972839355468e-01,8.37000012397766113281e-01,1.28000006079673767089e-01,1.22000001370906829833e-01,1.06663002014160156248e+02,4.0,357570.0);
INSERT INTO "features" VALUES(2,44,0,1,5.17000019550323486328e-01,3.21999996900558471679e-01,3.0,-2.03579998016357421875e+01,1.0,4.08999994397163391113e-02,5.2600002288818359375e-01,9.58999991416931152343e-01,8.33000019192695617675e-02,6.93000018596649169921e-01,1.097519989013671875e+02,4.0,242101.0);
INSERT INTO "features" VALUES(2,45,0,1,1.99000000953674316406e-01,2.06000000238418579101e-01,0.0,-2.04850006103515625e+01,0.0,8.64000022411346435546e-02,0.593999981880188,9.1500002145767211914e-01,1.67999997735023498535e-01,1.36000007390975952148e-01,6.44940032958984375008e+01,4.0,319108.0);
INSERT INTO "features" VALUES(2,46,0,1,1.99000000953674316406e-01,1.82999998331069946289e-01,7.0,-1.73490009307861328125e+01,1.0,3.48000004887580871582e-02,6.02999985218048095703e-01,8.75999987125396728515e-01,4.52000014483928680419e-02,6.44000023603439331054e-02,78.3010025024414,4.0,386200.0);
INSERT INTO "features" VALUES(2,47,0,1,8.60999971628189086914e-02,1.04000002145767211914e-01,2.0,-2.11919994354248046879e+01,1.0,5.05999997258186340332e-02,7.6399999856948852539e-01,8.51999998092651367187e-01,1.58000007271766662597e-01,1.61000005900859832763e-02,1.17345001220703124998e+02,4.0,336314.0);
INSERT INTO "features" VALUES(2,50,0,1,6.66999995708465576171e-01,5.42999982833862304687e-01,8.0,-1.04899997711181640629e+01,1.0,2.36000001430511474609e-01,3.44999998807907104492e-01,1.88999995589256286621e-02,1.34000003337860107421e-01,5.47999978065490722656e-01,1.1599199676513671875e+02,4.0,291912.0);
INSERT INTO "features" VALUES(2,51,0,1,2.40999996662139892578e-01,4.97999995946884155273e-01,8.0,-1.836100006103515625e+01,0.0,3.72000001370906829833e-02,9.16000008583068847656e-01,1.8799999452312476933e-05,3.51999998092651367187e-01,3.77999991178512573242e-01,1.11875999450683593749e+02,3.0,375231.0);
INSERT INTO "features" VALUES(2,52,0,1,3.58000010251998901367e-01,2.87000000476837158203e-01,6.0,-1.77479991912841796875e+01,1.0,8.4299996495246887207e-02,7.67000019550323486328e-01,9.16999995708465576171e-01,2.19999998807907104492e-01,1.93000003695487976074e-01,1.36921997070312500004e+02,4.0,311661.0);
INSERT INTO "features" VALUES(2,53,0,1,3.61999988555908203125e-01,1.19999997317790985107e-01,7.0,-2.3434999465942382812e+01,1.0,5.35999983549118041992e-02,8.89999985694885253906e-01,7.91999995708465576171e-01,6.70000016689300537109e-02,0.0803999975323677,7.78399963378906249982e+01,4.0,198434.0);
INSERT INTO "features" VALUES(2,54,0,1,3.40999990701675415039e-01,7.77000010013580322265e-01,11.0,-6.53399991989135742187e+00,0.0,4.01999987661838531494e-02,5.24999976158142089843e-01,1.70000002981396391987e-05,2.16999992728233337402e-01,0.722000002861023,1.10328002929687500003e+02,4.0,302077.0);
INSERT INTO "features" VALUES(2,55,0,1,0.718999981880188,3.54999989271163940429e-01,2.0,-1.26639995574951171877e+01,1.0,1.01999998092651367187e-01,9.50999975204467773437e-01,1.27999996766448020935e-03,0.0885000005364418,8.87000024318695068359e-01,8.42880020141601562534e+01,4.0,248587.0);
INSERT INTO "features" VALUES(2,56,0,1,3.05000007152557373046e-01,2.50999987125396728515e-01,5.0,-1.89200000762939453125e+01,1.0,1.64999999105930328369e-02,7.92999982833862304687e-01,8.56999993324279785156e-01,6.15000016987323760986e-02,4.0799999237060546875e-01,1.61858993530273437494e+02,4.0,222045.0);
INSERT INTO "features" VALUES(2,57,0,1,4.00000005960464477539e-01,2.66999989748001098632e-01,7.0,-19.6299991607666,0.0,5.04000000655651092529e-02,5.590000152587890625e-01,7.30000019073486328125e-01,1.36999994516372680664e-01,9.09999981522560119628e-02,1.19496002197265624998e+02,3.0,250535.0);
INSERT INTO "features" VALUES(2,58,0,1,1.82999998331069946289e-01,3.45999985933303833007e-01,1.0,-1.7423000335693359375e+01,1.0,3.40000018477439880371e-02,3.21999996900558471679e-01,8.88000011444091796875e-01,1.29999995231628417968e-01,8.07000026106834411621e-02,8.67799987792968749965e+01,4.0,229410.0);
INSERT INTO "features" VALUES(2,59,0,1,3.31000000238418579101e-01,3.45999985933303833007e-01,3.0,-1.58360004425048828125e+01,1.0,1.80999994277954101562e-01,0.531000018119812,7.81000009737908840179e-04,1.49000003933906555175e-01,1.41000002622604370117e-01,9.29810028076171875017e+01,4.0,271124.0);
INSERT INTO "features" VALUES(2,60,0,1,3.00000011920928955078e-01,6.37000024318695068359e-01,9.0,-1.29790000915527343745e+01,0.0,7.8400000929832458496e-02,7.44000002741813659667e-02,0.0,5.84000013768672943115e-02,1.71000003814697265625e-01,8.43450012207031249965e+01,4.0,240509.0);
INSERT INTO "features" VALUES(2,62,0,1,4.4800001382827758789e-01,3.54999989271163940429e-01,1.0,-1.61550006866455078125e+01,1.0,2.36000008881092071533e-02,8.22000026702880859375e-01,8.56999993324279785156e-01,1.00000001490116119384e-01,2.11999997496604919433e-01,1.40641006469726562505e+02,3.0,199381.0);
INSERT INTO "features" VALUES(2,63,0,1,3.40999990701675415039e-01,1.7499999701976776123e-01,7.0,-2.18020000457763671883e+01,1.0,3.04000005125999450683e-02,0.828000009059906,8.5600000619888305664e-01,2.45000004768371582031e-01,1.37999996542930603027e-01,6.87949981689453125008e+01,4.0,164213.0);
INSERT INTO "features" VALUES(2,64,0,1,1.59999996423721313476e-01,1.26000002026557922363e-01,8.0,-2.2702999114990234375e+01,1.0,1.8100000917911529541e-02,9.39000010490417480468e-01,8.2300001382827758789e-01,1.66999995708465576171e-01,8.17999988794326782226e-02,1.06453002929687499998e+02,3.0,255983.0);
INSERT INTO "features" VALUES(2,65,0,1,1.51999995112419128417e-01,2.59999990463256835937e-01,11.0,-1.7802999496459960937e+01,1.0,1.46999999880790710449e-01,7.13999986648559570312e-01,9.30000007152557373046e-01,1.58000007271766662597e-01,9.66999977827072143554e-02,9.99509963989257812534e+01,4.0,350495.0);
INSERT INTO "features" VALUES(2,66,0,1,1.59999996423721313476e-01,2.29000002145767211914e-01,8.0,-1.82240009307861328125e+01,1.0,1.8100000917911529541e-02,8.25999975204467773437e-01,8.2300001382827758789e-01,1.66999995708465576171e-01,8.17999988794326782226e-02,1.06453002929687499998e+02,3.0,255983.0);
INSERT INTO "features" VALUES(2,68,0,1,2.34999999403953552246e-01,2.02999994158744812011e-01,8.0,-1.968199920654296875e+01,0.0,2.96999998390674591064e-02,7.97999978065490722656e-01,8.46000015735626220703e-01,3.10999989509582519531e-01,2.36000001430511474609e-01,7.12570037841796875008e+01,4.0,320825.0);
INSERT INTO "features" VALUES(2,69,0,1,2.43000000715255737304e-01,3.28999996185302734375e-01,10.0,-1.998699951171875e+01,1.0,0.0421999990940094,4.02999997138977050781e-01,7.9000002145767211914e-01,1.88999995589256286621e-01,1.15999996662139892578e-01,1.12060997009277343752e+02,4.0,254307.0);
INSERT INTO "features" VALUES(2,70,0,1,2.6399999856948852539e-01,6.21000006794929504394e-02,11.0,-2.21089992523193359366e+01,0.0,2.34999991953372955322e-02,9.76000010967254638671e-01,8.27000021934509277343e-01,1.65000006556510925292e-01,2.36000008881092071533e-02,1.65333999633789062496e+02,4.0,260683.0);
INSERT INTO "features" VALUES(2,71,0,1,1.46999999880790710449e-01,3.8899999856948852539e-01,6.0,-1.50749998092651367183e+01,1.0,5.75000010430812835693e-02,8.27000021934509277343e-01,8.19000005722045898437e-01,0.210999995470047,6.43000006675720214843e-02,8.618900299072265625e+01,5.0,230340.0);
INSERT INTO "features" VALUES(2,72,0,1,2.72000014781951904296e-01,3.07999998331069946289e-01,6.0,-1.9242000579833984375e+01,1.0,4.08000014722347259521e-02,6.54999971389770507812e-01,9.07000005245208740234e-01,2.41999998688697814941e-01,6.92000016570091247558e-02,7.72050018310546874982e+01,4.0,387805.0);
INSERT INTO "features" VALUES(2,73,0,1,0.164000004529953,3.47000002861022949218e-01,4.0,-1.5312000274658203125e+01,1.0,2.18000002205371856689e-02,3.19999992847442626953e-01,9.0799999237060546875e-01,2.17999994754791259765e-01,3.24999988079071044921e-02,1.28085998535156249996e+02,3.0,236983.0);
INSERT INTO "features" VALUES(2,74,0,1,1.27000004053115844726e-01,4.25000011920928955078e-01,0.0,-1.67849998474121093745e+01,0.0,2.32999995350837707519e-02,0.699999988079071,9.7399997711181640625e-01,8.33000019192695617675e-02,6.75000026822090148925e-02,1.19871002197265624994e+02,4.0,271974.0);
INSERT INTO "features" VALUES(2,75,0,1,8.79999995231628417968e-02,0.382999986410141,3.0,-1.58409996032714843754e+01,0.0,2.53999996930360794067e-02,6.88000023365020751953e-01,8.34999978542327880859e-01,1.16999998688697814941e-01,6.36999979615211486816e-02,1.17836997985839843751e+02,4.0,408179.0);
INSERT INTO "features" VALUES(2,76,0,1,4.70999985933303833007e-01,1.70000001788139343261e-01,3.0,-1.8716999053955078125e+01,0.0,9.03000012040138244628e-02,0.640999972820282,0.949999988079071,1.52999997138977050781e-01,2.73999989032745361328e-01,1.57781997680664062494e+02,3.0,372820.0);
INSERT INTO "features" VALUES(2,77,0,1,2.87999987602233886718e-01,2.52999998629093170166e-02,11.0,-2.3603000640869140625e+01,1.0,1.62000000476837158203e-01,9.86000001430511474609e-01,8.64000022411346435546e-01,1.43999993801116943359e-01,7.88000002503395080566e-02,1.52087005615234375005e+02,4.0,224696.0);
INSERT INTO "features" VALUES(2,79,0,1,7.05999970436096191406e-01,7.63000011444091796875e-01,0.0,-5.340000152587890625e+00,1.0,5.62999993562698364257e-02,9.96000021696090698242e-02,2.53999996930360794067e-02,6.49999976158142089843e-02,4.46999996900558471679e-01,7.81650009155273437508e+01,3.0,232249.0);
INSERT INTO "features" VALUES(2,117,0,1,4.95000004768371582031e-01,8.02999973297119140625e-01,4.0,-4.8850002288818359375e+00,0.0,5.350000038743019104e-02,7.32999965548515319824e-02,0.0,2.54000008106231689453e-01,5.68000018596649169921e-01,7.48619995117187499991e+01,NULL,215425.0);
INSERT INTO "features" VALUES(2,118,0,1,6.81999981403350830078e-01,7.59999990463256835937e-01,11.0,-5.43499994277954101562e+00,0.0,5.11000007390975952148e-02,2.63000011444091796875e-01,2.80999985989183187484e-04,1.30999997258186340332e-01,9.22999978065490722656e-01,1.39546005249023437496e+02,4.0,236446.0);
INSERT INTO "features" VALUES(2,119,0,1,6.11999988555908203125e-01,7.42999970912933349609e-01,11.0,-7.62699985504150390625e+00,1.0,8.2900002598762512207e-02,2.37000003457069396972e-01,0.0,1.4200000464916229248e-01,8.92000019550323486328e-01,8.76360015869140625017e+01,3.0,222127.0);
INSERT INTO "features" VALUES(2,120,0,1,4.56000000238418579101e-01,6.48999989032745361328e-01,2.0,-7.14699983596801757812e+00,0.0,4.56999987363815307617e-02,2.09000006318092346191e-01,7.01999988450552336871e-06,1.05999998748302459716e-01,5.47999978065490722656e-01,1.18846000671386718748e+02,4.0,250850.0);
INSERT INTO "features" VALUES(2,121,0,1,0.699999988079071,0.800000011920929,2.0,-7.14699983596801757812e+00,0.0,4.56999987363815307617e-02,8.32000002264976501464e-02,7.01999988450552336871e-06,1.05999998748302459716e-01,5.47999978065490722656e-01,1.2226200103759765625e+02,4.0,250850.0);
INSERT INTO "features" VALUES(2,122,0,1,5.75999975204467773437e-01,7.16000020503997802734e-01,0.0,-9.75100040435791,0.0,1.23999997973442077636e-01,6.49999976158142089843e-01,0.0,1.36000007390975952148e-01,7.45999991893768310546e-01,9.58199996948242187482e+01,4.0,289489.0);
INSERT INTO "features" VALUES(2,123,0,1,5.2600002288818359375e-01,5.69000005722045898437e-01,6.0,-9.07499980926513671875e+00,1.0,2.21999995410442352294e-02,9.08999979496002197265e-01,2.18000004679197445511e-05,8.72000008821487426757e-02,8.14999997615814208984e-01,1.0853099822998046875e+02,4.0,143956.0);
INSERT INTO "features" VALUES(2,124,0,1,6.69000029563903808593e-01,6.72999978065490722656e-01,6.0,-1.03420000076293945308e+01,1.0,6.68999999761581420898e-02,4.79000002145767211914e-01,0.0,2.48999997973442077636e-01,8.2999998331069946289e-01,9.56930007934570312465e+01,4.0,270442.0);
INSERT INTO "features" VALUES(2,125,0,1,7.17999994754791259765e-01,6.44999980926513671875e-01,6.0,-8.90799999237060546875e+00,1.0,3.26000005006790161132e-02,4.91999983787536621093e-02,0.0,1.12999998033046722412e-01,7.54999995231628417968e-01,1.63824005126953125004e+02,4.0,282974.0);
INSERT INTO "features" VALUES(2,126,0,1,4.42999988794326782226e-01,5.87000012397766113281e-01,8.0,-1.0154999732971191406e+01,1.0,3.29999998211860656738e-02,7.2399997711181640625e-01,0.0,1.79000005125999450683e-01,5.92999994754791259765e-01,8.313899993896484375e+01,4.0,183956.0);
INSERT INTO "features" VALUES(2,127,0,1,4.32000011205673217773e-01,7.45000004768371582031e-01,8.0,-8.84000015258789,1.0,3.61000001430511474609e-02,2.40999996662139892578e-01,6.35999967926181852817e-05,1.23000003397464752197e-01,5.13000011444091796875e-01,9.29629974365234375017e+01,NULL,219492.0);
INSERT INTO "features" VALUES(2,128,0,1,4.2800000309944152832e-01,0.921999990940094,0.0,-4.75600004196167,0.0,2.01000005006790161132e-01,3.94000001251697540283e-02,1.21999997645616531372e-03,5.71999996900558471679e-02,3.47999989986419677734e-01,9.562000274658203125e+01,4.0,208063.0);
INSERT INTO "features" VALUES(2,129,0,1,4.74000006914138793945e-01,9.53999996185302734375e-01,3.0,-3.11999988555908203125e+00,0.0,1.79000005125999450683e-01,4.16000001132488250732e-02,1.019999981508590281e-04,2.54000008106231689453e-01,5.0700002908706665039e-01,1.70505004882812499994e+02,5.0,239866.0);
INSERT INTO "features" VALUES(2,130,0,1,8.14000010490417480468e-01,7.99000024795532226562e-01,3.0,-5.98899984359741210937e+00,0.0,7.76999965310096740722e-02,2.16000005602836608886e-01,0.0,1.59999996423721313476e-01,8.57999980449676513671e-01,77.9800033569336,4.0,177025.0);
INSERT INTO "features" VALUES(2,131,0,1,8.090000152587890625e-01,0.781000018119812,6.0,-3.88700008392334,0.0,4.17999997735023498535e-02,4.4800001382827758789e-01,0.0,1.67999994009733200073e-02,7.12000012397766113281e-01,1.10722999572753906245e+02,4.0,229644.0);
INSERT INTO "features" VALUES(2,132,0,1,6.10000014305114746093e-01,9.38000023365020751953e-01,6.0,-1.0520000457763671875e+00,0.0,4.52000014483928680419e-02,4.18999977409839630126e-03,1.40000004321336746215e-02,1.66999995708465576171e-01,5.91000020503997802734e-01,1.19426002502441406248e+02,4.0,235384.0);
INSERT INTO "features" VALUES(2,133,0,1,3.8899999856948852539e-01,8.65000009536743164062e-01,10.0,-3.32500004768371582031e+00,1.0,3.77999991178512573242e-02,4.34999987483024597167e-02,0.0,9.9399998784065246582e-02,5.590000152587890625e-01,1.03277999877929687504e+02,4.0,214130.0);
INSERT INTO "features" VALUES(2,134,0,1,5.97999989986419677734e-01,8.45000028610229492187e-01,0.0,-3.40100002288818359375e+00,1.0,0.0560000017285347,4.10999990999698638916e-02,0.0,0.125,4.79999989271163940429e-01,1.00762001037597656246e+02,3.0,218245.0);
INSERT INTO "features" VALUES(2,135,0,1,7.83999979496002197265e-01,8.28999996185302734375e-01,3.0,-5.73500013351440429687e+00,1.0,8.39999988675117492675e-02,3.22000011801719665527e-02,7.59000003337860107421e-01,8.91000032424926757812e-02,4.44999992847442626953e-01,1.20699996948242187504e+02,4.0,276328.0);
INSERT INTO "features" VALUES(2,136,0,1,5.66999971866607666015e-01,9.10000026226043701171e-01,1.0,-3.76799988746643066406e+00,0.0,5.27000017464160919189e-02,1.52000002562999725341e-02,0.0,2.46000006794929504394e-01,2.61000007390975952148e-01,1.34865005493164062503e+02,1.0,222566.0);
INSERT INTO "features" VALUES(2,137,0,1,8.06999981403350830078e-01,9.12999987602233886718e-01,10.0,-4.54400014877319335937e+00,1.0,1.37999996542930603027e-01,3.20000015199184417724e-02,7.84000003477558493614e-05,1.28000006079673767089e-01,6.3200002908706665039e-01,1.30050994873046874998e+02,4.0,169428.0);
INSERT INTO "features" VALUES(2,138,0,1,7.86000013351440429687e-01,7.9000002145767211914e-01,2.0,-6.83500003814697265625e+00,1.0,0.0674000009894371,8.0700004473328590393e-03,9.25999999046325683593e-01,5.16000017523765563964e-02,6.46000027656555175781e-01,1.26586997985839843749e+02,NULL,351395.0);
INSERT INTO "features" VALUES(2,139,0,1,7.55999982357025146484e-01,8.76999974250793457031e-01,8.0,-4.965000152587890625e+00,0.0,3.46999987959861755371e-02,1.27000004053115844726e-01,7.31999993324279785156e-01,1.23999997973442077636e-01,5.21000027656555175781e-01,113.572998046875,4.0,282368.0);
INSERT INTO "features" VALUES(2,140,0,1,8.30999970436096191406e-01,8.37999999523162841796e-01,1.0,-7.57499980926513671875e+00,1.0,3.83000001311302185058e-02,6.4800001680850982666e-02,9.19000029563903808593e-01,1.23000003397464752197e-01,7.27999985218048095703e-01,1.34238006591796874998e+02,4.0,299267.0);
INSERT INTO "features" VALUES(2,141,0,1,8.18000018596649169921e-01,6.80999994277954101562e-01,6.0,-7.95200014114379882812e+00,1.0,2.68000006675720214843e-01,2.21000000834465026855e-01,2.37999996170401573181e-03,1.27000004053115844726e-01,4.49999988079071044921e-01,1.65960998535156250004e+02,3.0,145693.0);
INSERT INTO "features" VALUES(2,142,0,1,8.28999996185302734375e-01,6.29000008106231689453e-01,7.0,-6.81400012969970703125e+00,1.0,1.68999999761581420898e-01,1.04000002145767211914e-01,1.59000002895481884479e-04,1.35000005364418029785e-01,6.25999987125396728515e-01,6.68639984130859375008e+01,4.0,188775.0);
INSERT INTO "features" VALUES(2,143,0,1,8.28999996185302734375e-01,3.45999985933303833007e-01,7.0,-1.10590000152587890629e+01,1.0,1.68999999761581420898e-01,8.18000018596649169921e-01,1.59000002895481884479e-04,1.35000005364418029785e-01,6.25999987125396728515e-01,6.68639984130859375008e+01,4.0,188775.0);
INSERT INTO "features" VALUES(2,144,0,1,5.87999999523162841796e-01,4.72000002861022949218e-01,10.0,-8.194000244140625e+00,1.0,4.21000011265277862548e-02,4.35000002384185791015e-01,1.55999995768070220947e-02,4.90000009536743164062e-01,7.02000021934509277343e-01,1.10761001586914062497e+02,4.0,208606.0);
INSERT INTO "features" VALUES(2,145,0,1,0.746999979019165,6.85000002384185791015e-01,11.0,-7.05299997329711914062e+00,0.0,5.20999990403652191162e-02,9.7099997103214263916e-02,1.97000009939074516296e-03,6.19999989867210388183e-02,8.04000020027160644531e-01,1.63878997802734375005e+02,4.0,222718.0);
INSERT INTO "features" VALUES(2,146,0,1,5.21000027656555175781e-01,6.15999996662139892578e-01,3.0,-7.93100023269653320312e+00,0.0,1.14000000059604644775e-01,2.80000001192092895507e-01,6.54999985272297635674e-06,1.89999997615814208984e-01,0.367000013589859,1.22443000793457031246e+02,4.0,193679.0);
INSERT INTO "features" VALUES(2,147,0,1,4.76999998092651367187e-01,5.54000020027160644531e-01,0.0,-8.32800006866455,1.0,6.1799999326467514038e-02,3.58999997377395629882e-01,4.64000011561438441276e-04,2.77999993413686752319e-02,2.8400000929832458496e-01,1.15317001342773437497e+02,NULL,173150.0);
INSERT INTO "features" VALUES(2,148,0,1,4.46000009775161743164e-01,6.83000028133392333984e-01,3.0,-7.145999908447265625e+00,1.0,6.31000027060508728027e-02,1.48000001907348632812e-01,0.0,1.58999994397163391113e-01,6.63999974727630615234e-01,1.35660995483398437498e+02,4.0,176297.0);
INSERT INTO "features" VALUES(2,149,0,1,4.81999993324279785156e-01,3.79000008106231689453e-01,6.0,-1.08879995346069335937e+01,1.0,4.03999984264373779296e-02,0.527999997138977,0.0,1.60999998450279235839e-01,2.21000000834465026855e-01,1.03992996215820312502e+02,4.0,235387.0);
INSERT INTO "features" VALUES(2,150,0,1,0.328000009059906,8.64000022411346435546e-01,3.0,-2.65400004386901855468e+00,1.0,8.25999975204467773437e-02,6.84000030159950256347e-02,0.0,2.61000007390975952148e-01,2.75000005960464477539e-01,1.08830001831054687497e+02,4.0,189892.0);
INSERT INTO "features" VALUES(2,151,0,1,5.36000013351440429687e-01,6.66999995708465576171e-01,5.0,-4.59299993515014648437e+00,1.0,6.27000033855438232421e-02,4.56000000238418579101e-01,7.43999984115362167358e-03,8.76000002026557922363e-02,7.02000021934509277343e-01,1.20908996582031250002e+02,4.0,156138.0);
INSERT INTO "features" VALUES(2,152,0,1,5.38999974727630615234e-01,5.77000021934509277343e-01,8.0,-7.56300020217895507812e+00,0.0,0.0348999984562397,4.99000012874603271484e-01,2.54000005952548235654e-05,9.51000005006790161132e-02,5.4000002145767211914e-01,7.94120025634765625e+01,4.0,235807.0);
INSERT INTO "features" VALUES(2,153,0,1,4.90000009536743164062e-01,4.30000007152557373046e-01,2.0,-9.3159999847412109375e+00,1.0,6.06000013649463653564e-02,5.7999998331069946289e-01,1.11999996006488800048e-02,7.81999975442886352539e-02,6.01000010967254638671e-01,1.18763000488281250005e+02,4.0,247162.0);
INSERT INTO "features" VALUES(2,154,0,1,0.578000009059906,8.84999990463256835937e-01,10.0,-2.13299989700317382812e+00,0.0,3.20999994874000549316e-02,1.54999997466802597045e-02,8.60000000102445483207e-05,5.09999990463256835937e-01,5.97999989986419677734e-01,1.35057998657226562499e+02,4.0,279119.0);
INSERT INTO "features" VALUES(2,155,0,1,0.296999990940094,6.80999994277954101562e-01,7.0,-5.37200021743774414062e+00,0.0,9.83999967575073242187e-02,1.7499999701976776123e-01,9.08000001800246536731e-05,1.82999998331069946289e-01,3.44000011682510375976e-01,1.23224998474121093749e+02,4.0,326394.0);
INSERT INTO "features" VALUES(2,156,0,1,4.79000002145767211914e-01,4.46999996900558471679e-01,6.0,-10.75,0.0,1.38999996706843376159e-02,4.93000000715255737304e-01,0.0,1.37999996542930603027e-01,6.39999985694885253906e-01,1.51613006591796875e+02,4.0,208453.0);
INSERT INTO "features" VALUES(2,157,0,1,5.46000003814697265625e-01,3.30000013113021850585e-01,0.0,-1.1937999725341796875e+01,0.0,9.83999967575073242187e-02,0.878000020980835,3.81999998353421688079e-04,1.34000003337860107421e-01,2.56000012159347534179e-01,1.422100067138671875e+02,4.0,372367.0);
INSERT INTO "features" VALUES(2,158,0,1,7.41999983787536621093e-01,9.58000004291534423828e-01,6.0,-2.41700005531311035156e+00,1.0,8.17999988794326782226e-02,3.75999999232590198516e-03,9.33000028133392333984e-01,1.26000002026557922363e-01,4.23000007867813110351e-01,1.20393997192382812494e+02,NULL,243761.0);
INSERT INTO "features" VALUES(2,159,0,1,8.28999996185302734375e-01,9.33000028133392333984e-01,0.0,-4.44700002670288085937e+00,0.0,4.67999987304210662841e-02,5.41000021621584892272e-03,0.0,7.98999965190887451171e-02,7.36000001430511474609e-01,1.38177993774414062497e+02,4.0,278368.0);
INSERT INTO "features" VALUES(2,160,0,1,7.05999970436096191406e-01,6.95999979972839355468e-01,5.0,-4.88600015640258789062e+00,1.0,6.5499998629093170166e-02,1.01999998092651367187e-01,0.0,5.18999993801116943359e-02,7.50999987125396728515e-01,1.17069000244140625005e+02,4.0,259624.0);
INSERT INTO "features" VALUES(2,161,0,1,6.07999980449676513671e-01,8.99999976158142089843e-01,3.0,-2.30800008773803710937e+00,0.0,3.09999994933605194091e-02,5.18999993801116943359e-02,7.76000015321187674999e-05,1.01999998092651367187e-01,5.64000010490417480468e-01,9.38069992065429687517e+01,4.0,224066.0);
INSERT INTO "features" VALUES(2,162,0,1,8.45000028610229492187e-01,7.68999993801116943359e-01,5.0,-5.90100002288818359375e+00,0.0,3.81999984383583068847e-02,2.66000002622604370117e-01,6.33999984711408615112e-03,1.19000002741813659667e-01,6.05000019073486328125e-01,87.4229965209961,4.0,373607.0);
INSERT INTO "features" VALUES(2,163,0,1,7.45999991893768310546e-01,8.18000018596649169921e-01,5.0,-2.21799993515014648437e+00,0.0,4.05000001192092895507e-02,1.04000000283122062683e-02,0.0,8.95000025629997253417e-02,6.07999980449676513671e-01,71.1240005493164,4.0,199845.0);
INSERT INTO "features" VALUES(2,164,0,1,4.51999992132186889648e-01,8.51000010967254638671e-01,1.0,-3.60899996757507324218e+00,0.0,4.39999997615814208984e-02,6.63999989628791809082e-02,4.34999994467943906784e-04,1.58000007271766662597e-01,4.18000012636184692382e-01,1.25331001281738281245e+02,4.0,246363.0);
INSERT INTO "features" VALUES(2,165,0,1,3.95999997854232788085e-01,7.02000021934509277343e-01,10.0,-6.3850002288818359375e+00,1.0,3.90999987721443176269e-02,1.55000001192092895507e-01,2.43999995291233062744e-02,2.87999987602233886718e-01,3.8899999856948852539e-01,1.40365997314453124994e+02,4.0,234093.0);
INSERT INTO "features" VALUES(2,166,0,1,5.69000005722045898437e-01,7.51999974250793457031e-01,10.0,-6.3090000152587890625e+00,1.0,4.34000007808208465576e-02,9.17999967932701110839e-02,0.0,1.53999999165534973144e-01,4.86999988555908203125e-01,1.87716995239257812503e+02,4.0,215503.0);
INSERT INTO "features" VALUES(2,167,0,1,4.88000005483627319335e-01,8.27000021934509277343e-01,9.0,-4.68300008773803710937e+00,1.0,1.0300000011920928955e-01,2.26999998092651367187e-01,1.94000005722045898437e-02,9.45999994874000549316e-02,5.41999995708465576171e-01,1.16210998535156249998e+02,NULL,198011.0);
INSERT INTO "features" VALUES(2,168,0,1,3.65999996662139892578e-01,8.37000012397766113281e-01,5.0,-5.18800020217895507812e+00,0.0,6.67999982833862304687e-02,8.63000005483627319335e-02,9.60000045597553253173e-03,5.69000005722045898437e-01,4.44999992847442626953e-01,9.81350021362304687517e+01,4.0,224640.0);
INSERT INTO "features" VALUES(2,169,0,1,2.73000001907348632812e-01,8.14000010490417480468e-01,5.0,-5.9409999847412109375e+00,1.0,9.26999971270561218261e-02,2.31999997049570083618e-02,0.0,1.08000002801418304443e-01,2.79000014066696166992e-01,88.7969970703125,4.0,231850.0);
INSERT INTO "features" VALUES(2,170,0,1,0.628000020980835,7.59999990463256835937e-01,5.0,-7.95599985122680664062e+00,0.0,8.94000008702278137207e-02,1.72999992966651916503e-01,0.0,1.94999992847442626953e-01,7.12000012397766113281e-01,1.45313003540039062497e+02,4.0,296000.0);
INSERT INTO "features" VALUES(2,171,0,1,4.8100000619888305664e-01,8.33000004291534423828e-01,1.0,-6.33199977874755859375e+00,1.0,6.7800000309944152832e-02,3.18999998271465301513e-02,0.0,1.01999998092651367187e-01,2.46000006794929504394e-01,1.05318000793457031247e+02,4.0,175683.0);
INSERT INTO "features" VALUES(2,172,0,1,3.31999987363815307617e-01,7.62000024318695068359e-01,4.0,-6.95399999618530273437e+00,0.0,1.86000000685453414916e-02,1.09999999403953552246e-01,2.43999995291233062744e-04,1.08999997377395629882e-01,4.56999987363815307617e-01,1.14345001220703125e+02,4.0,145038.0);
INSERT INTO "features" VALUES(2,173,0,1,3.61000001430511474609e-01,8.06999981403350830078e-01,6.0,-5.3090000152587890625e+00,0.0,1.96999996900558471679e-01,6.08000010251998901367e-02,2.09000005270354449748e-04,1.80999994277954101562e-01,1.0700000077486038208e-01,9.17819976806640625e+01,4.0,263496.0);
INSERT INTO "features" VALUES(2,174,0,1,4.9399998784065246582e-01,7.91999995708465576171e-01,9.0,-7.83500003814697265625e+00,0.0,1.15000002086162567138e-01,7.72999972105026245117e-02,3.01999994553625583648e-03,7.50000029802322387695e-02,5.09999990463256835937e-01,1.21335998535156249996e+02,4.0,239790.0);
INSERT INTO "features" VALUES(2,175,0,1,6.83000028133392333984e-01,7.87000000476837158203e-01,9.0,-5.77600002288818359375e+00,0.0,6.15999996662139892578e-02,6.15999996662139892578e-02,2.00999993830919265747e-02,0.0885000005364418,8.090000152587890625e-01,98.6050033569336,4.0,178140.0);
INSERT INTO "features" VALUES(2,176,0,1,3.19000005722045898437e-01,8.33999991416931152343e-01,11.0,-4.20699977874755859375e+00,1.0,1.14000000059604644775e-01,2.54999995231628417968e-02,0.0,8.44999998807907104492e-02,3.72999995946884155273e-01,1.09515998840332031251e+02,4.0,150714.0);
INSERT INTO "features" VALUES(2,177,0,1,4.0799999237060546875e-01,3.68000000715255737304e-01,9.0,-1.7451000213623046875e+01,0.0,2.30000000447034835815e-02,6.60000026226043701171e-01,8.67999970912933349609e-01,1.57000005245208740234e-01,3.84999990463256835937e-01,1.27223999023437500004e+02,4.0,293426.0);
INSERT INTO "features" VALUES(2,178,0,1,4.65999990701675415039e-01,3.35000008344650268554e-01,8.0,-1.8743000030517578125e+01,1.0,1.85000002384185791015e-02,8.70999991893768310546e-01,7.49000012874603271484e-01,6.53999969363212585449e-02,3.19000005722045898437e-01,1.15663002014160156251e+02,NULL,180701.0);
INSERT INTO "features" VALUES(2,179,0,1,5.87999999523162841796e-01,4.26999986171722412109e-01,11.0,-1.85259990692138671875e+01,1.0,4.87999990582466125488e-02,7.50999987125396728515e-01,7.92999982833862304687e-01,7.90000036358833312988e-02,2.98999994993209838867e-01,7.34079971313476562508e+01,4.0,285079.0);
INSERT INTO "features" VALUES(2,180,0,1,1.80999994277954101562e-01,1.88999995589256286621e-01,5.0,-2.14400005340576171875e+01,0.0,1.89999993890523910522e-02,9.35000002384185791015e-01,8.19999992847442626953e-01,1.82999998331069946289e-01,1.88999995589256286621e-01,1.29753997802734374997e+02,4.0,235581.0);
INSERT INTO "features" VALUES(2,181,0,1,0.675000011920929,4.32999998331069946289e-01,7.0,-1.55399999618530273437e+01,1.0,3.62999998033046722412e-02,0.800000011920929,7.21000015735626220703e-01,1.33000001311302185058e-01,3.44000011682510375976e-01,1.07065002441406249996e+02,4.0,233885.0);
INSERT INTO "features" VALUES(2,182,0,1,3.61999988555908203125e-01,4.16999995708465576171e-01,3.0,-1.6082000732421875e+01,0.0,2.07000002264976501464e-02,4.55000013113021850585e-01,8.52999985218048095703e-01,6.94999992847442626953e-02,2.12999999523162841796e-01,1.29298004150390625003e+02,4.0,410545.0);
INSERT INTO "features" VALUES(2,183,0,1,2.82000005245208740234e-01,9.10000026226043701171e-01,10.0,-2.28399991989135742187e+00,0.0,6.36000037193298339843e-02,6.63999989628791809082e-02,9.22999978065490722656e-01,1.49000003933906555175e-01,8.47000032663345336914e-02,8.92620010375976562482e+01,4.0,237852.0);
INSERT INTO "features" VALUES(2,184,0,1,2.19999998807907104492e-01,8.6299997568130493164e-01,8.0,-8.8439998626708984375e+00,0.0,4.47000004351139068603e-02,2.30000000447034835815e-02,0.0,0.0835999995470047,1.3899999856948852539e-01,74.9530029296875,4.0,285436.0);
INSERT INTO "features" VALUES(2,185,0,1,2.34999999403953552246e-01,8.84000003337860107421e-01,8.0,-8.6840000152587890625e+00,0.0,5.27999997138977050781e-02,3.37999984622001647949e-02,8.74000012874603271484e-01,0.0934000015258789,6.53999969363212585449e-02,1.49121994018554687505e+02,4.0,322209.0);
INSERT INTO "features" VALUES(2,186,0,1,2.87999987602233886718e-01,9.44999992847442626953e-01,2.0,-4.49100017547607421875e+00,0.0,7.25999996066093444824e-02,1.38999999035149812698e-03,3.1500000040978193283e-03,7.20999985933303833007e-02,1.19000002741813659667e-01,1.06103996276855468746e+02,4.0,316083.0);
INSERT INTO "features" VALUES(2,187,0,1,1.88999995589256286621e-01,8.87000024318695068359e-01,10.0,-4.61399984359741210937e+00,0.0,4.54000011086463928222e-02,3.44999991357326507568e-02,2.11000000126659870147e-03,1.66999995708465576171e-01,1.23999997973442077636e-01,1.34029998779296874997e+02,4.0,252289.0);
INSERT INTO "features" VALUES(2,188,0,1,1.59999996423721313476e-01,0.890999972820282,2.0,-6.05999994277954101562e+00,1.0,5.90000003576278686523e-02,1.65999993681907653808e-01,4.29000010626623407006e-06,5.88999986648559570312e-02,1.05999998748302459716e-01,1.06283996582031250001e+02,4.0,237021.0);
INSERT INTO "features" VALUES(2,189,0,1,0.0940999984741211,9.59999978542327880859e-01,3.0,-3.35999989509582519531e+00,1.0,8.87999981641769409179e-02,2.64000007882714271545e-03,7.41999983787536621093e-01,6.40000030398368835449e-02,5.29999993741512298583e-02,5.48709983825683593732e+01,4.0,273592.0);
INSERT INTO "features" VALUES(2,190,0,1,1.52999997138977050781e-01,7.40999996662139892578e-01,7.0,-8.64700031280517578125e+00,0.0,1.09999999403953552246e-01,1.44999995827674865722e-01,8.61999988555908203125e-01,1.72999992966651916503e-01,4.76000010967254638671e-02,7.00930023193359375e+01,4.0,277739.0);
INSERT INTO "features" VALUES(2,191,0,1,2.16999992728233337402e-01,9.44000005722045898437e-01,3.0,-1.80499994754791259765e+00,0.0,9.43000018596649169921e-02,1.90999992191791534423e-02,0.0,1.28999993205070495605e-01,1.15999996662139892578e-01,1.33152999877929687497e+02,4.0,236937.0);
INSERT INTO "features" VALUES(2,192,0,1,2.21000000834465026855e-01,8.93999993801116943359e-01,11.0,-6.4200000762939453125e+00,1.0,1.72999992966651916503e-01,7.8400000929832458496e-02,0.0,3.47999989986419677734e-01,5.97999989986419677734e-02,1.65761001586914062501e+02,4.0,263989.0);
INSERT INTO "features" VALUES(2,193,0,1,1.73999994993209838867e-01,8.97000014781951904296e-01,3.0,-7.81300020217895507812e+00,0.0,6.49999976158142089843e-02,1.11999996006488800048e-02,8.61000001430511474609e-01,5.22000007331371307373e-02,2.61000003665685653686e-02,8.368499755859375e+01,4.0,363665.0);
INSERT INTO "features" VALUES(2,194,0,1,5.27000010013580322265e-01,7.72000014781951904296e-01,0.0,-6.40700006484985351562e+00,1.0,5.49000017344951629638e-02,2.77000010013580322265e-01,0.0,1.85000002384185791015e-01,6.02999985218048095703e-01,1.04378997802734375e+02,1.0,187692.0);
INSERT INTO "features" VALUES(2,195,0,1,8.090000152587890625e-01,2.54000008106231689453e-01,5.0,-1.35019998550415039058e+01,0.0,3.07999998331069946289e-02,7.21000015735626220703e-01,8.22000026702880859375e-01,6.71999976038932800292e-02,4.95999991893768310546e-01,8.35699996948242187534e+01,4.0,480588.0);
INSERT INTO "features" VALUES(2,196,0,1,7.30000019073486328125e-01,2.70999997854232788085e-01,2.0,-1.22849998474121093752e+01,1.0,6.12000003457069396972e-02,6.07999980449676513671e-01,0.890999972820282,1.12999998033046722412e-01,4.30999994277954101562e-01,9.23990020751953125034e+01,4.0,219400.0);
INSERT INTO "features" VALUES(2,197,0,1,7.07000017166137695312e-01,1.85000002384185791015e-01,10.0,-1.32650003433227539064e+01,0.0,6.1799999326467514038e-02,5.3299999237060546875e-01,0.765999972820282,1.89999997615814208984e-01,3.07999998331069946289e-01,1.00773002624511718748e+02,NULL,261138.0);
INSERT INTO "features" VALUES(2,198,0,1,7.71000027656555175781e-01,8.01999986171722412109e-01,10.0,-5.71999979019165,1.0,1.24000003561377525329e-02,1.0700000077486038208e-01,0.0,8.13999995589256286621e-02,7.41999983787536621093e-01,1.0245200347900390625e+02,4.0,249438.0);
INSERT INTO "features" VALUES(2,199,0,1,6.48999989032745361328e-01,6.66999995708465576171e-01,3.0,-6.84499979019165,1.0,2.96000000089406967163e-02,3.44999998807907104492e-01,0.949999988079071,8.07000026106834411621e-02,5.9899997711181640625e-01,1.48104995727539062505e+02,4.0,190195.0);
INSERT INTO "features" VALUES(2,200,0,1,5.64999997615814208984e-01,6.16999983787536621093e-01,1.0,-1.02159996032714843754e+01,1.0,6.01000003516674041748e-02,4.81999993324279785156e-01,8.79999995231628417968e-01,8.34000036120414733886e-02,5.19999980926513671875e-01,9.60800018310546874965e+01,4.0,207931.0);
INSERT INTO "features" VALUES(2,201,0,1,7.08000004291534423828e-01,5.12000024318695068359e-01,0.0,-6.13299989700317382812e+00,1.0,2.23000004887580871582e-01,4.05000001192092895507e-01,8.2999998331069946289e-01,0.0364999994635582,6.79000020027160644531e-01,6.08289985656738281267e+01,4.0,180061.0);
INSERT INTO "features" VALUES(2,202,0,1,5.09999990463256835937e-01,6.01000010967254638671e-01,11.0,-1.1954000473022460937e+01,1.0,7.24999979138374328613e-02,5.4000002145767211914e-01,9.02000010013580322265e-01,1.04999996721744537353e-01,5.2600002288818359375e-01,9.15319976806640625034e+01,4.0,376481.0);
INSERT INTO "features" VALUES(2,203,0,1,6.66000008583068847656e-01,0.781000018119812,9.0,-7.69399976730346679687e+00,0.0,2.07000002264976501464e-02,6.06999993324279785156e-02,8.45000028610229492187e-01,1.57000005245208740234e-01,6.44999980926513671875e-01,71.0739974975586,4.0,231865.0);
INSERT INTO "features" VALUES(2,204,0,1,7.26999998092651367187e-01,6.85000002384185791015e-01,2.0,-9.70800018310546875e+00,0.0,4.28999997675418853759e-02,3.2300001382827758789e-01,9.43000018596649169921e-01,7.25999996066093444824e-02,8.70999991893768310546e-01,1.36291000366210937502e+02,4.0,354302.0);
INSERT INTO "features" VALUES(2,205,0,1,7.02000021934509277343e-01,7.45999991893768310546e-01,8.0,-8.05799961090087890625e+00,1.0,4.39000017940998077392e-02,0.125,6.94999992847442626953e-01,6.84000030159950256347e-02,7.08999991416931152343e-01,1.17958999633789062499e+02,4.0,361316.0);
INSERT INTO "features" VALUES(2,206,0,1,7.14999973773956298828e-01,7.26999998092651367187e-01,7.0,-9.44200038909912109375e+00,0.0,5.00000007450580596923e-02,1.36000007390975952148e-01,7.3799997568130493164e-01,7.50000029802322387695e-02,0.824999988079071,8.19380035400390624965e+01,4.0,231733.0);
INSERT INTO "features" VALUES(2,207,0,1,3.70000004768371582031e-01,3.01999986171722412109e-01,2.0,-1.2696999549865722656e+01,0.0,2.69000008702278137207e-02,6.16999983787536621093e-01,9.12999987602233886718e-01,0.257999986410141,0.210999995470047,1.188040008544921875e+02,NULL,341162.0);
INSERT INTO "features" VALUES(2,208,0,1,6.11999988555908203125e-01,8.93999993801116943359e-01,7.0,-6.83500003814697265625e+00,1.0,6.46999999880790710449e-02,2.5599999353289604187e-02,9.0100002288818359375e-01,2.29000002145767211914e-01,4.35000002384185791015e-01,1.83485992431640625001e+02,4.0,306250.0);
INSERT INTO "features" VALUES(2,209,0,1,6.11999988555908203125e-01,0.492000013589859,7.0,-1.11180000305175781245e+01,1.0,6.46999999880790710449e-02,8.93999993801116943359e-01,9.0100002288818359375e-01,2.29000002145767211914e-01,4.35000002384185791015e-01,1.83485992431640625001e+02,4.0,306250.0);
INSERT INTO "features" VALUES(2,210,0,1,5.89999973773956298828e-01,8.30999970436096191406e-01,3.0,-1.0760000228881835937e+01,0.0,9.96999964118003845214e-02,1.63000002503395080566e-02,0.0,1.30999997258186340332e-01,3.00999999046325683593e-01,1.77391006469726562498e+02,4.0,275867.0);
INSERT INTO "features" VALUES(2,211,0,1,0.699999988079071,8.30999970436096191406e-01,3.0,-1.0760000228881835937e+01,0.0,9.96999964118003845214e-02,9.36999991536140441894e-02,0.0,1.30999997258186340332e-01,3.00999999046325683593e-01,1.23829002380371093754e+02,4.0,275867.0);
INSERT INTO "features" VALUES(2,212,0,1,3.95999997854232788085e-01,6.16999983787536621093e-01,11.0,-9.520000457763671875e+00,1.0,0.0215000007301569,1.28999993205070495605e-01,5.18000006675720214843e-01,5.95000013709068298339e-02,1.57000005245208740234e-01,1.81628005981445312493e+02,4.0,185760.0);
INSERT INTO "features" VALUES(2,213,0,1,6.99000000953674316406e-01,9.16999995708465576171e-01,2.0,-4.61100006103515625e+00,1.0,6.43000006675720214843e-02,1.4700000174343585968e-02,0.0,1.05999998748302459716e-01,6.69000029563903808593e-01,1.71309005737304687498e+02,4.0,230876.0);
INSERT INTO "features" VALUES(2,214,0,1,0.527999997138977,8.51999998092651367187e-01,11.0,-8.4549999237060546875e+00,1.0,3.59999984502792358398e-02,1.43999993801116943359e-01,6.81999981403350830078e-01,1.48000001907348632812e-01,4.55000013113021850585e-01,1.66617996215820312506e+02,4.0,195743.0);
INSERT INTO "features" VALUES(2,215,0,1,5.69000005722045898437e-01,8.37999999523162841796e-01,0.0,-5.98899984359741210937e+00,0.0,4.54000011086463928222e-02,4.93000000715255737304e-01,9.08999979496002197265e-01,1.19999997317790985107e-01,0.367000013589859,1.72529006958007812499e+02,4.0,236556.0);
INSERT INTO "features" VALUES(2,216,0,1,3.37999999523162841796e-01,1.36000007390975952148e-01,2.0,-2.2660999298095703125e+01,1.0,1.87999997287988662719e-02,9.64999973773956298828e-01,7.83999979496002197265e-01,5.90999983251094818115e-02,5.42000010609626770019e-02,1.28182998657226562496e+02,5.0,241872.0);
INSERT INTO "features" VALUES(2,217,0,1,1.67999997735023498535e-01,1.48000001907348632812e-01,0.0,-2.10389995574951171875e+01,1.0,7.609999924898147583e-02,9.90000009536743164062e-01,7.55999982357025146484e-01,2.52000004053115844726e-01,1.23999997973442077636e-01,1.06405998229980468749e+02,4.0,253968.0);
INSERT INTO "features" VALUES(2,218,0,1,6.93000018596649169921e-01,8.10000002384185791015e-01,10.0,-5.6529998779296875e+00,0.0,6.90999999642372131347e-02,7.68999978899955749511e-02,0.0,2.26999998092651367187e-01,5.72000026702880859375e-01,1.02394996643066406251e+02,4.0,194901.0);
INSERT INTO "features" VALUES(2,219,0,1,7.3100000619888305664e-01,9.10000026226043701171e-01,3.0,-5.465000152587890625e+00,0.0,6.10999986529350280761e-02,5.86000010371208190917e-02,0.0,0.0640999972820282,7.68999993801116943359e-01,1.62688003540039062503e+02,4.0,222917.0);
INSERT INTO "features" VALUES(2,220,0,1,7.30000019073486328125e-01,5.3299999237060546875e-01,3.0,-6.82100009918212890625e+00,1.0,0.0786999985575676,6.57000005245208740234e-01,2.22999998368322849273e-03,1.05999998748302459716e-01,2.73999989032745361328e-01,1.45291000366210937494e+02,3.0,152419.0);
INSERT INTO "features" VALUES(2,221,0,1,0.574999988079071,6.72999978065490722656e-01,1.0,-4.94199991226196289062e+00,1.0,1.86000004410743713378e-01,1.51999995112419128417e-01,0.0,2.1400000154972076416e-01,6.00000023841857910156e-01,1.30464996337890624998e+02,NULL,294104.0);
INSERT INTO "features" VALUES(2,222,0,1,5.35000026226043701171e-01,4.60000008344650268554e-01,3.0,-9.631999969482421875e+00,0.0,5.60999996960163116455e-02,6.67999982833862304687e-01,1.1899999808520078659e-03,1.05999998748302459716e-01,5.2600002288818359375e-01,1.08247001647949218753e+02,4.0,212854.0);
INSERT INTO "features" VALUES(2,223,0,1,6.02999985218048095703e-01,5.0700002908706665039e-01,3.0,-7.40899991989135742187e+00,1.0,1.15000002086162567138e-01,5.9200000762939453125e-01,0.0,1.3899999856948852539e-01,3.33000004291534423828e-01,1.02206001281738281252e+02,4.0,169544.0);
INSERT INTO "features" VALUES(2,224,0,1,7.02000021934509277343e-01,6.34000003337860107421e-01,2.0,-4.43200016021728515625e+00,1.0,1.15999996662139892578e-01,4.02999997138977050781e-01,7.45999991893768310546e-01,1.15999996662139892578e-01,5.13000011444091796875e-01,8.32679977416992187465e+01,4.0,166106.0);
INSERT INTO "features" VALUES(2,225,0,1,6.75999999046325683593e-01,7.09999978542327880859e-01,0.0,-4.14799976348876953125e+00,1.0,1.01000003516674041748e-01,1.19000002741813659667e-01,1.80999995791353285312e-04,2.59999990463256835937e-01,8.33999991416931152343e-01,1.368170013427734375e+02,4.0,250191.0);
INSERT INTO "features" VALUES(2,226,0,1,6.48999989032745361328e-01,5.64000010490417480468e-01,0.0,-7.30299997329711914062e+00,1.0,3.75000014901161193847e-02,4.4800001382827758789e-01,8.14000013633631169795e-05,8.64999964833259582519e-02,3.9500001072883605957e-01,1.41899002075195312501e+02,4.0,200588.0);
INSERT INTO "features" VALUES(2,227,0,1,6.34999990463256835937e-01,6.49999976158142089843e-01,2.0,-6.13800001144409179687e+00,0.0,9.45999994874000549316e-02,2.33999997377395629882e-01,0.0,1.18000000715255737304e-01,6.03999972343444824218e-01,9.32549972534179687482e+01,4.0,157383.0);
INSERT INTO "features" VALUES(3,231,0,1,0.5,6.00000023841857910156e-01,1.0,-7.0,1.0,5.00000007450580596923e-02,1.00000001490116119384e-01,0.0,1.00000001490116119384e-01,0.5,120.0,4.0,200000.0);
INSERT INTO "features" VALUES(3,232,0,1,4.00000005960464477539e-01,3.00000011920928955078e-01,5.0,-9.0,0.0,3.99999991059303283691e-02,6.00000023841857910156e-01,0.0,1.00000001490116119384e-01,3.00000011920928955078e-01,98.0,4.0,210000.0);
INSERT INTO "features" VALUES(3,233,0,1,4.00000005960464477539e-01,3.00000011920928955078e-01,5.0,-9.0,0.0,3.99999991059303283691e-02,6.00000023841857910156e-01,0.0,1.00000001490116119384e-01,3.00000011920928955078e-01,98.0,4.0,190000.0);
INSERT INTO "features" VALUES(4,239,2,1,7.58868992328643798828e-01,4.38681989908218383789e-01,9.0,-1.08150997161865234373e+01,1.0,0.0,7.83769011497497558593e-01,1.0,0.0,4.43949013948440551757e-01,6.00927009582519531258e+01,4.0,3000.0);
CREATE TABLE imports (
    id INTEGER PRIMARY KEY,
    person_id INTEGER REFERENCES persons ON DELETE CASCADE,  -- null: of the whole library
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    at INTEGER NOT NULL,
    report TEXT NOT NULL
) STRICT;
INSERT INTO "imports" VALUES(1,1,'Streaming_History_Audio_2023_0.json','spotify_extended',1796092969,'{"path":"/music/Streaming_History_Audio_2023_0.json","kind":"spotify_extended","rows":240,"imported":233,"duplicates":3,"dropped":{"podcast":2,"zero_length":2},"problems":[]}');
INSERT INTO "imports" VALUES(2,1,'Playlist1.json','spotify_playlists',1796092969,'{"path":"/music/Playlist1.json","kind":"spotify_playlists","rows":40,"imported":40,"duplicates":0,"dropped":{},"problems":[]}');
INSERT INTO "imports" VALUES(3,1,'artist_genres.csv','artist_genres',1796092969,'{"path":"/music/artist_genres.csv","kind":"artist_genres","rows":41,"imported":41,"duplicates":0,"dropped":{},"problems":[]}');
INSERT INTO "imports" VALUES(4,1,'catalogue.csv','catalogue',1796092969,'{"path":"/music/catalogue.csv","kind":"catalogue","rows":186,"imported":186,"duplicates":0,"dropped":{},"problems":[]}');
INSERT INTO "imports" VALUES(5,1,'plays.csv','lastfm',1796092969,'{"path":"/music/plays.csv","kind":"lastfm","rows":4,"imported":4,"duplicates":0,"dropped":{},"problems":[]}');
INSERT INTO "imports" VALUES(6,1,'second_catalogue.csv','catalogue',1796092969,'{"path":"/music/second_catalogue.csv","kind":"catalogue","rows":4,"imported":4,"duplicates":0,"dropped":{},"problems":[]}');
INSERT INTO "imports" VALUES(7,1,'shared.csv','exportify',1796092969,'{"path":"/music/shared.csv","kind":"exportify","rows":2,"imported":2,"duplicates":0,"dropped":{},"problems":[]}');
INSERT INTO "imports" VALUES(8,1,'spotify_library.json','spotify_library',1796092969,'{"path":"/data/sources/spotify_library.json","kind":"spotify_library","rows":7,"imported":7,"duplicates":0,"dropped":{},"problems":[]}');
INSERT INTO "imports" VALUES(9,NULL,'community_table.csv','community_table',1796092969,'{"path":"/data/community/community_table.csv","kind":"community_table","rows":4,"imported":4,"duplicates":0,"dropped":{},"problems":[]}');
INSERT INTO "imports" VALUES(10,NULL,'hetrec_artists.dat','hetrec_artists',1796092969,'{"path":"/data/community/hetrec_artists.dat","kind":"hetrec_artists","rows":4,"imported":4,"duplicates":0,"dropped":{},"problems":[]}');
INSERT INTO "imports" VALUES(11,NULL,'hetrec_plays.dat','hetrec_plays',1796092969,'{"path":"/data/community/hetrec_plays.dat","kind":"hetrec_plays","rows":4,"imported":4,"duplicates":0,"dropped":{},"problems":[]}');
INSERT INTO "imports" VALUES(12,NULL,'hetrec_tags.dat','hetrec_tags',1796092969,'{"path":"/data/community/hetrec_tags.dat","kind":"hetrec_tags","rows":4,"imported":4,"duplicates":0,"dropped":{},"problems":[]}');
INSERT INTO "imports" VALUES(13,NULL,'listenbrainz.jsonl','listenbrainz',1796092969,'{"path":"/data/community/listenbrainz.jsonl","kind":"listenbrainz","rows":4,"imported":4,"duplicates":0,"dropped":{},"problems":[]}');
INSERT INTO "imports" VALUES(14,2,'plays.csv','lastfm',1796092970,'{"path":"/music/plays.csv","kind":"lastfm","rows":4,"imported":4,"duplicates":0,"dropped":{},"problems":[]}');
CREATE TABLE label_changes (                -- only ever added to; the last one of a track is in force
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES persons ON DELETE CASCADE,
    track_id INTEGER NOT NULL REFERENCES tracks,
    value INTEGER,                          -- library::LabelValue; null: cleared
    origin TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT;
INSERT INTO "label_changes" VALUES(1,1,230,0,'command',1796092971);
INSERT INTO "label_changes" VALUES(2,1,232,1,'command',1796092971);
INSERT INTO "label_changes" VALUES(3,1,230,NULL,'command',1796092972);
INSERT INTO "label_changes" VALUES(4,1,231,0,'command',1796092972);
CREATE TABLE listen_matches (               -- poorer records of plays that the library has from a richer source
    person_id INTEGER NOT NULL REFERENCES persons ON DELETE CASCADE,
    source INTEGER NOT NULL,
    ended_at INTEGER NOT NULL,
    ref INTEGER NOT NULL,
    ms_played INTEGER NOT NULL,
    listen_id INTEGER NOT NULL REFERENCES listens ON DELETE CASCADE,
    PRIMARY KEY (person_id, source, ended_at, ref, ms_played)
) STRICT, WITHOUT ROWID;
CREATE TABLE listens (                      -- in the order of their ends: see listen_place.h
    id INTEGER PRIMARY KEY,                 -- 35 bits of ended_at, 28 of a hash of person, ref, ms_played, source
    person_id INTEGER NOT NULL,             -- this and track_id refer, but unchecked: see check_integrity()
    ended_at INTEGER NOT NULL,              -- as the source states it
    ref INTEGER NOT NULL,                   -- hash of the track as the source names it: its id, else its names
    ms_played INTEGER NOT NULL,             -- -1: not stated (a null would not be unique)
    source INTEGER NOT NULL,                -- library::ListenSource
    listened_at INTEGER NOT NULL,
    track_id INTEGER NOT NULL,
    name_key INTEGER NOT NULL,              -- as in track_names, by which plays of several sources meet; 0: none
    reason_start INTEGER NOT NULL,
    reason_end INTEGER NOT NULL,
    skipped INTEGER,
    shuffle INTEGER,
    offline INTEGER,
    platform INTEGER NOT NULL
) STRICT;
INSERT INTO "listens" VALUES(434875102457666598,1,1620036000,-5029271696068768921,-1,1,1620036000,231,281748107310780830,0,0,NULL,NULL,NULL,0);
INSERT INTO "listens" VALUES(434875102613146863,2,1620036000,-5029271696068768921,-1,1,1620036000,231,281748107310780830,0,0,NULL,NULL,NULL,0);
INSERT INTO "listens" VALUES(434875182988303398,1,1620036300,-5029271696068768921,-1,1,1620036300,231,281748107310780830,0,0,NULL,NULL,NULL,0);
INSERT INTO "listens" VALUES(434875183143783663,2,1620036300,-5029271696068768921,-1,1,1620036300,231,281748107310780830,0,0,NULL,NULL,NULL,0);
INSERT INTO "listens" VALUES(434875263634526391,2,1620036600,-5980763410685048754,-1,1,1620036600,232,4141422435282542378,0,0,NULL,NULL,NULL,0);
INSERT INTO "listens" VALUES(434875263704433008,1,1620036600,-5980763410685048754,-1,1,1620036600,232,4141422435282542378,0,0,NULL,NULL,NULL,0);
INSERT INTO "listens" VALUES(434875344023426523,1,1620036900,1619239236405142389,-1,1,1620036900,230,-6570098547953558720,0,0,NULL,NULL,NULL,0);
INSERT INTO "listens" VALUES(434875344144417162,2,1620036900,1619239236405142389,-1,1,1620036900,230,-6570098547953558720,0,0,NULL,NULL,NULL,0);
INSERT INTO "listens" VALUES(448987329027934078,1,1672608140,-6732902132048565223,196470,4,1672607944,1,-3693061968962831544,7,1,NULL,0,0,2);
INSERT INTO "listens" VALUES(448987424256408890,1,1672608495,-8602288806088141465,354468,4,1672608140,2,3325189664060838422,1,1,NULL,0,0,2);
INSERT INTO "listens" VALUES(448987424989336385,1,1672608498,8106281574462691033,2252,4,1672608495,3,-4878589288619682380,1,3,NULL,0,0,2);
INSERT INTO "listens" VALUES(448987515918137728,1,1672608837,-2455533834624819226,338861,4,1672608498,4,8698624883309032972,3,1,NULL,0,0,2);
INSERT INTO "listens" VALUES(448987576816552470,1,1672609064,297814274537260245,226258,4,1672608838,5,-8881249803301408608,1,1,NULL,0,0,2);
INSERT INTO "listens" VALUES(448987649961873898,1,1672609336,-3705203155750586991,271569,4,1672609064,6,-5332726024466751992,1,1,NULL,0,0,2);
INSERT INTO "listens" VALUES(448993296080763810,1,1672630369,-8111303946276212631,151392,4,1672630217,7,6813245498917874148,5,1,NULL,1,0,2);
INSERT INTO "listens" VALUES(448993348947442720,1,1672630566,1560286780064401776,196884,4,1672630369,8,-1747336826903473522,1,1,NULL,1,0,2);
INSERT INTO "listens" VALUES(448993435585347986,1,1672630889,-6523458197291672643,322758,4,1672630567,9,-1065174902791290973,1,1,NULL,1,0,2);
INSERT INTO "listens" VALUES(448993532715807379,1,1672631251,-2399324086264594970,361859,4,1672630889,10,366411100302139661,1,1,NULL,1,0,2);
INSERT INTO "listens" VALUES(448993599459903789,1,1672631500,8317377640438700934,248850,4,1672631252,11,-3341928384558703634,1,1,NULL,1,0,2);
INSERT INTO "listens" VALUES(448993601081748321,1,1672631506,6551286436314306726,4665,4,1672631502,12,-698174570358488263,1,3,NULL,1,0,2);
INSERT INTO "listens" VALUES(448993615619002236,1,1672631560,-1474641605367684273,53069,4,1672631506,13,8400082387354114899,3,3,NULL,1,0,2);
INSERT INTO "listens" VALUES(448993622095062769,1,1672631584,5053982247613890852,23275,4,1672631561,14,6190701860971729400,3,3,NULL,1,0,2);
INSERT INTO "listens" VALUES(448993709533733346,1,1672631910,897999719923003866,325412,4,1672631584,15,1931187461659324673,3,1,NULL,1,0,2);
INSERT INTO "listens" VALUES(448993714057093030,1,1672631927,-6782188869107629978,16382,4,1672631910,16,9144052604568116887,1,3,NULL,1,0,2);
INSERT INTO "listens" VALUES(448993794458889681,1,1672632226,-67028997347084469,298008,4,1672631927,17,-478056820441967308,3,1,NULL,1,0,2);
INSERT INTO "listens" VALUES(448993803644030664,1,1672632260,2722865926529296717,33798,4,1672632226,18,6594546342617697076,1,3,NULL,1,0,2);
INSERT INTO "listens" VALUES(448993875926289465,1,1672632530,-3418528554336026785,269379,4,1672632260,19,6077239034972062215,3,1,NULL,1,0,2);
INSERT INTO "listens" VALUES(448993958055288449,1,1672632836,5771101228512478918,305254,4,1672632530,20,-4298894134486914103,1,1,NULL,1,0,2);
INSERT INTO "listens" VALUES(448994018187744561,1,1672633060,-5457040177026856711,223096,4,1672632836,21,-5207780014861332209,1,1,NULL,1,0,2);
INSERT INTO "listens" VALUES(448994083267497135,1,1672633302,-2994466150152895951,240170,4,1672633061,22,8467932671313177819,1,1,NULL,1,0,2);
INSERT INTO "listens" VALUES(448994139424511079,1,1672633511,-8139686459220522411,208198,4,1672633302,23,-4765220938128613907,1,1,NULL,1,0,2);
INSERT INTO "listens" VALUES(448994200641455375,1,1672633739,7047374528874284571,227097,4,1672633511,24,1054228897190540431,1,1,NULL,1,0,2);
INSERT INTO "listens" VALUES(449007461828199289,1,1672683141,-3102865687343457481,258132,4,1672682883,25,4635077500292037261,2,1,NULL,0,0,3);
INSERT INTO "listens" VALUES(449007533752725321,1,1672683409,-2897857061880114959,267251,4,1672683141,26,8925345379237506327,1,1,NULL,0,0,3);
INSERT INTO "listens" VALUES(449007623090099444,1,1672683742,4367523408610906920,332593,4,1672683410,27,7941472663656736540,1,1,NULL,0,0,3);
INSERT INTO "listens" VALUES(449007703141324697,1,1672684040,259263916278682200,296043,4,1672683744,28,-951801600383890895,1,1,NULL,0,0,3);
INSERT INTO "listens" VALUES(449007707762364461,1,1672684057,4598538358523896508,16935,4,1672684040,29,-6467787959715287033,1,3,NULL,0,0,3);
INSERT INTO "listens" VALUES(449007809208985535,1,1672684435,-4781580779832281143,377743,4,1672684057,30,-2204117723210920251,3,1,NULL,0,0,3);
INSERT INTO "listens" VALUES(449007871311468592,1,1672684666,5521638381483097269,230253,4,1672684436,31,-4824702370288797296,1,1,NULL,0,0,3);
INSERT INTO "listens" VALUES(449007949555408671,1,1672684958,-5287886778116826883,291894,4,1672684666,32,-4557933528196915803,1,1,NULL,0,0,3);
INSERT INTO "listens" VALUES(449008021313247650,1,1672685225,1543042928800669052,266603,4,1672684958,33,134716458407249907,1,1,NULL,0,0,3);
INSERT INTO "listens" VALUES(449008121744864452,1,1672685599,7836903278510474662,373254,4,1672685226,34,-2669576990090053223,1,1,NULL,0,0,3);
INSERT INTO "listens" VALUES(449008173685229684,1,1672685793,687805087111657106,193742,4,1672685599,35,1405684799265074488,1,1,NULL,0,0,3);
INSERT INTO "listens" VALUES(449008257907683560,1,1672686107,953806228021975279,313478,4,1672685793,36,5544434823021108448,1,1,NULL,0,0,3);
INSERT INTO "listens" VALUES(449008309970209786,1,1672686301,687805087111657106,193733,4,1672686107,35,1405684799265074488,1,1,NULL,0,0,3);
INSERT INTO "listens" VALUES(449008371365113614,1,1672686529,297814274537260245,226279,4,1672686302,5,-8881249803301408608,1,1,NULL,0,0,3);
INSERT INTO "listens" VALUES(449008451040612920,1,1672686826,3942690480929849735,296428,4,1672686529,37,-2760832406101387947,1,1,NULL,0,0,3);
INSERT INTO "listens" VALUES(449008632475340455,1,1672687502,4744814289993967873,254600,4,1672686826,38,-4201416028101367903,1,1,NULL,0,0,3);
INSERT INTO "listens" VALUES(449008639137786920,1,1672687527,4896193286431649370,24412,4,1672687502,39,4411706221272929024,1,3,NULL,0,0,3);
INSERT INTO "listens" VALUES(449008705073242520,1,1672687772,2185360277189769285,243351,4,1672687528,40,-4627051289289279218,3,1,NULL,0,0,3);
INSERT INTO "listens" VALUES(449008767930094752,1,1672688007,-4808706866611279314,234589,4,1672687772,41,-1290878550364876147,1,1,NULL,0,0,3);
INSERT INTO "listens" VALUES(449008825315981232,1,1672688220,-555584198169859636,212777,4,1672688007,42,7602157515446339283,1,1,NULL,0,0,3);
INSERT INTO "listens" VALUES(449008921447481600,1,1672688578,-5994206396293499351,357570,4,1672688220,43,642645700911097460,1,1,NULL,0,0,3);
INSERT INTO "listens" VALUES(449009017337934071,1,1672688936,-5994206396293499351,357546,4,1672688578,43,642645700911097460,1,1,NULL,0,0,3);
INSERT INTO "listens" VALUES(449009082668321259,1,1672689179,-3435640506950892673,242091,4,1672688936,44,-5991013239864505873,1,1,NULL,0,0,3);
INSERT INTO "listens" VALUES(449009150996957966,1,1672689434,4744814289993967873,254603,4,1672689179,38,-4201416028101367903,1,1,NULL,0,0,3);
INSERT INTO "listens" VALUES(449009237117849922,1,1672689754,-5747316882470642245,319091,4,1672689434,45,-6860105116187466721,1,1,NULL,0,0,3);
INSERT INTO "listens" VALUES(449009340884998137,1,1672690141,-8809401901769895458,386194,4,1672689754,46,-4057959288803938657,1,1,NULL,0,0,3);
INSERT INTO "listens" VALUES(449009347311439703,1,1672690165,4744814289993967873,23153,4,1672690142,38,-4201416028101367903,1,3,NULL,0,0,3);
INSERT INTO "listens" VALUES(449009437805140924,1,1672690502,-921740429945409647,336298,4,1672690165,47,7431314582268966861,3,1,NULL,0,0,3);
INSERT INTO "listens" VALUES(449014743433758764,1,1672710267,-5287886778116826883,291913,4,1672709975,32,-4557933528196915803,1,1,NULL,0,0,4);
INSERT INTO "listens" VALUES(449014823150541021,1,1672710564,3942690480929849735,296433,4,1672710267,37,-2760832406101387947,1,1,NULL,0,0,4);
INSERT INTO "listens" VALUES(449014895151330610,1,1672710832,-2897857061880114959,267254,4,1672710565,26,8925345379237506327,1,1,NULL,0,0,4);
INSERT INTO "listens" VALUES(449014936246312856,1,1672710985,-8111303946276212631,151390,4,1672710833,7,6813245498917874148,1,1,NULL,0,0,4);
INSERT INTO "listens" VALUES(449015036777285054,1,1672711360,7836903278510474662,373241,4,1672710986,34,-2669576990090053223,1,1,NULL,0,0,4);
INSERT INTO "listens" VALUES(449015118976814356,1,1672711666,5771101228512478918,305241,4,1672711360,20,-4298894134486914103,1,1,NULL,0,0,4);
INSERT INTO "listens" VALUES(449015179962019598,1,1672711893,297814274537260245,226279,4,1672711667,5,-8881249803301408608,1,1,NULL,0,0,4);
INSERT INTO "listens" VALUES(449015241217307677,1,1672712121,7047374528874284571,227101,4,1672711894,24,1054228897190540431,1,1,NULL,0,0,4);
INSERT INTO "listens" VALUES(449015341403176547,1,1672712495,7836903278510474662,373244,4,1672712122,34,-2669576990090053223,1,1,NULL,0,0,4);
INSERT INTO "listens" VALUES(449015398635766297,1,1672712708,-555584198169859636,212783,4,1672712495,42,7602157515446339283,1,1,NULL,0,0,4);
INSERT INTO "listens" VALUES(449015450649781337,1,1672712902,687805087111657106,193727,4,1672712709,35,1405684799265074488,1,1,NULL,0,0,4);
INSERT INTO "listens" VALUES(449015515350690236,1,1672713143,-2994466150152895951,240178,4,1672712903,22,8467932671313177819,1,1,NULL,0,0,4);
INSERT INTO "listens" VALUES(449015567750118778,1,1672713338,7836903278510474662,194483,4,1672713143,34,-2669576990090053223,1,2,NULL,0,0,4);
INSERT INTO "listens" VALUES(449015668215474945,1,1672713712,7836903278510474662,373250,4,1672713339,34,-2669576990090053223,2,1,NULL,0,0,4);
INSERT INTO "listens" VALUES(449015724361972027,1,1672713921,-2994466150152895951,208588,4,1672713712,22,8467932671313177819,1,6,NULL,0,0,4);
INSERT INTO "listens" VALUES(449015805002855978,1,1672714222,-2994466150152895951,240177,4,1672713981,22,8467932671313177819,2,1,NULL,0,0,2);
INSERT INTO "listens" VALUES(449015825685836753,1,1672714299,-2897857061880114959,76674,4,1672714222,26,8925345379237506327,1,2,NULL,0,0,2);
INSERT INTO "listens" VALUES(449015878688614442,1,1672714496,-6732902132048565223,196474,4,1672714299,1,-3693061968962831544,2,1,NULL,0,0,2);
INSERT INTO "listens" VALUES(449015962913998280,1,1672714810,953806228021975279,313460,4,1672714496,36,5544434823021108448,1,1,NULL,0,0,2);
INSERT INTO "listens" VALUES(449015964564591135,1,1672714816,687805087111657106,5303,4,1672714810,35,1405684799265074488,1,3,NULL,0,0,2);
INSERT INTO "listens" VALUES(449016050312227615,1,1672715136,-5747316882470642245,319100,4,1672714816,45,-6860105116187466721,3,1,NULL,0,0,2);
INSERT INTO "listens" VALUES(449016103660260675,1,1672715334,-6732902132048565223,196457,4,1672715137,1,-3693061968962831544,1,1,NULL,0,0,2);
INSERT INTO "listens" VALUES(449016164871245899,1,1672715562,7047374528874284571,227076,4,1672715335,24,1054228897190540431,1,1,NULL,0,0,2);
INSERT INTO "listens" VALUES(449016238152708591,1,1672715835,-3705203155750586991,271555,4,1672715563,6,-5332726024466751992,1,1,NULL,0,0,2);
INSERT INTO "listens" VALUES(449016295289114905,1,1672716048,-555584198169859636,212778,4,1672715836,42,7602157515446339283,1,1,NULL,0,0,2);
INSERT INTO "listens" VALUES(449016377247209529,1,1672716354,5771101228512478918,305253,4,1672716048,20,-4298894134486914103,1,1,NULL,0,0,2);
INSERT INTO "listens" VALUES(449016450670383594,1,1672716627,-3705203155750586991,271569,4,1672716355,6,-5332726024466751992,1,1,NULL,0,0,2);
INSERT INTO "listens" VALUES(449016546893480192,1,1672716985,-5994206396293499351,357570,4,1672716627,43,642645700911097460,1,1,NULL,0,0,2);
INSERT INTO "listens" VALUES(449016618810171774,1,1672717253,-2897857061880114959,267262,4,1672716985,26,8925345379237506327,1,1,NULL,0,0,2);
INSERT INTO "listens" VALUES(449016680173356639,1,1672717482,7047374528874284571,227095,4,1672717254,24,1054228897190540431,1,1,NULL,0,0,2);
INSERT INTO "listens" VALUES(449016775735078755,1,1672717838,-8602288806088141465,354495,4,1672717483,2,3325189664060838422,1,1,NULL,0,0,2);
INSERT INTO "listens" VALUES(449016845587512059,1,1672718098,-3102865687343457481,258117,4,1672717840,25,4635077500292037261,1,1,NULL,0,0,2);
INSERT INTO "listens" VALUES(449016931551760706,1,1672718418,-5747316882470642245,319091,4,1672718099,45,-6860105116187466721,1,1,NULL,0,0,2);
INSERT INTO "listens" VALUES(449016988602835631,1,1672718631,-555584198169859636,212780,4,1672718418,42,7602157515446339283,1,1,NULL,0,0,2);
INSERT INTO "listens" VALUES(449017068274954944,1,1672718928,3942690480929849735,296409,4,1672718631,37,-2760832406101387947,1,1,NULL,0,0,2);
INSERT INTO "listens" VALUES(449017125481054745,1,1672719141,-555584198169859636,212783,4,1672718928,42,7602157515446339283,1,1,NULL,0,0,2);
INSERT INTO "listens" VALUES(449017211348810493,1,1672719461,-5747316882470642245,319092,4,1672719141,45,-6860105116187466721,1,1,NULL,0,0,2);
INSERT INTO "listens" VALUES(449017315503466867,1,1672719849,-8809401901769895458,386172,4,1672719463,46,-4057959288803938657,1,1,NULL,0,0,2);
INSERT INTO "listens" VALUES(449017410727647281,1,1672720204,-8602288806088141465,354492,4,1672719850,2,3325189664060838422,1,1,NULL,0,0,2);
INSERT INTO "listens" VALUES(449017521241345225,1,1672720615,-5994206396293499351,357553,4,1672720204,43,642645700911097460,1,1,NULL,0,0,2);
INSERT INTO "listens" VALUES(449017526669998247,1,1672720635,-3418528554336026785,19968,4,1672720616,19,6077239034972062215,1,2,NULL,0,0,2);
INSERT INTO "listens" VALUES(449017608724462823,1,1672720941,5771101228512478918,305263,4,1672720635,20,-4298894134486914103,2,1,NULL,0,0,2);
INSERT INTO "listens" VALUES(449037490654943841,1,1672795007,-8812201053348974557,261371,4,1672794746,48,5164057157783537927,2,1,NULL,0,0,1);
INSERT INTO "listens" VALUES(449037592231704355,1,1672795385,-5861752131398579132,377091,4,1672795007,49,5161209869543293322,1,1,NULL,0,0,1);
INSERT INTO "listens" VALUES(449037593218646935,1,1672795389,-726011286162868364,3336,4,1672795385,50,-4891190389840758056,1,3,NULL,0,0,1);
INSERT INTO "listens" VALUES(449037694341769781,1,1672795766,3512105521121449844,375205,4,1672795391,51,-5015272598333982184,3,1,NULL,0,0,1);
INSERT INTO "listens" VALUES(449037778338828735,1,1672796079,-6684926981409719272,311651,4,1672795767,52,-229468529055692862,1,1,NULL,0,0,1);
INSERT INTO "listens" VALUES(449037791589041348,1,1672796128,8496410235508133663,48307,4,1672796079,53,3227099993235037124,1,3,NULL,0,0,1);
INSERT INTO "listens" VALUES(449038663422276215,1,1672799376,7836903278510474662,373236,4,1672799002,34,-2669576990090053223,5,1,NULL,1,0,2);
INSERT INTO "listens" VALUES(449038664801653654,1,1672799381,-8111303946276212631,4342,4,1672799376,7,6813245498917874148,1,3,NULL,1,0,2);
INSERT INTO "listens" VALUES(449038726098482205,1,1672799609,7047374528874284571,227101,4,1672799382,24,1054228897190540431,3,1,NULL,1,0,2);
INSERT INTO "listens" VALUES(449038790687899840,1,1672799850,-2994466150152895951,240157,4,1672799610,22,8467932671313177819,1,1,NULL,1,0,2);
INSERT INTO "listens" VALUES(449038878094172642,1,1672800176,897999719923003866,325412,4,1672799850,15,1931187461659324673,1,1,NULL,1,0,2);
INSERT INTO "listens" VALUES(449038956643973027,1,1672800468,-5287886778116826883,291906,4,1672800176,32,-4557933528196915803,1,1,NULL,1,0,2);
INSERT INTO "listens" VALUES(449039040791132179,1,1672800782,953806228021975279,313482,4,1672800468,36,5544434823021108448,1,1,NULL,1,0,2);
INSERT INTO "listens" VALUES(449039142287170419,1,1672801160,-5861752131398579132,377105,4,1672800782,49,5161209869543293322,1,1,NULL,1,0,2);
INSERT INTO "listens" VALUES(449039204632795340,1,1672801392,5521638381483097269,230238,4,1672801161,31,-4824702370288797296,1,1,NULL,1,0,2);
INSERT INTO "listens" VALUES(449039276592076527,1,1672801660,-2897857061880114959,267261,4,1672801392,26,8925345379237506327,1,1,NULL,1,0,2);
INSERT INTO "listens" VALUES(449039376911408278,1,1672802034,7836903278510474662,373232,4,1672801660,34,-2669576990090053223,1,1,NULL,1,0,2);
INSERT INTO "listens" VALUES(449039449514560480,1,1672802304,-3418528554336026785,269389,4,1672802034,19,6077239034972062215,1,1,NULL,1,0,2);
INSERT INTO "listens" VALUES(449039516149958957,1,1672802553,8317377640438700934,248850,4,1672802304,11,-3341928384558703634,1,1,NULL,1,0,2);
INSERT INTO "listens" VALUES(449039702766459842,1,1672803248,-8111303946276212631,151374,4,1672802553,7,6813245498917874148,1,1,NULL,1,0,2);
INSERT INTO "listens" VALUES(449039772460606459,1,1672803507,-3102865687343457481,258111,4,1672803248,25,4635077500292037261,1,1,NULL,1,0,2);
INSERT INTO "listens" VALUES(449039863282035961,1,1672803846,-2455533834624819226,338848,4,1672803508,4,8698624883309032972,1,1,NULL,1,0,2);
INSERT INTO "listens" VALUES(449039928797306999,1,1672804090,2185360277189769285,243340,4,1672803846,40,-4627051289289279218,1,1,NULL,1,0,2);
INSERT INTO "listens" VALUES(449040013103388657,1,1672804404,953806228021975279,313470,4,1672804090,36,5544434823021108448,1,1,NULL,1,0,2);
INSERT INTO "listens" VALUES(449040077947857445,1,1672804645,-2994466150152895951,240154,4,1672804404,22,8467932671313177819,1,1,NULL,1,0,2);
INSERT INTO "listens" VALUES(449040173048333419,1,1672805000,-8602288806088141465,354470,4,1672804646,2,3325189664060838422,1,1,NULL,1,0,2);
INSERT INTO "listens" VALUES(449040234137758058,1,1672805227,297814274537260245,226263,4,1672805000,5,-8881249803301408608,1,1,NULL,1,0,2);
INSERT INTO "listens" VALUES(449040318611457124,1,1672805542,953806228021975279,313457,4,1672805228,36,5544434823021108448,1,1,NULL,1,0,2);
INSERT INTO "listens" VALUES(449040404495237804,1,1672805862,-5747316882470642245,319098,4,1672805543,45,-6860105116187466721,1,1,NULL,1,0,2);
INSERT INTO "listens" VALUES(449040490339990269,1,1672806182,-5747316882470642245,319092,4,1672805863,45,-6860105116187466721,1,1,NULL,1,0,2);
INSERT INTO "listens" VALUES(449040586503914100,1,1672806540,-5994206396293499351,357550,4,1672806182,43,642645700911097460,1,1,NULL,1,0,2);
INSERT INTO "listens" VALUES(449040643723522771,1,1672806753,-555584198169859636,212765,4,1672806540,42,7602157515446339283,1,1,NULL,1,0,2);
INSERT INTO "listens" VALUES(449040646092911690,1,1672806762,259263916278682200,6681,4,1672806755,28,-951801600383890895,3,3,NULL,1,0,2);
INSERT INTO "listens" VALUES(449040719116392907,1,1672807034,-3705203155750586991,271565,4,1672806762,6,-5332726024466751992,3,1,NULL,1,0,2);
INSERT INTO "listens" VALUES(449040791634513666,1,1672807304,-3418528554336026785,269383,4,1672807034,19,6077239034972062215,1,1,NULL,1,0,2);
INSERT INTO "listens" VALUES(449040886921074174,1,1672807659,-8602288806088141465,354491,4,1672807304,2,3325189664060838422,1,1,NULL,1,0,2);
INSERT INTO "listens" VALUES(449040948156086777,1,1672807887,7047374528874284571,227086,4,1672807660,24,1054228897190540431,1,1,NULL,1,0,2);
INSERT INTO "listens" VALUES(449040966985068460,1,1672807957,-5457040177026856711,9835,4,1672807947,21,-5207780014861332209,7,3,NULL,0,0,4);
INSERT INTO "listens" VALUES(449041019793884166,1,1672808154,-6732902132048565223,196459,4,1672807957,1,-3693061968962831544,3,1,NULL,0,0,4);
INSERT INTO "listens" VALUES(449041060680498082,1,1672808306,-8111303946276212631,151392,4,1672808155,7,6813245498917874148,1,1,NULL,0,0,4);
INSERT INTO "listens" VALUES(449041121799080341,1,1672808534,7047374528874284571,227091,4,1672808307,24,1054228897190540431,1,1,NULL,0,0,4);
INSERT INTO "listens" VALUES(449041174749363230,1,1672808731,-6732902132048565223,196478,4,1672808534,1,-3693061968962831544,1,1,NULL,0,0,4);
INSERT INTO "listens" VALUES(449041253137721946,1,1672809023,-5287886778116826883,291920,4,1672808731,32,-4557933528196915803,1,1,NULL,0,0,4);
INSERT INTO "listens" VALUES(449041385932937008,1,1672809518,2185360277189769285,243339,4,1672809023,40,-4627051289289279218,1,1,NULL,0,0,4);
INSERT INTO "listens" VALUES(449041457719711438,1,1672809786,-2897857061880114959,267270,4,1672809518,26,8925345379237506327,1,1,NULL,0,0,4);
INSERT INTO "listens" VALUES(449041537636746247,1,1672810083,259263916278682200,296045,4,1672809786,28,-951801600383890895,1,1,NULL,0,0,4);
INSERT INTO "listens" VALUES(449041583680940402,1,1672810255,-3435640506950892673,171150,4,1672810083,44,-5991013239864505873,1,6,NULL,0,0,4);
INSERT INTO "listens" VALUES(449049225221871939,1,1672838722,-3435640506950892673,115051,4,1672838606,44,-5991013239864505873,2,6,NULL,0,0,1);
INSERT INTO "listens" VALUES(449062812510288263,1,1672889338,897999719923003866,25300,4,1672889313,15,1931187461659324673,2,2,NULL,0,0,2);
INSERT INTO "listens" VALUES(449062884416689903,1,1672889606,-2897857061880114959,267261,4,1672889338,26,8925345379237506327,2,1,NULL,0,0,2);
INSERT INTO "listens" VALUES(449062945923447343,1,1672889835,7047374528874284571,227087,4,1672889608,24,1054228897190540431,1,1,NULL,0,0,2);
INSERT INTO "listens" VALUES(449063033328944335,1,1672890161,897999719923003866,325400,4,1672889836,15,1931187461659324673,1,1,NULL,0,0,2);
INSERT INTO "listens" VALUES(449063112967939185,1,1672890458,3942690480929849735,296432,4,1672890161,37,-2760832406101387947,1,1,NULL,0,0,2);
INSERT INTO "listens" VALUES(449063191370160376,1,1672890750,-5287886778116826883,291896,4,1672890458,32,-4557933528196915803,1,1,NULL,0,0,2);
INSERT INTO "listens" VALUES(449063256111701331,1,1672890991,-2994466150152895951,240173,4,1672890750,22,8467932671313177819,1,1,NULL,0,0,2);
INSERT INTO "listens" VALUES(449063340411768307,1,1672891305,953806228021975279,313475,4,1672890991,36,5544434823021108448,1,1,NULL,0,0,2);
INSERT INTO "listens" VALUES(449063431463489951,1,1672891644,-2455533834624819226,338858,4,1672891305,4,8698624883309032972,1,1,NULL,0,0,2);
INSERT INTO "listens" VALUES(449063496069858908,1,1672891885,-2994466150152895951,240167,4,1672891644,22,8467932671313177819,1,1,NULL,0,0,2);
INSERT INTO "listens" VALUES(449063578215594900,1,1672892191,5771101228512478918,305260,4,1672891885,20,-4298894134486914103,1,1,NULL,0,0,2);
INSERT INTO "listens" VALUES(449063643091233317,1,1672892432,-2994466150152895951,240154,4,1672892192,22,8467932671313177819,1,1,NULL,0,0,2);
INSERT INTO "listens" VALUES(449063727189407763,1,1672892746,953806228021975279,313482,4,1672892432,36,5544434823021108448,1,1,NULL,0,0,2);
INSERT INTO "listens" VALUES(449063799845332400,1,1672893016,-3418528554336026785,269371,4,1672892747,19,6077239034972062215,1,1,NULL,0,0,2);
INSERT INTO "listens" VALUES(449063901190311381,1,1672893394,-5861752131398579132,377098,4,1672893016,49,5161209869543293322,1,1,NULL,0,0,2);
INSERT INTO "listens" VALUES(449064002682038207,1,1672893772,-4781580779832281143,377743,4,1672893394,30,-2204117723210920251,1,1,NULL,0,0,2);
INSERT INTO "listens" VALUES(449064082289397068,1,1672894069,259263916278682200,296059,4,1672893773,28,-951801600383890895,1,1,NULL,0,0,2);
INSERT INTO "listens" VALUES(449064147057617215,1,1672894310,-2994466150152895951,240179,4,1672894069,22,8467932671313177819,1,1,NULL,0,0,2);
INSERT INTO "listens" VALUES(449064248504947227,1,1672894688,-5861752131398579132,377088,4,1672894311,49,5161209869543293322,1,1,NULL,0,0,2);
INSERT INTO "listens" VALUES(449064350320069134,1,1672895067,-4781580779832281143,377760,4,1672894689,30,-2204117723210920251,1,1,NULL,0,0,2);
INSERT INTO "listens" VALUES(449064454277014341,1,1672895454,-8809401901769895458,386178,4,1672895068,46,-4057959288803938657,1,1,NULL,0,0,2);
INSERT INTO "listens" VALUES(449064506396052474,1,1672895649,687805087111657106,193733,4,1672895455,35,1405684799265074488,1,1,NULL,0,0,2);
INSERT INTO "listens" VALUES(449064593980049009,1,1672895975,897999719923003866,325407,4,1672895649,15,1931187461659324673,1,1,NULL,0,0,2);
INSERT INTO "listens" VALUES(449064690328062293,1,1672896334,-5994206396293499351,357560,4,1672895976,43,642645700911097460,1,1,NULL,0,0,2);
INSERT INTO "listens" VALUES(449077311524138921,1,1672943351,486071338292631282,138545,4,1672943212,54,6160821777151289529,7,3,NULL,0,0,2);
INSERT INTO "listens" VALUES(449077378341942898,1,1672943600,4783612000140080582,248562,4,1672943352,55,9174039465050160985,3,1,NULL,0,0,2);
INSERT INTO "listens" VALUES(449077459824372661,1,1672943904,486071338292631282,302057,4,1672943601,54,6160821777151289529,1,1,NULL,0,0,2);
INSERT INTO "listens" VALUES(449077519709052139,1,1672944127,5625017413721666479,222030,4,1672943904,56,1634886283179630269,1,1,NULL,0,0,2);
INSERT INTO "listens" VALUES(449078339064901587,1,1672947179,-3714079824650935699,250531,4,1672946928,57,5526729226010910742,7,1,NULL,0,0,2);
INSERT INTO "listens" VALUES(449078400808520603,1,1672947409,-5385409486067251065,229388,4,1672947179,58,-2858942652322325175,1,1,NULL,0,0,2);
INSERT INTO "listens" VALUES(449078462574809627,1,1672947639,-5385409486067251065,229383,4,1672947410,58,-2858942652322325175,1,1,NULL,0,0,2);
INSERT INTO "listens" VALUES(449078530120343189,1,1672947891,-3714079824650935699,250514,4,1672947640,57,5526729226010910742,1,1,NULL,0,0,2);
INSERT INTO "listens" VALUES(449078911459161416,1,1672949312,-1987460032458357545,271113,4,1672947891,59,-5576348388190871658,1,1,NULL,0,0,2);
INSERT INTO "listens" VALUES(449078961040967847,1,1672949496,3450409464119749901,183788,4,1672949312,60,4543755646711486472,1,2,NULL,0,0,2);
INSERT INTO "listens" VALUES(449079071821388911,1,1672949909,479889949363352231,412589,4,1672949496,61,-4639891289267897509,2,1,NULL,0,0,2);
INSERT INTO "listens" VALUES(449079125587013161,1,1672950109,-5389060052717846764,199354,4,1672949909,62,8930991554722877232,1,1,NULL,0,0,2);
INSERT INTO "listens" VALUES(449079169809800824,1,1672950274,-4750286451500751778,164204,4,1672950109,63,3843933323898894401,1,1,NULL,0,0,2);
INSERT INTO "listens" VALUES(449079238494757032,1,1672950530,-7932276695098424610,255973,4,1672950274,64,7264503862512328227,1,1,NULL,0,0,2);
INSERT INTO "listens" VALUES(449079332807502502,1,1672950881,-2443491177230394569,350484,4,1672950530,65,-9122647784349574902,1,1,NULL,0,0,2);
INSERT INTO "listens" VALUES(449079401409370611,1,1672951137,-2443491177230394569,255422,4,1672950882,65,-9122647784349574902,1,2,NULL,0,0,2);
INSERT INTO "listens" VALUES(449079470109447819,1,1672951393,4280267881806614481,255971,4,1672951137,66,-793940150042598407,2,1,NULL,0,0,2);
INSERT INTO "listens" VALUES(449079532142840253,1,1672951624,-7789799169142661504,230331,4,1672951393,67,2119050109803387118,1,1,NULL,0,0,2);
INSERT INTO "listens" VALUES(449079618704357663,1,1672951946,-4098844454465262690,320815,4,1672951625,68,7690815981004123100,1,1,NULL,0,0,2);
INSERT INTO "listens" VALUES(449079686985719215,1,1672952201,5105446803127758403,254296,4,1672951947,69,-3351606187388093471,1,1,NULL,0,0,2);
INSERT INTO "listens" VALUES(449079757004049030,1,1672952462,-2111087489534752324,260658,4,1672952202,70,-219682002288485519,1,1,NULL,0,0,2);
INSERT INTO "listens" VALUES(449079819258809587,1,1672952693,5892304417098955919,230319,4,1672952462,71,3742349982428555976,1,1,NULL,0,0,2);
INSERT INTO "listens" VALUES(449079923298750275,1,1672953081,4044301583872616428,387782,4,1672952694,72,-174778943895018350,1,1,NULL,0,0,2);
INSERT INTO "listens" VALUES(449079987046717810,1,1672953318,-5104693916880305885,236975,4,1672953082,73,-1079044953610062503,1,1,NULL,0,0,2);
INSERT INTO "listens" VALUES(449080060330159710,1,1672953591,4589080294760887284,271946,4,1672953319,74,-4141692213336313879,1,1,NULL,0,0,2);
INSERT INTO "listens" VALUES(449080169954595385,1,1672954000,9172765527202781087,408162,4,1672953591,75,7779499207682414686,1,1,NULL,0,0,2);
INSERT INTO "listens" VALUES(449080270173686564,1,1672954373,201285489102415832,372799,4,1672954000,76,-3065517788626688240,1,1,NULL,0,0,2);
INSERT INTO "listens" VALUES(449080356299235262,1,1672954694,-4098844454465262690,320811,4,1672954373,68,7690815981004123100,1,1,NULL,0,0,2);
INSERT INTO "listens" VALUES(449080434623468384,1,1672954986,-5287886778116826883,291911,4,1672954694,32,-4557933528196915803,1,1,NULL,0,0,2);
INSERT INTO "listens" VALUES(449080494939022759,1,1672955211,-4373981988006197474,224683,4,1672954986,77,-7606170504195564418,1,1,NULL,0,0,2);
INSERT INTO "listens" VALUES(449085722799357454,1,1672974686,8317377640438700934,248840,4,1672974438,11,-3341928384558703634,2,1,NULL,0,0,1);
INSERT INTO "listens" VALUES(449085783351373492,1,1672974911,-4373981988006197474,224671,4,1672974686,77,-7606170504195564418,1,1,NULL,0,0,1);
INSERT INTO "listens" VALUES(449085855620648534,1,1672975181,-3418528554336026785,269373,4,1672974912,19,6077239034972062215,1,1,NULL,0,0,1);
INSERT INTO "listens" VALUES(449085928113497879,1,1672975451,-3418528554336026785,269385,4,1672975182,19,6077239034972062215,1,1,NULL,0,0,1);
INSERT INTO "listens" VALUES(449085989846263737,1,1672975681,-5385409486067251065,229382,4,1672975451,58,-2858942652322325175,1,1,NULL,0,0,1);
INSERT INTO "listens" VALUES(449086076238382957,1,1672976002,-4098844454465262690,320810,4,1672975682,68,7690815981004123100,1,1,NULL,0,0,1);
INSERT INTO "listens" VALUES(449086187087617751,1,1672976415,479889949363352231,412587,4,1672976002,61,-4639891289267897509,1,1,NULL,0,0,1);
INSERT INTO "listens" VALUES(449086287262193721,1,1672976789,201285489102415832,372802,4,1672976416,76,-3065517788626688240,1,1,NULL,0,0,1);
INSERT INTO "listens" VALUES(449086347173191158,1,1672977012,5625017413721666479,222028,4,1672976789,56,1634886283179630269,1,1,NULL,0,0,1);
INSERT INTO "listens" VALUES(449086363490226634,1,1672977073,4280267881806614481,60800,4,1672977012,66,-793940150042598407,1,3,NULL,0,0,1);
INSERT INTO "listens" VALUES(449086458927940335,1,1672977428,-8602288806088141465,354479,4,1672977073,2,3325189664060838422,3,1,NULL,0,0,1);
INSERT INTO "listens" VALUES(449086544831083076,1,1672977748,-5747316882470642245,319102,4,1672977428,45,-6860105116187466721,1,1,NULL,0,0,1);
INSERT INTO "listens" VALUES(449086596802273911,1,1672977942,687805087111657106,193737,4,1672977749,35,1405684799265074488,1,1,NULL,0,0,1);
INSERT INTO "listens" VALUES(449086656747052094,1,1672978165,5625017413721666479,222032,4,1672977943,56,1634886283179630269,1,1,NULL,0,0,1);
INSERT INTO "listens" VALUES(449086736120370827,1,1672978461,4280267881806614481,255971,4,1672978206,66,-793940150042598407,1,1,NULL,0,0,1);
INSERT INTO "listens" VALUES(449103142838885550,1,1673039581,897999719923003866,325389,4,1673039255,15,1931187461659324673,7,1,NULL,0,0,4);
INSERT INTO "listens" VALUES(449103195717706068,1,1673039778,-6732902132048565223,196469,4,1673039581,1,-3693061968962831544,1,1,NULL,0,0,4);
INSERT INTO "listens" VALUES(449103291024822401,1,1673040133,-8602288806088141465,354482,4,1673039778,2,3325189664060838422,1,1,NULL,0,0,4);
INSERT INTO "listens" VALUES(449103332945623470,1,1673040289,3942690480929849735,155861,4,1673040133,37,-2760832406101387947,1,2,NULL,0,0,4);
INSERT INTO "listens" VALUES(449103433054023116,1,1673040662,201285489102415832,372795,4,1673040289,76,-3065517788626688240,2,1,NULL,0,0,4);
INSERT INTO "listens" VALUES(449103493385649426,1,1673040886,-5457040177026856711,223106,4,1673040662,21,-5207780014861332209,1,1,NULL,0,0,4);
INSERT INTO "listens" VALUES(449103563378036201,1,1673041147,-2111087489534752324,260679,4,1673040886,70,-219682002288485519,1,1,NULL,0,0,4);
INSERT INTO "listens" VALUES(449103625305252070,1,1673041378,-7789799169142661504,230338,4,1673041147,67,2119050109803387118,1,1,NULL,0,0,4);
INSERT INTO "listens" VALUES(449103694060461834,1,1673041634,4280267881806614481,255968,4,1673041378,66,-793940150042598407,1,1,NULL,0,0,4);
INSERT INTO "listens" VALUES(449103753866630488,1,1673041857,5625017413721666479,222040,4,1673041634,56,1634886283179630269,1,1,NULL,0,0,4);
INSERT INTO "listens" VALUES(449103838014132667,1,1673042170,-6684926981409719272,311637,4,1673041858,52,-229468529055692862,1,1,NULL,0,0,4);
INSERT INTO "listens" VALUES(449103906697845990,1,1673042426,4744814289993967873,254589,4,1673042171,38,-4201416028101367903,1,1,NULL,0,0,4);
INSERT INTO "listens" VALUES(449103967115088463,1,1673042651,-4373981988006197474,224678,4,1673042427,77,-7606170504195564418,1,1,NULL,0,0,4);
INSERT INTO "listens" VALUES(449104027401551670,1,1673042876,-4373981988006197474,224680,4,1673042651,77,-7606170504195564418,1,1,NULL,0,0,4);
INSERT INTO "listens" VALUES(449104087712492602,1,1673043100,5625017413721666479,222034,4,1673042878,56,1634886283179630269,1,1,NULL,0,0,4);
INSERT INTO "listens" VALUES(449104157007449149,1,1673043359,5105446803127758403,254294,4,1673043100,69,-3351606187388093471,1,1,NULL,0,0,4);
INSERT INTO "listens" VALUES(449104257551600662,1,1673043733,7836903278510474662,373243,4,1673043359,34,-2669576990090053223,1,1,NULL,0,0,4);
INSERT INTO "listens" VALUES(449104281043188503,1,1673043821,-1987460032458357545,87108,4,1673043733,59,-5576348388190871658,1,3,NULL,0,0,4);
INSERT INTO "listens" VALUES(449104351520487382,1,1673044083,-2111087489534752324,260657,4,1673043823,70,-219682002288485519,3,1,NULL,0,0,4);
INSERT INTO "listens" VALUES(449104411421342790,1,1673044306,5625017413721666479,222044,4,1673044083,56,1634886283179630269,1,1,NULL,0,0,4);
INSERT INTO "listens" VALUES(449104561637863801,1,1673044866,-1987460032458357545,271111,4,1673044306,59,-5576348388190871658,1,1,NULL,0,0,4);
INSERT INTO "listens" VALUES(449104565409580094,1,1673044880,5105446803127758403,13576,4,1673044866,69,-3351606187388093471,1,3,NULL,0,0,4);
CREATE TABLE marked_artists (
    person_id INTEGER NOT NULL REFERENCES persons ON DELETE CASCADE,
    kind INTEGER NOT NULL,
    artist_id INTEGER NOT NULL REFERENCES artists,
    PRIMARY KEY (person_id, kind, artist_id)
) STRICT, WITHOUT ROWID;
INSERT INTO "marked_artists" VALUES(1,2,73);
INSERT INTO "marked_artists" VALUES(1,3,78);
CREATE TABLE marked_tracks (
    person_id INTEGER NOT NULL REFERENCES persons ON DELETE CASCADE,
    kind INTEGER NOT NULL,                  -- library::MarkKind
    track_id INTEGER NOT NULL REFERENCES tracks,
    PRIMARY KEY (person_id, kind, track_id)
) STRICT, WITHOUT ROWID;
INSERT INTO "marked_tracks" VALUES(1,0,234);
INSERT INTO "marked_tracks" VALUES(1,0,235);
INSERT INTO "marked_tracks" VALUES(1,0,236);
INSERT INTO "marked_tracks" VALUES(1,0,237);
INSERT INTO "marked_tracks" VALUES(1,1,238);
CREATE TABLE persons (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;
INSERT INTO "persons" VALUES(1,'me');
INSERT INTO "persons" VALUES(2,'friend');
CREATE TABLE playlist_changes (             -- what was done to playlists, only ever added to
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES persons ON DELETE CASCADE,
    at INTEGER NOT NULL,
    text TEXT NOT NULL,
    undoes INTEGER REFERENCES playlist_changes
) STRICT;
INSERT INTO "playlist_changes" VALUES(1,1,1796092972,'made Made here',NULL);
INSERT INTO "playlist_changes" VALUES(2,1,1796092972,'undo: made Made here',1);
CREATE TABLE playlist_decisions (           -- only ever added to; the last one of a playlist and track is in force
    id INTEGER PRIMARY KEY,
    playlist_id INTEGER NOT NULL REFERENCES playlists ON DELETE CASCADE,
    track_id INTEGER NOT NULL REFERENCES tracks,
    keep INTEGER NOT NULL,                  -- 1: stays, 0: goes
    at INTEGER NOT NULL
) STRICT;
INSERT INTO "playlist_decisions" VALUES(1,3,230,0,1796092973);
CREATE TABLE playlist_entries (
    id INTEGER PRIMARY KEY,                 -- in the order of the playlist
    playlist_id INTEGER NOT NULL REFERENCES playlists ON DELETE CASCADE,
    track_id INTEGER NOT NULL REFERENCES tracks,
    added_at INTEGER, contributor_id INTEGER REFERENCES contributors ON DELETE SET NULL) STRICT;
INSERT INTO "playlist_entries" VALUES(1,1,31,1672617600,NULL);
INSERT INTO "playlist_entries" VALUES(2,1,78,1677801600,NULL);
INSERT INTO "playlist_entries" VALUES(3,1,79,1677801600,NULL);
INSERT INTO "playlist_entries" VALUES(4,1,80,1684368000,NULL);
INSERT INTO "playlist_entries" VALUES(5,1,81,1684368000,NULL);
INSERT INTO "playlist_entries" VALUES(6,1,82,1684368000,NULL);
INSERT INTO "playlist_entries" VALUES(7,1,83,1686528000,NULL);
INSERT INTO "playlist_entries" VALUES(8,1,84,1686528000,NULL);
INSERT INTO "playlist_entries" VALUES(9,1,85,1686528000,NULL);
INSERT INTO "playlist_entries" VALUES(10,1,86,1686614400,NULL);
INSERT INTO "playlist_entries" VALUES(11,1,87,1688256000,NULL);
INSERT INTO "playlist_entries" VALUES(12,1,88,1688256000,NULL);
INSERT INTO "playlist_entries" VALUES(13,1,89,1688256000,NULL);
INSERT INTO "playlist_entries" VALUES(14,1,90,1691020800,NULL);
INSERT INTO "playlist_entries" VALUES(15,1,91,1691625600,NULL);
INSERT INTO "playlist_entries" VALUES(16,1,92,1691625600,NULL);
INSERT INTO "playlist_entries" VALUES(17,1,93,1695945600,NULL);
INSERT INTO "playlist_entries" VALUES(18,1,94,1695945600,NULL);
INSERT INTO "playlist_entries" VALUES(19,1,95,1695945600,NULL);
INSERT INTO "playlist_entries" VALUES(20,1,96,1696550400,NULL);
INSERT INTO "playlist_entries" VALUES(21,2,97,1682812800,NULL);
INSERT INTO "playlist_entries" VALUES(22,2,98,1695081600,NULL);
INSERT INTO "playlist_entries" VALUES(23,2,99,1695859200,NULL);
INSERT INTO "playlist_entries" VALUES(24,2,100,1697328000,NULL);
INSERT INTO "playlist_entries" VALUES(25,2,101,1697328000,NULL);
INSERT INTO "playlist_entries" VALUES(26,2,102,1697328000,NULL);
INSERT INTO "playlist_entries" VALUES(27,2,103,1697328000,NULL);
INSERT INTO "playlist_entries" VALUES(28,2,104,1697328000,NULL);
INSERT INTO "playlist_entries" VALUES(29,2,105,1697328000,NULL);
INSERT INTO "playlist_entries" VALUES(30,2,106,1697328000,NULL);
INSERT INTO "playlist_entries" VALUES(31,2,107,1697328000,NULL);
INSERT INTO "playlist_entries" VALUES(32,2,108,1697328000,NULL);
INSERT INTO "playlist_entries" VALUES(33,2,109,1697328000,NULL);
INSERT INTO "playlist_entries" VALUES(34,2,110,1697587200,NULL);
INSERT INTO "playlist_entries" VALUES(35,2,111,1697760000,NULL);
INSERT INTO "playlist_entries" VALUES(36,2,112,1697760000,NULL);
INSERT INTO "playlist_entries" VALUES(37,2,113,1697760000,NULL);
INSERT INTO "playlist_entries" VALUES(38,2,114,1698364800,NULL);
INSERT INTO "playlist_entries" VALUES(39,2,115,1698364800,NULL);
INSERT INTO "playlist_entries" VALUES(40,2,116,1698364800,NULL);
INSERT INTO "playlist_entries" VALUES(41,3,231,1704189600,1);
INSERT INTO "playlist_entries" VALUES(42,3,230,1704276000,2);
CREATE TABLE playlist_version_entries (
    playlist_id INTEGER NOT NULL,
    number INTEGER NOT NULL,
    position INTEGER NOT NULL,
    track_id INTEGER NOT NULL REFERENCES tracks,
    added_at INTEGER, contributor_id INTEGER REFERENCES contributors ON DELETE SET NULL,
    PRIMARY KEY (playlist_id, number, position),
    FOREIGN KEY (playlist_id, number) REFERENCES playlist_versions ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
INSERT INTO "playlist_version_entries" VALUES(4,2,1,119,1796092972,NULL);
INSERT INTO "playlist_version_entries" VALUES(4,2,2,118,1796092972,NULL);
INSERT INTO "playlist_version_entries" VALUES(4,2,3,117,1796092972,NULL);
CREATE TABLE playlist_versions (            -- the states of a playlist before and after each change
    playlist_id INTEGER NOT NULL REFERENCES playlists ON DELETE CASCADE,
    number INTEGER NOT NULL,
    parent INTEGER,                         -- number of the state before
    change_id INTEGER NOT NULL REFERENCES playlist_changes ON DELETE CASCADE,
    is_found INTEGER NOT NULL,              -- as the change found it, rather than as it left it
    PRIMARY KEY (playlist_id, number)
) STRICT, WITHOUT ROWID;
INSERT INTO "playlist_versions" VALUES(4,1,NULL,1,1);
INSERT INTO "playlist_versions" VALUES(4,2,1,1,0);
INSERT INTO "playlist_versions" VALUES(4,3,2,2,0);
CREATE TABLE playlists (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES persons ON DELETE CASCADE,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    number INTEGER NOT NULL,                -- among those of the same name
    UNIQUE (person_id, kind, name, number)
) STRICT;
INSERT INTO "playlists" VALUES(1,1,'spotify_playlists','pop mix',0);
INSERT INTO "playlists" VALUES(2,1,'spotify_playlists','metal mix',0);
INSERT INTO "playlists" VALUES(3,1,'exportify','shared',0);
INSERT INTO "playlists" VALUES(4,1,'attune','Made here',0);
CREATE TABLE providers (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;
INSERT INTO "providers" VALUES(1,'artists:artist_genres');
INSERT INTO "providers" VALUES(2,'catalogue:catalogue');
INSERT INTO "providers" VALUES(3,'catalogue:second_catalogue');
INSERT INTO "providers" VALUES(4,'attune');
CREATE TABLE revisions (                    -- see store::Revisions
    part INTEGER PRIMARY KEY,               -- a bit: 1 music, 2 community, 4 people
    number INTEGER NOT NULL
) STRICT;
INSERT INTO "revisions" VALUES(1,15);
INSERT INTO "revisions" VALUES(2,5);
INSERT INTO "revisions" VALUES(4,31);
CREATE TABLE runs (
    id INTEGER PRIMARY KEY AUTOINCREMENT,   -- a number is never given twice: model files carry it
    person_id INTEGER NOT NULL REFERENCES persons ON DELETE CASCADE,
    at INTEGER NOT NULL,
    seed INTEGER NOT NULL,
    version TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    summary TEXT NOT NULL
) STRICT;
INSERT INTO "runs" VALUES(1,1,1796092973,1,'0.1.0','4a4fb68635d45135','{"stages":[{"stage":"playlist","rows":119,"positive":42,"auc_by_artist":0.9465058750773037,"weight":1.4493527672164583},{"stage":"likeability","rows":80,"positive":39,"auc_by_artist":0.5440900562851783,"weight":0.11966247872813301},{"stage":"labels","rows":2,"positive":1,"auc_by_artist":0.5,"weight":0.0}],"history_weight":1.0,"replay":false,"listens":237,"labels":2,"tracks":238,"feature_scale":"spotify","quick":false}');
CREATE TABLE tags (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;
INSERT INTO "tags" VALUES(1,'folk rock');
INSERT INTO "tags" VALUES(2,'traditional folk');
INSERT INTO "tags" VALUES(3,'singer-songwriter');
INSERT INTO "tags" VALUES(4,'heavy metal');
INSERT INTO "tags" VALUES(5,'reggaeton');
INSERT INTO "tags" VALUES(6,'bossa nova');
INSERT INTO "tags" VALUES(7,'synthpop');
INSERT INTO "tags" VALUES(8,'dance pop');
INSERT INTO "tags" VALUES(9,'trap');
INSERT INTO "tags" VALUES(10,'lo-fi beats');
INSERT INTO "tags" VALUES(11,'power pop');
INSERT INTO "tags" VALUES(12,'techno');
INSERT INTO "tags" VALUES(13,'downtempo');
INSERT INTO "tags" VALUES(14,'indie rock');
INSERT INTO "tags" VALUES(15,'minimalism');
INSERT INTO "tags" VALUES(16,'opera');
INSERT INTO "tags" VALUES(17,'country pop');
INSERT INTO "tags" VALUES(18,'doom metal');
INSERT INTO "tags" VALUES(19,'americana');
INSERT INTO "tags" VALUES(20,'jazz fusion');
INSERT INTO "tags" VALUES(21,'nordic jazz');
INSERT INTO "tags" VALUES(22,'trance');
INSERT INTO "tags" VALUES(23,'drum and bass');
INSERT INTO "tags" VALUES(24,'romantic era');
INSERT INTO "tags" VALUES(25,'tango');
INSERT INTO "tags" VALUES(26,'drone');
INSERT INTO "tags" VALUES(27,'baroque');
INSERT INTO "tags" VALUES(28,'space ambient');
INSERT INTO "tags" VALUES(29,'swing');
INSERT INTO "tags" VALUES(30,'vocal jazz');
INSERT INTO "tags" VALUES(31,'dark ambient');
INSERT INTO "tags" VALUES(32,'conscious hip hop');
INSERT INTO "tags" VALUES(33,'indie pop');
INSERT INTO "tags" VALUES(34,'new age');
CREATE TABLE track_artists (                -- the further artists of a track
    track_id INTEGER NOT NULL REFERENCES tracks,
    artist_id INTEGER NOT NULL REFERENCES artists,
    position INTEGER NOT NULL,
    PRIMARY KEY (track_id, artist_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE track_names (                  -- hashes of the names under which a track is found
    name_key INTEGER NOT NULL,              -- of (artist key, title key, version key)
    track_id INTEGER NOT NULL REFERENCES tracks,
    kind INTEGER NOT NULL,                  -- 0 its own, 1 of an alternative artist key, 2 joined by hand
    PRIMARY KEY (name_key, track_id)
) STRICT, WITHOUT ROWID;
INSERT INTO "track_names" VALUES(-9154051047944382321,189,1);
INSERT INTO "track_names" VALUES(-9122647784349574902,65,0);
INSERT INTO "track_names" VALUES(-9104549301526703022,164,1);
INSERT INTO "track_names" VALUES(-9036874411913790920,236,1);
INSERT INTO "track_names" VALUES(-8881249803301408608,5,0);
INSERT INTO "track_names" VALUES(-8853727855059006842,165,1);
INSERT INTO "track_names" VALUES(-8821415045500947365,100,0);
INSERT INTO "track_names" VALUES(-8459083889564880278,102,0);
INSERT INTO "track_names" VALUES(-8445541767793986664,194,0);
INSERT INTO "track_names" VALUES(-8330252923849650069,188,0);
INSERT INTO "track_names" VALUES(-8231303122408788954,168,1);
INSERT INTO "track_names" VALUES(-8207388239851763401,105,0);
INSERT INTO "track_names" VALUES(-8202513761242374305,163,0);
INSERT INTO "track_names" VALUES(-8201930258323429131,155,1);
INSERT INTO "track_names" VALUES(-8191884975711612037,145,1);
INSERT INTO "track_names" VALUES(-8134347613730901881,15,1);
INSERT INTO "track_names" VALUES(-8067214360856838271,183,0);
INSERT INTO "track_names" VALUES(-7972325022638416469,107,0);
INSERT INTO "track_names" VALUES(-7967404613790878897,147,0);
INSERT INTO "track_names" VALUES(-7910823648226865551,150,0);
INSERT INTO "track_names" VALUES(-7899501073947600677,185,0);
INSERT INTO "track_names" VALUES(-7884021513917012649,202,0);
INSERT INTO "track_names" VALUES(-7874090076623220790,123,0);
INSERT INTO "track_names" VALUES(-7870590925346572542,193,1);
INSERT INTO "track_names" VALUES(-7848442305252270459,130,0);
INSERT INTO "track_names" VALUES(-7722452882099811121,16,1);
INSERT INTO "track_names" VALUES(-7714968464020742407,98,0);
INSERT INTO "track_names" VALUES(-7640099938372519914,200,0);
INSERT INTO "track_names" VALUES(-7639645398800208455,138,0);
INSERT INTO "track_names" VALUES(-7626630636887604844,195,0);
INSERT INTO "track_names" VALUES(-7606170504195564418,77,0);
INSERT INTO "track_names" VALUES(-7537346895357204989,104,1);
INSERT INTO "track_names" VALUES(-7519545966827644730,189,0);
INSERT INTO "track_names" VALUES(-7502548154979441649,81,0);
INSERT INTO "track_names" VALUES(-7461908246945069400,10,1);
INSERT INTO "track_names" VALUES(-7410852446551856615,83,0);
INSERT INTO "track_names" VALUES(-7357206474896277568,233,0);
INSERT INTO "track_names" VALUES(-7239402550289942195,170,0);
INSERT INTO "track_names" VALUES(-7211599210926798105,116,0);
INSERT INTO "track_names" VALUES(-7161093004601334614,121,0);
INSERT INTO "track_names" VALUES(-6860105116187466721,45,0);
INSERT INTO "track_names" VALUES(-6798929961881114592,11,1);
INSERT INTO "track_names" VALUES(-6791766592533660654,184,0);
INSERT INTO "track_names" VALUES(-6748262529440189747,191,1);
INSERT INTO "track_names" VALUES(-6734799987254543994,168,0);
INSERT INTO "track_names" VALUES(-6701176692035323786,172,0);
INSERT INTO "track_names" VALUES(-6650851606555041604,55,1);
INSERT INTO "track_names" VALUES(-6586012266311764055,226,0);
INSERT INTO "track_names" VALUES(-6570098547953558720,230,0);
INSERT INTO "track_names" VALUES(-6549647000075681830,109,0);
INSERT INTO "track_names" VALUES(-6496064184057204470,174,1);
INSERT INTO "track_names" VALUES(-6467787959715287033,29,0);
INSERT INTO "track_names" VALUES(-6292633709981911094,166,1);
INSERT INTO "track_names" VALUES(-6233465436918212907,223,1);
INSERT INTO "track_names" VALUES(-6225553625913818877,148,1);
INSERT INTO "track_names" VALUES(-6116908177299050188,71,1);
INSERT INTO "track_names" VALUES(-6078313182757018025,171,1);
INSERT INTO "track_names" VALUES(-6023272400571327407,96,0);
INSERT INTO "track_names" VALUES(-5991013239864505873,44,0);
INSERT INTO "track_names" VALUES(-5976382241459072048,191,0);
INSERT INTO "track_names" VALUES(-5877768341218681513,14,1);
INSERT INTO "track_names" VALUES(-5834804405362899762,161,0);
INSERT INTO "track_names" VALUES(-5774299405215248040,164,1);
INSERT INTO "track_names" VALUES(-5576348388190871658,59,0);
INSERT INTO "track_names" VALUES(-5522407425861358943,134,1);
INSERT INTO "track_names" VALUES(-5517925346539664041,150,1);
INSERT INTO "track_names" VALUES(-5455211015529838883,184,1);
INSERT INTO "track_names" VALUES(-5438919875751749982,136,0);
INSERT INTO "track_names" VALUES(-5438604053442333843,154,0);
INSERT INTO "track_names" VALUES(-5383951113705813022,167,0);
INSERT INTO "track_names" VALUES(-5378092004585131221,232,0);
INSERT INTO "track_names" VALUES(-5332726024466751992,6,0);
INSERT INTO "track_names" VALUES(-5331467315700410272,110,1);
INSERT INTO "track_names" VALUES(-5283365676325901974,157,0);
INSERT INTO "track_names" VALUES(-5210389988268865709,164,0);
INSERT INTO "track_names" VALUES(-5207780014861332209,21,0);
INSERT INTO "track_names" VALUES(-5206604730713688071,235,0);
INSERT INTO "track_names" VALUES(-5182840645929530927,212,0);
INSERT INTO "track_names" VALUES(-5110100510147678236,210,0);
INSERT INTO "track_names" VALUES(-5059573215385915018,188,1);
INSERT INTO "track_names" VALUES(-5015272598333982184,51,0);
INSERT INTO "track_names" VALUES(-4891190389840758056,50,0);
INSERT INTO "track_names" VALUES(-4878589288619682380,3,0);
INSERT INTO "track_names" VALUES(-4824702370288797296,31,0);
INSERT INTO "track_names" VALUES(-4807315017972616177,171,1);
INSERT INTO "track_names" VALUES(-4804935631210484547,227,1);
INSERT INTO "track_names" VALUES(-4765220938128613907,23,0);
INSERT INTO "track_names" VALUES(-4639891289267897509,61,0);
INSERT INTO "track_names" VALUES(-4627051289289279218,40,0);
INSERT INTO "track_names" VALUES(-4575111095752313565,145,0);
INSERT INTO "track_names" VALUES(-4557933528196915803,32,0);
INSERT INTO "track_names" VALUES(-4549308127501165648,171,0);
INSERT INTO "track_names" VALUES(-4474819549111414310,239,0);
INSERT INTO "track_names" VALUES(-4446513682810371694,219,0);
INSERT INTO "track_names" VALUES(-4445570791808361783,17,1);
INSERT INTO "track_names" VALUES(-4366888548963972080,181,0);
INSERT INTO "track_names" VALUES(-4365637790421720581,126,0);
INSERT INTO "track_names" VALUES(-4356006668814568742,105,1);
INSERT INTO "track_names" VALUES(-4313900095999196421,206,0);
INSERT INTO "track_names" VALUES(-4298894134486914103,20,0);
INSERT INTO "track_names" VALUES(-4238310532499487457,175,1);
INSERT INTO "track_names" VALUES(-4201416028101367903,38,0);
INSERT INTO "track_names" VALUES(-4170049536340841037,89,0);
INSERT INTO "track_names" VALUES(-4141692213336313879,74,0);
INSERT INTO "track_names" VALUES(-4087907871332278595,217,1);
INSERT INTO "track_names" VALUES(-4076262920986726162,201,0);
INSERT INTO "track_names" VALUES(-4057959288803938657,46,0);
INSERT INTO "track_names" VALUES(-4039958404977132194,227,0);
INSERT INTO "track_names" VALUES(-4038439701595603883,85,1);
INSERT INTO "track_names" VALUES(-4034713074931767371,90,0);
INSERT INTO "track_names" VALUES(-3880936984346862362,217,0);
INSERT INTO "track_names" VALUES(-3835737094835409836,184,1);
INSERT INTO "track_names" VALUES(-3764988279163316701,166,1);
INSERT INTO "track_names" VALUES(-3693061968962831544,1,0);
INSERT INTO "track_names" VALUES(-3605175214267980641,187,1);
INSERT INTO "track_names" VALUES(-3580694123489086589,131,0);
INSERT INTO "track_names" VALUES(-3486158852964455754,167,1);
INSERT INTO "track_names" VALUES(-3351606187388093471,69,0);
INSERT INTO "track_names" VALUES(-3341928384558703634,11,0);
INSERT INTO "track_names" VALUES(-3337555728245763783,216,1);
INSERT INTO "track_names" VALUES(-3293455890335432228,110,1);
INSERT INTO "track_names" VALUES(-3186804809258564980,220,1);
INSERT INTO "track_names" VALUES(-3065517788626688240,76,0);
INSERT INTO "track_names" VALUES(-3051299954112204117,147,1);
INSERT INTO "track_names" VALUES(-3023891410900714117,162,0);
INSERT INTO "track_names" VALUES(-2937498429732637748,211,0);
INSERT INTO "track_names" VALUES(-2858942652322325175,58,0);
INSERT INTO "track_names" VALUES(-2837090661819517477,157,1);
INSERT INTO "track_names" VALUES(-2819789466579922121,141,0);
INSERT INTO "track_names" VALUES(-2794212689143902448,151,0);
INSERT INTO "track_names" VALUES(-2760832406101387947,37,0);
INSERT INTO "track_names" VALUES(-2718646393999489688,106,0);
INSERT INTO "track_names" VALUES(-2710100158967009966,187,0);
INSERT INTO "track_names" VALUES(-2689272610333877290,144,1);
INSERT INTO "track_names" VALUES(-2669576990090053223,34,0);
INSERT INTO "track_names" VALUES(-2555745377794500205,209,0);
INSERT INTO "track_names" VALUES(-2459901935748119093,207,0);
INSERT INTO "track_names" VALUES(-2413224140688515611,154,1);
INSERT INTO "track_names" VALUES(-2291150218373540414,113,0);
INSERT INTO "track_names" VALUES(-2204117723210920251,30,0);
INSERT INTO "track_names" VALUES(-2066478269588731058,152,0);
INSERT INTO "track_names" VALUES(-2065900008713055393,182,0);
INSERT INTO "track_names" VALUES(-2060471199512514360,221,0);
INSERT INTO "track_names" VALUES(-2049468312375565460,119,0);
INSERT INTO "track_names" VALUES(-1932632399187540811,222,0);
INSERT INTO "track_names" VALUES(-1822326297005247190,170,1);
INSERT INTO "track_names" VALUES(-1811965853019075860,173,0);
INSERT INTO "track_names" VALUES(-1765548436244924664,86,0);
INSERT INTO "track_names" VALUES(-1747336826903473522,8,0);
INSERT INTO "track_names" VALUES(-1703147281364747060,82,0);
INSERT INTO "track_names" VALUES(-1697813934839716775,89,1);
INSERT INTO "track_names" VALUES(-1685958009795992588,192,1);
INSERT INTO "track_names" VALUES(-1678836990430111956,111,0);
INSERT INTO "track_names" VALUES(-1623844136380351438,199,0);
INSERT INTO "track_names" VALUES(-1614908226743677118,140,0);
INSERT INTO "track_names" VALUES(-1605360776772823841,132,1);
INSERT INTO "track_names" VALUES(-1572368182792920966,99,1);
INSERT INTO "track_names" VALUES(-1471506127573704629,188,1);
INSERT INTO "track_names" VALUES(-1443031484544953502,146,1);
INSERT INTO "track_names" VALUES(-1428408610520122034,99,1);
INSERT INTO "track_names" VALUES(-1422225356877397520,88,0);
INSERT INTO "track_names" VALUES(-1332371417188416326,132,0);
INSERT INTO "track_names" VALUES(-1300045830326764962,185,1);
INSERT INTO "track_names" VALUES(-1298940937380657571,217,1);
INSERT INTO "track_names" VALUES(-1290878550364876147,41,0);
INSERT INTO "track_names" VALUES(-1290872864391801089,94,0);
INSERT INTO "track_names" VALUES(-1289931057319982705,193,1);
INSERT INTO "track_names" VALUES(-1269085583409913189,168,1);
INSERT INTO "track_names" VALUES(-1240368614065714606,234,0);
INSERT INTO "track_names" VALUES(-1169371707951292527,167,1);
INSERT INTO "track_names" VALUES(-1143844485127105484,133,1);
INSERT INTO "track_names" VALUES(-1079044953610062503,73,0);
INSERT INTO "track_names" VALUES(-1065174902791290973,9,0);
INSERT INTO "track_names" VALUES(-1021830446340510319,153,1);
INSERT INTO "track_names" VALUES(-1018798489212767192,87,0);
INSERT INTO "track_names" VALUES(-974255592399620477,133,0);
INSERT INTO "track_names" VALUES(-951801600383890895,28,0);
INSERT INTO "track_names" VALUES(-863316747301347207,190,0);
INSERT INTO "track_names" VALUES(-821294557482059425,142,0);
INSERT INTO "track_names" VALUES(-793940150042598407,66,0);
INSERT INTO "track_names" VALUES(-791544195204759009,101,0);
INSERT INTO "track_names" VALUES(-780008634864931406,84,0);
INSERT INTO "track_names" VALUES(-698174570358488263,12,0);
INSERT INTO "track_names" VALUES(-612012987540857152,104,1);
INSERT INTO "track_names" VALUES(-595829344179628445,236,1);
INSERT INTO "track_names" VALUES(-572210906243315785,83,1);
INSERT INTO "track_names" VALUES(-503766147580931359,160,0);
INSERT INTO "track_names" VALUES(-478056820441967308,17,0);
INSERT INTO "track_names" VALUES(-449248146497016242,137,0);
INSERT INTO "track_names" VALUES(-358715578318633829,224,1);
INSERT INTO "track_names" VALUES(-318017762554403644,12,1);
INSERT INTO "track_names" VALUES(-229468529055692862,52,0);
INSERT INTO "track_names" VALUES(-219682002288485519,70,0);
INSERT INTO "track_names" VALUES(-205412426963074667,180,0);
INSERT INTO "track_names" VALUES(-174778943895018350,72,0);
INSERT INTO "track_names" VALUES(-95527660812713869,72,1);
INSERT INTO "track_names" VALUES(-82674456567675511,186,0);
INSERT INTO "track_names" VALUES(-2271095607712730,115,0);
INSERT INTO "track_names" VALUES(101083896821608562,213,0);
INSERT INTO "track_names" VALUES(134716458407249907,33,0);
INSERT INTO "track_names" VALUES(220186991902953814,240,0);
INSERT INTO "track_names" VALUES(281748107310780830,231,2);
INSERT INTO "track_names" VALUES(366411100302139661,10,0);
INSERT INTO "track_names" VALUES(431114403455461472,29,1);
INSERT INTO "track_names" VALUES(458848336244254146,169,0);
INSERT INTO "track_names" VALUES(477080912811090378,133,1);
INSERT INTO "track_names" VALUES(642645700911097460,43,0);
INSERT INTO "track_names" VALUES(705943933387747367,205,0);
INSERT INTO "track_names" VALUES(829211498645953410,156,0);
INSERT INTO "track_names" VALUES(868696120205797156,234,1);
INSERT INTO "track_names" VALUES(957520373041080304,189,1);
INSERT INTO "track_names" VALUES(1054228897190540431,24,0);
INSERT INTO "track_names" VALUES(1080376510925302949,159,0);
INSERT INTO "track_names" VALUES(1246095193017455354,190,1);
INSERT INTO "track_names" VALUES(1405684799265074488,35,0);
INSERT INTO "track_names" VALUES(1499650469675288121,238,0);
INSERT INTO "track_names" VALUES(1531545387450275184,176,0);
INSERT INTO "track_names" VALUES(1617823572393590932,117,0);
INSERT INTO "track_names" VALUES(1634886283179630269,56,0);
INSERT INTO "track_names" VALUES(1742097433955865907,165,1);
INSERT INTO "track_names" VALUES(1800981449817962311,156,1);
INSERT INTO "track_names" VALUES(1804191215538787087,152,1);
INSERT INTO "track_names" VALUES(1822894223373648192,185,1);
INSERT INTO "track_names" VALUES(1914145995904257058,222,1);
INSERT INTO "track_names" VALUES(1931187461659324673,15,0);
INSERT INTO "track_names" VALUES(1988714602962567775,54,1);
INSERT INTO "track_names" VALUES(2119050109803387118,67,0);
INSERT INTO "track_names" VALUES(2126327457422100010,191,1);
INSERT INTO "track_names" VALUES(2179109355969607744,125,0);
INSERT INTO "track_names" VALUES(2319648584157530128,215,0);
INSERT INTO "track_names" VALUES(2378090426888401411,192,0);
INSERT INTO "track_names" VALUES(2390984516213405435,58,1);
INSERT INTO "track_names" VALUES(2467210128453623642,103,0);
INSERT INTO "track_names" VALUES(2536763667671115809,236,0);
INSERT INTO "track_names" VALUES(2726407079552526644,237,0);
INSERT INTO "track_names" VALUES(2736740029094755544,216,0);
INSERT INTO "track_names" VALUES(2922871397393612548,122,0);
INSERT INTO "track_names" VALUES(2947079938089391910,99,0);
INSERT INTO "track_names" VALUES(3036645303516524138,146,0);
INSERT INTO "track_names" VALUES(3044537296143596386,172,1);
INSERT INTO "track_names" VALUES(3144440863205510146,98,1);
INSERT INTO "track_names" VALUES(3227099993235037124,53,0);
INSERT INTO "track_names" VALUES(3282655489183834809,149,0);
INSERT INTO "track_names" VALUES(3325189664060838422,2,0);
INSERT INTO "track_names" VALUES(3407662239113181533,85,1);
INSERT INTO "track_names" VALUES(3431987449124515074,218,0);
INSERT INTO "track_names" VALUES(3432462674838960592,177,0);
INSERT INTO "track_names" VALUES(3433739680948392125,124,0);
INSERT INTO "track_names" VALUES(3533046191881629113,224,0);
INSERT INTO "track_names" VALUES(3606699559821325728,173,1);
INSERT INTO "track_names" VALUES(3688621647192599354,175,0);
INSERT INTO "track_names" VALUES(3742349982428555976,71,0);
INSERT INTO "track_names" VALUES(3843106635706605944,149,1);
INSERT INTO "track_names" VALUES(3843933323898894401,63,0);
INSERT INTO "track_names" VALUES(3987279361507776753,144,0);
INSERT INTO "track_names" VALUES(4141422435282542378,232,2);
INSERT INTO "track_names" VALUES(4323653154421460426,75,1);
INSERT INTO "track_names" VALUES(4411706221272929024,39,0);
INSERT INTO "track_names" VALUES(4413660390791162658,204,0);
INSERT INTO "track_names" VALUES(4467049631359080257,174,0);
INSERT INTO "track_names" VALUES(4492747658319177423,98,1);
INSERT INTO "track_names" VALUES(4539802402546458806,143,0);
INSERT INTO "track_names" VALUES(4543755646711486472,60,0);
INSERT INTO "track_names" VALUES(4589792677458557878,174,1);
INSERT INTO "track_names" VALUES(4598124289131819201,193,0);
INSERT INTO "track_names" VALUES(4622675373980261579,169,1);
INSERT INTO "track_names" VALUES(4635077500292037261,25,0);
INSERT INTO "track_names" VALUES(4644789845701573551,169,1);
INSERT INTO "track_names" VALUES(4749205569315894824,97,0);
INSERT INTO "track_names" VALUES(4848726349730652413,223,0);
INSERT INTO "track_names" VALUES(4972652816215863305,197,0);
INSERT INTO "track_names" VALUES(5020790293041044354,231,0);
INSERT INTO "track_names" VALUES(5021639138479667995,176,1);
INSERT INTO "track_names" VALUES(5105041482467913322,112,0);
INSERT INTO "track_names" VALUES(5144600758818432059,134,1);
INSERT INTO "track_names" VALUES(5158625647374930351,89,1);
INSERT INTO "track_names" VALUES(5161209869543293322,49,0);
INSERT INTO "track_names" VALUES(5164057157783537927,48,0);
INSERT INTO "track_names" VALUES(5205521599643310419,135,0);
INSERT INTO "track_names" VALUES(5264381895474835878,139,0);
INSERT INTO "track_names" VALUES(5304476910612317879,173,1);
INSERT INTO "track_names" VALUES(5363240396040263408,176,1);
INSERT INTO "track_names" VALUES(5381011503544996097,134,0);
INSERT INTO "track_names" VALUES(5454052450224996835,192,1);
INSERT INTO "track_names" VALUES(5526729226010910742,57,0);
INSERT INTO "track_names" VALUES(5544434823021108448,36,0);
INSERT INTO "track_names" VALUES(5653072841418338037,198,0);
INSERT INTO "track_names" VALUES(5688273132507560768,216,1);
INSERT INTO "track_names" VALUES(5810560152360249507,190,1);
INSERT INTO "track_names" VALUES(6016070620326596170,127,0);
INSERT INTO "track_names" VALUES(6070665364307168901,153,0);
INSERT INTO "track_names" VALUES(6077239034972062215,19,0);
INSERT INTO "track_names" VALUES(6160821777151289529,54,0);
INSERT INTO "track_names" VALUES(6166950388868186727,114,0);
INSERT INTO "track_names" VALUES(6176848610531240621,175,1);
INSERT INTO "track_names" VALUES(6190701860971729400,14,0);
INSERT INTO "track_names" VALUES(6297535046250947130,118,0);
INSERT INTO "track_names" VALUES(6498468166388930627,80,0);
INSERT INTO "track_names" VALUES(6510459858407785243,155,0);
INSERT INTO "track_names" VALUES(6563340619579440834,221,1);
INSERT INTO "track_names" VALUES(6580365932722523304,178,0);
INSERT INTO "track_names" VALUES(6594546342617697076,18,0);
INSERT INTO "track_names" VALUES(6691452533565947072,132,1);
INSERT INTO "track_names" VALUES(6692537613928010511,225,0);
INSERT INTO "track_names" VALUES(6813245498917874148,7,0);
INSERT INTO "track_names" VALUES(6886924238557424455,15,1);
INSERT INTO "track_names" VALUES(6906293563156427669,57,1);
INSERT INTO "track_names" VALUES(6907551906707606003,233,1);
INSERT INTO "track_names" VALUES(6918619344864240407,220,0);
INSERT INTO "track_names" VALUES(7038174356454228928,93,0);
INSERT INTO "track_names" VALUES(7117540966054705142,128,0);
INSERT INTO "track_names" VALUES(7247328861000398603,186,1);
INSERT INTO "track_names" VALUES(7247418355856538332,187,1);
INSERT INTO "track_names" VALUES(7264503862512328227,64,0);
INSERT INTO "track_names" VALUES(7266396107414165368,94,1);
INSERT INTO "track_names" VALUES(7301716542053993341,78,0);
INSERT INTO "track_names" VALUES(7340393742248128336,203,0);
INSERT INTO "track_names" VALUES(7346048084348497308,179,0);
INSERT INTO "track_names" VALUES(7384720793884985454,74,1);
INSERT INTO "track_names" VALUES(7431314582268966861,47,0);
INSERT INTO "track_names" VALUES(7478125072284674768,186,1);
INSERT INTO "track_names" VALUES(7507847006001413970,158,0);
INSERT INTO "track_names" VALUES(7602157515446339283,42,0);
INSERT INTO "track_names" VALUES(7690815981004123100,68,0);
INSERT INTO "track_names" VALUES(7700694041902744040,92,0);
INSERT INTO "track_names" VALUES(7779499207682414686,75,0);
INSERT INTO "track_names" VALUES(7857626145291348317,170,1);
INSERT INTO "track_names" VALUES(7889985674699074891,73,1);
INSERT INTO "track_names" VALUES(7941472663656736540,27,0);
INSERT INTO "track_names" VALUES(7976153240370429793,110,0);
INSERT INTO "track_names" VALUES(7999338906244451706,165,0);
INSERT INTO "track_names" VALUES(8056449755813092921,79,0);
INSERT INTO "track_names" VALUES(8092433194081132513,120,0);
INSERT INTO "track_names" VALUES(8166113384892567893,225,1);
INSERT INTO "track_names" VALUES(8201824902656446122,226,1);
INSERT INTO "track_names" VALUES(8400082387354114899,13,0);
INSERT INTO "track_names" VALUES(8467932671313177819,22,0);
INSERT INTO "track_names" VALUES(8477472013728872787,208,0);
INSERT INTO "track_names" VALUES(8521172272905989690,214,0);
INSERT INTO "track_names" VALUES(8581643116255867196,104,0);
INSERT INTO "track_names" VALUES(8612355711919047687,108,0);
INSERT INTO "track_names" VALUES(8698624883309032972,4,0);
INSERT INTO "track_names" VALUES(8766081285919484374,166,0);
INSERT INTO "track_names" VALUES(8797586422783217543,51,1);
INSERT INTO "track_names" VALUES(8894812791010039228,148,0);
INSERT INTO "track_names" VALUES(8912939305267671072,151,1);
INSERT INTO "track_names" VALUES(8925345379237506327,26,0);
INSERT INTO "track_names" VALUES(8930991554722877232,62,0);
INSERT INTO "track_names" VALUES(8980562773373646415,52,1);
INSERT INTO "track_names" VALUES(8981296950856643849,95,0);
INSERT INTO "track_names" VALUES(9079911697803709422,91,0);
INSERT INTO "track_names" VALUES(9111268079065349736,129,0);
INSERT INTO "track_names" VALUES(9135949622577134757,172,1);
INSERT INTO "track_names" VALUES(9136097159243963585,196,0);
INSERT INTO "track_names" VALUES(9144052604568116887,16,0);
INSERT INTO "track_names" VALUES(9174039465050160985,55,0);
INSERT INTO "track_names" VALUES(9178989070710520677,85,0);
CREATE TABLE track_tags (
    track_id INTEGER NOT NULL REFERENCES tracks,
    tag_id INTEGER NOT NULL REFERENCES tags,
    provider_id INTEGER NOT NULL REFERENCES providers,
    PRIMARY KEY (track_id, tag_id, provider_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE tracks (
    id INTEGER PRIMARY KEY,
    artist_id INTEGER REFERENCES artists,   -- null until somebody names the artist
    artist_name TEXT NOT NULL,              -- the credit as first written
    track_name TEXT NOT NULL,
    release_name TEXT NOT NULL,
    title_key TEXT NOT NULL,                -- library::TrackKey
    version_key TEXT NOT NULL,
    duration_ms INTEGER,
    spotify_id TEXT NOT NULL,               -- one of them, a catalogue's where there is one; may be empty
    in_catalogue INTEGER NOT NULL DEFAULT 0
, title_hash INTEGER) STRICT;
INSERT INTO "tracks" VALUES(1,1,'Vashazond Quartet','Hollow Rain','The Broken Ghost','hollow rain','',196486,'5XFM4RGI9qbnBWrBFmTOJs',1,-3435430920216032091);
INSERT INTO "tracks" VALUES(2,2,'Tautiafex Zukam','Winter Galand','Bötheir (Burn Us)','winter galand','',354495,'3Iqpcm10A1JHPxDn0R8qTW',1,262112292464391161);
INSERT INTO "tracks" VALUES(3,3,'Vethe$ Leidor','"Quiet" Divonian','Signal & Rain','quiet divonian','',230837,'0Bx5R7jmyUttAKZhzNSCIP',1,349810607633645021);
INSERT INTO "tracks" VALUES(4,4,'Groondhizo10','Gebushir / River (feat. Drausix Quartet)','The Broken Letters','gebushir river','',338868,'5nEQfA8VTIBP0F67qCHjs4',1,-5615281015004539940);
INSERT INTO "tracks" VALUES(5,2,'Tautiafex Zukam','Wolves (feat. Nogorkgei Kiseire)','The Secret Rain','wolves','',226281,'6xwY0MQcfJakGXAOlTy1Ia',1,-3236935044448424147);
INSERT INTO "tracks" VALUES(6,2,'Tautiafex Zukam','Dream of Brafark','Bötheir (Burn Us)','dream of brafark','',271576,'6kH9QGzaRsLGJIMlzL5Ize',1,-6658311364549370577);
INSERT INTO "tracks" VALUES(7,5,'Neindaudoo','Thunder','Burning Fever','thunder','',NULL,'4kdpIuDNHPhStfEn2pxiBi',0,7924267064528860745);
INSERT INTO "tracks" VALUES(8,5,'Neindaudoo','Nauthen, Pt. 2','Vokö, Pt. 3','nauthen part 2','',196904,'2VTqLiva27YuaBcSmqZkrN',1,-222546349357575014);
INSERT INTO "tracks" VALUES(9,5,'Neindaudoo','Lose Somebody','Burning Fever','lose somebody','',NULL,'2tGIo86x7tvV6gk5vOt1Qd',0,-6166918558970967143);
INSERT INTO "tracks" VALUES(10,6,'The Honey of Kindses','Stone of Becar (feat. Stuvo, the Machine)','The Strange Garden','stone of becar','',361883,'6nOeYKulHccHWiAzPLTGMg',1,5373367019359436226);
INSERT INTO "tracks" VALUES(11,6,'The Honey of Kindses','"Broken" Rogontrom','The Strange Garden','broken rogontrom','',248855,'3VDcqjhElscQjibN3uvbJZ',1,-401439750237225517);
INSERT INTO "tracks" VALUES(12,6,'The Honey of Kindses','Sweet Tajoos','Mountain','sweet tajoos','',519821,'1AQC4wC9vf5kwcq3g9Xu5K',1,4929772097467404015);
INSERT INTO "tracks" VALUES(13,7,'Tasick Maudo','Fedo, Pt. 3','Fedo, Pt. 3','fedo part 3','',NULL,'5qmWmFRzYaXit8CkUIiPx1',0,3278699022229551844);
INSERT INTO "tracks" VALUES(14,6,'The Honey of Kindses','Heavy Raucanôx','The Strange Garden','heavy raucanox','',303452,'3c6ufonEY6wgFJYQv7ZcLz',1,2668740823573744943);
INSERT INTO "tracks" VALUES(15,8,'Teidrooma & Cume','Neon Mitriand','Perfect Vesaus','neon mitriand','',325413,'4nBOmGbTMxQhTYUXGR5S9Q',1,-1165751667863464171);
INSERT INTO "tracks" VALUES(16,6,'The Honey of Kindses','λακεντα','The Strange Garden','λακεντα','',325795,'4Q953IKWCZ59jKKyFkfEuD',1,-7120390836641473970);
INSERT INTO "tracks" VALUES(17,6,'The Honey of Kindses','Ocean of Shejiax','The Strange Garden','ocean of shejiax','',298019,'5C909EkuaFVQl9lt5sGvBl',1,-3724719047768146965);
INSERT INTO "tracks" VALUES(18,5,'Neindaudoo','Broken Mirror (feat. Ceifliar Stone)','The Crystal Feathers','broken mirror','',282012,'7o12sXPWo4e8ZZezo5ZUv4',1,-2929373895402753718);
INSERT INTO "tracks" VALUES(19,9,'Plaudim Quartet','City & Mirror','The Heavy Mirror','city and mirror','',269389,'4DaCGA9RvoufEJEsI0VHhV',1,1674681905505938568);
INSERT INTO "tracks" VALUES(20,10,'Flunohox Lemír','Bones in the Satellite','Thunder in the Dust','bones in the satellite','',305265,'3Tv1JWWcldjMUeDdFavMjz',1,-5889244806886794021);
INSERT INTO "tracks" VALUES(21,5,'Neindaudoo','Leave You (feat. The Shadow of Flaploom)','Letters in the Honey','leave you','',223108,'11ldSZSB4fI1g04sH1oomz',1,-5797671611937357973);
INSERT INTO "tracks" VALUES(22,10,'Flunohox Lemír','Shadow in the Dust','Thunder in the Dust','shadow in the dust','',240181,'67aaEE78FsYLjjHhmMKvSo',1,-4899063966985916639);
INSERT INTO "tracks" VALUES(23,5,'Neindaudoo','Braflen, Pt. 1','Burning Fever','braflen part 1','',NULL,'7cf1w7s51LQoktUQAnKu7y',0,5884482006248522172);
INSERT INTO "tracks" VALUES(24,11,'Fadrala Highway','Paper Tifliakem','The Burning Letters','paper tifliakem','',227101,'2qB7oPxNqEpJeTBDrtlPKd',1,-6421899364584779625);
INSERT INTO "tracks" VALUES(25,12,'Setrun Quartet','What You?','Silver Shoori','what you','',258133,'5P4DocgTV3hG3K932qyJI2',1,1800775975272401870);
INSERT INTO "tracks" VALUES(26,13,'Stooral Sateim','Grenlenia (Hold You)','Don''t Forget Us','grenlenia hold you','',267273,'30Y1chaJHxRcCc2K9p3RF9',1,2563151543772852052);
INSERT INTO "tracks" VALUES(27,3,'Vethe$ Leidor','Secret Stothoox (feat. Raunolmoos Garden)','Signal & Rain','secret stothoox','',332619,'76mIX9qa4Jhp5BgGD8a8rm',1,4411348271893382721);
INSERT INTO "tracks" VALUES(28,12,'Setrun Quartet','Hosivun (Follow Us)','Hosivun (Follow Us)','hosivun follow us','',NULL,'1NJP2hDGXPGffZsLjKgqyt',0,-7509200602795222037);
INSERT INTO "tracks" VALUES(29,14,'The Nímas','Paper Light','The Salt Harbour','paper light','',257950,'1yg2aoD8siYBC3DqoGR8dK',1,4409448444220761930);
INSERT INTO "tracks" VALUES(30,12,'Setrun Quartet','Disaulíth / Lanterns - Remastered 2019','Silver Shoori (Deluxe Edition)','disaulith lanterns','',377768,'3YJNlz6Grn6BIRyWFphc9l',1,-6218238205864617852);
INSERT INTO "tracks" VALUES(31,15,'Posashen Tragriar','Drolaurk (Lose Somebody)','The Broken Shadow','drolaurk lose somebody','',230257,'79OTBIgoDzcQvYwl7gUD0A',1,-7433036934682320655);
INSERT INTO "tracks" VALUES(32,13,'Stooral Sateim','Heart of Stolock','7:32','heart of stolock','',291920,'6b8Z2BK000cFtyTZpaAb8g',1,-3420002506890244786);
INSERT INTO "tracks" VALUES(33,2,'Tautiafex Zukam','Empty Faha','The Secret Rain','empty faha','',266629,'7u0GkRj0nX6vdv4HButUvR',1,-5407386402634781121);
INSERT INTO "tracks" VALUES(34,1,'Vashazond Quartet','Lonely Steikau','The Northern Signal','lonely steikau','',373260,'5fp8OfCCOKxRhtOKBaoZIJ',1,1018875154750024436);
INSERT INTO "tracks" VALUES(35,2,'Tautiafex Zukam','Crystal Teimor','The Secret Rain','crystal teimor','',193749,'4Xt5UDsiKtFfHCXv8HhoaT',1,7521343255151657195);
INSERT INTO "tracks" VALUES(36,2,'Tautiafex Zukam','Young Garden (feat. Peiligrau)','The Secret Rain','young garden','',313483,'6Sp3Rop8gv9TAve9Izn35M',1,-3062882741276045518);
INSERT INTO "tracks" VALUES(37,2,'Tautiafex Zukam','12:41','The Secret Rain','12 41','',NULL,'65fgWbDKU3Cl07HBYhd2Iy',0,-1309737672694967792);
INSERT INTO "tracks" VALUES(38,12,'Setrun Quartet','Wild Stepureck','Silver Shoori','wild stepureck','',254614,'79OmaxBgabmyB3uidPBj06',1,6763853627681434763);
INSERT INTO "tracks" VALUES(39,16,'Dizeis Machine','Don''t Burn Them','The Crystal Orchard','dont burn them','',257745,'5R6XjVbcN5XwMff2xv00qX',1,7553655370846009206);
INSERT INTO "tracks" VALUES(40,3,'Vethe$ Leidor','Lanterns & Tide','Signal & Rain','lanterns and tide','',243352,'1YELJKYLz8SgdYoyMq9lCL',1,-5740140401671992730);
INSERT INTO "tracks" VALUES(41,17,'Bagre$ Drasin','River & Light','Satellite in the Ghost','river and light','',234608,'1Zoze0JZnDm7TMuTl5gAJG',1,-5747064122039727668);
INSERT INTO "tracks" VALUES(42,18,'Loothoplu','Thifor (Hold My Love) (with Visher Jeshes)','The Broken Feathers','thifor hold my love','',212792,'5oLsAjmQqzehI19kYVFq1F',1,8332604937083149621);
INSERT INTO "tracks" VALUES(43,18,'Loothoplu','Lonely Stizaunoon','The Broken Feathers','lonely stizaunoon','',357570,'4z3gU3HuCYZ07ppmfnWDAQ',1,-5820409550353491542);
INSERT INTO "tracks" VALUES(44,18,'Loothoplu','Slow Morning','The Broken Feathers','slow morning','',242101,'1sdCEMnCGRprXowF6AkWil',1,-6248322252655954506);
INSERT INTO "tracks" VALUES(45,4,'Groondhizo10','What Me?','The Broken Letters','what me','',319108,'01MWgEkmIuUPG0U8BzNsmA',1,1200234844988330898);
INSERT INTO "tracks" VALUES(46,3,'Vethe$ Leidor','"Young" Jautata','The Broken Heart','young jautata','',386200,'76vDc0f8rG0fSOiLFgcWCP',1,373384331007408964);
INSERT INTO "tracks" VALUES(47,13,'Stooral Sateim','Don''t Watch Nobody','Don''t Forget Us','dont watch nobody','',336314,'4Nx7Mu0a6j5WxzAM7gZGPS',1,-5679491684140722214);
INSERT INTO "tracks" VALUES(48,19,'Troostarack','Grabraror (Watch You)','The Slow Stations','grabraror watch you','',NULL,'5VuDUsuhlBKXQ7HwVqxTZb',0,-5760619082872266075);
INSERT INTO "tracks" VALUES(49,5,'Neindaudoo','Firkdrator (Forget Us)','Burning Fever','firkdrator forget us','',NULL,'0xU0lPlzHAltZTG3bmtY8w',0,5172653547848757562);
INSERT INTO "tracks" VALUES(50,20,'Gasooder','Slow Dream','The Golden Lanterns','slow dream','',291912,'0pMEf8yoEWokPCjq12PSRb',1,8286188170442373286);
INSERT INTO "tracks" VALUES(51,6,'The Honey of Kindses','Thaflibrian / River','Mountain','thaflibrian river','',375231,'1WlVYXe9LGDKIz4COihMPY',1,5009600430730480896);
INSERT INTO "tracks" VALUES(52,6,'The Honey of Kindses','Break Us','Mountain','break us','',311661,'1yh1FnsCupMzk8UmIn6Vq6',1,9142270849559450486);
INSERT INTO "tracks" VALUES(53,5,'Neindaudoo','What My Love?','Vokö, Pt. 3','what my love','',198434,'69SEXgW8XmLaEk6waY1ztM',1,-6093177960956420596);
INSERT INTO "tracks" VALUES(54,21,'The Honey of Tresoden','Velvet Stujeim','The Strange Fever','velvet stujeim','',302077,'2M8k7YOgG8FOM2IOjX4llZ',1,-1241186645108065934);
INSERT INTO "tracks" VALUES(55,21,'The Honey of Tresoden','Simück / Dust','The Strange Fever','simuck dust','',248587,'7KdYXipkKGVFaGKVcjKfzA',1,1871547963575382132);
INSERT INTO "tracks" VALUES(56,9,'Plaudim Quartet','2:23','Young Shekiar','2 23','',222045,'7xUKOrV9aR97kFq6z8x70B',1,-2737833647623564991);
INSERT INTO "tracks" VALUES(57,14,'The Nímas','Hollow Mirror','The Salt Harbour','hollow mirror','',250535,'17WmkN4HbGG5E7fzWtQm7M',1,-2958065921167244899);
INSERT INTO "tracks" VALUES(58,14,'The Nímas','Fever in the Highway','The Salt Harbour','fever in the highway','',229410,'1J5OslsY52cL3MmKdL0EZQ',1,6470218715265253202);
INSERT INTO "tracks" VALUES(59,2,'Tautiafex Zukam','Dridresto (Call You)','The Secret Rain','dridresto call you','',271124,'5lNA7GmHcEF4oDUbYbbvnp',1,986979323523967166);
INSERT INTO "tracks" VALUES(60,2,'Tautiafex Zukam','Don''t Follow My Love','Bötheir (Burn Us)','dont follow my love','',240509,'0EzcyKUYeE6CfFvv6ENdy7',1,-8966452696888182466);
INSERT INTO "tracks" VALUES(61,22,'kareliar','"Little" Ravend (feat. Trogo Bralack)','Tagrian / Moon','little ravend','',NULL,'2tLigOBQ4EUFzaHS6QUPj8',0,-7097336564354374862);
INSERT INTO "tracks" VALUES(62,3,'Vethe$ Leidor','Light of Zoofoonen','Signal & Rain','light of zoofoonen','',199381,'7mmXpERnDf78ouraQ66W10',1,-7864392564017526299);
INSERT INTO "tracks" VALUES(63,3,'Vethe$ Leidor','What Me? - Acoustic','Signal & Rain','what me','acoustic',164213,'6yhM4cAedjjP8o1H5K1HnF',1,1822633201045172769);
INSERT INTO "tracks" VALUES(64,1,'Vashazond Quartet','Neon River - Acoustic','The Northern Signal','neon river','acoustic',255983,'50cCz2o1293Y6PLIkeEp25',1,4125787414964400735);
INSERT INTO "tracks" VALUES(65,1,'Vashazond Quartet','"Blue" Rothaustoos','The Broken Ghost','blue rothaustoos','',350495,'2cFcFNmRzdpL23IEmjiWoI',1,-353189827184259657);
INSERT INTO "tracks" VALUES(66,1,'Vashazond Quartet','Neon River','The Northern Signal','neon river','',255983,'2igLKmbClB28qjvz1OV8Eo',1,-1693426828162887304);
INSERT INTO "tracks" VALUES(67,13,'Stooral Sateim','Kiabrau, Pt. 3','Don''t Forget Us','kiabrau part 3','',NULL,'2XGGtY6zF5hTyUzlIbDPPQ',0,-3303523796329144565);
INSERT INTO "tracks" VALUES(68,13,'Stooral Sateim','Broken Zejá','7:32','broken zeja','',320825,'2O7jNJ4cxsTDi84pHQZgbm',1,-18657449992025650);
INSERT INTO "tracks" VALUES(69,13,'Stooral Sateim','Last Vonoor','7:32','last vonoor','',254307,'2N0XYcYFUNHCZHnTPD1e1R',1,-6147464855806234631);
INSERT INTO "tracks" VALUES(70,16,'Dizeis Machine','Don''t Remember Us','The Crystal Orchard','dont remember us','',260683,'4Zy8xQZ8wy6g9dlRe9MCT9',1,-1287136886339263066);
INSERT INTO "tracks" VALUES(71,14,'The Nímas','Last Dream','Lonely Footrirk','last dream','',230340,'7BzSmrZHasEopLl2iWF10t',1,3837593840895576063);
INSERT INTO "tracks" VALUES(72,14,'The Nímas','Hold My Love','The Salt Harbour','hold my love','',387805,'4mzfNXkArbwCPeWcYVR7ay',1,-4565241020223178661);
INSERT INTO "tracks" VALUES(73,14,'The Nímas','Belman, Pt. 1','Lonely Footrirk','belman part 1','',236983,'0eaWtFGaMYBRoeNRa0Bo6k',1,4773448106255623743);
INSERT INTO "tracks" VALUES(74,14,'The Nímas','Hollow Diafark','Lonely Footrirk','hollow diafark','',271974,'76qo5OWh3Fls2gAVWmRHeS',1,2702534454000946498);
INSERT INTO "tracks" VALUES(75,14,'The Nímas','Salt Stations (feat. Stemos Lanterns)','Lonely Footrirk','salt stations','',408179,'6JQrPgKMprYQYvKvRFjM2X',1,503118418494770413);
INSERT INTO "tracks" VALUES(76,13,'Stooral Sateim','Winter Machine','7:32','winter machine','',372820,'4kagojLvZBN0DWFVPbpnM1',1,-629594577017523962);
INSERT INTO "tracks" VALUES(77,16,'Dizeis Machine','Watch Somebody','The Crystal Orchard','watch somebody','',224696,'6jZuvmWjYOdMjauDWVzAhS',1,7376514780531175656);
INSERT INTO "tracks" VALUES(78,23,'DJ Trebreth','Sweet Hiplauthvend','Machine in the Wolves','sweet hiplauthvend','',NULL,'6Uodl4ko2aJGZQiyKpqxZZ',0,-3895477702392050275);
INSERT INTO "tracks" VALUES(79,24,'Groziam Tiamiagil','Hapend, Pt. 1','The Velvet River','hapend part 1','',232249,'0WzOPPzJIhDSKqWFgl5gft',1,7178831792176406919);
INSERT INTO "tracks" VALUES(80,25,'Nuveim Machine','"Quiet" Neise','"Quiet" Neise','quiet neise','',NULL,'1BmyNx5oEGruclGzbaAkTA',0,5765208636254260397);
INSERT INTO "tracks" VALUES(81,26,'トルユ','What Somebody? (feat. DJ Grausejor)','The Crystal Highway','what somebody','',NULL,'6XYsMevNC47BSay7waI1sF',0,4377899811609710795);
INSERT INTO "tracks" VALUES(82,27,'Stojil Rivuco','Ocean of Goohoor','What Me?','ocean of goohoor','',NULL,'3QuBrE3R18ppEKeEINIHy7',0,-4198952883855417978);
INSERT INTO "tracks" VALUES(83,28,'The Window of Shooshian','Ocean & Summer','Second Dutand','ocean and summer','',NULL,'6CAUs3dKtahSqETft40v2f',0,-5122085821290709236);
INSERT INTO "tracks" VALUES(84,29,'Noshéreirk48','Zamor, Pt. 3','Secret Drimoor','zamor part 3','',NULL,'40yEgzy9urOdN4RgCFdW8a',0,-4031313384046817358);
INSERT INTO "tracks" VALUES(85,30,'Konoonoo, the Shadow','Young Treseirk','3:21','young treseirk','',NULL,'5iKf83ZUGGayq0JLM9se8m',0,2401550204019356296);
INSERT INTO "tracks" VALUES(86,31,'Tacevir Vigamtra','Don''t Watch Them (feat. Cizer Quartet)','7:37','dont watch them','',NULL,'0ixQI61LANRAQmXvFFjfdD',0,-6007935605097100193);
INSERT INTO "tracks" VALUES(87,32,'Rilen Rain','Second Statas','Shadow in the Mountain','second statas','',NULL,'7J5PpBCD24zeEoC9Bo0NQx',0,287570989948737491);
INSERT INTO "tracks" VALUES(88,33,'Sadrefe Bramau','Neon Shadow','The Neon City','neon shadow','',NULL,'2QOR07y5n0ExaWLY4pkppv',0,4181018097963646103);
INSERT INTO "tracks" VALUES(89,34,'Dootrark & Neisond','8:32','The Hollow Fever','8 32','',NULL,'1xN8DjH9ij6ZmTlVrIYF6c',0,8174106032829551273);
INSERT INTO "tracks" VALUES(90,35,'Petafloond','Dream in the Lanterns','Electric Harbour','dream in the lanterns','',NULL,'7b4U6EzFkT0YS6VMfk7mZp',0,8082920268165593277);
INSERT INTO "tracks" VALUES(91,36,'Bronanil Nitumar','3:13','Broken Vetaund','3 13','',NULL,'6LjRR4pBLhqU6cGYpKjDQ1',0,1323367383729958366);
INSERT INTO "tracks" VALUES(92,37,'Dotaum Tethor','City','Little Taute','city','',NULL,'0G5vJqq7MvFVvZx6jsqSXy',0,2121973393509345332);
INSERT INTO "tracks" VALUES(93,38,'Griaro Matren','Jafés (Watch Nobody)','The Silver Tide','jafes watch nobody','',NULL,'7IBA56YgnHQxYrar74ydtz',0,6455904837818694360);
INSERT INTO "tracks" VALUES(94,39,'The Shadow of Baustaliar','Lobrigock (Leave Us)','The Northern Fire','lobrigock leave us','',NULL,'5thya1jsEW9tKGcxf96b0Q',0,-4157981506668203527);
INSERT INTO "tracks" VALUES(95,40,'Bisoo Neshe','Dream & Lanterns','The Electric Ocean','dream and lanterns','',NULL,'4BctugsQI05m2teLEIhayq',0,5653590058158258662);
INSERT INTO "tracks" VALUES(96,29,'Noshéreirk48','Electric Ocean','Sweet Davoos','electric ocean','',NULL,'10r96QplZnZZPsVl2lx3FU',0,-8123995032594664113);
INSERT INTO "tracks" VALUES(97,41,'ハユナ','Drebroomei, Pt. 1','The Broken Dust','drebroomei part 1','',NULL,'4jfSGB9mBu4hBeR7by3Dbi',0,369324358702494022);
INSERT INTO "tracks" VALUES(98,42,'Neithe & The Dream','2:56','Last Theijabe','2 56','',NULL,'0yYs9qSWcL9zdPAwH0A9qg',0,3280987649171864059);
INSERT INTO "tracks" VALUES(99,42,'Neithe & The Dream','1:26','Soodreken / Moon','1 26','',NULL,'1jUPfR1x4rzH45Z6foCCef',0,-2739079726967970091);
INSERT INTO "tracks" VALUES(100,43,'Noohiajo','Don''t Remember You','Stations in the Moon','dont remember you','',NULL,'7tXH1zX2XZHtt7ded1tMhb',0,3477017900272046158);
INSERT INTO "tracks" VALUES(101,44,'Golden Paveroond','"Heavy" Siaviajiand','Distant River','heavy siaviajiand','',NULL,'1JGjmvvGuQB52SOV995khT',0,1315706305809503504);
INSERT INTO "tracks" VALUES(102,45,'Rauroos Stode','Garden of Janexva','Joovofa / Rain','garden of janexva','',NULL,'2mEcZgwvhD2deuQfgpORuU',0,5302765679057625569);
INSERT INTO "tracks" VALUES(103,45,'Rauroos Stode','Flustestoon, Pt. 2','Joovofa / Rain','flustestoon part 2','',NULL,'4ntASTk8EAi9p2eqQZrtDn',0,-6889749503805753846);
INSERT INTO "tracks" VALUES(104,42,'Neithe & The Dream','Silver Honey','Last Theijabe','silver honey','',NULL,'0UgUBWWlKNabVDya9iIP62',0,5712176597258085463);
INSERT INTO "tracks" VALUES(105,46,'The Machine of Liatí','6:31','Geplon / Highway','6 31','',NULL,'40D724amNUReuotFqYHY6N',0,-3680684054057516662);
INSERT INTO "tracks" VALUES(106,41,'ハユナ','Shadow in the Moon','The Broken Dust','shadow in the moon','',NULL,'78IrAiv5K6Vly7RyWPBcMs',0,-5277478677019971905);
INSERT INTO "tracks" VALUES(107,45,'Rauroos Stode','"Slow" Briaflopli','Joovofa / Rain','slow briaflopli','',NULL,'3EX9jntKaqrgXIQZmhkb3n',0,-6352623025658576499);
INSERT INTO "tracks" VALUES(108,45,'Rauroos Stode','Paper Kafaha','Joovofa / Rain','paper kafaha','',NULL,'6HHMdj5vsgxXunKhZjixxW',0,-7108006797186552176);
INSERT INTO "tracks" VALUES(109,45,'Rauroos Stode','Northern Katen','Joovofa / Rain','northern katen','',NULL,'6FPBy0kU6eRSvzffxc5aDy',0,-2249429563619567776);
INSERT INTO "tracks" VALUES(110,42,'Neithe & The Dream','"Paper" Madria','The Neon Light','paper madria','',NULL,'0a8GdFmpuAZ1OlCcjrTBv3',0,6289273051501460404);
INSERT INTO "tracks" VALUES(111,44,'Golden Paveroond','Golden Dust (feat. Stetick Dinack)','Distant River','golden dust','',NULL,'1AxxtNMV9IMDxv2SebuKGU',0,-4052271686619078662);
INSERT INTO "tracks" VALUES(112,44,'Golden Paveroond','Sweet City','Distant River','sweet city','',NULL,'5Let6MieLj0aVmpUTQWdAT',0,1717727346075721355);
INSERT INTO "tracks" VALUES(113,44,'Golden Paveroond','2:22','Distant River','2 22','',NULL,'1X86XHSiUGoSjp0VDu4mRW',0,6374821658928531983);
INSERT INTO "tracks" VALUES(114,47,'Steflaura Nopial','Young Heart (feat. Rusith Rebox)','Young Heart','young heart','',NULL,'1M0svbGQx875nNOCYoeh7s',0,-6133322655001440768);
INSERT INTO "tracks" VALUES(115,47,'Steflaura Nopial','Fufux (Wake Them)','The Hollow River','fufux wake them','',NULL,'4vLA23s4z8wS20BLVmzJTV',0,-3025716868218484850);
INSERT INTO "tracks" VALUES(116,47,'Steflaura Nopial','Lãlon / Highway','Lãlon / Highway','lalon highway','',NULL,'33AhCaosTEzmCSrV7gAMMo',0,-6084920388995406462);
INSERT INTO "tracks" VALUES(117,48,'Teisãniand Fopleitren','"Last" Sösaum','The Midnight Summer','last sosaum','',215425,'01aCF4lzb3B0wkw6sSyZQ6',1,6191522636844392981);
INSERT INTO "tracks" VALUES(118,48,'Teisãniand Fopleitren','Secret Hiapafar','The Midnight Summer','secret hiapafar','',236446,'4RKu8WAwadsrbBDQkP5mjL',1,-1044693758102126173);
INSERT INTO "tracks" VALUES(119,48,'Teisãniand Fopleitren','Shadow & Machine','The Midnight Summer','shadow and machine','',222127,'45ceK02XCzYxTwZgtWfhB6',1,-7438115949716703019);
INSERT INTO "tracks" VALUES(120,48,'Teisãniand Fopleitren','Mirror in the Fever','The Midnight Summer','mirror in the fever','',250850,'28f6WDDt47qQj8Vn4NTzIu',1,8452270413360395300);
INSERT INTO "tracks" VALUES(121,48,'Teisãniand Fopleitren','Mirror in the Fever - Jaunô Flomen Remix','The Midnight Summer','mirror in the fever','jauno flomen remix',250850,'35D0elbB5e2qHOUdsfdbHW',1,4918768917959706797);
INSERT INTO "tracks" VALUES(122,48,'Teisãniand Fopleitren','Bones & Stations','The Midnight Summer','bones and stations','',289489,'22wzav6KeWUUk3rTkF7n8x',1,6776435689383712717);
INSERT INTO "tracks" VALUES(123,48,'Teisãniand Fopleitren','σασαθη','The Midnight Summer','σασαθη','',143956,'2ZRwY70rhaHWgMNlCziqlH',1,-1281550049047921253);
INSERT INTO "tracks" VALUES(124,48,'Teisãniand Fopleitren','What Me?','The Midnight Summer','what me','',270442,'6CfPTv0TFThNJt66AUapnq',1,1200234844988330898);
INSERT INTO "tracks" VALUES(125,48,'Teisãniand Fopleitren','Honey in the Machine','The Midnight Summer','honey in the machine','',282974,'0G7VNLDjOjbZc5IWSsKA2j',1,-8486477472890593516);
INSERT INTO "tracks" VALUES(126,48,'Teisãniand Fopleitren','Mountain','The Midnight Summer','mountain','',183956,'0KSmo4eWZ5YJEewcnyvUby',1,5898509133591068518);
INSERT INTO "tracks" VALUES(127,48,'Teisãniand Fopleitren','Light & Letters','The Midnight Summer','light and letters','',219492,'27bfNQHANyeV81JXVSze3O',1,-6122576129214049838);
INSERT INTO "tracks" VALUES(128,49,'Crystal Duliam','Dedaloock (Call Them)','1997','dedaloock call them','',208063,'1xpwMWlWYGvh7hHRvupkbQ',1,-8002476973356198230);
INSERT INTO "tracks" VALUES(129,49,'Crystal Duliam','Naplax, Pt. 1','1997','naplax part 1','',239866,'0M4zmm9mpCaIKRGtBC45p3',1,4352982859830040169);
INSERT INTO "tracks" VALUES(130,50,'Kitevil3','Stations','The Broken Signal','stations','',177025,'668UNHl5qGZnSDTrD2bjE3',1,-52971188680754533);
INSERT INTO "tracks" VALUES(131,50,'Kitevil3','Wolves','The Broken Signal','wolves','',229644,'6SCoBWU8ENEqcMeidn57kW',1,7506859804195707351);
INSERT INTO "tracks" VALUES(132,51,'Shilerk & The Morning','Foomock, Pt. 3 (with The Stiputaurs)','The Little Wolves','foomock part 3','',235384,'71ClqsgSLcM5oHJQDCtyb1',1,1224935267815149303);
INSERT INTO "tracks" VALUES(133,51,'Shilerk & The Morning','Last Shiatausu','The Little Wolves','last shiatausu','',214130,'0j37fbEvKUhnvTMPAlOdFa',1,3948771771758274195);
INSERT INTO "tracks" VALUES(134,51,'Shilerk & The Morning','Ghost of Roope','The Little Wolves','ghost of roope','',218245,'4iVB4479MeMEoC7dhJbYde',1,8565667879593455793);
INSERT INTO "tracks" VALUES(135,52,'Meiflenam44','Carry Somebody','The Secret Stone','carry somebody','',276328,'6gAxUTAiMPCZFcdj2P9bss',1,5582696224115316106);
INSERT INTO "tracks" VALUES(136,52,'Meiflenam44','Highway','The Secret Stone','highway','',222566,'5nDigiTTDZA58WskY7u9Hu',1,7581224676436262954);
INSERT INTO "tracks" VALUES(137,52,'Meiflenam44','Wild Caukel','The Secret Stone','wild caukel','',169428,'01UKvWzTDy60w3wXhi86fG',1,-5837863135355385031);
INSERT INTO "tracks" VALUES(138,52,'Meiflenam44','トミリ','The Secret Stone','トミリ','',351395,'5RMnoDSMMGmztg3wzdWrXg',1,4668965628361425783);
INSERT INTO "tracks" VALUES(139,52,'Meiflenam44','Nogoreind / Heart','The Secret Stone','nogoreind heart','',282368,'6OxwXrwsTssCvxBtw75Yqf',1,-2354456287556530531);
INSERT INTO "tracks" VALUES(140,52,'Meiflenam44','Namivaum (Wake My Love)','The Secret Stone','namivaum wake my love','',299267,'37K64XRKJVkyMruyfkEq9W',1,-2652566792604647272);
INSERT INTO "tracks" VALUES(141,53,'Doolar Rain','Midnight Nudurk','The Silver Morning','midnight nudurk','',145693,'5rtnSfFHJQCgYvfwzYYAnq',1,3515902044819589819);
INSERT INTO "tracks" VALUES(142,53,'Doolar Rain','шарику','The Silver Morning','шарику','',188775,'4wrs8BJgojEv7berb9I7JS',1,-8476736825918945658);
INSERT INTO "tracks" VALUES(143,53,'Doolar Rain','шарику (Acoustic Version)','The Silver Morning','шарику','acoustic',188775,'5kkcSRIpZp4sq3eQSTIKJW',1,4222315275915521314);
INSERT INTO "tracks" VALUES(144,54,'The Dust of Rireibre','Neon Signal','1962','neon signal','',208606,'6TIRdnU2X7K5PEEOdmygbk',1,5126019516948991845);
INSERT INTO "tracks" VALUES(145,54,'The Dust of Rireibre','Seleir (Break My Love)','1962','seleir break my love','',222718,'4ol4v7bpzNXdBJ3fqUKYKw',1,5217534645526360938);
INSERT INTO "tracks" VALUES(146,54,'The Dust of Rireibre','"Hollow" Jolaukend','1962','hollow jolaukend','',193679,'4E6K46RzBqddwPDm6WnqFN',1,-5265783621997165340);
INSERT INTO "tracks" VALUES(147,54,'The Dust of Rireibre','Northern Light','1962','northern light','',173150,'2Bc8GA3czaXtirf9XmkcNp',1,-444900579687084019);
INSERT INTO "tracks" VALUES(148,54,'The Dust of Rireibre','Young Sizore','1962','young sizore','',176297,'4SaCiWf5RST6WKveXuh0Ib',1,-3757999269467306810);
INSERT INTO "tracks" VALUES(149,54,'The Dust of Rireibre','Broken River','1962','broken river','',235387,'4q0mW2fCSU7py7G2Pit7Ba',1,1418494197892162259);
INSERT INTO "tracks" VALUES(150,54,'The Dust of Rireibre','Young Nivegar','1962','young nivegar','',189892,'5b45ivUyRX4EY29TISuVjH',1,-8053640529024230779);
INSERT INTO "tracks" VALUES(151,54,'The Dust of Rireibre','"Velvet" Meiveck','1962','velvet meiveck','',156138,'7ECalcuOqL8eL1RD5udix9',1,3493918036379584694);
INSERT INTO "tracks" VALUES(152,54,'The Dust of Rireibre','Orchard of Tefiavas','1962','orchard of tefiavas','',235807,'7r40y2VjRPBOhPjQ1BRR6m',1,6948604377797362097);
INSERT INTO "tracks" VALUES(153,54,'The Dust of Rireibre','Carry Me','1962','carry me','',247162,'0CDgi8kujXKuJsrc1O1Dzs',1,-8940261990498394937);
INSERT INTO "tracks" VALUES(154,54,'The Dust of Rireibre','Feathers','1962','feathers','',279119,'6iRajryOQvtjmXc2fo7hKl',1,-4120453397785617080);
INSERT INTO "tracks" VALUES(155,54,'The Dust of Rireibre','Salt Teitham','1962','salt teitham','',326394,'69Q4Pxjeggayez1TO9DVXn',1,-2767330884870929289);
INSERT INTO "tracks" VALUES(156,54,'The Dust of Rireibre','Leave Me','1962','leave me','',208453,'4CPGdO4xWhKwM20CRIXZNc',1,2048390754310275497);
INSERT INTO "tracks" VALUES(157,54,'The Dust of Rireibre','Toobrar (Carry Nobody)','1962','toobrar carry nobody','',372367,'2zF0zrjmksF7PFRanp54vv',1,8161923339088154510);
INSERT INTO "tracks" VALUES(158,55,'Maumis Graugefis','Loloock (Call Us)','Haveni / Summer','loloock call us','',243761,'2fXMnH2jIsq7xZbY8bN6sc',1,-7367057177890742088);
INSERT INTO "tracks" VALUES(159,55,'Maumis Graugefis','Golden Lopeshen (with Groofleind$ Rosau)','Haveni / Summer','golden lopeshen','',278368,'1KP8tSi3kI1CXLyt3Svoh0',1,4533530881128258471);
INSERT INTO "tracks" VALUES(160,24,'Groziam Tiamiagil','Broken Light','The Velvet River','broken light','',259624,'2AhjfhR8Qn1KpRmauf7jCF',1,-2228683270332433647);
INSERT INTO "tracks" VALUES(161,24,'Groziam Tiamiagil','Miastesooth / Garden','The Velvet River','miastesooth garden','',224066,'1oznoH0Xku4i2jgdCxyBOf',1,-5761472735560316734);
INSERT INTO "tracks" VALUES(162,24,'Groziam Tiamiagil','Velvet Signal','The Velvet River','velvet signal','',373607,'3Kw2oX3a9j4PNOQansWoMW',1,4292264283193788731);
INSERT INTO "tracks" VALUES(163,24,'Groziam Tiamiagil','Crystal Tretreser','The Velvet River','crystal tretreser','',199845,'79eZN0hoxRYw14seV0Kwvc',1,7266703190195092061);
INSERT INTO "tracks" VALUES(164,56,'Dreimenørk, the Letters','2:05','The Golden Summer','2 05','',246363,'7MqKsbA0MbXgpXrQCdAPP1',1,3481861104850500905);
INSERT INTO "tracks" VALUES(165,56,'Dreimenørk, the Letters','Northern Rain','The Golden Summer','northern rain','',234093,'1t8QLXX5ppk9cK2x7P9EnH',1,-3831986567532802259);
INSERT INTO "tracks" VALUES(166,56,'Dreimenørk, the Letters','Distant Letters','The Golden Summer','distant letters','',215503,'2tnwttxIVar2xSmPGzMaT3',1,8930703238562172296);
INSERT INTO "tracks" VALUES(167,56,'Dreimenørk, the Letters','Northern Toplãl','The Golden Summer','northern toplal','',198011,'5MPa5IFpWZuiupPsinA8UT',1,7174062188480348424);
INSERT INTO "tracks" VALUES(168,56,'Dreimenørk, the Letters','Quiet Mirror','The Golden Summer','quiet mirror','',224640,'57KLYpj14WJTYcFnccst4n',1,-3221445399155257610);
INSERT INTO "tracks" VALUES(169,56,'Dreimenørk, the Letters','Distant Sefeis','The Golden Summer','distant sefeis','',231850,'5xfCT21HkhI0yULtbvqtqE',1,-6644299484774875310);
INSERT INTO "tracks" VALUES(170,56,'Dreimenørk, the Letters','Dust in the Ocean','The Golden Summer','dust in the ocean','',296000,'3JmguBAMV7GhAP11ojzKv7',1,-2329633923980847008);
INSERT INTO "tracks" VALUES(171,56,'Dreimenørk, the Letters','толшамен','The Golden Summer','толшамен','',175683,'4C3gseYEnnCn09252esseU',1,8523204753563643653);
INSERT INTO "tracks" VALUES(172,56,'Dreimenørk, the Letters','Morend (Find Us)','The Golden Summer','morend find us','',145038,'3eYZZYkHFRtoAYGUafu9TD',1,-5550292748261798055);
INSERT INTO "tracks" VALUES(173,56,'Dreimenørk, the Letters','Nisher (Call Them)','The Golden Summer','nisher call them','',263496,'1KhCjNlNSaDe8z6XirwxMB',1,-1475100886797342456);
INSERT INTO "tracks" VALUES(174,56,'Dreimenørk, the Letters','Broken Ríhin','The Golden Summer','broken rihin','',239790,'2sPOzZoir9xhdWA9mvfpd8',1,-6515514578138791825);
INSERT INTO "tracks" VALUES(175,56,'Dreimenørk, the Letters','"Broken" Vekunos','The Golden Summer','broken vekunos','',178140,'4oN11Qh95X5w78T7vwQ1QB',1,-2891537852752419948);
INSERT INTO "tracks" VALUES(176,56,'Dreimenørk, the Letters','Slow Pobin','The Golden Summer','slow pobin','',150714,'0emEae7xjc1lzJcXahCxVH',1,-2587718492244985884);
INSERT INTO "tracks" VALUES(177,57,'Flufel Zomeick','Heavy Stone','Lonely Shabrox','heavy stone','',293426,'1DmwHqWqjA2TogXg91JgUl',1,-7582478503591086585);
INSERT INTO "tracks" VALUES(178,57,'Flufel Zomeick','Flalarund / Tide','Lonely Shabrox','flalarund tide','',180701,'7zOqZJaP6UtZ35G1zXnIpi',1,-8505688005470721157);
INSERT INTO "tracks" VALUES(179,57,'Flufel Zomeick','Plageivo / Honey','Lonely Shabrox','plageivo honey','',285079,'0sh4mBhu69wpJaVH9eFbPi',1,900003447885134245);
INSERT INTO "tracks" VALUES(180,57,'Flufel Zomeick','Letters of Droogroden','Lonely Shabrox','letters of droogroden','',235581,'6IuS8SqrPm6AG9HNDUbYZO',1,2006560177339633826);
INSERT INTO "tracks" VALUES(181,57,'Flufel Zomeick','Heavy Drürau','Lonely Shabrox','heavy drurau','',233885,'5HZu1AI5VTDa4MqclUFvR1',1,-3480320506525774021);
INSERT INTO "tracks" VALUES(182,57,'Flufel Zomeick','Little Thauthol','Lonely Shabrox','little thauthol','',410545,'0aW5KZAMMaboneCxItQ7rd',1,3046306481552857646);
INSERT INTO "tracks" VALUES(183,58,'Wild Viarcun','"Electric" Flupeick','"Electric" Flupeick','electric flupeick','',237852,'64gO3NFZsmgpf1UHio0pGF',1,1661807533773805215);
INSERT INTO "tracks" VALUES(184,59,'Töjoth & The Feathers','Sweet Noodol','The Velvet City','sweet noodol','',285436,'4R8LEwOPhSlpsqkh1tbQ5w',1,904990649311231689);
INSERT INTO "tracks" VALUES(185,59,'Töjoth & The Feathers','Hiaho, Pt. 2','The Velvet City','hiaho part 2','',322209,'1fd7YAjVo8hTJBxgo5h5Od',1,-8249748729598183742);
INSERT INTO "tracks" VALUES(186,59,'Töjoth & The Feathers','8:48 (feat. Didevel)','The Velvet City','8 48','',316083,'3r8oBsBBYuPmq1eltwzcJT',1,4998839382739878550);
INSERT INTO "tracks" VALUES(187,59,'Töjoth & The Feathers','Strange Signal','The Velvet City','strange signal','',252289,'5YivNqGIFjtMayyqj8UFHp',1,-5166627766469273562);
INSERT INTO "tracks" VALUES(188,59,'Töjoth & The Feathers','9:08','The Velvet City','9 08','',237021,'4mJnl8uPDR7Ja7Rr78yAJG',1,-6034680464614308533);
INSERT INTO "tracks" VALUES(189,59,'Töjoth & The Feathers','Ghost in the Ghost','The Velvet City','ghost in the ghost','',273592,'7bxjjpR9Z6pCgybAN44sbc',1,-6021534648944340326);
INSERT INTO "tracks" VALUES(190,59,'Töjoth & The Feathers','Winter Bones (feat. Broken Tooga)','The Velvet City','winter bones','',277739,'09uvqG8ZKVLXl7dC9OhIbW',1,-2612704711595062614);
INSERT INTO "tracks" VALUES(191,59,'Töjoth & The Feathers','"Neon" Flaucksteiraur (feat. Flexdroodau$ Rakoom)','The Velvet City','neon flaucksteiraur','',236937,'07E3RUTGPelzdXtKrsAn2J',1,9216509187634737657);
INSERT INTO "tracks" VALUES(192,59,'Töjoth & The Feathers','Dream (feat. Kajatres)','The Velvet City','dream','',263989,'323UReE4WTHryaHKvqzICG',1,7118913400884320292);
INSERT INTO "tracks" VALUES(193,59,'Töjoth & The Feathers','Velvet Jajoth','The Velvet City','velvet jajoth','',363665,'6zPIBOlPI1100D6Khwtd5J',1,7947075286841219979);
INSERT INTO "tracks" VALUES(194,60,'Zaples Vebri','Don''t Remember Us','Don''t Remember Us','dont remember us','',187692,'2lY6tJbbXtWlhwgTeOhvbR',1,-1287136886339263066);
INSERT INTO "tracks" VALUES(195,61,'Minaga Jopocein','Burning Bogrim','1984','burning bogrim','',480588,'6FLfMkvjC8hE2I1TEJ8cvV',1,-560840857011754315);
INSERT INTO "tracks" VALUES(196,61,'Minaga Jopocein','Diace / Lanterns','1984','diace lanterns','',219400,'15bjSBs9rBHrWqTcjTedNF',1,-4063994414579769341);
INSERT INTO "tracks" VALUES(197,61,'Minaga Jopocein','Bones in the Summer','1984','bones in the summer','',261138,'6Xx2MP8l6wdM8U1pXN7MBu',1,-2574887235943744931);
INSERT INTO "tracks" VALUES(198,62,'Heplar Gruhar','Moon','The Crystal Dust','moon','',249438,'115gerqVUcZUGYWuDDfhuG',1,-4465514083461554450);
INSERT INTO "tracks" VALUES(199,62,'Heplar Gruhar','Watch My Love','The Crystal Dust','watch my love','',190195,'66TYHhxr0xFldA3JssAKaR',1,-2755914192550996794);
INSERT INTO "tracks" VALUES(200,63,'Cegroth Doolein','Docaustath, Pt. 3','The Golden Ghost','docaustath part 3','',207931,'008ZQsX3q6fAx3aRpuuYzH',1,429688067536956265);
INSERT INTO "tracks" VALUES(201,63,'Cegroth Doolein','Don''t Want Me','The Golden Ghost','dont want me','',180061,'62Z86GNBP11SlxDIZYz8re',1,8474911260130912552);
INSERT INTO "tracks" VALUES(202,63,'Cegroth Doolein','Don''t Find Them','The Golden Ghost','dont find them','',376481,'7bF9BbNZyQuqdIbO4itdVH',1,-8842969400851667861);
INSERT INTO "tracks" VALUES(203,63,'Cegroth Doolein','Velvet Ghost','The Golden Ghost','velvet ghost','',231865,'33DwcxL4YrEiraglaJSlJt',1,8494530281622196347);
INSERT INTO "tracks" VALUES(204,63,'Cegroth Doolein','What Me?','The Golden Ghost','what me','',354302,'1PZuNrVvIAAUjpDkLKFQt6',1,1200234844988330898);
INSERT INTO "tracks" VALUES(205,63,'Cegroth Doolein','City of Mistidox','The Golden Ghost','city of mistidox','',361316,'0ZECbci6DQaMnM9yaNHRGt',1,3583896513308898725);
INSERT INTO "tracks" VALUES(206,63,'Cegroth Doolein','Graseth / Machine','The Golden Ghost','graseth machine','',231733,'40mAQf5fGE0lXU8VUaDDNL',1,8993819723543769905);
INSERT INTO "tracks" VALUES(207,63,'Cegroth Doolein','Hollow Thihaum','The Golden Ghost','hollow thihaum','',341162,'0BHr2lZiVXrtqzAnLo4QGq',1,-206356508123859683);
INSERT INTO "tracks" VALUES(208,64,'Thosil Drogrend','Rosex / Shadow','Rosex / Shadow','rosex shadow','',306250,'7FaXw5x0SuoPz0munTvgK7',1,3280830991668108334);
INSERT INTO "tracks" VALUES(209,64,'Thosil Drogrend','Rosex / Shadow - Acoustic','Rosex / Shadow','rosex shadow','acoustic',306250,'12s6rgAR4uIZXi7MP5TXDs',1,-8377046140374737306);
INSERT INTO "tracks" VALUES(210,65,'Loothetei','Lemes (Watch You)','Morning & Dust','lemes watch you','',275867,'283UGJbbkkikeDXGtYPLE0',1,-9093585283236349177);
INSERT INTO "tracks" VALUES(211,65,'Loothetei','Lemes (Watch You) - Brova Troofaudim Remix','Morning & Dust','lemes watch you','brova troofaudim remix',275867,'2HRd6fbR6HN82gkAUlUk3X',1,-5793411493752945500);
INSERT INTO "tracks" VALUES(212,65,'Loothetei','"Secret" Vadoobath','Morning & Dust','secret vadoobath','',185760,'2aXkZvyTFplvYAf0K2WwWc',1,-4581067910116674383);
INSERT INTO "tracks" VALUES(213,65,'Loothetei','Salt Hoomaujend','Morning & Dust','salt hoomaujend','',230876,'4KEhVGvprDR19liHVbs7Ix',1,9169424335882524691);
INSERT INTO "tracks" VALUES(214,65,'Loothetei','Tevex (Call Them)','Morning & Dust','tevex call them','',195743,'6wTWAeCZ3WYUtKimubV8OQ',1,-3791230931477947080);
INSERT INTO "tracks" VALUES(215,65,'Loothetei','Dust of Viden','Morning & Dust','dust of viden','',236556,'6iF6Zf9ksvVKMUIYAyVJAp',1,4679912335483543398);
INSERT INTO "tracks" VALUES(216,66,'Tepa, the Satellite','Nihuler / Dream','Mountain in the Highway','nihuler dream','',241872,'0Bk1LgCqagCB3mLsV8rQ8F',1,-7728400102119950981);
INSERT INTO "tracks" VALUES(217,66,'Tepa, the Satellite','Hollow Vevaux','Mountain in the Highway','hollow vevaux','',253968,'0Wr8X2RJylGgAI7Yu2krS9',1,7609198971106127466);
INSERT INTO "tracks" VALUES(218,67,'tødrom','Shena / Shadow','The Wild City','shena shadow','',194901,'3taJUIAIcH3XZDHxjeZH24',1,5362453803049893640);
INSERT INTO "tracks" VALUES(219,67,'tødrom','Blue Letters','The Wild City','blue letters','',222917,'7PY2kWz4RZq6OFGvSY0fpb',1,-6958469562250054911);
INSERT INTO "tracks" VALUES(220,68,'The Braloxs','Slow Bringa','Carry Somebody','slow bringa','',152419,'3YlWABvO55cYlb4I8X4Zci',1,-6472485694062935503);
INSERT INTO "tracks" VALUES(221,68,'The Braloxs','Midnight Machine','Carry Somebody','midnight machine','',294104,'65y4yNYfrVlltuRAasQAn3',1,5089544429711858133);
INSERT INTO "tracks" VALUES(222,68,'The Braloxs','Ocean in the Highway','Carry Somebody','ocean in the highway','',212854,'1FX1KekOBEd10RDPRbahWf',1,575415738698028159);
INSERT INTO "tracks" VALUES(223,68,'The Braloxs','Young Fever','Carry Somebody','young fever','',169544,'461yWnagsOQOAxh0gClpkV',1,8858747600997616880);
INSERT INTO "tracks" VALUES(224,68,'The Braloxs','5:42','Carry Somebody','5 42','',166106,'0MPszRN1a2t9VWHJQQiyYp',1,-4827900607618784286);
INSERT INTO "tracks" VALUES(225,68,'The Braloxs','Don''t Burn Somebody','Carry Somebody','dont burn somebody','',250191,'2jLhIITGRQ1HBUxnXCb1La',1,2090998013384996894);
INSERT INTO "tracks" VALUES(226,68,'The Braloxs','Salt Thunder (feat. Goode Lębidru)','Carry Somebody','salt thunder','',200588,'3WTPrqBeLT8hVjx3q9NImK',1,-8330205513904358435);
INSERT INTO "tracks" VALUES(227,68,'The Braloxs','Grocãdrin, Pt. 3','Carry Somebody','grocadrin part 3','',157383,'3XEzqAy59Cv9mAxX5M9c3J',1,-1754458960173156017);
INSERT INTO "tracks" VALUES(230,71,'Odd Lantern','North','Glass','north','',NULL,'0000000000000000000005',0,7878371526028746238);
INSERT INTO "tracks" VALUES(231,69,'Ina Tolvane','Paper Harbour','','paper harbour','',200000,'0000000000000000000001',1,-4985270798917309656);
INSERT INTO "tracks" VALUES(232,69,'Ina Tolvane','Salt Feathers','','salt feathers','',210000,'0000000000000000000002',1,1096330099534963691);
INSERT INTO "tracks" VALUES(233,72,'Odd Lantern & Ebba','Embers','','embers','',190000,'0000000000000000000003',1,-1997571319577296877);
INSERT INTO "tracks" VALUES(234,73,'The Testers','First Song','Album One','first song','',NULL,'0123456789abcdefghijA0',0,-8976943139597805498);
INSERT INTO "tracks" VALUES(235,74,'Björk Like','Zwei {und} "drei"','Album, Two','zwei und drei','',NULL,'0123456789abcdefghijA1',0,-6620502302254577570);
INSERT INTO "tracks" VALUES(236,75,'A & B','Third','1989','third','',NULL,'0123456789abcdefghijA2',0,-3939515939419563051);
INSERT INTO "tracks" VALUES(237,76,'Other','Fourth - Live','Four','fourth','live',NULL,'0123456789abcdefghijA3',0,-9011080051625409680);
INSERT INTO "tracks" VALUES(238,77,'No','More','No','more','',NULL,'0123456789abcdefghijA5',0,6016981604267761251);
INSERT INTO "tracks" VALUES(239,69,'Ina Tolvane','Brückenlicht','','bruckenlicht','',3000,'',1,7070058814625158682);
INSERT INTO "tracks" VALUES(240,71,'Odd Lantern','Embers','','embers','',NULL,'0000000000000000000004',0,-1997571319577296877);
CREATE INDEX tracks_by_artist ON tracks (artist_id);
CREATE INDEX track_names_by_track ON track_names (track_id);
CREATE INDEX external_ids_by_track ON external_ids (track_id);
CREATE UNIQUE INDEX listen_matches_once ON listen_matches (listen_id, source);
CREATE INDEX playlist_entries_by_track ON playlist_entries (playlist_id, track_id);
CREATE INDEX label_changes_by_track ON label_changes (person_id, track_id);
CREATE INDEX artist_block_changes_by_artist ON artist_block_changes (person_id, artist_id);
CREATE VIEW labels AS
    SELECT person_id, track_id, value, origin, at FROM label_changes AS change
    WHERE value IS NOT NULL AND id = (SELECT max(id) FROM label_changes AS later
                                      WHERE later.person_id = change.person_id
                                        AND later.track_id = change.track_id);
CREATE INDEX runs_by_person ON runs (person_id);
CREATE INDEX playlist_changes_by_person ON playlist_changes (person_id);
CREATE UNIQUE INDEX playlist_changes_undone_once ON playlist_changes (undoes) WHERE undoes IS NOT NULL;
CREATE INDEX playlist_versions_by_change ON playlist_versions (change_id);
CREATE INDEX playlist_version_entries_by_track ON playlist_version_entries (track_id, playlist_id);
CREATE INDEX playlist_decisions_by_track ON playlist_decisions (playlist_id, track_id);
CREATE INDEX audio_analyses_by_duration ON audio_analyses (version, duration_ms);
CREATE INDEX audio_files_by_content ON audio_files (content);
CREATE INDEX audio_files_by_track ON audio_files (track_id);
CREATE UNIQUE INDEX contributors_by_hash ON contributors (person_id, hash);
CREATE INDEX corrections_by_track ON corrections (track_before);
CREATE INDEX tracks_by_title ON tracks (title_hash);
CREATE INDEX correction_rows_by_correction ON correction_rows (correction_id);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('runs',1);
COMMIT;
PRAGMA application_id = 1635021941;
PRAGMA user_version = 8;
