/* Word lists, frames, and how words are written. */
#include "genre.h"

#include "base/hash.h"
#include "base/memory.h"

#define PLACE      0x80000000u
#define PROPER     'S' /* the list of invented proper names */
#define PROPER_ALL 60000u

const char *const genre_script_names[GENRE_SCRIPTS] = {"latin", "homoglyphs", "emoji", "cyrillic", "chinese"};

static const char *const lists[26] = {
    ['A' - 'A'] =
        "quiet sunny cosy bright spacious modern elegant charming comfortable clean lovely beautiful small "
        "large private renovated stylish warm calm peaceful unique central authentic simple luxurious "
        "classic "
        "rustic tidy airy fresh original historic friendly refined discreet romantic exclusive traditional "
        "superb wonderful pleasant perfect ideal tranquil relaxed green open compact",
    ['N' - 'A'] =
        "flat studio apartment house room loft cottage suite salon villa cabin bungalow parlour attic duplex "
        "maisonette penthouse townhouse farmhouse chalet annex guesthouse spa centre practice cabinet "
        "atelier "
        "residence lodge place",
    ['F' - 'A'] =
        "balcony kitchen garden terrace bathroom bedroom shower bath sauna pool lift parking courtyard "
        "fireplace desk sofa television dishwasher oven fridge washer dryer heating hammock library piano "
        "veranda jacuzzi hallway wardrobe mirror projector barbecue bicycle fountain candle towel robe "
        "cushion "
        "lamp carpet window ceiling stairs rooftop cellar",
    ['P' - 'A'] =
        "station harbour beach market park museum cathedral river square castle university airport theatre "
        "library forest canal lake hospital bridge tower hall stadium zoo docks village mill chapel "
        "boulevard "
        "promenade ferry tramline motorway cemetery brewery bakery arena",
    ['V' - 'A'] =
        "walk swim cook read dance relax sleep breakfast work cycle rest dine talk laugh explore wander sing "
        "paint write stretch breathe recover unwind celebrate chat stroll shop hike sail listen dream play",
    ['K' - 'A'] =
        "massage wellness facial treatment ritual reflexology aromatherapy stretching yoga meditation bath "
        "scrub therapy manicure hairdressing coaching dinner concert tour lesson tasting picnic workshop "
        "photography gardening cooking painting drumming singing sailing",
    ['T' - 'A'] =
        "morning noon afternoon evening night weekend monday tuesday wednesday thursday friday saturday "
        "sunday "
        "january february march april may june july august september october november december summer winter "
        "spring autumn holiday",
    ['M' - 'A'] =
        "anna maria elena sofia laura emma julia lina nora eva clara ines lea mila rosa vera ida irma "
        "olga tessa carla diana flora greta hanna iris jana karin lotte marta nina paula",
    ['D' - 'A'] =
        "very really truly quite rather simply always usually often certainly especially completely "
        "nearly almost just still",
    ['G' - 'A'] =
        "guests visitors travellers couples families friends colleagues students artists musicians walkers "
        "cyclists business-people newcomers locals everyone singles teachers nurses engineers",
    ['C' - 'A'] = "two three four five six seven eight nine ten twelve fifteen twenty thirty forty",
    ['B' - 'A'] = "bus tram metro train bike car taxi boat foot scooter",
};

static const char *const frames[] = {
    "our A N is in the A heart of S close to the P and the P",
    "welcome to this A and A N with F and F near the S P",
    "you will love the A F and the D A F after a long T",
    "the N has a A F a A F and a F with view of the P",
    "it takes only C minutes by B to the P of S",
    "perfect for G who like to V and V in the T",
    "I am M and I offer A K and K in a A N",
    "we offer A K for G every T and T",
    "after your K you can V in the A F or V at the P",
    "each F was D A and made for G from S",
    "please bring your own F if you want to V in the T",
    "there is a D A F on the C floor beside the F",
    "the P of S is D A in the T and D A in the T",
    "book your A K with M or M today",
    "from the F you see the P of S and the A P",
    "we live nearby and love to V with G in our F",
    "no smoking in the F and no parties in the F after T",
    "a A F and A F are waiting for G in S street",
    "my A N stands between the P and the P a D A corner of S",
    "G come back to us every T for the A K",
    "on T we are open until late for K and K",
    "the B stops in front of our A N every C minutes",
    "in S you find A bars A shops and a A P",
    "everything you need to V or V is in the A N",
    "ask M for the A F when you arrive in the T",
    "the whole N can be yours for T and T with C G",
    "experience a D A K by M in the middle of S",
    "take a A F and let M care for your A K",
    "with C years of K we know what G like",
    "our F looks over the A P and the S gardens",
    "a stay of C nights or more includes K and use of the F",
    "the A area around S is known for its P and its A P",
    "children and G can V safely in the F behind the N",
    "enjoy A coffee on the F before you V along the P",
    "S is D A for G who want to V without a B",
    "we clean the F and the F before every A visit",
    "M speaks several languages and will D A help you V",
    "discover the A side of S with our K on T",
    "fast internet a A F and a place to V make this N D A",
    "the A F comes with S soap A towels and a F",
    "come alone or as C to V V and V",
    "only a short walk from S P you reach our A N",
    "it is D A here in the T so G can V",
    "last T we made the F A and the F D A",
    "let yourself V in our A K room next to the F",
    "S avenue S lane and the P are all within C minutes",
    "we do K in the T and K in the T by appointment",
    "both F and F were designed by M S",
};

static uint32_t add_word(struct genre *g, struct span word)
{
    for (uint32_t i = 0; i < g->word_count; i++)
        if (span_equal(g->words[i], word))
            return i;
    g->words[g->word_count] = word;
    return g->word_count++;
}

static struct span next_piece(const char **at)
{
    while (**at == ' ')
        ++*at;
    struct span piece = {*at, strcspn(*at, " ")};
    *at += piece.length;
    return piece;
}

static void add_lists(struct genre *g)
{
    for (unsigned i = 0; i < 26; i++) {
        const char *at = lists[i];
        g->list_first[i] = g->word_count;
        for (struct span word; at && (word = next_piece(&at)).length;)
            g->words[g->word_count++] = word;
        for (uint32_t n = 0; i == PROPER - 'A' && n < PROPER_ALL; n++) {
            static const char *const syllables[] = {"ba", "ro",  "mi", "te", "lan", "ka", "vo",   "sel",
                                                    "du", "pri", "no", "ga", "fe",  "lo", "ster", "hu"};
            size_t begin = g->letters.length;
            for (uint32_t rest = n + 16; rest; rest /= 16)
                buffer_append_text(&g->letters, syllables[rest % 16]);
            g->words[g->word_count++] = (struct span){g->letters.data + begin, g->letters.length - begin};
        }
    }
    g->list_first[26] = g->word_count;
}

static void add_frames(struct genre *g)
{
    for (uint32_t f = 0; f < g->frame_count; f++) {
        const char *at = frames[f];
        for (struct span word; (word = next_piece(&at)).length;) {
            bool place = word.length == 1 && word.at[0] >= 'A' && word.at[0] <= 'Z' && word.at[0] != 'I';
            uint32_t id = place ? PLACE | (uint32_t)word.at[0] : add_word(g, word);
            g->frames[f * GENRE_SENTENCE_MOST + g->frame_length[f]++] = id;
        }
    }
}

bool genre_init(struct genre *g)
{
    *g = (struct genre){.frame_count = sizeof frames / sizeof *frames, .word_room = PROPER_ALL + 2000};
    buffer_init(&g->letters, 1u << 22);
    g->words = memory_new(g->word_room, sizeof *g->words);
    g->list_first = memory_new(27, sizeof *g->list_first);
    g->frames = memory_new((size_t)g->frame_count * GENRE_SENTENCE_MOST, sizeof *g->frames);
    g->frame_length = memory_new(g->frame_count, 1);
    if (!g->words || !g->list_first || !g->frames || !g->frame_length ||
        !buffer_reserve(&g->letters, 1u << 21))
        return false;
    add_lists(g);
    add_frames(g);
    return true;
}

void genre_release(struct genre *g)
{
    memory_free(g->words);
    memory_free(g->list_first);
    memory_free(g->frames);
    memory_free(g->frame_length);
    buffer_release(&g->letters);
}

/* Words of a list are not equally common: the square of a uniform number, the cube for proper names. */
static uint32_t fill(const struct genre *g, struct random *r, unsigned list)
{
    uint32_t first = g->list_first[list - 'A'];
    uint32_t count = g->list_first[list - 'A' + 1] - first;
    double at = random_unit(r) * (1 + random_unit(r)) / 2;
    if (list == PROPER)
        at = at * at;
    return first + (uint32_t)(at * count);
}

uint32_t genre_sentence(const struct genre *g, struct random *r, uint32_t frame, uint32_t *words)
{
    const uint32_t *places = g->frames + (size_t)frame * GENRE_SENTENCE_MOST;
    for (uint32_t i = 0; i < g->frame_length[frame]; i++)
        words[i] = places[i] & PLACE ? fill(g, r, places[i] & ~PLACE) : places[i];
    return g->frame_length[frame];
}

uint32_t genre_own_word(const struct genre *g, struct random *r)
{
    return fill(g, r, PROPER);
}

uint32_t genre_word(const struct genre *g, struct random *r)
{
    uint32_t words[GENRE_SENTENCE_MOST];
    uint32_t length = genre_sentence(g, r, random_below(r, g->frame_count), words);
    return words[random_below(r, length)];
}

/* Letter for letter; what matters is the script and that words stay apart. */
static void put_cyrillic(struct span word, struct buffer *out)
{
    static const char *const letters[26] = {"а", "б", "ц", "д", "е", "ф", "г", "х", "и", "й", "к", "л", "м",
                                            "н", "о", "п", "я", "р", "с", "т", "у", "в", "ш", "ж", "ы", "з"};
    for (size_t i = 0; i < word.length; i++)
        if (word.at[i] >= 'a' && word.at[i] <= 'z')
            buffer_append_text(out, letters[word.at[i] - 'a']);
}

static void put_character(uint32_t code, struct buffer *out)
{
    char bytes[3] = {(char)(0xE0 | code >> 12), (char)(0x80 | (code >> 6 & 63)), (char)(0x80 | (code & 63))};
    buffer_append(out, bytes, 3);
}

/* One character for the words of frames, two for others, from 2,500. */
static void put_chinese(struct span word, struct buffer *out)
{
    uint64_t hash = hash_span(word);
    put_character(0x4E00 + (uint32_t)(hash % 2500), out);
    if (word.length > 3)
        put_character(0x4E00 + (uint32_t)((hash >> 32) % 2500), out);
}

static void put_homoglyphs(struct random *r, struct span word, struct buffer *out)
{
    static const struct {
        char latin;
        const char *twin;
    } twins[] = {{'a', "а"}, {'e', "е"}, {'o', "о"}, {'p', "р"}, {'c', "с"},
                 {'x', "х"}, {'y', "у"}, {'i', "і"}, {'s', "ѕ"}};
    for (size_t i = 0; i < word.length; i++) {
        const char *twin = NULL;
        for (size_t t = 0; t < sizeof twins / sizeof *twins; t++)
            if (twins[t].latin == word.at[i] && random_below(r, 6) == 0)
                twin = twins[t].twin;
        if (twin)
            buffer_append_text(out, twin);
        else
            buffer_append_char(out, word.at[i]);
    }
}

void genre_put(const struct genre *g, struct random *r, enum genre_script script, uint32_t word,
               struct buffer *out)
{
    static const char *const emoji[] = {"🌹", "🌴", "☀️", "💐", "🏖️", "✨",
                                        "🎉", "🌸", "💆",      "🛁", "🏡",       "⭐"};
    struct span letters = g->words[word];
    switch (script) {
    case GENRE_CYRILLIC: put_cyrillic(letters, out); break;
    case GENRE_CHINESE: put_chinese(letters, out); return;
    case GENRE_HOMOGLYPHS: put_homoglyphs(r, letters, out); break;
    default: buffer_append_span(out, letters);
    }
    buffer_append_char(out, ' ');
    if (script == GENRE_EMOJI && random_below(r, 8) == 0) {
        buffer_append_text(out, emoji[random_below(r, sizeof emoji / sizeof *emoji)]);
        buffer_append_char(out, ' ');
    }
}
