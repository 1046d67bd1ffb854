/* The table of routes. */
#include "routes.h"

#include "answers.h"

#include <stdio.h>
#include <string.h>

#define KIB 1024u

#define OPEN(path, purpose, answer)                                                                          \
    {                                                                                                        \
        "GET", path, purpose, ACCESS_OPEN, 0, 0, 0, false, NULL, answer                                      \
    }
#define READ(path, purpose, consults, answer)                                                                \
    {                                                                                                        \
        "GET", path, purpose, ACCESS_SESSION, 0, 0, 0, false, consults, answer                               \
    }
#define SLOW(path, purpose, consults, answer)                                                                \
    {                                                                                                        \
        "GET", path, purpose, ACCESS_SESSION, 0, 0, 0, true, consults, answer                                \
    }
#define LIST(path, purpose, usual, most, consults, answer)                                                   \
    {                                                                                                        \
        "GET", path, purpose, ACCESS_SESSION, 0, usual, most, false, consults, answer                        \
    }
#define FREE(path, purpose, answer)                                                                          \
    {                                                                                                        \
        "GET", path, purpose, ACCESS_SESSION, 0, 0, 0, false, NULL, answer                                   \
    }
#define POST(path, purpose, access, body, slow, answer)                                                      \
    {                                                                                                        \
        "POST", path, purpose, access, body, 0, 0, slow, NULL, answer                                        \
    }

const struct route routes[] = {
    OPEN("/", "the page", answer_page),
    OPEN("/app.js", "the page's program", answer_script),
    OPEN("/app.css", "the page's looks", answer_style),
    OPEN("/atlas.json", "borders, for maps", answer_atlas),
    OPEN("/licences.txt", "the licences of what the page is made of", answer_licences),
    OPEN("/api/openapi.json", "what this server answers, as OpenAPI 3.1", answer_openapi),
    POST("/api/session", "exchanges a token for a session", ACCESS_OPEN, KIB, false, answer_session),
    READ("/api/case", "the case as a whole", "case", answer_summary),
    LIST("/api/networks", "networks, most bits first", 50, 500, "networks", answer_networks),
    READ("/api/networks/{number}", "a network", "network", answer_network),
    READ("/api/networks/{number}/chart", "a network for drawing", "network", answer_chart),
    READ("/api/entities/{number}", "an entity", "entity", answer_entity),
    READ("/api/templates/{number}", "a template with its members", "template", answer_template),
    READ("/api/record", "a record", "", answer_record),
    READ("/api/identifier", "what else is tied to a value", "an identifier", answer_identifier),
    LIST("/api/search", "records with all the words", 50, 500, "a search", answer_search),
    READ("/api/why", "why two records are together", "", answer_why),
    SLOW("/api/why-not", "why two records are not together", "", answer_why_not),
    LIST("/api/review", "links to look at first", 30, 200, "review", answer_review),
    READ("/api/decisions", "what people decided", NULL, answer_decisions),
    POST("/api/decisions", "decides", ACCESS_SESSION, 16 * KIB, false, answer_decide),
    POST("/api/decisions/{number}/undo", "withdraws a decision", ACCESS_SESSION, 16 * KIB, false,
         answer_undo),
    POST("/api/reveal", "shows what a pseudonym stands for, once, to somebody who says why", ACCESS_SESSION,
         4 * KIB, true, answer_reveal),
    READ("/api/stages", "the stages and what is up to date", NULL, answer_stages),
    READ("/api/log", "what was done with the case", NULL, answer_log),
    FREE("/api/run", "where a run stands", answer_run_state),
    POST("/api/run", "brings the case up to date", ACCESS_SESSION, KIB, false, answer_run),
    POST("/api/exports", "writes the case out", ACCESS_SESSION, KIB, true, answer_export),
    FREE("/api/exports/{number}", "a file of an export", answer_export_file),
};
const size_t route_count = sizeof routes / sizeof *routes;

/* Digits up to a slash or the end; 0 where it is no number from 1 that fits. */
static uint32_t read_number(const char **path)
{
    uint64_t value = 0;
    const char *at = *path;
    while (*at >= '0' && *at <= '9' && value <= UINT32_MAX)
        value = value * 10 + (uint64_t)(*at++ - '0');
    bool is_number = at != *path && **path != '0' && value <= UINT32_MAX;
    *path = at;
    return is_number ? (uint32_t)value : 0;
}

static bool path_fits(const char *pattern, const char *path, uint32_t *number)
{
    static const char hole[] = "{number}";
    while (*pattern) {
        if (strncmp(pattern, hole, sizeof hole - 1) == 0) {
            *number = read_number(&path);
            pattern += sizeof hole - 1;
            if (!*number)
                return false;
        } else if (*pattern++ != *path++) {
            return false;
        }
    }
    return *path == '\0';
}

const struct route *route_find(const char *method, const char *path, uint32_t *number, char allowed[32])
{
    allowed[0] = '\0';
    for (size_t i = 0; i < route_count; i++) {
        if (!path_fits(routes[i].path, path, number))
            continue;
        if (strcmp(routes[i].method, method) == 0)
            return &routes[i];
        size_t used = strlen(allowed);
        snprintf(allowed + used, 32 - used, "%s%s", used ? ", " : "", routes[i].method);
    }
    return NULL;
}
