/* Making and withdrawing decisions. */
#include "decisions/decide.h"

#include "decisions/decide_names.h"
#include "decisions/decision_graph.h"

#include "base/intern.h"
#include "base/memory.h"
#include "store/audit_store.h"
#include "store/table_digest.h"

#include <time.h>

#define DECISIONS_MOST 1000000u
#define CHAIN_SHOWN    6 /* decisions of a chain that the message tells */

/* The decisions on records that stand, as edges between parties of records. */
struct standing {
    struct intern parties; /* resource, key and party as one text */
    struct decided_edge *edges;
    struct decision_row *rows; /* of each edge; texts in the view's arena */
    size_t count, edges_capacity, rows_capacity;
};

static void standing_release(struct standing *s)
{
    intern_release(&s->parties);
    memory_free(s->edges);
    memory_free(s->rows);
}

/* The node of a party of a record; 0-based. */
static uint32_t node_of(struct view *v, struct standing *s, const struct decision_side *side)
{
    struct span text = view_format(
        v, "%zu:%.*s%zu:%.*s%.*s", side->resource.length, (int)side->resource.length, side->resource.at,
        side->key.length, (int)side->key.length, side->key.at, (int)side->party.length, side->party.at);
    uint32_t id = v->status == BOWLINE_OK ? intern_put(&s->parties, text) : 1;
    if (!id)
        view_try(v, error_memory(v->err));
    return id ? id - 1 : 0;
}

static void keep_side(struct view *v, struct decision_side *side)
{
    side->resource = arena_copy(&v->arena, side->resource);
    side->key = arena_copy(&v->arena, side->key);
    side->party = arena_copy(&v->arena, side->party);
    if (!side->resource.at || !side->key.at || !side->party.at)
        view_try(v, error_memory(v->err));
}

static void add_edge(struct view *v, struct standing *s, struct decision_row row)
{
    if (!memory_reserve(&s->edges, &s->edges_capacity, s->count + 1, DECISIONS_MOST) ||
        !memory_reserve(&s->rows, &s->rows_capacity, s->count + 1, DECISIONS_MOST)) {
        view_try(v, error_memory(v->err));
        return;
    }
    bool is_same = span_equal(row.what, span_of("same"));
    keep_side(v, &row.a);
    keep_side(v, &row.b);
    if (v->status != BOWLINE_OK)
        return;
    s->edges[s->count] = (struct decided_edge){node_of(v, s, &row.a), node_of(v, s, &row.b), is_same};
    s->rows[s->count++] = row;
}

static void load_standing(struct view *v, struct standing *s)
{
    struct cursor c;
    struct decision_row row;
    intern_init(&s->parties);
    read_decisions(v->store, true, &c, v->err);
    while (v->status == BOWLINE_OK && next_decision(&c, &row))
        if (span_equal(row.what, span_of("same")) || span_equal(row.what, span_of("not-same")))
            add_edge(v, s, row);
    view_close(v, &c);
}

static struct span side_words(struct view *v, const struct decision_side *side)
{
    return view_format(v, "%.*s/%.*s (%.*s)", (int)side->resource.length, side->resource.at,
                       (int)side->key.length, side->key.at, (int)side->party.length, side->party.at);
}

static struct span pair_words(struct view *v, const struct decision_row *row)
{
    struct span a = side_words(v, &row->a);
    struct span b = side_words(v, &row->b);
    return view_format(v, "%.*s and %.*s", (int)a.length, a.at, (int)b.length, b.at);
}

/* "decision 3", or "this one". */
static struct span number_words(struct view *v, const struct standing *s, size_t edge)
{
    return edge < s->count ? view_format(v, "decision %u", s->rows[edge].decision) : span_of("this one");
}

static void say_contradiction(struct view *v, const struct standing *s, const struct decision_row *added,
                              const struct contradiction *found)
{
    struct span chain = span_of("");
    for (size_t i = 0; i < found->length && i < CHAIN_SHOWN; i++) {
        const struct decision_row *row = found->chain[i] < s->count ? &s->rows[found->chain[i]] : added;
        struct span pair = pair_words(v, row);
        struct span number = number_words(v, s, found->chain[i]);
        chain = view_format(v, "%.*s%s%.*s are the same by %.*s", (int)chain.length, chain.at, i ? ", " : "",
                            (int)pair.length, pair.at, (int)number.length, number.at);
    }
    if (found->length > CHAIN_SHOWN)
        chain =
            view_format(v, "%.*s, and so on over %zu decisions", (int)chain.length, chain.at, found->length);
    const struct decision_row *against = found->against < s->count ? &s->rows[found->against] : added;
    struct span pair = pair_words(v, against);
    struct span number = number_words(v, s, found->against);
    view_try(
        v,
        error_set(v->err, BOWLINE_ERROR_ARGUMENT,
                  "%s: this contradicts what was decided: %.*s; but %.*s are not the same by %.*s. Withdraw "
                  "one of them first, with \"decide CASE undo N\"",
                  store_path(v->store), (int)chain.length, chain.at, (int)pair.length, pair.at,
                  (int)number.length, number.at));
}

static void check_pair(struct view *v, const struct decision_row *added)
{
    struct standing s = {0};
    load_standing(v, &s);
    struct decided_edge edge = {node_of(v, &s, &added->a), node_of(v, &s, &added->b),
                                span_equal(added->what, span_of("same"))};
    struct contradiction found = {.chain = memory_new(s.count + 1, sizeof *found.chain)};
    const struct decision_graph graph = {s.edges, s.count, s.parties.count};
    if (!found.chain)
        view_try(v, error_memory(v->err));
    if (v->status == BOWLINE_OK && edge.a == edge.b)
        view_try(v, error_set(v->err, BOWLINE_ERROR_ARGUMENT,
                              "%s: both names stand for the same party of a record", store_path(v->store)));
    if (v->status == BOWLINE_OK && !span_equal(added->what, span_of("unsure")))
        view_try(v, decision_graph_check(&graph, edge, &found, v->err));
    if (v->status == BOWLINE_OK && found.is_found)
        say_contradiction(v, &s, added, &found);
    memory_free(found.chain);
    standing_release(&s);
}

static bool is_about_the_same(const struct decision_row *x, const struct decision_row *y)
{
    return span_equal(x->type, y->type) && span_equal(x->value, y->value);
}

/* A value has one decision at most that stands. */
static void check_value(struct view *v, const struct decision_row *added)
{
    struct cursor c;
    struct decision_row row;
    read_decisions(v->store, true, &c, v->err);
    while (v->status == BOWLINE_OK && next_decision(&c, &row))
        if (row.type.length && is_about_the_same(&row, added))
            view_try(v, error_set(v->err, BOWLINE_ERROR_ARGUMENT,
                                  "%s: decision %u says already that it is %.*s%s", store_path(v->store),
                                  row.decision, (int)row.what.length, row.what.at,
                                  span_equal(row.what, added->what)
                                      ? ""
                                      : ": withdraw that first, with \"decide CASE undo N\""));
    view_close(v, &c);
}

/* The row that has the number. Its spans live until the view ends. */
static json_t *stored_row(struct view *v, uint32_t number)
{
    struct cursor c;
    struct decision_row row;
    json_t *found = NULL;
    read_decisions(v->store, false, &c, v->err);
    while (v->status == BOWLINE_OK && !found && next_decision(&c, &row))
        if (row.decision == number)
            found = decision_row_json(v, &row);
    view_close(v, &c);
    return found;
}

/* The log's entry, by the decision's number: names and values stand in the decision alone. It commits to a
 * digest of all decisions, so that none can be changed unseen. */
static enum bowline_status log_row(struct view *v, const struct decision_row *row, uint32_t number)
{
    bool is_new = row->decision == 0;
    char state[DIGEST_HEX];
    if (!view_try(v, table_digest_small(v->store, "decision", state, v->err)))
        return v->status;
    struct span what = is_new ? row->what : span_of("undo");
    struct audit_entry entry = {
        .verb = AUDIT_ALTERATION,
        .command = "decide",
        .records = !is_new || row->type.length ? 0 : 2,
        .texts = {[AUDIT_OBJECT] = view_format(v, "decision %u", number),
                  [AUDIT_PARAMETERS] = view_format(v, "%.*s %s", (int)what.length, what.at, state),
                  [AUDIT_ACTOR] = is_new ? row->who : row->withdrawn_by,
                  [AUDIT_PURPOSE] = is_new ? row->reason : row->withdrawn_reason}};
    return v->status == BOWLINE_OK ? audit_append(v->store, &entry, v->err) : v->status;
}

/* Writes in one transaction: number 0 adds, else withdraws. */
static uint32_t write_row(struct view *v, const struct decision_row *row)
{
    uint32_t number = row->decision;
    if (v->status != BOWLINE_OK || !view_try(v, store_begin(v->store, v->err)))
        return 0;
    view_try(v, number ? decision_store_withdraw(v->store, row, v->err)
                       : decision_store_add(v->store, row, &number, v->err));
    if (v->status == BOWLINE_OK)
        view_try(v, log_row(v, row, number));
    if (v->status == BOWLINE_OK)
        view_try(v, store_commit(v->store, v->err));
    else
        store_undo(v->store);
    return number;
}

/* For writing, but only where the case is there: nothing is made. */
static enum bowline_status open_case(const char *path, struct reader *out, struct bowline_error *err)
{
    struct store *store = NULL;
    enum bowline_status status = store_open_change(path, &store, err);
    return status == BOWLINE_OK ? reader_attach(store, out, err) : status;
}

static bool is_on_records(const char *what)
{
    return strcmp(what, "same") == 0 || strcmp(what, "not-same") == 0 || strcmp(what, "unsure") == 0;
}

static enum bowline_status check_request(const struct bowline_decision *d, struct bowline_error *err)
{
    const char *what = d->what ? d->what : "";
    if (!is_on_records(what) && strcmp(what, "generic") != 0 && strcmp(what, "exclusive") != 0 &&
        strcmp(what, "compelled") != 0)
        return error_set(err, BOWLINE_ERROR_ARGUMENT,
                         "\"%s\" is none of same, not-same, unsure, generic, exclusive, compelled", what);
    if (!d->a || (is_on_records(what) ? !d->b : d->b != NULL))
        return error_set(err, BOWLINE_ERROR_ARGUMENT, "%s takes %s", what,
                         is_on_records(what)              ? "two records"
                         : strcmp(what, "compelled") == 0 ? "one record"
                                                          : "one value");
    if (!d->because || !span_trim(span_of(d->because)).length)
        return error_set(err, BOWLINE_ERROR_ARGUMENT, "a decision needs its reason");
    return BOWLINE_OK;
}

static void fill_row(struct view *v, const struct bowline_decision *d, struct decision_row *row,
                     json_t *notes)
{
    const struct decision_side none = {{"", 0}, {"", 0}, {"", 0}, {"", 0}};
    *row = (struct decision_row){.what = span_of(d->what),
                                 .a = none,
                                 .b = none,
                                 .type = span_of(""),
                                 .value = span_of(""),
                                 .reason = span_of(d->because),
                                 .who = span_of(d->who ? d->who : ""),
                                 .made = (int64_t)time(NULL),
                                 .withdrawn = TIME_NONE};
    if (strcmp(d->what, "compelled") == 0) {
        row->a = decide_side(v, d->a, notes);
        return;
    }
    if (!d->b) {
        decide_value(v, d->a, row);
        return;
    }
    row->a = decide_side(v, d->a, notes);
    if (v->status == BOWLINE_OK)
        row->b = decide_side(v, d->b, notes);
}

static struct span made_sentence(struct view *v, const struct decision_row *row, uint32_t number)
{
    if (row->type.length) {
        struct span value =
            span_equal(row->type, span_of("template"))
                ? view_format(v, "that %.*s/%.*s is written from", (int)row->a.resource.length,
                              row->a.resource.at, (int)row->a.key.length, row->a.key.at)
                : view_hide(v, row->value, row->is_hidden);
        return view_format(v, "Decision %u: the %.*s %.*s is %s.", number, (int)row->type.length,
                           row->type.at, (int)value.length, value.at,
                           span_equal(row->what, span_of("generic")) ? "used by many and worth nothing"
                                                                     : "one operator's own");
    }
    if (!row->b.resource.length) {
        struct span side = side_words(v, &row->a);
        return view_format(v,
                           "Decision %u: what was done in %.*s may have been compelled; no role counts it.",
                           number, (int)side.length, side.at);
    }
    struct span pair = pair_words(v, row);
    const char *says = span_equal(row->what, span_of("same"))       ? "have one operator"
                       : span_equal(row->what, span_of("not-same")) ? "have different operators"
                                                                    : "may or may not have one operator";
    return view_format(v, "Decision %u: %.*s %s.", number, (int)pair.length, pair.at, says);
}

static void put_answer(struct view *v, json_t *out, uint32_t number, struct span sentence)
{
    json_t *row = stored_row(v, number);
    bool is_pending = json_is_true(json_object_get(row, "pending"));
    bool is_standing = json_is_null(json_object_get(row, "withdrawn"));
    const char *next = "It changes nothing in the case.";
    if (is_pending)
        next = is_standing
                   ? "The next \"bowline run\" of the case keeps to it; until then nothing in it changes."
                   : "The next \"bowline run\" of the case forgets it; until then nothing in it changes.";
    view_put(v, out, "decision", row);
    view_put_text(v, out, "sentence", sentence);
    view_put_text(v, out, "next", span_of(next));
}

enum bowline_status decide_make(const char *path, const struct bowline_decision *decision,
                                struct bowline_text *json, struct bowline_error *err)
{
    struct reader reader;
    struct view v;
    struct decision_row row;
    enum bowline_status status = check_request(decision, err);
    if (status == BOWLINE_OK)
        status = open_case(path, &reader, err);
    if (status != BOWLINE_OK)
        return status;
    view_init(&v, &reader, err);
    json_t *out = view_object(&v);
    json_t *notes = view_array(&v);
    fill_row(&v, decision, &row, notes);
    if (v.status == BOWLINE_OK && row.type.length)
        check_value(&v, &row);
    else if (v.status == BOWLINE_OK && row.b.resource.length)
        check_pair(&v, &row);
    uint32_t number = write_row(&v, &row);
    if (v.status == BOWLINE_OK)
        put_answer(&v, out, number, made_sentence(&v, &row, number));
    view_put(&v, out, "notes", notes);
    status = view_finish(&v, out, json);
    reader_close(&reader);
    return status;
}

static void check_number(struct view *v, uint32_t number)
{
    json_t *row = stored_row(v, number);
    const char *state = json_string_value(json_object_get(row, "state"));
    if (v->status == BOWLINE_OK && !row)
        view_try(v, error_set(v->err, BOWLINE_ERROR_NOT_FOUND, "%s: there is no decision %u",
                              store_path(v->store), number));
    else if (v->status == BOWLINE_OK && state && strcmp(state, "withdrawn") == 0)
        view_try(v, error_set(v->err, BOWLINE_ERROR_ARGUMENT, "%s: decision %u was withdrawn already",
                              store_path(v->store), number));
    json_decref(row);
}

enum bowline_status decide_withdraw(const char *path, uint32_t number,
                                    const struct bowline_decision *decision, struct bowline_text *json,
                                    struct bowline_error *err)
{
    struct reader reader;
    struct view v;
    enum bowline_status status = open_case(path, &reader, err);
    if (status != BOWLINE_OK)
        return status;
    const struct decision_row row = {.decision = number,
                                     .withdrawn = (int64_t)time(NULL),
                                     .withdrawn_by = span_of(decision && decision->who ? decision->who : ""),
                                     .withdrawn_reason =
                                         span_of(decision && decision->because ? decision->because : "")};
    view_init(&v, &reader, err);
    json_t *out = view_object(&v);
    check_number(&v, number);
    write_row(&v, &row);
    if (v.status == BOWLINE_OK)
        put_answer(&v, out, number,
                   view_format(&v, "Decision %u is withdrawn; it stays in the list.", number));
    view_put(&v, out, "notes", view_array(&v));
    status = view_finish(&v, out, json);
    reader_close(&reader);
    return status;
}
