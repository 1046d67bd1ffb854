/* What a report states: any bytes. Never crashes; each statement quotes bytes of the text, in order. */
#include "observations/observer.h"
#include "places/place_resolver.h"

#include <assert.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct gazetteer gazetteer;
    static struct place_resolver *resolver;
    static struct observer *observer;
    static unsigned asked;
    if (!resolver && gazetteer_open(&gazetteer, NULL) != BOWLINE_OK)
        return 0;
    /* A fresh memory now and then keeps the fuzzer's own memory small. */
    if (asked++ % 4096 == 0) {
        observer_free(observer);
        place_resolver_free(resolver);
        resolver = place_resolver_new(&gazetteer, &place_limits_default);
        enum bowline_status status = observer_new(resolver, &observer, NULL);
        assert(status == BOWLINE_OK);
        (void)status;
    }
    struct observation_list list;
    observation_list_init(&list);
    bool is_done =
        observer_read(observer, (struct span){(const char *)data, size}, 20159, (struct span){0}, &list);
    assert(is_done);
    (void)is_done;
    for (size_t i = 0; i < list.count; i++) {
        assert(list.items[i].start < list.items[i].end && list.items[i].end <= size);
        assert(i == 0 || list.items[i - 1].start <= list.items[i].start);
        assert(list.items[i].value.at + list.items[i].value.length <= list.pool.length);
    }
    observation_list_release(&list);
    return 0;
}
