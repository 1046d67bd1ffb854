/* How alike two short strings are. */
#include "links/similarity.h"

static struct span shorten(struct span s)
{
    if (s.length > SIMILARITY_LONGEST)
        s.length = SIMILARITY_LONGEST;
    return s;
}

/* Marks, as sets of bits, the bytes of a and b that are matched within Jaro's window. */
static unsigned match_bytes(struct span a, struct span b, uint64_t *of_a, uint64_t *of_b)
{
    size_t longest = a.length > b.length ? a.length : b.length;
    size_t reach = longest / 2 ? longest / 2 - 1 : 0;
    unsigned matches = 0;
    for (size_t i = 0; i < a.length; i++) {
        size_t end = i + reach + 1 < b.length ? i + reach + 1 : b.length;
        for (size_t j = i > reach ? i - reach : 0; j < end; j++) {
            if (a.at[i] != b.at[j] || *of_b >> j & 1)
                continue;
            *of_a |= UINT64_C(1) << i;
            *of_b |= UINT64_C(1) << j;
            matches++;
            break;
        }
    }
    return matches;
}

static unsigned out_of_order(struct span a, struct span b, uint64_t of_a, uint64_t of_b)
{
    unsigned count = 0;
    size_t j = 0;
    for (size_t i = 0; i < a.length; i++) {
        if (!(of_a >> i & 1))
            continue;
        while (!(of_b >> j & 1))
            j++;
        count += a.at[i] != b.at[j++];
    }
    return count;
}

double similarity_jaro_winkler(struct span a, struct span b)
{
    a = shorten(a);
    b = shorten(b);
    if (!a.length || !b.length)
        return a.length == b.length;
    uint64_t of_a = 0;
    uint64_t of_b = 0;
    double m = match_bytes(a, b, &of_a, &of_b);
    if (m < 1)
        return 0;
    double t = out_of_order(a, b, of_a, of_b) / 2.0;
    double jaro = (m / (double)a.length + m / (double)b.length + (m - t) / m) / 3;
    size_t prefix = 0;
    while (prefix < 4 && prefix < a.length && prefix < b.length && a.at[prefix] == b.at[prefix])
        prefix++;
    return jaro + 0.1 * (double)prefix * (1 - jaro);
}

static unsigned least(unsigned a, unsigned b)
{
    return a < b ? a : b;
}

/* What the two begin and end with alike costs nothing. */
static void strip_common(struct span *a, struct span *b)
{
    while (a->length && b->length && a->at[0] == b->at[0])
        a->at++, b->at++, a->length--, b->length--;
    while (a->length && b->length && a->at[a->length - 1] == b->at[b->length - 1])
        a->length--, b->length--;
}

static unsigned fill_rows(struct span a, struct span b, unsigned most)
{
    unsigned rows[3][SIMILARITY_LONGEST + 1];
    for (unsigned j = 0; j <= b.length; j++)
        rows[0][j] = j;
    for (unsigned i = 1; i <= a.length; i++) {
        unsigned *now = rows[i % 3];
        const unsigned *above = rows[(i + 2) % 3];
        const unsigned *two_above = rows[(i + 1) % 3];
        unsigned best = now[0] = i;
        for (unsigned j = 1; j <= b.length; j++) {
            unsigned same = a.at[i - 1] == b.at[j - 1] ? 0 : 1;
            now[j] = least(least(above[j], now[j - 1]) + 1, above[j - 1] + same);
            if (i > 1 && j > 1 && a.at[i - 1] == b.at[j - 2] && a.at[i - 2] == b.at[j - 1])
                now[j] = least(now[j], two_above[j - 2] + 1);
            best = least(best, now[j]);
        }
        if (best > most)
            return most + 1;
    }
    return least(rows[a.length % 3][b.length], most + 1);
}

unsigned similarity_slips(struct span a, struct span b, unsigned most)
{
    a = shorten(a);
    b = shorten(b);
    if (a.length > b.length + most || b.length > a.length + most)
        return most + 1;
    strip_common(&a, &b);
    if (!a.length || !b.length)
        return (unsigned)(a.length + b.length);
    if (a.length == 1 && b.length == 1)
        return most ? 1 : most + 1;
    bool swapped = a.length == 2 && b.length == 2 && a.at[0] == b.at[1] && a.at[1] == b.at[0];
    if (most == 1)
        return swapped ? 1 : 2;
    return fill_rows(a, b, most);
}
