/* Reports: articles read for counts, days, places and sources, against a plain pass over the same bytes.
 * bench_observations [ARTICLES]. */
#include "base/hash.h"
#include "observations/observer.h"
#include "places/place_resolver.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static const char article[] =
    "GHENT, Belgium (AP) - Police searched %u locations across the north of the country on Tuesday and "
    "detained "
    "nine people suspected of running a network of massage flats, the prosecutor's office said. "
    "Investigators "
    "seized %u phones and about 45,000 euros in cash. The searches took place in Ghent, Antwerp and "
    "Kortrijk. A "
    "lawyer for one of them told Reuters that his client denies all of it. The inquiry began in June 2024 "
    "after "
    "a tip from a hotel, and the court will hear more than %u witnesses. The owner of the flats could not be "
    "reached, and the neighbours had noticed nothing but the cars that came and went in the evening. ";

int main(int argc, char **argv)
{
    size_t articles = argc > 1 ? strtoull(argv[1], NULL, 10) : 20000;
    struct gazetteer gazetteer;
    struct observer *observer = NULL;
    struct observation_list list;
    size_t bytes = 0;
    uint64_t sum = 0;
    if (gazetteer_open(&gazetteer, NULL) != BOWLINE_OK)
        return 1;
    struct place_resolver *resolver = place_resolver_new(&gazetteer, &place_limits_default);
    observation_list_init(&list);
    bool is_done = resolver && observer_new(resolver, &observer, NULL) == BOWLINE_OK;
    double reading = 0;
    double passing = 0;
    for (size_t i = 0; is_done && i < articles; i++) {
        char text[2 * sizeof article];
        int length = snprintf(text, sizeof text, article, (unsigned)(i % 90 + 2), (unsigned)(i % 70 + 3),
                              (unsigned)(i % 50));
        const struct span span = {text, (size_t)length};
        double begin = now();
        is_done = observer_read(observer, span, 20159, (struct span){0}, &list);
        double middle = now();
        sum += hash_span(span);
        passing += now() - middle;
        reading += middle - begin;
        bytes += span.length;
    }
    printf("%zu articles, %.1f MB: %.3f s, %.1f MB/s, %zu statements; hashing alone %.3f s (%llx)\n",
           articles, (double)bytes / 1e6, reading, (double)bytes / 1e6 / reading, list.count, passing,
           (unsigned long long)(sum & 15));
    observation_list_release(&list);
    observer_free(observer);
    place_resolver_free(resolver);
    gazetteer_release(&gazetteer);
    return is_done ? 0 : 1;
}
