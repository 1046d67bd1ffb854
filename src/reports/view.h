/* An answer in the making: a tree of JSON, the records that it shows, and the first failure, which sticks, so
 * that an answer is composed without a check at each step. */
#ifndef REPORTS_VIEW_H
#define REPORTS_VIEW_H

#include "reports/reader.h"
#include "store/read_groups.h"
#include "store/read_records.h"

#include <bowline/run.h>

#include <jansson.h>

struct detail;

struct view {
    struct reader *reader;
    struct store *store;
    struct bowline_error *err;
    enum bowline_status status;
    struct arena arena;
    struct detail **details; /* hashed by record: see detail.c */
    size_t detail_count, detail_slots;
};

void view_init(struct view *v, struct reader *reader, struct bowline_error *err);
void view_release(struct view *v);

/* Notes a failure, unless there was one before. Returns whether all is well. */
bool view_try(struct view *v, enum bowline_status status);
void view_close(struct view *v, struct cursor *c); /* the cursor's failure becomes the view's */

json_t *view_object(struct view *v);
json_t *view_array(struct view *v);
void view_push(struct view *v, json_t *array, json_t *value);                  /* takes value */
void view_put(struct view *v, json_t *object, const char *key, json_t *value); /* takes value */
json_t *view_text(struct view *v, struct span text); /* bytes that are not UTF-8 become U+FFFD */
void view_put_text(struct view *v, json_t *object, const char *key, struct span text);
void view_put_int(struct view *v, json_t *object, const char *key, int64_t value);
void view_put_bits(struct view *v, json_t *object, const char *key, millibits bits);
void view_put_real(struct view *v, json_t *object, const char *key, double value);    /* six decimals */
void view_put_time(struct view *v, json_t *object, const char *key, int64_t seconds); /* null for TIME_NONE */

/* Composed text that lives as long as the view. */
struct span view_format(struct view *v, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Ends the answer: writes the tree as text where all went well. Takes root; releases the view. */
enum bowline_status view_finish(struct view *v, json_t *root, struct bowline_text *out) BOWLINE_WARN_UNUSED;

#endif
