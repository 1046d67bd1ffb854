/* Names, word by word and in any order: equal words, slips of the pen, initials, short forms. */
#include "links/compare.h"
#include "links/similarity.h"

#include <math.h>

#define CLOSE_JARO   0.92 /* Winkler 1990 uses 0.88 to 0.94 for names */
#define SLIP_COST    2    /* bits: a close word is as rare as the class of its neighbours */
#define INITIAL_BITS 3    /* an agreeing initial; 26 letters, few of which are common */

enum likeness { UNLIKE, LIKE_INITIAL, LIKE_CLOSE, LIKE_EQUAL };

struct match {
    unsigned equal, close, initial;
    float rarity, rarest;
};

static enum likeness likeness_of(const struct portrait_table *t, uint32_t a, uint32_t b)
{
    struct span x = intern_get(&t->token_set.strings, a);
    struct span y = intern_get(&t->token_set.strings, b);
    struct span s = x.length < y.length ? x : y;
    struct span l = x.length < y.length ? y : x;
    if (s.length == 1)
        return s.at[0] == l.at[0] ? LIKE_INITIAL : UNLIKE;
    if (s.length < 3)
        return UNLIKE;
    if (s.length < l.length && memcmp(s.at, l.at, s.length) == 0)
        return LIKE_CLOSE;
    if (name_words_alike(&t->words[a], &t->words[b]))
        return LIKE_CLOSE;
    unsigned slips = s.length < 4 ? 0 : s.length < 8 ? 1 : 2;
    if (slips && similarity_slips(x, y, slips) <= slips)
        return LIKE_CLOSE;
    return s.length > 4 && s.at[0] == l.at[0] && similarity_jaro_winkler(x, y) >= CLOSE_JARO ? LIKE_CLOSE
                                                                                             : UNLIKE;
}

static void count_match(const struct value_set *set, enum likeness how, uint32_t a, uint32_t b,
                        struct match *m)
{
    float rarity = fminf(compare_rarity(set, a), compare_rarity(set, b));
    m->equal += how == LIKE_EQUAL;
    m->close += how == LIKE_CLOSE;
    m->initial += how == LIKE_INITIAL;
    rarity = how == LIKE_EQUAL ? rarity : how == LIKE_CLOSE ? fmaxf(rarity - SLIP_COST, 0) : INITIAL_BITS;
    m->rarity += rarity;
    m->rarest = fmaxf(m->rarest, rarity);
}

/* Pairs off words that are alike in the given way; used words are marked in the sets of bits. */
static void pair_off(const struct portrait_table *t, const struct name *names[2], unsigned used[2],
                     enum likeness how, struct match *m)
{
    for (unsigned i = 0; i < names[0]->count; i++) {
        for (unsigned j = 0; j < names[1]->count && !(used[0] >> i & 1); j++) {
            uint32_t a = names[0]->tokens[i];
            uint32_t b = names[1]->tokens[j];
            if (used[1] >> j & 1 || (how == LIKE_EQUAL ? a != b : likeness_of(t, a, b) != how))
                continue;
            used[0] |= 1u << i;
            used[1] |= 1u << j;
            count_match(&t->token_set, how, a, b, m);
        }
    }
}

static enum name_grade grade_of(const struct match *m, unsigned shorter, unsigned longer)
{
    unsigned words = m->equal + m->close;
    unsigned matched = words + m->initial;
    if (!words)
        return NAME_DIFFERENT;
    if (matched == longer && matched == shorter)
        return NAME_FULL;
    if (matched < shorter)
        return NAME_PARTIAL;
    return shorter > 1 ? NAME_SUBSET : NAME_WORD;
}

void compare_names(const struct portrait_table *t, uint32_t a, uint32_t b, struct comparison *out)
{
    const struct name *names[2] = {&t->names[a], &t->names[b]};
    unsigned used[2] = {0, 0};
    struct match m = {0};
    pair_off(t, names, used, LIKE_EQUAL, &m);
    if (names[0]->sorted == names[1]->sorted) {
        out->grade[FIELD_NAME] = NAME_EXACT;
        out->rarity[FIELD_NAME] = fminf(m.rarity, compare_rarity(&t->sorted_set, names[0]->sorted));
        return;
    }
    if (m.equal < names[0]->count && m.equal < names[1]->count) {
        pair_off(t, names, used, LIKE_CLOSE, &m);
        pair_off(t, names, used, LIKE_INITIAL, &m);
    }
    unsigned shorter = names[0]->count < names[1]->count ? names[0]->count : names[1]->count;
    unsigned longer = names[0]->count < names[1]->count ? names[1]->count : names[0]->count;
    enum name_grade grade = grade_of(&m, shorter, longer);
    out->grade[FIELD_NAME] = (uint8_t)grade;
    out->rarity[FIELD_NAME] = grade == NAME_DIFFERENT ? -1 : grade == NAME_PARTIAL ? m.rarest : m.rarity;
}
