/* Comparing names: words are paired off, equal ones first, then like ones, then initials. */
#include "names/parsed_name.h"
#include "places/near_names.h"

#define LEAST_PREFIX 3 /* letters of a word that is the other's beginning ("Chris") */

enum likeness { UNLIKE, LIKE_INITIAL, LIKE_CLOSE, LIKE_EQUAL };

struct pairing {
    const struct parsed_name *names[2];
    unsigned used[2]; /* bits: parts that have their like */
    int partner[NAME_PARTS];
    uint8_t likeness[NAME_PARTS][NAME_PARTS]; /* enum likeness */
};

static bool shares_given(const struct name_part *a, const struct name_part *b)
{
    for (unsigned i = 0; i < 3; i++)
        for (unsigned j = 0; j < 3; j++)
            if (a->given[i] && a->given[i] == b->given[j])
                return true;
    return false;
}

static bool is_close(struct span a, struct span b)
{
    struct span s = a.length < b.length ? a : b;
    struct span l = a.length < b.length ? b : a;
    if (s.length < LEAST_PREFIX)
        return false;
    if (s.length < l.length && memcmp(s.at, l.at, s.length) == 0)
        return true;
    unsigned slips = s.length < 4 ? 0 : s.length < 8 ? 1 : 2;
    /* One slip leaves one end of a word as it was. */
    bool has_end = slips == 2 || a.at[0] == b.at[0] || a.at[a.length - 1] == b.at[b.length - 1];
    if (!has_end || l.length - s.length > slips)
        return false;
    return slips && near_slips(a, b, slips) <= slips;
}

static enum likeness likeness_of(const struct pairing *p, unsigned i, unsigned j)
{
    const struct name_part *a = &p->names[0]->parts[i];
    const struct name_part *b = &p->names[1]->parts[j];
    if (a->hash == b->hash)
        return LIKE_EQUAL;
    struct span x = name_part_text(p->names[0], i);
    struct span y = name_part_text(p->names[1], j);
    if (a->kind == NAME_PART_INITIAL || b->kind == NAME_PART_INITIAL)
        return x.at[0] == y.at[0] && (unsigned char)x.at[0] < 0x80 ? LIKE_INITIAL : UNLIKE;
    bool is_long = x.length >= LEAST_PREFIX && y.length >= LEAST_PREFIX;
    bool is_same = (is_long && a->sound == b->sound) || shares_given(a, b);
    return is_same || is_close(x, y) ? LIKE_CLOSE : UNLIKE;
}

static bool is_counted(const struct parsed_name *name, unsigned part)
{
    return name->parts[part].kind != NAME_PART_PARTICLE;
}

static void pair_off(struct pairing *p, enum likeness how, uint8_t *count)
{
    for (unsigned i = 0; i < p->names[0]->count; i++)
        for (unsigned j = 0; j < p->names[1]->count && !(p->used[0] >> i & 1); j++) {
            if (p->used[1] >> j & 1 || p->likeness[i][j] != how)
                continue;
            p->used[0] |= 1u << i;
            p->used[1] |= 1u << j;
            p->partner[i] = (int)j;
            ++*count;
        }
}

static void liken_all(struct pairing *p)
{
    for (unsigned i = 0; i < p->names[0]->count; i++) {
        p->partner[i] = -1;
        for (unsigned j = 0; j < p->names[1]->count; j++) {
            bool counts = is_counted(p->names[0], i) && is_counted(p->names[1], j);
            p->likeness[i][j] = counts ? (uint8_t)likeness_of(p, i, j) : UNLIKE;
        }
    }
}

/* "Van den Berghe" and "Vandenberghe", "Jean Pierre" and "Jeanpierre": parts from `from` on that run together
 * are the other's part. Returns how many, 0 where they are not. */
static unsigned run_together(const struct parsed_name *many, unsigned from, unsigned used, struct span one)
{
    size_t at = 0;
    for (unsigned n = from; n < many->count && !(used >> n & 1); n++) {
        struct span part = name_part_text(many, n);
        if (at + part.length > one.length || memcmp(one.at + at, part.at, part.length) != 0)
            return 0;
        at += part.length;
        if (at == one.length)
            return n + 1 - from;
    }
    return 0;
}

static void pair_runs(struct pairing *p, unsigned one, uint8_t *count)
{
    const struct parsed_name *single = p->names[one];
    const struct parsed_name *many = p->names[!one];
    for (unsigned i = 0; i < single->count; i++)
        for (unsigned j = 0; j + 1 < many->count && !(p->used[one] >> i & 1); j++) {
            if (p->used[!one] >> j & 1)
                continue;
            unsigned parts = run_together(many, j, p->used[!one], name_part_text(single, i));
            if (parts < 2)
                continue;
            p->used[one] |= 1u << i;
            p->used[!one] |= ((1u << parts) - 1) << j;
            unsigned last = j + parts - 1;
            p->partner[one ? last : i] = (int)(one ? i : last);
            ++*count;
        }
}

static unsigned count_words(const struct parsed_name *name)
{
    unsigned count = 0;
    for (unsigned i = 0; i < name->count; i++)
        count += is_counted(name, i);
    return count;
}

static uint8_t count_left(const struct parsed_name *name, unsigned used)
{
    unsigned left = 0;
    for (unsigned i = 0; i < name->count; i++)
        left += is_counted(name, i) && !(used >> i & 1);
    return (uint8_t)left;
}

/* The family name's last word: where it is not said, the last of all. */
static int family_of(const struct parsed_name *name)
{
    for (int i = (name->family ? name->family : name->count) - 1; i >= 0; i--)
        if (is_counted(name, (unsigned)i))
            return i;
    return -1;
}

static int given_of(const struct parsed_name *name)
{
    for (unsigned i = name->family; i < name->count; i++)
        if (is_counted(name, i))
            return (int)i;
    return -1;
}

static enum names_grade grade_of(const struct name_agreement *a, unsigned shorter, bool is_whole)
{
    unsigned words = a->equal + a->close;
    unsigned least = a->left_a < a->left_b ? a->left_a : a->left_b;
    if (!words)
        return NAMES_DIFFERENT;
    if (!a->left_a && !a->left_b)
        return is_whole && !a->close && !a->initials ? NAMES_EXACT : NAMES_CLOSE;
    if (least)
        return NAMES_PARTIAL;
    return shorter > 1 ? NAMES_SUBSET : NAMES_ONE_WORD;
}

static void compare_in_order(const struct parsed_name *a, const struct parsed_name *b,
                             struct name_agreement *out)
{
    struct pairing p;
    p.names[0] = a;
    p.names[1] = b;
    p.used[0] = p.used[1] = 0;
    memset(out, 0, sizeof *out);
    unsigned words[2] = {count_words(a), count_words(b)};
    if (!words[0] || !words[1])
        return;
    liken_all(&p);
    pair_off(&p, LIKE_EQUAL, &out->equal);
    pair_runs(&p, 0, &out->equal);
    pair_runs(&p, 1, &out->equal);
    pair_off(&p, LIKE_CLOSE, &out->close);
    pair_off(&p, LIKE_INITIAL, &out->initials);
    out->left_a = count_left(a, p.used[0]);
    out->left_b = count_left(b, p.used[1]);
    int family = family_of(a);
    int given = given_of(a);
    out->family = family >= 0 && p.partner[family] >= 0 && p.partner[family] == family_of(b);
    out->given = given >= 0 && given != family && p.partner[given] >= 0 && p.partner[given] == given_of(b);
    out->form_differs = a->form && b->form && a->form != b->form;
    out->grade = (uint8_t)grade_of(out, words[0] < words[1] ? words[0] : words[1], !out->form_differs);
}

static int compare_bytes(const struct parsed_name *a, const struct parsed_name *b)
{
    if (a->count != b->count)
        return a->count < b->count ? -1 : 1;
    for (unsigned i = 0; i < a->count; i++)
        if (a->parts[i].hash != b->parts[i].hash)
            return a->parts[i].hash < b->parts[i].hash ? -1 : 1;
    return 0;
}

/* In an order of their own, so that who is asked first does not matter. */
void name_compare(const struct parsed_name *a, const struct parsed_name *b, struct name_agreement *out)
{
    bool is_swapped = compare_bytes(a, b) > 0;
    compare_in_order(is_swapped ? b : a, is_swapped ? a : b, out);
    uint8_t left = out->left_a;
    if (is_swapped) {
        out->left_a = out->left_b;
        out->left_b = left;
    }
}

const char *names_grade_name(enum names_grade grade)
{
    static const char *const names[] = {"unknown",  "exact",   "close",    "subset",
                                        "one word", "partial", "different"};
    return names[grade];
}
