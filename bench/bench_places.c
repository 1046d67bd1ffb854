/* Places: opening the gazetteer, then rows whose place is a plain name, another language's name, or a slip,
 * against hashing the same bytes. bench_places [ROWS] [DISTINCT]. */
#include "base/hash.h"
#include "base/memory.h"
#include "base/random.h"
#include "places/place_resolver.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

/* One of six is mistyped. */
static struct text_ref compose(const struct gazetteer *g, struct random *random, struct buffer *pool)
{
    uint32_t name = 1 + random_below(random, g->name_count);
    struct text_ref text = buffer_keep(pool, gazetteer_text(g, name));
    if (random_below(random, 6) == 0 && text.length > 4)
        pool->data[text.at + random_below(random, text.length)] = 'x';
    return text;
}

static void time_rows(const struct gazetteer *g, const struct buffer *pool, const struct text_ref *names,
                      size_t distinct, size_t rows)
{
    struct place_resolver *resolver = place_resolver_new(g, &place_limits_default);
    struct random random;
    size_t usable = 0;
    uint64_t sum = 0;
    random_init(&random, 2);
    double begin = now();
    for (size_t i = 0; i < rows; i++) {
        struct place_answer answer;
        struct place_question q = {.name =
                                       buffer_span(pool, names[random_below(&random, (uint32_t)distinct)]),
                                   .lat = (double)NAN,
                                   .lon = (double)NAN};
        if (!place_resolve(resolver, &q, &answer))
            break;
        usable += place_is_usable(&answer);
    }
    double resolved = now();
    random_init(&random, 2);
    for (size_t i = 0; i < rows; i++)
        sum += hash_span(buffer_span(pool, names[random_below(&random, (uint32_t)distinct)]));
    double hashed = now();
    printf(
        "%zu rows, %zu distinct: %.3f s, %.2f million rows a second; hashing them alone %.3f s (%.1f times); "
        "%zu usable (%llx)\n",
        rows, distinct, resolved - begin, (double)rows / (resolved - begin) / 1e6, hashed - resolved,
        (resolved - begin) / (hashed - resolved), usable, (unsigned long long)(sum & 15));
    place_resolver_free(resolver);
}

int main(int argc, char **argv)
{
    size_t rows = argc > 1 ? strtoull(argv[1], NULL, 10) : 1000000;
    size_t distinct = argc > 2 ? strtoull(argv[2], NULL, 10) : 5000;
    struct gazetteer g;
    double begin = now();
    if (gazetteer_open(&g, NULL) != BOWLINE_OK)
        return 1;
    printf("open: %.1f ms, %u places, %u names\n", (now() - begin) * 1e3, g.place_count, g.name_count);
    struct buffer pool;
    struct random random;
    buffer_init(&pool, SIZE_MAX / 2);
    random_init(&random, 1);
    struct text_ref *names = memory_new(distinct + 1, sizeof *names);
    for (size_t i = 0; names && i < distinct; i++)
        names[i] = compose(&g, &random, &pool);
    if (names && buffer_ok(&pool))
        time_rows(&g, &pool, names, distinct, rows);
    memory_free(names);
    buffer_release(&pool);
    gazetteer_release(&g);
    return 0;
}
