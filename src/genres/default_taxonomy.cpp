#include "genres/taxonomy.h"

namespace attune::genres {
namespace {

// Our own reading of the common names. A branch is learnt from these; what stands here is not argued about,
// so only names belong here whose branch few would doubt. Names of several branches ("soul jazz") are left to
// the evidence.
constexpr std::string_view text = R"(
root guitars: rock, metal, blues, country, folk
root pop and electronic: pop, electronic, asian
root rhythm: hip hop, r&b, reggae, latin, african
root concert: classical, jazz, stage

branch rock: rock, classic rock, hard rock, punk, punk rock, hardcore punk, indie, indie rock, alternative
branch rock: alternative rock, grunge, shoegaze, emo, screamo, new wave, post punk, garage rock, goth, gothic rock
branch rock: psychedelic rock, progressive rock, krautrock, post rock, math rock, rock and roll, surf, stoner rock
branch rock: riot grrrl, oi, rock en espanol
branch metal: metal, heavy metal, death metal, black metal, thrash metal, doom metal, metalcore, grindcore
branch metal: power metal, djent, deathcore, sludge metal, nu metal, hair metal
branch blues: blues, delta blues, chicago blues, electric blues, country blues, harmonica blues, boogie woogie
branch country: country, bluegrass, americana, honky tonk, outlaw country, western swing, nashville sound, cowboy
branch country: cajun, zydeco, rockabilly
branch folk: folk, singer songwriter, traditional, celtic, chanson, fado, acoustic, sea shanties, polka, klezmer
branch folk: fiddle, cantautor, flamenco

branch pop: pop, dance pop, teen pop, schlager, europop, boy band, girl group, britpop, adult contemporary, idol
branch pop: torch song, vocal pop, soft rock, bubblegum pop
branch electronic: electronic, electronica, electro, edm, techno, house, deep house, trance, psytrance, ambient
branch electronic: drum and bass, dubstep, breakbeat, idm, downtempo, trip hop, uk garage, industrial, ebm, hardstyle
branch electronic: gabber, hardcore techno, disco, synthwave, rave, jungle, big room, chillout, drone, noise
branch electronic: chiptune, eurodance
branch asian: asian, j pop, k pop, c pop, mandopop, cantopop, anime, indian, bollywood, filmi, japanese, korean
branch asian: chinese, thai, indonesian, arabic, turkish, persian, enka, city pop

branch hip hop: hip hop, rap, gangster rap, trap, drill, boom bap, turntablism, grime, g funk, crunk, phonk
branch hip hop: conscious hip hop
branch r&b: r&b, soul, funk, motown, gospel, neo soul, new jack swing, quiet storm, doo wop, northern soul, go go
branch reggae: reggae, ska, dub, dancehall, rocksteady, roots reggae, lovers rock, ragga
branch latin: latin, latino, salsa, bachata, reggaeton, cumbia, samba, bossa nova, mpb, tango, merengue, mariachi
branch latin: ranchera, bolero, tropical, brazilian, forro, sertanejo, banda, norteno, vallenato, son cubano, calypso
branch latin: soca, zouk, mambo
branch african: african, afrobeat, afrobeats, afropop, highlife, soukous, kwaito, amapiano, mbalax, desert blues
branch african: rai, kizomba, gqom

branch classical: classical, modern classical, opera, baroque, orchestra, symphony, chamber, choir, early music
branch classical: string quartet, concerto, renaissance, romantic, requiem, minimalism, avant garde, experimental
branch jazz: jazz, bebop, hard bop, cool jazz, free jazz, swing, big band, ragtime, dixieland, stride, jazz fusion
branch jazz: jazz saxophone, free improvisation
branch stage: stage, soundtrack, movie, game, musical, broadway, show tunes, comedy, stand up, spoken word, poetry, reading
branch stage: audiobook, children, kids, lullaby, christmas, background, lounge, easy listening, new age, sleep
branch stage: meditation, sound effects
)";

}  // namespace

std::string_view default_taxonomy() noexcept { return text; }

}  // namespace attune::genres
