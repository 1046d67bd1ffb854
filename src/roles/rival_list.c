/* Rivals: sentences from counts. A half, and twice as many, are where a sentence begins to speak; the reader
 * sees the numbers. */
#include "roles/rival_list.h"

#include "base/memory.h"

struct writer {
    struct rival_list *out;
    uint32_t network;
    enum rival rival;
    bool ok;
};

void rival_list_release(struct rival_list *list)
{
    memory_free(list->points);
    buffer_release(&list->pool);
    *list = (struct rival_list){0};
}

const char *rival_title(enum rival rival)
{
    static const char *const titles[RIVAL_COUNT] = {
        "Organised exploitation", "Independent workers who share a phone, a driver or a flat",
        "An artefact of the data"};
    return titles[rival];
}

const char *rival_note(enum rival rival)
{
    static const char *const notes[RIVAL_COUNT] = {
        ("No count says that anybody is exploited: that takes a statement, an inspection, or a report that "
         "says so."),
        "A landlord, a driver, a hotel desk or a shared flat can look like this.",
        "A mistyped number or a reused account can look like this: check the example records."};
    return notes[rival];
}

/* A sentence that was appended to the pool from `begin` on. */
static void keep(struct writer *w, bool is_for, size_t begin)
{
    struct rival_list *list = w->out;
    w->ok = w->ok && memory_reserve(&list->points, &list->capacity, list->count + 1, UINT32_MAX);
    if (w->ok)
        list->points[list->count++] =
            (struct rival_point){.network = w->network,
                                 .rival = (uint8_t)w->rival,
                                 .is_for = is_for,
                                 .text = {begin, (uint32_t)(list->pool.length - begin)}};
}

#define say(w, is_for, ...)                                                                                  \
    do {                                                                                                     \
        size_t begin_of_sentence = (w)->out->pool.length;                                                    \
        buffer_format(&(w)->out->pool, __VA_ARGS__);                                                         \
        keep(w, is_for, begin_of_sentence);                                                                  \
    } while (false)

static bool is_half(uint32_t part, uint32_t whole)
{
    return whole > 0 && (uint64_t)part * 2 >= whole;
}

static const char *s(uint32_t count)
{
    return count == 1 ? "" : "s";
}

static void say_organised(struct writer *w, const struct network_facts *f)
{
    w->rival = RIVAL_ORGANISED;
    if (f->payments)
        say(w, true, "%u payment%s between members are known; %u of them went to one member.", f->payments,
            s(f->payments), f->paid_most);
    if (f->collectors)
        say(w, true, "%u member%s %s paid through an account that several pay into and that passes it on.",
            f->collectors, s(f->collectors), f->collectors == 1 ? "is" : "are");
    if (is_half(f->stays_for_others, f->stays))
        say(w, true, "%u of %u stays that members booked are for a guest of another name.",
            f->stays_for_others, f->stays);
    if (f->answering && !is_half(f->self_reliant, f->answering))
        say(w, true, "Of %u members who answer ads, only %u also book or pay: the work is divided.",
            f->answering, f->self_reliant);
    if (f->tie_kinds > 1)
        say(w, true, "%u kinds of tie point the same way, with %.1f bits together.", f->tie_kinds,
            (double)f->bits / 1000);
    if (!f->payments)
        say(w, false, "No payment between members is known.");
    if (!f->collectors)
        say(w, false, "No account is known in which money is collected.");
    if (f->stays && !is_half(f->stays_for_others, f->stays))
        say(w, false, "%u of %u stays were booked under the guest's own name, or name no guest.",
            f->stays - f->stays_for_others, f->stays);
    if (is_half(f->self_reliant, f->answering))
        say(w, false, "Of %u members who answer ads, %u also book or pay for themselves.", f->answering,
            f->self_reliant);
}

static void say_independent(struct writer *w, const struct network_facts *f)
{
    w->rival = RIVAL_INDEPENDENT;
    if (f->shared)
        say(w, true, "%u record%s only show%s a shared address, person or contact.", f->shared, s(f->shared),
            f->shared == 1 ? "s" : "");
    if (is_half(f->self_reliant, f->answering))
        say(w, true, "Of %u members who answer ads, %u also book or pay for themselves.", f->answering,
            f->self_reliant);
    if (f->ads && !is_half(f->ads_most, f->ads))
        say(w, true, "No member answers half of the ads: the most are %u of %u.", f->ads_most, f->ads);
    if (!f->payments)
        say(w, true, "No money is known to pass between members.");
    if (f->deeds)
        say(w, false, "Money, calls or bookings pass between members in %u record%s.", f->deeds, s(f->deeds));
    if (is_half(f->paid_most, f->payments))
        say(w, false, "%u of %u payments between members went to one of them.", f->paid_most, f->payments);
    if (is_half(f->stays_for_others, f->stays))
        say(w, false, "%u of %u stays that members booked are for a guest of another name.",
            f->stays_for_others, f->stays);
    if (f->answering > 1 && is_half(f->ads_most, f->ads))
        say(w, false, "One member answers %u of %u ads.", f->ads_most, f->ads);
    if (!f->shared)
        say(w, false, "Nothing is merely shared: every tie is a deed.");
}

static void say_artefact(struct writer *w, const struct network_facts *f)
{
    w->rival = RIVAL_ARTEFACT;
    if (f->single)
        say(w, true, "%u of %u tie%s on a single record.", f->single, f->ties,
            f->ties == 1 ? " rests" : "s rest");
    if (f->loose)
        say(w, true, "%u of %u members hang%s on one tie of one record.", f->loose, f->members,
            f->loose == 1 ? "s" : "");
    if (f->resources == 1)
        say(w, true, "All records come from one table: an error in it would carry through.");
    if (f->duplicates)
        say(w, true, "%u of %u records stand twice in their table.", f->duplicates, f->records);
    if (f->resources > 1)
        say(w, false, "The records come from %u tables.", f->resources);
    if (f->single < f->ties)
        say(w, false, "%u of %u ties rest on more than one record.", f->ties - f->single, f->ties);
    if (!f->loose)
        say(w, false, "No member hangs on one tie of one record.");
}

enum bowline_status rival_list_build(const struct network_facts *facts, uint32_t networks,
                                     struct rival_list *out, struct bowline_error *err)
{
    struct writer w = {.out = out, .ok = true};
    *out = (struct rival_list){0};
    buffer_init(&out->pool, UINT32_MAX);
    for (uint32_t network = 1; network <= networks && w.ok; network++) {
        w.network = network;
        say_organised(&w, &facts[network]);
        say_independent(&w, &facts[network]);
        say_artefact(&w, &facts[network]);
    }
    if (w.ok && buffer_ok(&out->pool))
        return BOWLINE_OK;
    rival_list_release(out);
    return error_memory(err);
}
