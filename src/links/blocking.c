/* Which pairs are worth comparing. */
#include "links/blocking.h"

#include "links/compare.h"
#include "links/profiles.h"

#include "graph/union_find.h"

#include "base/hash.h"
#include "base/memory.h"
#include "base/sort.h"

#define SMALL_BLOCK 200 /* records up to which even a weak value makes pairs */
#define EDGE_BYTES  3   /* first and last bytes of a word that stand in for it where it is mistyped */

void pair_list_release(struct pair_list *list)
{
    memory_free(list->pairs);
    *list = (struct pair_list){0};
}

bool pair_list_add(struct pair_list *list, mention_id a, mention_id b)
{
    if (!memory_reserve(&list->pairs, &list->capacity, list->count + 1, SIZE_MAX / sizeof *list->pairs))
        return false;
    uint64_t low = a < b ? a : b;
    uint64_t high = a < b ? b : a;
    list->pairs[list->count++] = low << 32 | high;
    return true;
}

bool pair_list_unique(struct pair_list *list)
{
    if (!sort_keys(list->pairs, list->count))
        return false;
    size_t kept = 0;
    for (size_t i = 0; i < list->count; i++)
        if (!i || list->pairs[i] != list->pairs[i - 1])
            list->pairs[kept++] = list->pairs[i];
    list->count = kept;
    return true;
}

/* The two parties of one payment or call are two; so are those of one stay unless a value says otherwise. */
bool blocking_may_pair(const struct mention_table *mentions, mention_id a, mention_id b)
{
    const struct mention *x = &mentions->mentions[a];
    const struct mention *y = &mentions->mentions[b];
    return x->record != y->record && x->is_protected == y->is_protected;
}

/* Pairs each holder with those that follow it. Of those that stronger values have linked already, one will
 * do. */
static bool pair_holders(const struct blocking_values *b, value_id v, uint32_t *linked, struct pair_list *out)
{
    const mention_id *holders = b->holdings->holders + b->holdings->first_holder[v];
    uint64_t count = b->holdings->first_holder[v + 1] - b->holdings->first_holder[v];
    uint64_t reach = 4 * (uint64_t)b->window;
    for (uint64_t i = 0; i < count; i++) {
        uint32_t paired = 0;
        uint32_t repeated = 0;
        uint64_t end = count - i > reach ? i + 1 + reach : count;
        for (uint64_t j = i + 1; j < end && paired < b->window; j++) {
            if (!blocking_may_pair(b->in->mentions, holders[i], holders[j]))
                continue;
            bool again = union_find_root(linked, holders[i]) == union_find_root(linked, holders[j]);
            if (again && repeated)
                continue;
            repeated += again;
            paired++;
            if (!pair_list_add(out, holders[i], holders[j]))
                return false;
        }
        out->cut += count - 1 - i - paired;
    }
    return true;
}

/* After its pairs are made, a value that links two by itself counts as having linked its holders. */
static void link_holders(const struct blocking_values *b, value_id v, uint32_t *linked)
{
    const struct holdings *h = b->holdings;
    mention_id first[2] = {0, 0};
    for (uint64_t i = h->first_holder[v]; i < h->first_holder[v + 1]; i++) {
        mention_id *same_side = &first[b->in->mentions->mentions[h->holders[i]].is_protected ? 1 : 0];
        *same_side = *same_side ? union_find_join(linked, *same_side, h->holders[i]) : h->holders[i];
    }
}

bool blocking_leaves_out(uint64_t holders, millibits bits, millibits least_worth)
{
    return holders > SMALL_BLOCK && bits < least_worth;
}

/* The least key of a value's holders: it does not hang on the order of rows, as its number does. */
static uint64_t least_key(const struct holdings *h, value_id v)
{
    uint64_t least = UINT64_MAX;
    for (uint64_t i = h->first_holder[v]; i < h->first_holder[v + 1]; i++)
        least = h->keys[h->holders[i]] < least ? h->keys[h->holders[i]] : least;
    return hash_mix(least + (h->first_holder[v + 1] - h->first_holder[v]));
}

/* The values with most bits first, then by key. */
static struct sort_pair *strongest_first(const struct blocking_values *b)
{
    struct sort_pair *order = memory_new(b->holdings->values, sizeof *order);
    for (value_id v = 1; order && v <= b->holdings->values; v++)
        order[v - 1] = (struct sort_pair){least_key(b->holdings, v), v};
    bool ok = order && sort_pairs(order, b->holdings->values);
    for (uint32_t i = 0; ok && i < b->holdings->values; i++)
        order[i].key = (uint64_t)(2 * BITS_MOST - b->ownership[order[i].value].bits);
    if (ok && sort_pairs(order, b->holdings->values))
        return order;
    memory_free(order);
    return NULL;
}

bool blocking_by_values(const struct blocking_values *b, struct pair_list *out)
{
    size_t mentions = (size_t)b->in->mentions->count + 1;
    struct sort_pair *order = strongest_first(b);
    uint32_t *linked = memory_new(mentions, sizeof *linked);
    bool ok = order && linked;
    if (ok)
        union_find_init(linked, mentions);
    for (uint32_t i = 0; ok && i < b->holdings->values; i++) {
        value_id v = (value_id)order[i].value;
        uint64_t count = b->holdings->first_holder[v + 1] - b->holdings->first_holder[v];
        if (blocking_leaves_out(count, b->ownership[v].bits, b->least_worth)) {
            out->cut += count * (count - 1) / 2;
            continue;
        }
        ok = pair_holders(b, v, linked, out);
        if (b->ownership[v].bits >= b->links_alone)
            link_holders(b, v, linked);
    }
    memory_free(order);
    memory_free(linked);
    return ok;
}

unsigned blocking_fixed(enum blocking_rule rule)
{
    static const unsigned fixed[RULE_COUNT] = {
        [RULE_NAME] = 1u << FIELD_NAME,
        [RULE_BORN] = 1u << FIELD_BORN,
        [RULE_POSTCODE] = 1u << FIELD_POSTCODE | 1u << FIELD_PLACE,
        [RULE_ADDRESS] = 1u << FIELD_ADDRESS | 1u << FIELD_POSTCODE | 1u << FIELD_PLACE,
        [RULE_NAME_YEAR] = 1u << FIELD_NAME | 1u << FIELD_BORN,
        [RULE_NAME_AREA] = 1u << FIELD_NAME | 1u << FIELD_POSTCODE | 1u << FIELD_PLACE,
        [RULE_NAME_PLACE] = 1u << FIELD_NAME | 1u << FIELD_POSTCODE | 1u << FIELD_PLACE,
        [RULE_NAME_DAY] = 1u << FIELD_NAME | 1u << FIELD_BORN,
        [RULE_NAME_ATTRIBUTE] = 1u << FIELD_NAME | 1u << FIELD_ATTRIBUTE,
        [RULE_YEAR_PLACE] = 1u << FIELD_BORN | 1u << FIELD_POSTCODE | 1u << FIELD_PLACE,
    };
    return fixed[rule];
}

/* Keys of one rule, in the canonical order of their mentions. */
struct key_list {
    struct sort_pair *keys; /* hash, mention */
    size_t count, capacity;
    mention_id mention;
    uint64_t seed; /* rule, class, protection: what must not mix */
};

static bool add_key(struct key_list *list, uint64_t part, uint64_t other)
{
    if (!memory_reserve(&list->keys, &list->capacity, list->count + 1, SIZE_MAX / sizeof *list->keys))
        return false;
    uint64_t key = hash_mix(hash_mix(part + list->seed) + other);
    list->keys[list->count++] = (struct sort_pair){key, list->mention};
    return true;
}

/* Each word with `other`: whole, by its first bytes and by its last ones. */
static bool add_word_keys(struct key_list *list, const struct portrait_table *t, uint32_t name,
                          uint64_t other)
{
    for (unsigned i = 0; name && i < t->names[name].count; i++) {
        struct span word = intern_get(&t->token_set.strings, t->names[name].tokens[i]);
        if (word.length < EDGE_BYTES)
            continue;
        uint64_t first = hash_bytes(word.at, EDGE_BYTES, 1);
        uint64_t last = hash_bytes(word.at + word.length - EDGE_BYTES, EDGE_BYTES, 2);
        if (!add_key(list, first, other) || !add_key(list, last, other) ||
            !add_key(list, hash_bytes(word.at, word.length, 3), other))
            return false;
    }
    return true;
}

static bool add_name_keys(struct key_list *list, const struct portrait_table *t, const struct portrait *p,
                          uint64_t other)
{
    return !other || (add_word_keys(list, t, p->name, other) && add_word_keys(list, t, p->alias, other));
}

static bool add_id_key(struct key_list *list, uint64_t id, uint64_t other)
{
    return !id || !other || add_key(list, id, other);
}

static uint64_t day_of(const struct portrait_table *t, uint32_t born)
{
    struct birth b = born ? t->births[born] : (struct birth){0};
    return b.month && b.day && (b.month != 1 || b.day != 1) ? b.month * 100u + b.day : 0;
}

static bool add_rule_keys(struct key_list *list, const struct portrait_table *t, const struct portrait *p,
                          enum blocking_rule rule)
{
    uint32_t year = p->born ? t->years[p->born] : 0;
    switch (rule) {
    case RULE_NAME:
        return add_id_key(list, p->name ? t->names[p->name].sorted : 0, 1) &&
               add_id_key(list, p->alias ? t->names[p->alias].sorted : 0, 1);
    case RULE_BORN: return add_id_key(list, day_of(t, p->born) ? p->born : 0, 1);
    case RULE_POSTCODE: return add_id_key(list, p->postcode, 1);
    case RULE_ADDRESS: return add_id_key(list, p->address, 1);
    case RULE_NAME_YEAR: return add_name_keys(list, t, p, year);
    case RULE_NAME_AREA: return add_name_keys(list, t, p, p->postcode ? t->areas[p->postcode] : 0);
    case RULE_NAME_PLACE: return add_name_keys(list, t, p, p->place);
    case RULE_NAME_DAY: return add_name_keys(list, t, p, day_of(t, p->born));
    case RULE_NAME_ATTRIBUTE: return add_name_keys(list, t, p, p->attribute);
    case RULE_YEAR_PLACE: return add_id_key(list, year, p->place);
    case RULE_COUNT: break;
    }
    return true;
}

static bool pair_keys(const struct blocking_portraits *b, const struct key_list *list, struct pair_list *out)
{
    for (size_t begin = 0, end; begin < list->count; begin = end) {
        for (end = begin + 1; end < list->count && list->keys[end].key == list->keys[begin].key;)
            end++;
        for (size_t i = begin; i < end; i++) {
            size_t last = end - i - 1 > b->window ? i + b->window : end - 1;
            out->cut += end - 1 - last;
            for (size_t j = i + 1; j <= last; j++) {
                mention_id x = (mention_id)list->keys[i].value;
                mention_id y = (mention_id)list->keys[j].value;
                if (blocking_may_pair(b->in->mentions, x, y) && !pair_list_add(out, x, y))
                    return false;
            }
        }
    }
    return pair_list_unique(out);
}

/* The keys of one portrait; none where a rule says nothing of it. */
static bool add_portrait_keys(const struct blocking_portraits *b, const struct portrait *p,
                              enum blocking_rule rule, struct key_list *list)
{
    if (p->class == CLASS_ADVERT && !p->born && !p->postcode && !p->address)
        return true;
    list->mention = p->mention;
    list->seed = hash_mix((uint64_t)rule << 8 | (p->class == CLASS_HOUSE ? 2u : 0u) |
                          b->in->mentions->mentions[p->mention].is_protected);
    return add_rule_keys(list, b->portraits, p, rule);
}

bool blocking_by_rule(const struct blocking_portraits *b, enum blocking_rule rule, struct pair_list *out)
{
    struct key_list list = {0};
    bool ok = true;
    out->count = 0;
    for (uint32_t i = 0; ok && i < b->profiles->count; i++)
        ok = add_portrait_keys(b, &b->portraits->portraits[b->profiles->order[i]], rule, &list);
    ok = ok && sort_pairs(list.keys, list.count) && pair_keys(b, &list, out);
    memory_free(list.keys);
    return ok;
}

static bool has_common_key(const struct key_list *x, const struct key_list *y)
{
    for (size_t i = 0; i < x->count; i++)
        for (size_t j = 0; j < y->count; j++)
            if (x->keys[i].key == y->keys[j].key)
                return true;
    return false;
}

bool blocking_shared_rules(const struct blocking_portraits *b, portrait_id x, portrait_id y, unsigned *rules)
{
    bool ok = true;
    *rules = 0;
    for (unsigned rule = 0; ok && rule < RULE_COUNT; rule++) {
        struct key_list lists[2] = {{0}, {0}};
        ok = add_portrait_keys(b, &b->portraits->portraits[x], (enum blocking_rule)rule, &lists[0]) &&
             add_portrait_keys(b, &b->portraits->portraits[y], (enum blocking_rule)rule, &lists[1]);
        if (ok && has_common_key(&lists[0], &lists[1]))
            *rules |= 1u << rule;
        memory_free(lists[0].keys);
        memory_free(lists[1].keys);
    }
    return ok;
}

const char *blocking_rule_name(enum blocking_rule rule)
{
    static const char *const names[RULE_COUNT] = {[RULE_NAME] = "name",
                                                  [RULE_BORN] = "date of birth",
                                                  [RULE_POSTCODE] = "postcode",
                                                  [RULE_ADDRESS] = "address",
                                                  [RULE_NAME_YEAR] = "part of the name and year of birth",
                                                  [RULE_NAME_AREA] =
                                                      "part of the name and area of the postcode",
                                                  [RULE_NAME_PLACE] = "part of the name and place",
                                                  [RULE_NAME_DAY] = "part of the name and day of birth",
                                                  [RULE_NAME_ATTRIBUTE] = "part of the name and attribute",
                                                  [RULE_YEAR_PLACE] = "year of birth and place"};
    return names[rule];
}
