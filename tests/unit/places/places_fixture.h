/* The gazetteer and a resolver, opened once for all tests of a program. */
#ifndef PLACES_FIXTURE_H
#define PLACES_FIXTURE_H

#include "places/place_resolver.h"
#include "support/cmocka_all.h"

#include <math.h>
#include <stdio.h>

struct places_fixture {
    struct gazetteer gazetteer;
    struct place_resolver *resolver;
    struct buffer key;
};

static inline int places_open(void **state)
{
    static struct places_fixture f;
    struct bowline_error err;
    assert_int_equal(gazetteer_open(&f.gazetteer, &err), BOWLINE_OK);
    f.resolver = place_resolver_new(&f.gazetteer, &place_limits_default);
    assert_non_null(f.resolver);
    buffer_init(&f.key, 4096);
    *state = &f;
    return 0;
}

static inline int places_close(void **state)
{
    struct places_fixture *f = *state;
    place_resolver_free(f->resolver);
    gazetteer_release(&f->gazetteer);
    buffer_release(&f->key);
    return 0;
}

static inline struct place_question places_ask(const char *country, const char *name)
{
    return (struct place_question){
        .name = span_of(name), .country = span_of(country), .lat = (double)NAN, .lon = (double)NAN};
}

/* The key of the answer where it is usable, else "". */
static inline const char *places_key(struct places_fixture *f, const struct place_question *q,
                                     struct place_answer *answer)
{
    assert_true(place_resolve(f->resolver, q, answer));
    buffer_reset(&f->key);
    if (place_is_usable(answer))
        gazetteer_key(&f->gazetteer, answer->place, &f->key);
    buffer_append_char(&f->key, 0);
    assert_true(buffer_ok(&f->key));
    return f->key.data;
}

#endif
