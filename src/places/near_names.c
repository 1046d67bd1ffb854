/* Names a slip of the pen away: an index of parts, sorted by their hashes. */
#include "places/near_names.h"

#include "base/hash.h"
#include "base/memory.h"
#include "base/sort.h"

enum part { FIRST_HALF, LAST_HALF, FIRST_THIRD, MIDDLE_THIRD, LAST_THIRD };

static bool is_plain(struct span s)
{
    for (size_t i = 0; i < s.length; i++)
        if (s.at[i] != ' ' && (s.at[i] < 'a' || s.at[i] > 'z'))
            return false;
    return s.length >= NEAR_SHORTEST && s.length <= NEAR_LONGEST;
}

/* Where part `part` of a name of that length begins, and how long it is. */
static struct span part_of(struct span name, enum part part)
{
    size_t half = name.length / 2;
    size_t third = name.length / 3;
    switch (part) {
    case FIRST_HALF: return (struct span){name.at, half};
    case LAST_HALF: return (struct span){name.at + half, name.length - half};
    case FIRST_THIRD: return (struct span){name.at, third};
    case MIDDLE_THIRD: return (struct span){name.at + third, third};
    default: return (struct span){name.at + 2 * third, name.length - 2 * third};
    }
}

static uint64_t part_key(struct span text, enum part part, size_t length)
{
    uint64_t where = (uint64_t)part << 8 | length;
    return hash_bytes(text.at, text.length, where) >> 32 << 32;
}

bool near_names_build(const struct gazetteer *g, struct near_names *out)
{
    *out = (struct near_names){.parts = memory_new((size_t)g->name_count * 5 + 1, sizeof *out->parts)};
    if (!out->parts)
        return false;
    for (uint32_t n = 1; n <= g->name_count; n++) {
        struct span name = gazetteer_text(g, n);
        if (!is_plain(name))
            continue;
        unsigned parts = name.length >= NEAR_SHORTEST_TWICE - 2 ? 5 : 2;
        for (unsigned p = 0; p < parts; p++)
            out->parts[out->count++] = part_key(part_of(name, (enum part)p), (enum part)p, name.length) | n;
    }
    return sort_keys(out->parts, out->count);
}

void near_names_release(struct near_names *near)
{
    memory_free(near->parts);
    *near = (struct near_names){0};
}

static unsigned least(unsigned a, unsigned b)
{
    return a < b ? a : b;
}

unsigned near_slips(struct span a, struct span b, unsigned most)
{
    unsigned char rows[3][NEAR_LONGEST + 2];
    if (a.length > NEAR_LONGEST || b.length > NEAR_LONGEST || a.length > b.length + most ||
        b.length > a.length + most)
        return most + 1;
    for (size_t j = 0; j <= b.length; j++)
        rows[0][j] = (unsigned char)j;
    for (size_t i = 1; i <= a.length; i++) {
        unsigned char *row = rows[i % 3];
        const unsigned char *above = rows[(i + 2) % 3];
        const unsigned char *two_above = rows[(i + 1) % 3];
        unsigned best = row[0] = (unsigned char)i;
        for (size_t j = 1; j <= b.length; j++) {
            unsigned cost = above[j - 1] + (a.at[i - 1] != b.at[j - 1]);
            cost = least(cost, least(above[j], row[j - 1]) + 1);
            if (i > 1 && j > 1 && a.at[i - 1] == b.at[j - 2] && a.at[i - 2] == b.at[j - 1])
                cost = least(cost, two_above[j - 2] + 1u);
            row[j] = (unsigned char)cost;
            best = least(best, cost);
        }
        if (best > most + 1)
            return most + 1;
    }
    return least(rows[a.length % 3][b.length], most + 1);
}

struct finding {
    const struct gazetteer *gazetteer;
    const struct near_names *near;
    struct span folded; /* what was written */
    struct span probe;  /* the same, or with two neighbours swapped back */
    unsigned slips;     /* that are looked for */
    bool is_found;
    near_visit *visit;
    void *context;
};

static size_t first_at(const struct near_names *near, uint64_t key)
{
    size_t low = 0;
    for (size_t high = near->count; low < high;) {
        size_t middle = low + (high - low) / 2;
        if (near->parts[middle] < key)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Compares with every name of that length that has this text as that part. */
static void look_up(struct finding *f, struct span text, enum part part, size_t length)
{
    uint64_t key = part_key(text, part, length);
    for (size_t i = first_at(f->near, key); i < f->near->count && f->near->parts[i] >> 32 == key >> 32; i++) {
        uint32_t name = (uint32_t)f->near->parts[i];
        if (near_slips(gazetteer_text(f->gazetteer, name), f->folded, f->slips) != f->slips)
            continue;
        f->visit(f->context, name, f->slips);
        f->is_found = true;
    }
}

/* Names of `length` whose part `part` could stand in the text, moved by at most as many letters as slips. */
static void look_around(struct finding *f, enum part part, size_t length, size_t slips)
{
    struct span own = part_of((struct span){f->probe.at, length}, part);
    size_t at = (size_t)(own.at - f->probe.at);
    size_t move = part == FIRST_HALF || part == FIRST_THIRD ? 0 : slips;
    for (size_t from = at > move ? at - move : 0; from <= at + move; from++)
        if (from + own.length <= f->probe.length)
            look_up(f, (struct span){f->probe.at + from, own.length}, part, length);
}

/* One slip leaves a half whole, two leave a third. */
static void look_at_parts(struct finding *f, unsigned slips)
{
    enum part first = slips == 1 ? FIRST_HALF : FIRST_THIRD;
    enum part last = slips == 1 ? LAST_HALF : LAST_THIRD;
    for (size_t length = f->probe.length - slips; length <= f->probe.length + slips; length++)
        for (unsigned p = first; p <= last; p++)
            look_around(f, (enum part)p, length, slips);
}

static void look_up_whole(struct finding *f)
{
    uint32_t name = gazetteer_find(f->gazetteer, f->probe);
    if (!name || near_slips(f->probe, f->folded, f->slips) != f->slips)
        return;
    f->visit(f->context, name, f->slips);
    f->is_found = true;
}

/* Two neighbours swapped may stand across two parts: swapped back, the name is there with one slip less. */
static void look_swapped(struct finding *f, char *bytes, unsigned swaps)
{
    f->probe = (struct span){bytes, f->folded.length};
    for (size_t i = 0; i + 1 < f->folded.length; i++) {
        char left = bytes[i];
        if (left == bytes[i + 1])
            continue;
        bytes[i] = bytes[i + 1];
        bytes[i + 1] = left;
        if (swaps > 1) {
            look_at_parts(f, 1);
            look_swapped(f, bytes, swaps - 1);
        } else
            look_up_whole(f);
        bytes[i + 1] = bytes[i];
        bytes[i] = left;
    }
}

void near_names_find(const struct gazetteer *g, const struct near_names *near, struct span folded,
                     near_visit *visit, void *context)
{
    if (!is_plain(folded))
        return;
    struct finding f = {.gazetteer = g, .near = near, .folded = folded, .visit = visit, .context = context};
    unsigned most = folded.length >= NEAR_SHORTEST_TWICE ? 2 : 1;
    for (f.slips = 1; f.slips <= most && !f.is_found; f.slips++) {
        char bytes[NEAR_LONGEST];
        f.probe = folded;
        look_at_parts(&f, f.slips);
        memcpy(bytes, folded.at, folded.length);
        look_swapped(&f, bytes, f.slips);
    }
}
