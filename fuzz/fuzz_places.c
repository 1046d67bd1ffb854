/* Which place a cell means: the first line is the country, the rest the name. Never crashes; an answer is a
 * place. */
#include "base/memory.h"
#include "places/place_resolver.h"

#include <assert.h>
#include <math.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct gazetteer gazetteer;
    static struct place_resolver *resolver;
    static unsigned asked;
    if (!resolver) {
        enum bowline_status status = gazetteer_open(&gazetteer, NULL);
        assert(status == BOWLINE_OK);
        (void)status;
    }
    /* A fresh memory now and then keeps the fuzzer's own memory small. */
    if (asked++ % 4096 == 0) {
        place_resolver_free(resolver);
        resolver = place_resolver_new(&gazetteer, &place_limits_default);
    }
    const char *text = (const char *)data;
    const char *line = size ? memchr(text, '\n', size) : NULL;
    size_t country = line ? (size_t)(line - text) : 0;
    size_t begin = line ? country + 1 : 0;
    struct place_question q = {.country = {text, country},
                               .name = {text + begin, size - begin},
                               .lat = (double)NAN,
                               .lon = (double)NAN};
    struct place_answer answer;
    bool is_done = place_resolve(resolver, &q, &answer);
    assert(is_done);
    assert(answer.place <= gazetteer.place_count && (answer.place || answer.surety == PLACE_UNKNOWN));
    (void)is_done;
    return 0;
}
