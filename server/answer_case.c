/* Answers that read the case. */
#include "answers.h"
#include "server.h"

#include "routes.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define HEAD_BYTES 160

/* Asks the case with a handle of the door's. */
typedef enum bowline_status ask_function(struct bowline_case *handle, const struct exchange *x,
                                         struct bowline_text *json, struct bowline_error *err);

/* How many records an answer is about: as its head says, else one. */
static uint64_t records_of(const struct bowline_text *json)
{
    static const char key[] = "\"records\": ";
    const char *at = strstr(json->data, key);
    return at && at - json->data < HEAD_BYTES ? strtoull(at + sizeof key - 1, NULL, 10) : 1;
}

/* What names a thing of the case goes to the log; lists, words that were searched for and values do not. */
static void note_answer(struct exchange *x, const struct bowline_text *json)
{
    char number[16];
    struct consulted *consulted = &x->server->consulted;
    const char *a = exchange_query(x, "a");
    const char *b = exchange_query(x, "b");
    if (x->route->consults && x->number) {
        snprintf(number, sizeof number, "%u", x->number);
        consulted_add(consulted, x->route->consults, number, records_of(json));
    } else if (x->route->consults && a && b) {
        consulted_add(consulted, x->route->consults, a, 1);
        consulted_add(consulted, x->route->consults, b, 1);
    } else if (x->route->consults && exchange_query(x, "name")) {
        consulted_add(consulted, x->route->consults, exchange_query(x, "name"), 1);
    } else if (x->route->consults) {
        consulted_add(consulted, "", x->route->consults, 0);
    }
}

static enum bowline_status ask_case(struct exchange *x, ask_function *ask, struct bowline_error *err)
{
    struct case_visit visit;
    struct bowline_text json = {NULL, 0};
    enum bowline_status status = case_door_begin(&x->server->door, &visit, err);
    if (status != BOWLINE_OK)
        return status;
    status = ask(visit.handle, x, &json, err);
    case_door_end(&x->server->door, &visit);
    if (status == BOWLINE_OK)
        note_answer(x, &json);
    return status == BOWLINE_OK ? exchange_text_answer(x, &json, err) : status;
}

/* A view that takes nothing, or the number of the path. */
#define ANSWER_PLAIN(name, call)                                                                             \
    static enum bowline_status ask_##name(struct bowline_case *handle, const struct exchange *x,             \
                                          struct bowline_text *json, struct bowline_error *err)              \
    {                                                                                                        \
        (void)x;                                                                                             \
        return call(handle, json, err);                                                                      \
    }                                                                                                        \
    enum bowline_status answer_##name(struct exchange *x, struct bowline_error *err)                         \
    {                                                                                                        \
        return ask_case(x, ask_##name, err);                                                                 \
    }

#define ANSWER_NUMBERED(name, call)                                                                          \
    static enum bowline_status ask_##name(struct bowline_case *handle, const struct exchange *x,             \
                                          struct bowline_text *json, struct bowline_error *err)              \
    {                                                                                                        \
        return call(handle, x->number, json, err);                                                           \
    }                                                                                                        \
    enum bowline_status answer_##name(struct exchange *x, struct bowline_error *err)                         \
    {                                                                                                        \
        return ask_case(x, ask_##name, err);                                                                 \
    }

/* A view of one thing that a parameter names. */
#define ANSWER_NAMED(name, parameter, call)                                                                  \
    static enum bowline_status ask_##name(struct bowline_case *handle, const struct exchange *x,             \
                                          struct bowline_text *json, struct bowline_error *err)              \
    {                                                                                                        \
        const char *text;                                                                                    \
        enum bowline_status status = exchange_need(x, parameter, &text, err);                                \
        return status == BOWLINE_OK ? call(handle, text, json, err) : status;                                \
    }                                                                                                        \
    enum bowline_status answer_##name(struct exchange *x, struct bowline_error *err)                         \
    {                                                                                                        \
        return ask_case(x, ask_##name, err);                                                                 \
    }

/* A view of two records. */
#define ANSWER_PAIR(name, call)                                                                              \
    static enum bowline_status ask_##name(struct bowline_case *handle, const struct exchange *x,             \
                                          struct bowline_text *json, struct bowline_error *err)              \
    {                                                                                                        \
        const char *a;                                                                                       \
        const char *b;                                                                                       \
        enum bowline_status status = exchange_need(x, "a", &a, err);                                         \
        if (status == BOWLINE_OK)                                                                            \
            status = exchange_need(x, "b", &b, err);                                                         \
        return status == BOWLINE_OK ? call(handle, a, b, json, err) : status;                                \
    }                                                                                                        \
    enum bowline_status answer_##name(struct exchange *x, struct bowline_error *err)                         \
    {                                                                                                        \
        return ask_case(x, ask_##name, err);                                                                 \
    }

ANSWER_PLAIN(decisions, bowline_case_decisions)
ANSWER_PLAIN(stages, bowline_stages)
ANSWER_PLAIN(log, bowline_case_log)
ANSWER_NUMBERED(network, bowline_case_network)
ANSWER_NUMBERED(chart, bowline_case_chart)
ANSWER_NUMBERED(entity, bowline_case_entity)
ANSWER_NUMBERED(template, bowline_case_template)
ANSWER_NAMED(record, "name", bowline_case_record)
ANSWER_NAMED(identifier, "value", bowline_case_identifier)
ANSWER_PAIR(why, bowline_case_why)
ANSWER_PAIR(why_not, bowline_case_why_not)

enum bowline_status answer_summary(struct exchange *x, struct bowline_error *err)
{
    char *copy = NULL;
    enum bowline_status status = overview_get(&x->server->overview, &x->server->door, &copy, err);
    if (status != BOWLINE_OK)
        return status;
    consulted_add(&x->server->consulted, "", x->route->consults, 0);
    return exchange_copy_answer(x, copy, err);
}

static enum bowline_status ask_networks(struct bowline_case *handle, const struct exchange *x,
                                        struct bowline_text *json, struct bowline_error *err)
{
    unsigned rows;
    const char *text = exchange_query(x, "first");
    char *end = NULL;
    unsigned long first = text && *text >= '1' && *text <= '9' ? strtoul(text, &end, 10) : 1;
    enum bowline_status status = exchange_rows(x, &rows, err);
    if (status == BOWLINE_OK && ((text && (!end || *end)) || first > UINT32_MAX))
        status = exchange_fail(err, BOWLINE_ERROR_ARGUMENT, "first is not the number of a network");
    return status == BOWLINE_OK ? bowline_case_networks(handle, (uint32_t)first, rows, json, err) : status;
}

enum bowline_status answer_networks(struct exchange *x, struct bowline_error *err)
{
    return ask_case(x, ask_networks, err);
}

static enum bowline_status ask_search(struct bowline_case *handle, const struct exchange *x,
                                      struct bowline_text *json, struct bowline_error *err)
{
    unsigned rows;
    const char *words;
    enum bowline_status status = exchange_rows(x, &rows, err);
    if (status == BOWLINE_OK)
        status = exchange_need(x, "words", &words, err);
    return status == BOWLINE_OK ? bowline_case_search(handle, words, rows, json, err) : status;
}

enum bowline_status answer_search(struct exchange *x, struct bowline_error *err)
{
    return ask_case(x, ask_search, err);
}

static enum bowline_status ask_review(struct bowline_case *handle, const struct exchange *x,
                                      struct bowline_text *json, struct bowline_error *err)
{
    unsigned rows;
    enum bowline_status status = exchange_rows(x, &rows, err);
    return status == BOWLINE_OK ? bowline_case_review(handle, rows, json, err) : status;
}

enum bowline_status answer_review(struct exchange *x, struct bowline_error *err)
{
    return ask_case(x, ask_review, err);
}
