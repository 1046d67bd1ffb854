/* HTML in the making. Bytes that were given go through html_text alone, which lets nothing through that could
 * be markup. */
#ifndef REPORTS_HTML_H
#define REPORTS_HTML_H

#include "base/buffer.h"
#include "reports/view.h"

/* Appends text for an element or a quoted attribute: the five signs of markup as references; what is not
 * UTF-8, control characters and signs that turn the direction of writing as U+FFFD. */
void html_escape(struct buffer *out, struct span text);

struct page {
    struct view *view;
    struct buffer *out;
};

/* A page up to its first heading. title: given text, may be NULL; kind: what sort of page it is, a literal.
 */
void html_begin(struct page *p, const char *title, const char *kind);
void html_end(struct page *p);

void html(struct page *p, const char *markup); /* as it is: literals alone */
void html_format(struct page *p, const char *format, ...)
    __attribute__((format(printf, 2, 3))); /* no given text */
void html_text(struct page *p, struct span text);
void html_string(struct page *p, const char *text); /* NULL: nothing */

/* <name>text</name> */
void html_element(struct page *p, const char *name, const char *text);
void html_number(struct page *p, int64_t value);      /* 1,234,567 */
void html_cell_number(struct page *p, int64_t value); /* in <td class=n> */
void html_cell_bits(struct page *p, double bits);
void html_day(struct page *p, const char *time);     /* the date of an ISO time */
void html_period(struct page *p, const json_t *row); /* of "first" and "last" */
void html_place(struct page *p, const char *key);    /* "be:antwerp": "Antwerp (BE)" */
void html_places(struct page *p, const json_t *places, size_t most);
void html_kinds(struct page *p, const json_t *kinds); /* "30 ads, 4 stays" */
void html_odds(struct page *p, double bits);          /* "19,000 to 1" */

/* "s" unless count is 1. */
const char *plural_of(int64_t count);

/* Members of a JSON object, NULL or 0 where they are not there. */
const char *json_text_at(const json_t *object, const char *key);
int64_t json_int_at(const json_t *object, const char *key);
double json_real_at(const json_t *object, const char *key);
size_t json_size_at(const json_t *object, const char *key);

#endif
