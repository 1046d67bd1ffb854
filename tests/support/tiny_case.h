/* A small case file with everything an answer may show, made by SQL alone: two entities in one network, a
 * third that stands apart, a payment, a protected person, rejects, and values that are hostile to HTML, CSV
 * and JSON. */
#ifndef SUPPORT_TINY_CASE_H
#define SUPPORT_TINY_CASE_H

/* Makes the case at a fresh path, which stays valid until the next call; fails the test where it cannot. */
const char *tiny_case_make(void);

/* The same, and then runs `sql` on it. */
const char *tiny_case_make_with(const char *sql);

void tiny_case_remove(void);

/* The folder that the case is in. */
const char *tiny_case_folder(void);

/* "<script>" and its like, with quotes, commas, line breaks and a byte that is not UTF-8. */
#define TINY_HOSTILE "<script>alert('x')</script>&amp;\"--><img src=x onerror=y>"

#endif
