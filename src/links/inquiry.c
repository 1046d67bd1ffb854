/* What became of one pair of mentions while links were made. */
#include "links/inquiry.h"

static bool was_compared(const struct pair_list *pairs, mention_id a, mention_id b)
{
    uint64_t pair = (uint64_t)a << 32 | b;
    size_t low = 0;
    size_t high = pairs->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (pairs->pairs[middle] < pair)
            low = middle + 1;
        else
            high = middle;
    }
    return low < pairs->count && pairs->pairs[low] == pair;
}

static bool was_kept(const struct link_table *links, mention_id a, mention_id b)
{
    size_t low = 0;
    size_t high = links->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct link *l = &links->links[middle];
        if (l->a < a || (l->a == a && l->b < b))
            low = middle + 1;
        else
            high = middle;
    }
    return low < links->count && links->links[low].a == a && links->links[low].b == b;
}

static uint32_t place_among(const struct holdings *h, value_id v, mention_id m)
{
    uint64_t at = h->first_holder[v];
    while (at < h->first_holder[v + 1] && h->holders[at] != m)
        at++;
    return (uint32_t)(at - h->first_holder[v]);
}

static void add_shared(const struct inquiry_context *c, value_id v, struct link_inquiry *out)
{
    const struct holdings *h = c->scorer->holdings;
    uint32_t records = (uint32_t)(h->first_holder[v + 1] - h->first_holder[v]);
    uint32_t a = place_among(h, v, out->a);
    uint32_t b = place_among(h, v, out->b);
    millibits bits = c->scorer->ownership[v].bits;
    if (out->value_count == INQUIRY_VALUES) {
        out->values_left_out++;
        return;
    }
    out->values[out->value_count++] =
        (struct shared_value){.value = v > h->identifiers ? v - h->identifiers : v,
                              .is_template = v > h->identifiers,
                              .is_common = blocking_leaves_out(records, bits, c->options->least_worth),
                              .records = records,
                              .apart = a > b ? a - b : b - a,
                              .bits = bits};
}

static void find_shared(const struct inquiry_context *c, struct link_inquiry *out)
{
    const struct holdings *h = c->scorer->holdings;
    uint64_t i = h->first[out->a];
    uint64_t j = h->first[out->b];
    while (i < h->first[out->a + 1] && j < h->first[out->b + 1]) {
        if (h->held[i] == h->held[j])
            add_shared(c, h->held[i], out);
        bool is_below = h->held[i] <= h->held[j];
        j += h->held[j] <= h->held[i];
        i += is_below;
    }
}

enum bowline_status inquiry_answer(const struct inquiry_context *context, struct link_inquiry *inquiry,
                                   struct bowline_error *err)
{
    const struct pair_scorer *s = context->scorer;
    const struct blocking_portraits portraits = {.in = s->in, .portraits = s->portraits};
    mention_id a = inquiry->a < inquiry->b ? inquiry->a : inquiry->b;
    mention_id b = inquiry->a < inquiry->b ? inquiry->b : inquiry->a;
    portrait_id x = s->portraits->of_mention[a];
    portrait_id y = s->portraits->of_mention[b];
    *inquiry = (struct link_inquiry){.a = a,
                                     .b = b,
                                     .may_pair = blocking_may_pair(s->in->mentions, a, b),
                                     .is_compared = was_compared(context->pairs, a, b),
                                     .is_kept = was_kept(context->links, a, b),
                                     .window = context->options->window,
                                     .portrait_window = context->options->portrait_window};
    find_shared(context, inquiry);
    pair_score(s, a, b, &inquiry->score);
    if (x && y && !blocking_shared_rules(&portraits, x, y, &inquiry->rules))
        return error_memory(err);
    return BOWLINE_OK;
}
