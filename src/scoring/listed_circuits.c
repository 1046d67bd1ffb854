/* Listed circuits against true ones, owner by owner. */
#include "scoring/listed_circuits.h"

#include "base/memory.h"
#include "base/sort.h"

/* One true circuit: the rows of one owner and cycle. */
struct true_circuit {
    const struct circuit *first;
    int64_t begin, end;
    bool is_found;
};

static uint64_t owner_key(bool is_network, uint32_t owner)
{
    return (uint64_t)is_network << 32 | owner;
}

/* Whether b begins with a's place number `shift` and goes on as a does. */
static bool is_turned(const uint32_t *a, const uint32_t *b, size_t count, size_t shift)
{
    for (size_t i = 0; i < count; i++)
        if (a[(i + shift) % count] != b[i] || b[i] == 0)
            return false;
    return true;
}

static bool is_same_cycle(const uint32_t *a, size_t a_count, const uint32_t *b, size_t b_count)
{
    for (size_t shift = 0; a_count == b_count && shift < a_count; shift++)
        if (is_turned(a, b, a_count, shift))
            return true;
    return false;
}

static bool is_same_period(const struct true_circuit *t, const struct circuit_claim *claim)
{
    int64_t begin = t->begin > claim->begin ? t->begin : claim->begin;
    int64_t end = t->end < claim->end ? t->end : claim->end;
    int64_t from = t->begin < claim->begin ? t->begin : claim->begin;
    int64_t to = t->end > claim->end ? t->end : claim->end;
    return end > begin && (double)(end - begin) >= CIRCUIT_PERIOD_SHARE * (double)(to - from);
}

static void add_row(struct true_circuit *circuits, size_t *count, const struct circuit *row)
{
    for (size_t i = 0; i < *count; i++) {
        struct true_circuit *t = &circuits[i];
        if (!is_same_cycle(t->first->places, t->first->place_count, row->places, row->place_count))
            continue;
        t->begin = row->begin < t->begin ? row->begin : t->begin;
        t->end = row->end > t->end ? row->end : t->end;
        return;
    }
    circuits[(*count)++] = (struct true_circuit){row, row->begin, row->end, false};
}

static bool judge(struct true_circuit *circuits, size_t count, const struct circuit_claim *claim)
{
    for (size_t i = 0; i < count; i++)
        if (is_same_cycle(circuits[i].first->places, circuits[i].first->place_count, claim->places,
                          claim->place_count) &&
            is_same_period(&circuits[i], claim)) {
            circuits[i].is_found = true;
            return true;
        }
    return false;
}

struct judging {
    const struct circuit *truth;
    const struct circuit_claim *claims;
    struct sort_pair *rows, *stated; /* by owner */
    size_t row_count, stated_count;
    struct true_circuit *circuits; /* of one owner */
};

static bool judging_init(struct judging *j, size_t count, size_t claim_count)
{
    j->rows = memory_new(count, sizeof *j->rows);
    j->stated = memory_new(claim_count, sizeof *j->stated);
    j->circuits = memory_new(count, sizeof *j->circuits);
    if (!j->rows || !j->stated || !j->circuits)
        return false;
    for (size_t i = 0; i < count; i++) {
        const struct circuit *c = &j->truth[i];
        if (c->rounds >= CIRCUIT_ROUNDS)
            j->rows[j->row_count++] =
                (struct sort_pair){owner_key(c->network != 0, c->network ? c->network : c->entity), i};
    }
    for (size_t i = 0; i < claim_count; i++)
        if (j->claims[i].owner)
            j->stated[j->stated_count++] =
                (struct sort_pair){owner_key(j->claims[i].is_network, j->claims[i].owner), i};
    return sort_pairs(j->rows, j->row_count) && sort_pairs(j->stated, j->stated_count);
}

/* Rows begin .. end have one owner; *at: the first claim that may be the owner's. */
static void judge_owner(struct judging *j, size_t begin, size_t end, size_t *at, struct circuit_tally *tally)
{
    uint64_t owner = j->rows[begin].key;
    size_t count = 0;
    for (size_t i = begin; i < end; i++)
        add_row(j->circuits, &count, &j->truth[j->rows[i].value]);
    while (*at < j->stated_count && j->stated[*at].key < owner)
        ++*at;
    for (; *at < j->stated_count && j->stated[*at].key == owner; ++*at)
        tally->right += judge(j->circuits, count, &j->claims[j->stated[*at].value]);
    tally->truths += (uint32_t)count;
    for (size_t i = 0; i < count; i++)
        tally->found += j->circuits[i].is_found;
}

enum bowline_status score_listed_circuits(const struct circuit *truth, size_t count,
                                          const struct circuit_claim *claims, size_t claim_count,
                                          struct circuit_marks *out, struct bowline_error *err)
{
    struct judging j = {.truth = truth, .claims = claims};
    size_t at = 0;
    size_t end;
    *out = (struct circuit_marks){{0}, {0}};
    bool is_done = judging_init(&j, count, claim_count);
    for (size_t i = 0; i < claim_count; i++)
        (claims[i].is_network ? &out->networks : &out->others)->claims++;
    for (size_t begin = 0; is_done && begin < j.row_count; begin = end) {
        for (end = begin; end < j.row_count && j.rows[end].key == j.rows[begin].key; end++)
            ;
        judge_owner(&j, begin, end, &at, j.rows[begin].key >> 32 ? &out->networks : &out->others);
    }
    memory_free(j.rows);
    memory_free(j.stated);
    memory_free(j.circuits);
    return is_done ? BOWLINE_OK : error_memory(err);
}
